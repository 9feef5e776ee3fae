"""Where there is little room, words end in an ellipsis: none is cut in the middle of a letter."""

from PySide6.QtWidgets import QStyleOptionComboBox

from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.pills import HEIGHT, Pill


def said(choice):
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    return choice.shown_text(option)


def test_a_choice_elides_what_its_field_cannot_hold(shown):
    choice = shown(Choice("Responsible"))
    choice.set_items([("a", "Relatora Demo Uno de la organización"), ("b", "Ana")])

    choice.set_key("a")
    choice.setFixedWidth(140)
    narrow = said(choice)
    choice.setFixedWidth(500)

    assert narrow.startswith("Relatora")
    assert narrow.endswith("…")
    assert said(choice) == "Relatora Demo Uno de la organización"


def test_a_choice_gives_way_to_what_cannot_be_elided(shown):
    choice = shown(Choice("Whose activities"))

    choice.set_items([("", "Todas las organizaciones de la alianza")])

    assert choice.minimumSizeHint().width() < choice.sizeHint().width()


def test_a_pill_gives_its_icon_before_its_words(shown):
    theme = Theme("light")
    pill = Pill(theme, "5 min tarde, termina 17:05", "warn", "alarm-clock")
    bare = Pill(theme, "5 min tarde, termina 17:05", "warn")
    shown(pill, bare)
    narrow = bare.sizeHint().width()

    pill.setFixedSize(narrow, HEIGHT)
    bare.setFixedSize(narrow, HEIGHT)

    assert pill.grab().toImage() == bare.grab().toImage()
