"""A form tells whose field was left, also while another record takes its place."""

import pytest
from PySide6.QtGui import QAction

from tests.ui.widgets.test_editors import type_text
from ui.presenters.forms import FieldSpec
from ui.theme.theme import Theme
from ui.widgets.field_form import FieldForm
from ui.widgets.multi_choice import MultiChoice

SPECS = (
    FieldSpec("name", "Name"),
    FieldSpec("about", "About", "area"),
    FieldSpec("roles", "Roles", "checks"),
)


@pytest.fixture
def form(shown):
    made = shown(FieldForm(Theme("light"), SPECS))
    made.set_choices({"roles": [("chair", "Chair"), ("notes", "Note-taker")]})
    made.show_values("ana", {"name": "Ana", "about": "", "roles": "chair"})
    made.told = []
    made.edited.connect(lambda *what: made.told.append(what))
    return made


@pytest.mark.parametrize("name", ["name", "about"])
def test_words_being_typed_are_stored_for_their_record_before_another_one_is_shown(form, name):
    field = form.fields[name]
    field.setFocus()
    field.selectAll()
    type_text(field, "x")

    form.show_values("bea", {"name": "Bea", "about": "Since 2010", "roles": ""})

    assert form.told == [("ana", name, "x")]
    form.commit()
    assert form.told == [("ana", name, "x")]
    assert form.fields["name"].text() == "Bea"
    assert form.fields["about"].typed() == "Since 2010"


def test_a_list_that_was_opened_for_one_record_is_closed_when_another_one_is_shown(qtbot, form):
    roles = form.fields["roles"]
    assert isinstance(roles, MultiChoice)
    roles.click()
    assert roles.findChildren(QAction) != []

    form.show_values("bea", {"name": "Bea", "about": "", "roles": "notes"})

    assert roles._menu.isHidden()
    assert roles.keys() == ["notes"]
    assert form.told == []
