"""The scenes of reflections: every field of both loops is written, the correction goes to the plan."""

from enum import Enum
from functools import partial
from typing import Any, Final
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.plans import WorkItem
from facilitator.domain.reflections import Effect, Evidence, Reflection
from facilitator.domain.values import LooseDate, Text
from facilitator.i18n import N_, _, language
from ui.operator.pages.reflection import ReflectionPage
from ui.operator.reflection.disclosure import Disclosure
from ui.presenters.reflection_fields import DATES, ENUMS, LISTS, TEXTS, at
from ui.presenters.reflection_rows import Side, effect_items
from ui.rehearsal.company import Company
from ui.rehearsal.player import Play, Stopped, Until
from ui.widgets.choice import Choice

_IN_THE_DIAGRAM: Final = (
    "expected_result",
    "actual_result",
    "gap.kind",
    "gap.text",
    "first_loop.causes",
    "first_loop.correction",
    "second_loop.governing_assumption",
)
_CONTEXT: Final = ("session", "case", "group_size", "context", "expected_indicator", "expected_target",
                   "actual_value", "actual_source")  # fmt: skip
_ASSUMPTION: Final = ("second_loop.assumption_kind", "second_loop.assumption_ref")
_VERDICT: Final = ("second_loop.evidence_strength", "second_loop.verdict", "second_loop.revised_assumption")
_DECISION: Final = ("second_loop.decision", "second_loop.refer_to", "second_loop.owner",
                    "second_loop.owner_person", "second_loop.review_on",
                    "second_loop.how_we_will_know")  # fmt: skip
_LEARNING: Final = ("third_loop.about", "third_loop.change")
_WHOSE: Final = ("attribution", "attributed_to", "attributed_person", "recorded_by")


def reflect(company: Company, session: Session) -> Play:
    """Write every reflection of this session."""
    yield from company.open_page("reflection")
    company.camera.console("reflexión sin empezar")
    for scored in company.score.of(Reflection):
        if scored.session == session.id:
            yield from _write(company, scored)
    yield from company.hands.press("Alt+4")
    yield from company.settle()


def _write(company: Company, scored: Reflection) -> Play:
    """Write one reflection, field by field, as the group speaks."""
    page = company.page(ReflectionPage)
    sections, panel, before = page.view.sections, page.view.panel, _keys(company)
    yield from company.hands.press("Ins")
    action = page.view.form.text("action")
    yield Until(action.hasFocus, _("The field of the action"))
    yield from company.hands.type(company.score.said(scored.action))
    yield from company.hands.press("Tab")
    yield Until(lambda: len(_keys(company)) > len(before), _("The reflection was begun"))
    [key] = _keys(company) - before
    company.made[scored.id] = key
    yield from company.hands.click(company.window.header.buttons[0])
    yield Until(lambda: company.stage.key == "reflection", _("The reflection was shown to the room"))
    yield from _fields(company, page, scored, _IN_THE_DIAGRAM)
    yield from _open(company, sections.where)
    yield from _fields(company, page, scored, _CONTEXT)
    yield from _open(company, sections.assumption)
    yield from _fields(company, page, scored, _ASSUMPTION)
    for side, evidence in _sides(scored):
        for number, each in enumerate(evidence, 1):
            yield from _observe(company, side, number, each, key)
    yield from _fields(company, page, scored, _VERDICT)
    for number, effect in enumerate(scored.second_loop.effects, 1):
        yield from _change(company, page, number, effect, key)
    yield from _open(company, panel.decision)
    yield from _fields(company, page, scored, _DECISION)
    if any(at(scored, name) for name in _LEARNING):
        yield from _open(company, sections.learning)
        yield from _fields(company, page, scored, _LEARNING)
    yield from _open(company, sections.review)
    yield from _fields(company, page, scored, _WHOSE)
    yield from _send(company, page, scored, key)
    page.view.scroller.verticalScrollBar().setValue(0)
    yield from company.both(f"reflexión {len(before) + 1}")
    company.count(N_("reflections"))


def _sides(scored: Reflection) -> list[tuple[Side, tuple[Evidence, ...]]]:
    loop = scored.second_loop
    return [("for", loop.evidence_for), ("against", loop.evidence_against)]


def _keys(company: Company) -> set[UUID]:
    workshop = company.score.workshop.id
    return {each.id for each in company.records.where(Reflection, workshop=workshop)}


def _open(company: Company, part: Disclosure) -> Play:
    """Open a part of the form that is closed."""
    if not part.is_open:
        yield from company.hands.click(part.head)
        yield Until(lambda: part.is_open, _("A part of the form opened"))


def _fields(company: Company, page: ReflectionPage, scored: Reflection, names: tuple[str, ...]) -> Play:
    """Write those fields that the score fills, and wait for each until it is stored."""
    for name in names:
        value = at(scored, name)
        if value is None or value == ():
            continue
        field, key = page.view.form.fields[name], company.made[scored.id]
        if isinstance(field, Choice):
            yield from company.hands.choose(field, _typed(company, name, value))
        else:
            yield from company.hands.fill(field, _typed(company, name, value))
        yield Until(
            partial(_field_is, company, key, name, value),
            _("The field “{field}” was stored").format(field=field.accessibleName()),
        )
        company.count(N_("reflection fields"))


def _field_is(company: Company, key: UUID, name: str, value: Any) -> bool:
    return _is(company, at(company.stored(Reflection, key), name), value)


def _typed(company: Company, name: str, value: Any) -> str:
    """Return what is typed or chosen for a value of the score."""
    if name in TEXTS:
        return company.score.said(value)
    if name in LISTS:
        return "\n".join(company.score.said(each) for each in value)
    if name in DATES:
        return day_typed(value)
    if name in ENUMS:
        return str(value.value)
    return str(value)


def _is(company: Company, stored: Any, wanted: Any) -> bool:
    """Whether a stored value says what the score says, in the language that is typed."""
    if isinstance(wanted, Text):
        return company.score.said(stored) == company.score.said(wanted)
    if isinstance(wanted, tuple):
        return len(stored) == len(wanted) and all(
            _is(company, one, other) for one, other in zip(stored, wanted, strict=True)
        )
    if isinstance(wanted, Enum):
        return stored is wanted
    return bool(stored == wanted)


def day_typed(day: LooseDate) -> str:
    """Return a date as people type it: day, month, year; a month alone without a day."""
    if day.day is None:
        return f"{day.month:02d}/{day.year}"
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _observe(company: Company, side: Side, number: int, evidence: Evidence, key: UUID) -> Play:
    """Write down what speaks for or against the assumption."""
    rows = company.page(ReflectionPage).view.sections.evidence[side]
    yield from company.hands.enter(rows.new)
    yield from company.hands.type(company.score.said(evidence.text))
    yield from company.hands.press("Return")

    def there() -> bool:
        loop = company.stored(Reflection, key).second_loop
        return len(loop.evidence_for if side == "for" else loop.evidence_against) == number

    yield Until(there, _("The evidence was stored"))
    company.count(N_("evidence"))


def _change(company: Company, page: ReflectionPage, number: int, effect: Effect, key: UUID) -> Play:
    """Say what else changes."""
    diagram = page.view.diagram
    words = dict(effect_items(language()))[effect.on.value]
    yield from company.hands.click(diagram.add_effect)
    yield from company.hands.pick(lambda said: said == words)
    yield Until(
        lambda: (
            len(company.stored(Reflection, key).second_loop.effects) == number
            and len(diagram.effects) == number
        ),
        _("The change was added"),
    )
    row = diagram.effects[number - 1]
    if effect.text is not None:
        yield from company.hands.fill(row.text, company.score.said(effect.text))
        yield Until(
            lambda: _is(
                company, company.stored(Reflection, key).second_loop.effects[number - 1].text, effect.text
            ),
            _("The words of the change were stored"),
        )
    if (
        effect.ref is not None
        and company.stored(Reflection, key).second_loop.effects[number - 1].ref != effect.ref
    ):
        yield from company.hands.choose(diagram.effects[number - 1].ref, str(effect.ref))
        yield Until(
            lambda: company.stored(Reflection, key).second_loop.effects[number - 1].ref == effect.ref,
            _("What the change is about was stored"),
        )
    company.count(N_("effects"))


def _send(company: Company, page: ReflectionPage, scored: Reflection, key: UUID) -> Play:
    """Make the correction a work-plan item; a second time makes no second one."""
    if not scored.first_loop.correction:
        return
    items = len(company.score.of(WorkItem))
    correction = page.view.form.text("first_loop.correction")
    yield from company.hands.enter(correction)
    yield from company.hands.press("Ctrl+Shift+W")
    yield Until(
        lambda: company.stored(Reflection, key).first_loop.work_item is not None, _("The correction was sent")
    )
    made = company.stored(Reflection, key).first_loop.work_item
    number = len(company.records.where(WorkItem))
    yield from company.hands.press("Ctrl+Shift+W")
    yield from company.settle()
    if len(company.records.where(WorkItem)) != number or number > items:
        raise Stopped(_("The correction was sent twice"))
    if scored.first_loop.work_item is not None and made is not None:
        company.made[scored.first_loop.work_item] = made
