"""Words of measuring that files carry in English whatever their language: units and what is told apart by.

The fields are free text (domain.md 4), so these are only the usual ones; what nobody knows stays as it is.
"""

from collections.abc import Mapping
from gettext import NullTranslations
from typing import Final

from facilitator.words.marks import Word, pgettext

_USUAL: Final[Mapping[str, Word]] = {
    "days": pgettext("unit", "days"),
    "weeks": pgettext("unit", "weeks"),
    "months": pgettext("unit", "months"),
    "years": pgettext("unit", "years"),
    "people": pgettext("unit", "people"),
    "families": pgettext("unit", "families"),
    "organisations": pgettext("unit", "organisations"),
    "sex": pgettext("disaggregation", "sex"),
    "age": pgettext("disaggregation", "age"),
    "age band": pgettext("disaggregation", "age band"),
    "country": pgettext("disaggregation", "country"),
    "case": pgettext("disaggregation", "case"),
    "cause": pgettext("disaggregation", "cause"),
    "organisation": pgettext("disaggregation", "organisation"),
}


def usual(t: NullTranslations, said: str) -> str:
    """Return a usual word of measuring in the language of a catalogue, any other as it was typed."""
    known = _USUAL.get(said.strip().casefold())
    return said if known is None else t.pgettext(*known)
