"""The schema and the page are what the records say, and every field is explained."""

import json

import jsonschema_rs
import pytest

from facilitator.domain.catalogue import ENTRIES
from facilitator.interchange.form import field_names
from facilitator.interchange.reference import PAGE, SCHEMA, note_of, page, schema_text, values
from facilitator.interchange.schema import value_name
from resources import resource
from tests.interchange.files import example


@pytest.mark.parametrize(("parts", "made"), [(PAGE, page), (SCHEMA, schema_text)])
def test_what_is_shipped_is_what_the_records_say(parts, made):
    shipped = resource(*parts).read_text(encoding="utf-8")

    assert shipped == made(), "run python -m facilitator.interchange"


def test_the_shipped_schema_is_a_schema_and_accepts_the_example():
    schema = json.loads(resource(*SCHEMA).read_text(encoding="utf-8"))

    jsonschema_rs.meta.validate(schema)
    errors = list(jsonschema_rs.Draft202012Validator(schema).iter_errors(example()))

    assert errors == []


def test_the_page_explains_every_list_and_every_field():
    shown = page()

    owners = [(entry.list_name, entry.record) for entry in ENTRIES]
    owners += [(value_name(kind), kind) for kind in values()]

    for owner, kind in owners:
        assert f"### {owner}\n" in shown
        for name in field_names(kind):
            assert note_of(owner, name).strip()
