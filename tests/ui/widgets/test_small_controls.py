"""The small controls: what is chosen is told once, and everything has a name."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QTableView

from facilitator import i18n
from ui.theme.tokens import tokens
from ui.widgets.badge import CodeChip, KindBadge
from ui.widgets.buttons import ActionButton, Button, page_action
from ui.widgets.choice import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import FieldRow
from ui.widgets.figures import ProgressBar, Sparkline
from ui.widgets.keycap import KeyCap
from ui.widgets.labels import ElidedLabel
from ui.widgets.pills import Pill, SavedPill
from ui.widgets.side_panel import SidePanel
from ui.widgets.switches import SegmentedControl, Toggle
from ui.widgets.tables import style_table


def test_a_title_without_room_is_elided_and_read_whole_in_its_tip(shown, theme):
    title = shown(ElidedLabel(theme))
    title.setFixedWidth(80)

    title.set_text("Outputs of September,\nrevisited")

    assert title.is_elided()
    assert title.toolTip() == "Outputs of September, revisited"


def test_a_choice_is_told_by_its_key_and_only_when_a_person_chose(qtbot, shown):
    choice = shown(Choice("Method"))
    choice.set_items([("round", "Card round"), ("plenary", "Plenary")])

    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_key("plenary")
    assert choice.current_key() == "plenary"

    choice.setFocus()
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(choice, Qt.Key.Key_Up)
    assert told.args == ["round"]


def test_a_choice_keeps_its_key_when_the_language_changes(shown):
    choice = shown(Choice("Method"))
    choice.set_items([("round", "Card round"), ("plenary", "Plenary")])
    choice.set_key("plenary")

    choice.set_items([("round", "Ronda de tarjetas"), ("plenary", "Plenaria")])

    assert (choice.current_key(), choice.currentText()) == ("plenary", "Plenaria")


def test_scrolling_past_a_choice_does_not_change_it(shown):
    choice = shown(Choice("Method"))
    choice.set_items([("round", "Card round"), ("plenary", "Plenary")])
    middle = QPointF(choice.rect().center())

    QApplication.sendEvent(choice, wheel(middle))

    assert choice.current_key() == "round"


def wheel(place):
    buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    return QWheelEvent(
        place, place, QPoint(0, 0), QPoint(0, -120), buttons, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )


def test_one_segment_of_several_is_chosen_and_told_by_its_key(qtbot, shown):
    days = shown(SegmentedControl("Day"))
    days.set_items([("1", "Day 1"), ("2", "Day 2")])
    assert days.current_key() == "1"

    with qtbot.waitSignal(days.chosen) as told:
        qtbot.mouseClick(days.button("2"), Qt.MouseButton.LeftButton)

    assert told.args == ["2"]
    assert not days.button("1").isChecked()


def test_segments_keep_what_was_chosen_when_their_words_change(shown):
    days = shown(SegmentedControl("Day"))
    days.set_items([("1", "Day 1"), ("2", "Day 2")])
    days.set_key("2")

    days.set_items([("1", "Día 1"), ("2", "Día 2")])

    assert days.current_key() == "2"
    assert days.button("2").text() == "Día 2"


def test_a_toggle_is_switched_by_space_and_by_a_click(qtbot, shown, theme):
    toggle = shown(Toggle(theme, "Review before showing"))
    toggle.setFocus()

    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()

    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert not toggle.isChecked()


def test_an_error_is_said_under_its_field_and_to_screen_readers(shown, theme):
    row = shown(FieldRow(theme, "Starts", QLineEdit()))

    row.set_error("Minutes go from 00 to 59")

    assert row.error.isVisible()
    assert row.field.accessibleName() == "Starts"
    assert row.field.accessibleDescription() == "Minutes go from 00 to 59"

    row.set_error("")
    assert not row.error.isVisible()
    assert row.field.accessibleDescription() == ""


def test_the_label_of_a_field_leads_to_it(shown, theme):
    row = shown(FieldRow(theme, "Starts", QLineEdit()))

    assert row.label.buddy() is row.field
    assert row.field.height() == 36


def test_saved_is_said_with_its_time(shown, theme):
    pill = shown(SavedPill(theme))

    pill.set_state("saved", "16:02")

    assert (pill.look.text, pill.look.tone) == ("Saved 16:02", "ok")
    assert pill.accessibleName() == "Saved 16:02"


def test_a_short_save_is_never_mentioned_and_a_long_one_is(qtbot, shown, theme):
    pill = shown(SavedPill(theme))
    pill.set_state("saved", "16:02")

    pill.set_state("saving")
    assert pill.look.text == "Saved 16:02"
    pill.set_state("saved", "16:03")
    assert pill.look.text == "Saved 16:03"

    pill.set_state("saving")
    qtbot.waitUntil(lambda: pill.look.text == "Saving", timeout=2000)


def test_what_could_not_be_saved_is_said_at_once_and_again_before_the_banner(shown, theme, qtbot):
    pill = shown(SavedPill(theme))
    pill._alarm.setInterval(10)

    with qtbot.waitSignal(pill.unsaved_for_long):
        pill.set_state("retrying")

    assert (pill.look.text, pill.look.tone) == ("Not saved, retrying", "over")
    pill.set_state("saved", "16:05")
    assert pill.look.tone == "ok"


def test_a_button_has_room_for_its_icon_its_words_and_its_key(shown, theme):
    plain, rich = Button(theme, "Edit"), Button(theme, "Edit", icon="pencil")
    shown(plain, rich)
    with_icon = rich.sizeHint().width()

    rich.set_keys("F2")

    assert plain.sizeHint().width() < with_icon < rich.sizeHint().width()
    assert plain.sizeHint().height() == 36
    assert Button(theme, "Next session", size="large").sizeHint().height() == 44
    assert Button(theme, "Small", size="small").sizeHint().height() >= tokens().layout.regular.target


def test_a_page_action_runs_from_its_button_and_the_button_follows_it(qtbot, shown, theme):
    done = []
    action = page_action("Print", lambda: done.append("printed"), icon="printer", kind="primary")
    button = shown(ActionButton(theme, action))

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    action.setText("Imprimir")
    action.setEnabled(False)

    assert done == ["printed"]
    assert (button.kind, button.text(), button.isEnabled()) == ("primary", "Imprimir", False)


def test_making_a_button_for_an_action_opens_no_window_of_its_own(worn, theme):
    action = page_action("Print", lambda: None)

    button = ActionButton(theme, action)

    assert not button.isVisible()
    button.deleteLater()


def test_an_empty_page_says_one_sentence_and_offers_one_action(qtbot, shown, theme):
    empty = shown(EmptyState(theme, icon="circle-play"))
    empty.set_words("No cards yet", "Cards typed in Run land here.", "Open the run console")

    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)

    empty.set_words("No cards yet", "Cards typed in Run land here.")
    assert not empty.button.isVisible()


def test_a_panel_takes_the_width_of_the_layout(shown, theme):
    panel = shown(SidePanel(theme))
    assert panel.width() == 356

    theme.set_metrics(theme.tokens.layout.compact)

    assert panel.width() == 300


def test_what_fills_a_panel_reaches_its_foot_and_other_parts_stay_at_the_top(qtbot, shown, theme):
    filled, plain = SidePanel(theme), SidePanel(theme)
    lists = (QTableView(), QTableView())
    for panel, part in zip((filled, plain), lists, strict=True):
        panel.setFixedHeight(500)
        panel.body.addWidget(part)
    filled.fill()

    shown(filled, plain)

    qtbot.waitUntil(lambda: lists[0].height() > 400)
    assert lists[1].height() < 300


def test_figures_in_a_table_are_aligned_by_digits(qtbot, worn, theme):
    model = QStandardItemModel(1, 2)
    amount = QStandardItem("1 200")
    amount.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    model.setItem(0, 0, QStandardItem("Travel"))
    model.setItem(0, 1, amount)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = style_table(view, theme)

    fonts = []
    for column in (0, 1):
        option = view_option(view)
        delegate.initStyleOption(option, model.index(0, column))
        fonts.append([tag.toString() for tag in map(_tag, option.font.featureTags())])

    assert fonts == [[], ["tnum"]]
    assert view.rowHeight(0) == 41


def _tag(tag):
    return type("Tag", (), {"toString": lambda self: bytes(tag.toString()).decode()})()


def view_option(view):
    option = QStyleOptionViewItem()
    option.initFrom(view)
    return option


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_small_control_paints_in_both_schemes_and_has_a_name(shown, theme, scheme):
    controls = [
        Pill(theme, "On time", "ok", "alarm-clock"),
        KindBadge(theme, "works", "Works"),
        CodeChip(theme, "LV", "Red Ladera Viva"),
        KeyCap(theme, "Ctrl Z"),
        ProgressBar(theme, "Writing minutes"),
        Sparkline(theme, "Lots accepted"),
        Toggle(theme, "Photos"),
    ]
    shown(*controls)
    controls[5].show_readings([62, 60, 66, 74], 85)

    theme.set_scheme(scheme)

    for control in controls:
        picture = control.grab().toImage()
        colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
        assert len(colours) > 1, control
        assert control.accessibleName(), control


def test_an_indicator_without_readings_or_with_one_is_no_trouble(shown, theme):
    line = shown(Sparkline(theme, "Lots accepted"))
    for values, target in (([], None), ([], 5.0), ([3.0], None), ([3.0], 3.0)):
        line.show_readings(values, target)

        assert not line.grab().isNull()


def test_the_saved_pill_speaks_the_screens_language(shown, theme, monkeypatch):
    pill = shown(SavedPill(theme))
    pill.set_state("saved", "16:02")

    class Catalogue:
        def gettext(self, message):
            return {"Saved {time}": "Guardado a las {time}"}.get(message, message)

    monkeypatch.setattr(i18n._Screen, "catalogue", Catalogue())
    pill.retranslate()

    assert pill.look.text == "Guardado a las 16:02"
