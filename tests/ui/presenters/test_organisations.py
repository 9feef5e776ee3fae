"""What stands in the chip of an organisation, on every page."""

import pytest

from facilitator.domain.ids import OrganisationId, new_id
from facilitator.domain.people import Organisation
from ui.presenters.organisations import code


@pytest.mark.parametrize(
    ("name", "short", "shown"),
    [
        ("Red Surco Ejemplo", "RSE", "RSE"),
        ("Red Surco Ejemplo", None, "RSE"),
        ("Fundación Semilla", "Semilla", "Sem"),
        ("Asociación 3 de Mayo de Productores Unidos del Norte", None, "A3MP"),
        ("Cooperativa", None, "Coo"),
    ],
)
def test_a_short_name_stands_as_it_is_and_a_long_one_by_its_initials(name, short, shown):
    organisation = Organisation(id=OrganisationId(new_id()), name=name, short=short)

    assert code(organisation) == shown


def test_nobody_has_no_chip():
    assert code(None) == ""
