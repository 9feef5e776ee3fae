"""How an organisation is shown where there is room for a few letters: one rule for every page."""

from typing import Final

from facilitator.domain.people import Organisation

_SHORT: Final = 5
"""Letters of a short name that stand as they are: people know their organisations by them."""

_INITIALS: Final = 4


def code(organisation: Organisation | None) -> str:
    """Return what stands in an organisation's chip: its short name, or the first letters of its words."""
    if organisation is None:
        return ""
    known = organisation.known_as
    if len(known) <= _SHORT:
        return known
    letters = [part[0] for part in known.split() if part[:1].isupper() or part[:1].isdigit()]
    return "".join(letters[:_INITIALS]) if len(letters) > 1 else known[:3]
