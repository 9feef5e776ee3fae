"""The columns of the work plan hold what stands in them."""

import pytest
from PySide6.QtGui import QFontMetricsF

from ui.widgets.cell_painter import INSETS


@pytest.mark.parametrize("dates", ["24 feb – 28 mar", "17 sept – 30 sept", "28 Feb – 30 Sept"])
def test_two_dates_stand_on_one_line(page, theme, dates):
    when = next(each for each in page.tab.table.cells.columns if each.key == "dates")
    font = theme.font("meta", weight=600, tabular=True)

    assert QFontMetricsF(font).horizontalAdvance(dates) + sum(INSETS["left"]) <= when.width
