"""The generated records are what they promise to be, so that tests built on them mean something."""

from hypothesis import given, settings

from facilitator.domain.catalogue import ENTRIES, references
from tests.strategies import workshops


@settings(max_examples=30)
@given(workshops())
def test_a_generated_workshop_has_every_class_of_record_and_no_loose_end(records):
    known = {record.id for record in records}
    known |= {element.id for record in records for element in getattr(record, "elements", ())}

    loose = [
        (type(record), found.path)
        for record in records
        for found in references(record)
        if found.id not in known
    ]

    assert loose == []
    assert {type(record) for record in records} == {entry.record for entry in ENTRIES}
