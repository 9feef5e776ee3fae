"""The head of a day in the timeline: the whole summary, or the one thing that matters most of it."""

import datetime as dt

from PySide6.QtGui import QFontMetricsF

from ui.operator.agenda.days_painter import fitting_summary
from ui.presenters.agenda import DayColumn

SUMMARY = "7 h 20 in session, 1 h 40 breaks, ends 17:00"


def test_the_head_of_a_narrow_day_says_when_it_ends(worn, theme):
    metrics = QFontMetricsF(theme.font("meta", tabular=True))
    day = DayColumn(dt.date(2014, 2, 6), "Thursday 6", "Thu 6", SUMMARY, "ends 17:00", ())
    whole = metrics.horizontalAdvance(SUMMARY)

    assert fitting_summary(day, metrics, whole + 1) == SUMMARY
    assert fitting_summary(day, metrics, whole - 1) == "ends 17:00"
