"""A card's translation and its history, as lines: who, when, what, and what it said before."""

import datetime as dt
from typing import TYPE_CHECKING

from facilitator.domain.changes import Way
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.people import Person
from facilitator.domain.records import Records
from facilitator.domain.values import Text
from facilitator.formats import formats
from facilitator.i18n import LANGUAGES, _
from facilitator.messages import label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.services.tracing import CardStep


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step: "6 Feb 16:02, Delmy", what was done, and the words that stood there before."""

    when: str
    what: str
    before: str = ""


def shown_language(text: Text, spoken: str) -> str:
    """Return the language of the words that are shown of a text."""
    return text.language if text.translated(spoken) is None else spoken


def other_languages(text: Text, spoken: str, workshop: Workshop | None) -> list[str]:
    """Return the languages that a translation can be in: those of the workshop and the text, else ours."""
    held = (workshop.language, *workshop.languages) if workshop is not None else ()
    known = [each.language for each in text.translations]
    shown = shown_language(text, spoken)
    found = [each for each in dict.fromkeys((*held, text.language, *known)) if each != shown]
    return found or [each for each in LANGUAGES if each != shown]


def history_lines(
    steps: "Sequence[CardStep]", records: Records, zone: dt.tzinfo, spoken: str
) -> tuple[HistoryLine, ...]:
    """Return what happened to a card, newest first; undone is said as undone."""
    lines = []
    for step in steps:
        at = step.at.astimezone(zone)
        when = f"{formats(spoken).short_day(at.date())}, {at:%H:%M}"
        person = records.get(Person, step.by)
        if person is not None and not person.anonymised:
            when = _("{when}, {who}").format(when=when, who=person.full_name)
        what = label_of(step.label)
        if step.way is Way.UNDO:
            what = _("Undone: {what}").format(what=what)
        elif step.way is Way.REDO:
            what = _("Done again: {what}").format(what=what)
        lines.append(HistoryLine(when, what, _before(step, spoken)))
    return tuple(lines)


def _before(step: "CardStep", spoken: str) -> str:
    """Return the words that a step replaced, of the card or of its translation."""
    before, after = step.before, step.after
    if before is None or after is None or before.text == after.text:
        return ""
    was, now = before.text, after.text
    if was.best(spoken) != now.best(spoken):
        return was.best(spoken)
    return was.beside(spoken)
