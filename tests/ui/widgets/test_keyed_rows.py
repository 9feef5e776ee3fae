"""Rows of a table follow what is stored, whatever rows come after whatever others."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from ui.models.cell_table import CellTableModel
from ui.presenters.cells import Cell, Column, Row

KEYS = st.lists(st.sampled_from("abcde"), max_size=7)


def rows(keys):
    return [Row(key=key, cells={"name": Cell(shown=f"{key}{place}")}) for place, key in enumerate(keys)]


@settings(suppress_health_check=list(HealthCheck))
@given(st.lists(KEYS, min_size=2, max_size=4))
def test_any_rows_follow_any_others_also_with_a_key_twice(qapp, several):
    model = CellTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_columns((Column(key="name", head="Name", width=100),))

    for keys in several:
        kept = [QPersistentModelIndex(model.index(place, 0)) for place in range(model.rowCount())]
        model.show_rows(rows(keys))

        assert model.rows == rows(keys)
        assert all(not each.isValid() or each.row() < len(keys) for each in kept)
    assert tester.model() is model
