"""Rows of a reflection: evidence for and against, what shows the result, and effects.

A row has no key of its own, so an edit names it by its place and by what it said there; it is found
again even when another row went away meanwhile.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal
from uuid import UUID

from facilitator.domain.cards import Card, Kind
from facilitator.domain.change_theory import Assumption, Indicator
from facilitator.domain.errors import Conflict
from facilitator.domain.frozen import dataclass
from facilitator.domain.notes import Note
from facilitator.domain.plans import WorkItem
from facilitator.domain.records import Records
from facilitator.domain.reflections import Effect, EffectOn, Evidence, Reflection
from facilitator.i18n import _, translations
from facilitator.words import word
from ui.presenters.reflection_fields import Tongue
from ui.presenters.wording import reworded, shown

Side = Literal["for", "against", "result"]
SIDES: Final[tuple[Side, ...]] = ("for", "against", "result")
_FIELD: Final[dict[str, str]] = {"for": "evidence_for", "against": "evidence_against"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One piece of evidence as its row and chip show it; `row` is what the record holds there, of `count`."""

    side: Side
    place: int
    count: int
    row: Evidence
    text: str = ""
    source: str = ""
    linked: str = ""
    look: str = ""

    @property
    def said(self) -> str:
        """What the chip says: its words, else those of what it is linked to."""
        return self.text or self.linked


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLine:
    """One effect as its row shows it; `row` is what the record holds there, of `count`."""

    place: int
    count: int
    row: Effect
    on: str
    text: str = ""
    ref: str = ""


def evidence_lines(
    records: Records, record: Reflection | None, side: Side, screen: str
) -> tuple[EvidenceLine, ...]:
    """Return the evidence of one side, in its order."""
    if record is None:
        return ()
    if side == "result":
        rows: Sequence[Evidence] = [Evidence(ref=key) for key in record.evidence]
    else:
        rows = getattr(record.second_loop, _FIELD[side])
    lines = []
    for place, row in enumerate(rows):
        linked, look = said_by(records, row.ref, screen)
        lines.append(
            EvidenceLine(
                side=side,
                place=place,
                count=len(rows),
                row=row,
                text=shown(row.text, screen),
                source=row.source or "",
                linked=linked,
                look=look,
            )
        )
    return tuple(lines)


def said_by(records: Records, key: UUID | None, screen: str) -> tuple[str, str]:
    """Return the words of a linked record and the look of its paper: a kind of card, or "indicator"."""
    match None if key is None else records.find(key):
        case Card() as card:
            return card.text.best(screen), card.kind.value
        case Indicator() as indicator:
            return indicator.name.best(screen), "indicator"
        case Note(text=text):
            return text.best(screen), Kind.NOTE.value
        case Assumption(text=text) | WorkItem(activity=text):
            return text.best(screen), ""
        case _:
            return ("", "") if key is None else (_("Deleted meanwhile"), "")


def effect_lines(record: Reflection | None, screen: str) -> tuple[EffectLine, ...]:
    """Return the effects, in their order."""
    if record is None:
        return ()
    return tuple(
        EffectLine(
            place=place,
            count=len(record.second_loop.effects),
            row=row,
            on=row.on.value,
            text=shown(row.text, screen),
            ref=str(row.ref) if row.ref else "",
        )
        for place, row in enumerate(record.second_loop.effects)
    )


def effect_items(screen: str) -> list[tuple[str, str]]:
    """Return what can change, as keys and words."""
    return [(each.value, word(translations(screen), each)) for each in EffectOn]


# What an edit makes of the reflection


def add_evidence(record: Reflection, side: Side, evidence: Evidence) -> Reflection:
    """Return the reflection with one more piece of evidence; a card is linked to a side only once."""
    if side == "result":
        if evidence.ref is None or evidence.ref in record.evidence:
            return record
        return replace(record, evidence=(*record.evidence, evidence.ref))
    rows: tuple[Evidence, ...] = getattr(record.second_loop, _FIELD[side])
    if evidence.ref is not None and any(row.ref == evidence.ref for row in rows):
        return record
    return _with_evidence(record, side, (*rows, evidence))


def edit_evidence(
    record: Reflection, line: EvidenceLine, name: str, typed: str, tongue: Tongue
) -> Reflection:
    """Return the reflection with another text, source or ref in one row; a row left bare goes away."""
    rows: tuple[Evidence, ...] = getattr(record.second_loop, _FIELD[line.side])
    place = located(rows, line)
    row = rows[place]
    text, source, ref = row.text, row.source, row.ref
    if name == "text":
        text = reworded(text, typed, tongue.screen, tongue.new_text)
    elif name == "source":
        source = typed.strip() or None
    else:
        ref = UUID(typed) if typed else None
    kept = (Evidence(text, source, ref),) if text or ref is not None else ()
    return _with_evidence(record, line.side, (*rows[:place], *kept, *rows[place + 1 :]))


def remove_evidence(record: Reflection, line: EvidenceLine) -> Reflection:
    """Return the reflection without one piece of evidence."""
    if line.side == "result":
        return replace(record, evidence=tuple(key for key in record.evidence if key != line.row.ref))
    rows: tuple[Evidence, ...] = getattr(record.second_loop, _FIELD[line.side])
    place = located(rows, line)
    return _with_evidence(record, line.side, (*rows[:place], *rows[place + 1 :]))


def _with_evidence(record: Reflection, side: Side, rows: tuple[Evidence, ...]) -> Reflection:
    loop = record.second_loop
    changed = replace(loop, evidence_for=rows) if side == "for" else replace(loop, evidence_against=rows)
    return replace(record, second_loop=changed)


def add_effect(record: Reflection, on: EffectOn) -> Reflection:
    """Return the reflection with one more effect, still without words."""
    loop = record.second_loop
    ref = loop.assumption_ref if on is EffectOn.THEORY_OF_CHANGE else None
    return _with_effects(record, (*loop.effects, Effect(on, ref=ref)))


def edit_effect(record: Reflection, line: EffectLine, name: str, typed: str, tongue: Tongue) -> Reflection:
    """Return the reflection with another target, text or ref in one effect."""
    rows = record.second_loop.effects
    place = located(rows, line)
    row = rows[place]
    if name == "on":
        made = replace(row, on=EffectOn(typed), ref=row.ref if row.on.value == typed else None)
    elif name == "text":
        made = replace(row, text=reworded(row.text, typed, tongue.screen, tongue.new_text))
    else:
        made = replace(row, ref=UUID(typed) if typed else None)
    return _with_effects(record, (*rows[:place], made, *rows[place + 1 :]))


def remove_effect(record: Reflection, line: EffectLine) -> Reflection:
    """Return the reflection without one effect."""
    rows = record.second_loop.effects
    place = located(rows, line)
    return _with_effects(record, (*rows[:place], *rows[place + 1 :]))


def _with_effects(record: Reflection, rows: tuple[Effect, ...]) -> Reflection:
    return replace(record, second_loop=replace(record.second_loop, effects=rows))


def located(rows: Sequence[object], line: EvidenceLine | EffectLine) -> int:
    """Return where a line's row is now: at its place, wherever it went, or at its place with newer words.

    Raises Conflict when it may have gone: there are more or fewer rows, and none says the same.
    """
    if line.place < len(rows) and rows[line.place] == line.row:
        return line.place
    if line.row in rows:
        return rows.index(line.row)
    if len(rows) == line.count:
        return line.place
    raise Conflict("changed-by-somebody-else")
