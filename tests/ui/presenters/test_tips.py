"""Tips: people's words whole, and as they were written."""

import pytest
from PySide6.QtGui import QTextDocumentFragment

from ui.presenters.tips import as_tip


def test_a_title_is_its_own_tip():
    tip = as_tip("Posibles mejoras al Ciclo del Prototipo")

    assert tip == "Posibles mejoras al Ciclo del Prototipo"


@pytest.mark.parametrize("words", ["<b>Coffee</b> & cake", "a &lt; b", "<img src='x.png'>"])
def test_what_looks_like_markup_is_read_as_it_was_written(qapp, words):
    tip = as_tip(words)

    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == words
