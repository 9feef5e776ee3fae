"""The vote beside the wall: its hint and its field can be read whole, and Esc leads back to the cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facilitator.i18n import use


@pytest.fixture
def panel(page, theme):
    """The panel in Spanish, on a laptop of 1366 by 768."""
    theme.set_metrics(theme.tokens.layout.metrics(1366, 768))
    page.resize(1294, 714)
    use("es")
    page.retranslate()
    page.panels.open("vote")
    return page.panels.vote


def cut(panel):
    """Return what has less height than its words need, or reaches out of its row."""
    labels = [each for each in panel.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
    lines = [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]
    field, row = panel.conclusion, panel.conclusion.parentWidget()
    return lines + ([field.accessibleName()] if field.geometry().bottom() > row.rect().bottom() else [])


def test_the_field_below_a_long_hint_is_seen_whole(qtbot, panel):
    qtbot.waitUntil(lambda: not cut(panel))

    assert panel.conclusion.isVisible()


def test_esc_closes_the_panel_and_leads_back_to_the_cards(qtbot, page, panel):
    panel.start.setFocus()

    qtbot.keyClick(panel.start, Qt.Key.Key_Escape)

    assert page.panels.key == ""
    assert not page.board_bar.vote.isChecked()
    assert page.wall.hasFocus()
    assert page.wall.surface.state.by_key
