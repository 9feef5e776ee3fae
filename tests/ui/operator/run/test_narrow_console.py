"""The console on a small laptop: nothing of the clock, the kinds or the title is cut."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from facilitator import i18n
from facilitator.domain.agenda import Session
from tests.afternoon import said
from ui.operator.run.kind_row import KindChip, KindRow
from ui.presenters.capture import Choice, Target
from ui.presenters.tips import as_tip


@pytest.fixture
def spanish():
    i18n.use("es")
    yield
    i18n.use("en")


@pytest.fixture
def row(qtbot, worn, theme):
    words = ("Funciona", "Dificultad", "Pregunta", "Sugerencia", "Nota")
    choices = [Choice(digit=str(n), label=word) for n, word in enumerate(words, start=1)]
    choices.append(Choice(target=Target.PARKING_LOT, digit="6", label="Parqueo de ideas"))
    row = KindRow(theme)
    qtbot.addWidget(row)
    row.set_choices(choices)
    row.show()
    return row, choices


@pytest.mark.parametrize("width", [900, 660, 420])
def test_the_kinds_stand_on_one_line_at_any_width(row, width):
    kinds, choices = row
    kinds.resize(width, 40)

    for choice in choices:
        kinds.show_choice(choice)

        assert kinds.is_one_line


def test_the_kinds_take_the_room_of_their_larger_letters_in_a_larger_window(row, theme):
    kinds, _choices = row
    theme.set_metrics(theme.tokens.layout.compact)
    kinds.resize(900, 40)
    QApplication.processEvents()  # what is still to be laid out
    small = [chip.width() for chip in kinds.findChildren(KindChip)]

    theme.set_metrics(theme.tokens.layout.regular)
    kinds.resize(1200, 40)
    QApplication.processEvents()

    assert all(
        chip.width() == chip.sizeHint().width() > before
        for chip, before in zip(kinds.findChildren(KindChip), small, strict=True)
    )


def test_a_session_that_asks_nothing_says_so_instead_of_repeating_its_title(run, afternoon, do):
    coffee = afternoon.coffee

    do(lambda workspace: workspace.books.edit(Session, coffee.id, title=said("Registration and coffee")))
    do(lambda workspace: workspace.running.start_session(coffee.id))

    assert run.question._line.text() == "This session asks nothing"


def test_a_long_title_breaks_before_it_is_elided_and_leaves_its_line_to_who_leads(run, afternoon, do):
    session, words = afternoon.round.id, "Possible improvements to the Prototype Cycle of ours"
    method = said("Card collection, clustering, dot voting")
    leads = {"method": method, "responsible": afternoon.marisol.id}
    do(lambda workspace: workspace.books.edit(Session, session, title=said(words), **leads))

    do(lambda workspace: workspace.running.start_session(session))
    QApplication.processEvents()  # what is still to be laid out

    title, led_by = run.timer._title, run.timer._led_by
    assert title.heightForWidth(title.width()) > title.heightForWidth(2000)
    assert led_by.text() == "Card collection, clustering, dot voting, led by Marisol Ejemplo"
    assert not title.is_elided()
    assert not led_by.is_elided()


def test_the_clock_stands_where_it_stood_whatever_the_session_is_called_and_however_long_it_is(
    qtbot, run, afternoon, do
):
    session = afternoon.round.id
    do(lambda workspace: workspace.running.start_session(session))
    places = set()

    for title in ("Coffee", "Possible improvements to the Prototype Cycle and to how we follow it", "A"):
        for minutes in (45, 90):
            change = {"title": said(title), "planned_minutes": minutes}
            do(lambda workspace, change=change: workspace.books.edit(Session, session, **change))
            QApplication.processEvents()  # what is still to be laid out
            digits = run.timer._digits
            places.add((digits.mapTo(run, digits.rect().bottomLeft()).y(), run.capture.y()))

    assert len(places) == 1


def test_a_title_that_has_no_room_on_two_lines_is_read_whole_in_its_tip(run, afternoon, do):
    words = "Possible improvements to the Prototype Cycle & to how we follow it at a distance. " * 3
    do(lambda workspace: workspace.books.edit(Session, afternoon.round.id, title=said(words)))

    do(lambda workspace: workspace.running.start_session(afternoon.round.id))

    assert run.timer._title.is_elided()
    assert run.timer._title.toolTip() == as_tip(words.strip())


def test_without_a_workshop_the_console_leads_to_home(run, qtbot):
    run._desk.workshop_id = None
    run._opened()

    with qtbot.waitSignal(run.page_wanted) as asked:
        run._empty.button.click()

    assert asked.args == ["home"]
    assert run.agenda._card.isHidden()


def test_a_long_title_is_seen_whole_whatever_sizes_the_window_had_before(qtbot, start, store, afternoon):
    title = said("Posibles mejoras al Ciclo del Prototipo y")
    afternoon.round = replace(afternoon.round, title=title)
    store(afternoon.records(), run=afternoon.round.id)
    program = start()
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready)
    shown = program.window.current_page.timer._title

    for width in (1366, 1440, 1366, 1280, 1440, 1400, 1500, 1420, 1366, 1430):
        program.window.resize(width, 768 if width == 1366 else 900)
        for _frame in range(3):  # whatever is still to be laid out
            with qtbot.waitCallback() as done:
                QTimer.singleShot(16, done)
        assert shown.height() >= shown.heightForWidth(shown.width()), width
        assert not shown.is_elided(), width
