"""Data as sheets and as CSV, read back: every value equal, nothing run, nothing lost."""

import csv
import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exports.data.separated import guarded, separated, unguarded, write_separated
from exports.data.tables import KEYS, about, tables
from exports.data.values import Column, DataTable, Kind
from exports.data.workbook import write_workbook
from exports.outline.lawful import lawful
from facilitator.cli.document_commands import TABLES
from facilitator.domain.documents import Disclosure
from facilitator.domain.errors import CannotWrite
from facilitator.domain.values import LooseDate
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import huge, one_card, tiny
from tests.services.gathering import minutes_of
from tests.strategies import workshops

ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=80
)


def sheets_of(minutes, folder):
    write_workbook(minutes, folder / "data.xlsx")
    return openpyxl.load_workbook(folder / "data.xlsx")


def read_back(cell):
    """What a cell says, in the types of the tables."""
    value = cell.value
    if isinstance(value, dt.datetime):
        return value.date()
    return Decimal(str(value)) if isinstance(value, float) else value


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_value_comes_back_from_its_sheet_in_its_type(tmp_path, language):
    minutes = sample(language)

    book = sheets_of(minutes, tmp_path)

    written = [table for table in (*tables(minutes), about(minutes)) if table.rows]
    assert len(written) == len(book.sheetnames) == 10
    for table, sheet in zip(written, book.worksheets, strict=True):
        found = [[read_back(cell) for cell in row] for row in sheet.iter_rows()]
        assert found == [[column.title for column in table.columns], *map(list, table.rows)]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=workshops(), language=st.sampled_from(["es", "en"]), disclosure=st.sampled_from(Disclosure))
def test_the_sheets_of_any_workshop_come_back_equal(tmp_path, records, language, disclosure):
    minutes = minutes_of(records, language, disclosure)

    book = sheets_of(minutes, tmp_path)

    written = [table for table in (*tables(minutes), about(minutes)) if table.rows]
    for table, sheet in zip(written, book.worksheets, strict=True):
        for row, cells in zip(table.rows, sheet.iter_rows(min_row=2), strict=True):
            for value, cell in zip(row, cells, strict=True):
                assert read_back(cell) == (lawful(value) if isinstance(value, str) else value)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
@example("_x0041_")
@example(" before and after ")
@example("\x01\ufffe\uffff\r\n\r\t")
def test_whatever_people_write_comes_back_from_its_cell(tmp_path, text):
    sheet = sheets_of(one_card(text), tmp_path).worksheets[0]

    assert sheet["G2"].value == lawful(text)


@pytest.mark.parametrize(
    "text", ["=cmd|'/c calc'!A0", "=1+1", "+1", "-1", "@SUM(1)", "http://example.org", "007"]
)
def test_what_looks_like_a_formula_a_number_or_a_link_stays_the_text_it_is(tmp_path, text):
    sheet = sheets_of(one_card(text), tmp_path).worksheets[0]

    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)

    assert (cell.data_type, cell.hyperlink) == ("s", None)


def test_a_text_longer_than_a_cell_is_marked_as_cut(tmp_path):
    sheet = sheets_of(one_card("x" * 40_000), tmp_path).worksheets[0]

    longest = max(
        (cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)), key=len
    )

    assert len(longest) == 32_767
    assert longest.endswith("x…")


def test_a_day_before_the_sheets_calendar_and_a_month_without_a_day_are_texts(tmp_path):
    minutes = sample("en")
    first, second, *_ = minutes.agreements
    when = (LooseDate(1899, 12, 31), LooseDate(2014, 9))
    minutes = replace(minutes, agreements=(replace(first, when=when[0]), replace(second, when=when[1])))

    sheet = sheets_of(minutes, tmp_path)["Agreements"]

    assert [sheet.cell(row, 6).value for row in (2, 3)] == ["1899-12-31", "2014-09"]


def test_a_workshop_of_which_nothing_is_known_has_one_sheet_that_says_what_it_is(tmp_path):
    book = sheets_of(tiny(title="Kick-off"), tmp_path)

    assert len(book.sheetnames) == 1
    assert book.worksheets[0]["B2"].value == "Kick-off"
    assert book.properties.title.startswith("Kick-off")


def test_thousands_of_cards_are_told_sheet_by_sheet(tmp_path):
    told = []

    write_workbook(huge(), tmp_path / "huge.xlsx", progress=lambda done, total: told.append((done, total)))

    assert told[-1][0] == told[-1][1] == len(told)
    assert openpyxl.load_workbook(tmp_path / "huge.xlsx", read_only=True).worksheets[0].max_row == 3001


def test_equal_values_give_equal_sheets(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(sample("es"), tmp_path / name)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_sheets_that_cannot_be_written_leave_nothing(tmp_path):
    with pytest.raises(CannotWrite, match="folder-missing"):
        write_workbook(sample(), tmp_path / "no" / "data.xlsx")

    assert [*tmp_path.iterdir()] == []


def test_the_tables_have_the_names_that_the_command_line_offers():
    assert tuple(table.key for table in tables(tiny())) == KEYS == TABLES


@pytest.mark.parametrize("key", KEYS)
def test_every_value_comes_back_from_csv(tmp_path, key):
    table = next(each for each in tables(sample("es")) if each.key == key)
    write_separated(table, tmp_path / "table.csv")

    content = (tmp_path / "table.csv").read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    heads, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert heads == [column.title for column in table.columns]
    typed = [
        tuple(_typed(unguarded(cell), column.kind) for cell, column in zip(row, table.columns, strict=True))
        for row in rows
    ]
    assert typed == list(table.rows)


def _typed(cell, kind):
    if not cell:
        return None
    if kind is Kind.DATE and len(cell) == 10:
        return dt.date.fromisoformat(cell)
    if kind is Kind.COUNT:
        return int(cell)
    return Decimal(cell) if kind in {Kind.NUMBER, Kind.SHARE} else cell


@settings(max_examples=200, deadline=None)
@given(text=ANY_TEXT)
@example("=cmd|'/c calc'!A0")
@example("'quoted")
@example("''twice")
@example('-5, "and"\r\nmore\n')
@example("＝1")
def test_no_text_in_csv_begins_as_a_formula_and_each_comes_back(text):
    table = DataTable("t", "T", (Column("=Head"),), ((text,),))

    heads, row = csv.reader(io.StringIO(separated(table), newline=""))

    assert row[0][0] not in "=+-@\t\r\n＝＋－＠"
    assert unguarded(row[0]) == text
    assert unguarded(guarded(text)) == text
    assert heads == ["'=Head"]


def test_a_card_that_another_took_in_has_a_row_of_its_own_with_the_same_question(tmp_path):
    minutes = one_card("Bigger letters")
    board = minutes.proceedings[0].sessions[0].boards[0]
    card = board.clusters[0].cards[0]
    merged = replace(card, merged=1, merged_texts=(replace(card.text, text="Larger print"),))
    board = replace(board, clusters=(replace(board.clusters[0], cards=(merged,)),))
    session = replace(minutes.proceedings[0].sessions[0], boards=(board,))
    minutes = replace(minutes, proceedings=(replace(minutes.proceedings[0], sessions=(session,)),))

    rows = tables(minutes)[0].rows

    assert [(row[0], row[6], row[-1]) for row in rows] == [
        ("1.1", "Bigger letters", None),
        (None, "Larger print", "1.1"),
    ]
    assert {row[3] for row in rows} == {"Question"}
