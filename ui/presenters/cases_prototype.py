"""A case's prototype: rounds as loops, five key questions, improvements and how they go (domain.md 3.7)."""

from collections.abc import Sequence
from typing import Final, Literal
from uuid import UUID

from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Indicator
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CaseId, IndicatorId, new_id
from facilitator.domain.prototypes import (
    Hypothesis,
    HypothesisDecision,
    HypothesisResult,
    PrototypeIteration,
    Stage,
)
from facilitator.domain.record import Record
from facilitator.i18n import N_, _, ngettext, translations
from facilitator.words import word
from ui.presenters.cases import Casebook, indicators_of
from ui.presenters.cases_fields import Field, edited, organisation
from ui.presenters.cases_tables import NEW, Add, Change, Choices, Remove, Revise, invitation
from ui.presenters.cases_verdicts import Standing, reading, standing_of, trend, verdict
from ui.presenters.cells import Cell, Column, Row
from ui.presenters.forms import Items
from ui.presenters.work_plan import organisation_items

ITERATION: Final = (
    Field(name="title", head=N_("Title"), rows=(1, 2), row=1),
    Field(name="stage", head=N_("Stage of work"), kind="choice", of=Stage, must=True, row=1),
    Field(name="owner", head=N_("Owner"), kind="choice", of=organisation, row=1),
    Field(name="started", head=N_("Started"), kind="day", row=1),
    Field(name="planned_review", head=N_("Planned review"), kind="date", row=1),
)
"""Fields of a round."""

ANSWERS: Final = ("baseline", "vision", "change", "action_and_measure", "learning")
QUESTIONS: Final = tuple(Field(name=f"answers.{each}", head="") for each in ANSWERS)
"""Answers to the five key questions, in their order."""

HYPOTHESIS: Final = (
    Field(name="if_", head=N_("If we change this"), kind="needed", row=1),
    Field(name="then", head=N_("then this will follow"), row=1),
    Field(
        name="indicator",
        head=N_("Measured by"),
        kind="choice",
        of=lambda key: IndicatorId(UUID(key)),
        row=2,
    ),
    Field(name="due", head=N_("By when"), kind="date", row=2),
    Field(name="result", head=N_("Result"), kind="choice", of=HypothesisResult, must=True, row=3),
    Field(name="decision", head=N_("Decision"), kind="choice", of=HypothesisDecision, row=3),
)
"""Fields of a hypothesis: if, then, measured by, by when; what testing showed, what is done about it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A round as a loop of the thread. `key` is None for the one that is to come."""

    key: UUID | None
    number: str
    title: str
    months: str
    said: str
    icon: str
    state: Literal["done", "now", "coming"]
    spoken: str


def iterations_of(book: Casebook, case: Case) -> list[PrototypeIteration]:
    """Return the rounds of a case's prototype in order."""
    found = book.records.where(PrototypeIteration, case=case.id)
    return sorted(found, key=lambda each: (each.iteration, each.id.int))


def hypotheses_of(book: Casebook, iteration: PrototypeIteration) -> list[Hypothesis]:
    """Return the hypotheses of a round in their order."""
    found = book.records.where(Hypothesis, iteration=iteration.id)
    return sorted(found, key=lambda each: (each.position, each.id.int))


def turns_of(book: Casebook, rounds: Sequence[PrototypeIteration]) -> list[Turn]:
    """Return a loop for each round, and a dotted one for the next while the last is still open."""
    turns = [_turn(book, each, rounds) for each in rounds]
    if rounds and rounds[-1].stage is not Stage.CLOSED:
        number = str(rounds[-1].iteration + 1)
        title, said = _("Next iteration"), _("Takes along what is still open")
        turns.append(Turn(None, number, title, "", said, "repeat", "coming", title))
    return turns


def _turn(book: Casebook, each: PrototypeIteration, rounds: Sequence[PrototypeIteration]) -> Turn:
    title = book.say(each.title) or _("Iteration {n}").format(n=each.iteration)
    place = rounds.index(each)
    following = rounds[place + 1].started if place + 1 < len(rounds) else None
    months = book.formats.brief_span(each.started, following or each.planned_review)
    closed = each.stage is Stage.CLOSED
    stage = word(translations(book.language), each.stage)
    found = hypotheses_of(book, each)
    known = sum(1 for one in found if one.result is not HypothesisResult.NOT_YET)
    if not found:
        said = stage
    else:
        count = ngettext(
            "{stage}: {known} of {n} hypothesis tested",
            "{stage}: {known} of {n} hypotheses tested",
            len(found),
        )
        said = count.format(stage=stage, known=known, n=len(found))
    spoken = ". ".join(part for part in (title, months, said) if part)
    icon = "circle-check" if closed else "circle-dot"
    state: Literal["done", "now"] = "done" if closed else "now"
    return Turn(each.id, str(each.iteration), title, months, said, icon, state, spoken)


def is_closed(iteration: PrototypeIteration) -> bool:
    """Whether a round can only be read."""
    return iteration.stage is Stage.CLOSED


def closed_words(iteration: PrototypeIteration, rounds: Sequence[PrototypeIteration]) -> str:
    """Say why a round cannot be changed, empty while it can."""
    if not is_closed(iteration):
        return ""
    if iteration.id != rounds[-1].id:
        return _("This iteration is closed and stays as it was. What was open went on into the next one.")
    return _("This iteration is closed. Give it another stage to change it, or begin the next one.")


def choices_of(book: Casebook, case: CaseId) -> dict[str, Items]:
    """Return what can be chosen in the fields of a round and of a hypothesis."""
    t = translations(book.language)
    indicators = [*indicators_of(book, case), *indicators_of(book, None)]
    return {
        "stage": [(each.value, word(t, each)) for each in Stage],
        "owner": organisation_items(book.records, _("None")),
        "indicator": [
            ("", _("No indicator yet")),
            *((str(each.id), book.say(each.name)) for each in indicators),
        ],
        "result": [(each.value, word(t, each)) for each in HypothesisResult],
        "decision": [("", _("Not decided")), *((each.value, word(t, each)) for each in HypothesisDecision)],
    }


class Improvements:
    """The hypotheses of a round with their indicators, then what else is measured in the case."""

    title = N_("Improvements and how we measure them")
    invite = N_("If we change…")

    def columns(self, book: Casebook) -> list[Column]:
        """Return the columns of the design's table of improvements."""
        del book
        return [
            Column(
                key="if_",
                head=_("Improvement"),
                spoken=_("Improvement and indicator"),
                width=160,
                stretch=True,
                editor="line",
            ),
            Column(key="baseline", head=_("Baseline"), width=88, align="right", drop=2),
            Column(key="target", head=_("Target"), width=70, align="right", drop=1),
            Column(key="latest", head=_("Latest"), width=70, align="right"),
            Column(key="trend", head=_("Trend"), width=104, drop=3),
            Column(key="verdict", head=_("Verdict"), width=186),
        ]

    def choices(self, book: Casebook, owner: Record | None) -> Choices:
        """Offer nothing: only the change itself is typed here."""
        del book, owner
        return {}

    def rows(self, book: Casebook, owner: Record | None) -> list[Row]:
        """Return a row for each hypothesis, then for the indicators that the case measures without one."""
        if not isinstance(owner, PrototypeIteration):
            return []
        found = hypotheses_of(book, owner)
        rows = [self._hypothesis(book, owner, each) for each in found]
        rows.append(invitation("if_", _(self.invite)))
        used = {each.indicator for each in found}
        others = [
            each
            for each in (*indicators_of(book, owner.case), *indicators_of(book, None))
            if each.id not in used
        ]
        stands = [standing_of(book, each, owner.case) for each in others]
        measured = [each for each in stands if each.readings or each.indicator.case is not None]
        if measured:
            rows.append(
                Row(key="others", kind="group", title=_("Also measured in this case"), selectable=False)
            )
            rows += [
                self._row(book, each, each.indicator.id, _first(book.say(each.indicator.name)))
                for each in measured
            ]
        return rows

    def _hypothesis(self, book: Casebook, owner: PrototypeIteration, each: Hypothesis) -> Row:
        change = book.say(each.if_)
        indicator = book.records.get(Indicator, each.indicator)
        under = book.say(indicator.name) if indicator else _("No indicator yet")
        cell = Cell(shown=_first(change), under=under, strong=True, edit=change)
        if indicator is None:
            return Row(key=each.id, cells={"if_": cell, "verdict": Cell(shown="–", tone="ink_2")})
        row = self._row(book, standing_of(book, indicator, owner.case), each.id, "")
        return Row(key=each.id, cells={**row.cells, "if_": cell})

    def _row(self, book: Casebook, standing: Standing, key: UUID, words: str) -> Row:
        indicator = standing.indicator
        start = indicator.baseline.value if indicator.baseline else None
        goal = indicator.target.value if indicator.target else None
        pill = verdict(standing, book.today)
        line = trend(standing)
        cells = {
            "if_": Cell(shown=words, under=book.unit(indicator), strong=True),
            "baseline": Cell(shown=reading(indicator, start, book)),
            "target": Cell(shown=reading(indicator, goal, book)),
            "latest": Cell(shown=reading(indicator, standing.latest, book), strong=True),
            "trend": Cell(trend=line if line.values else None, spoken=_trend_words(book, standing)),
            "verdict": Cell(pill=pill, spoken=pill.text),
        }
        return Row(key=key, cells=cells)

    def changed(self, book: Casebook, owner: Record, key: object, typed: tuple[str, str]) -> Change | None:
        """Return what typing a change alters: a new hypothesis in the last row, else its words."""
        _column, words = typed
        if not isinstance(owner, PrototypeIteration):
            return None
        field = HYPOTHESIS[0]
        if key == NEW:
            if not words.strip():
                return None
            return Add(Hypothesis(id=new_id(), iteration=owner.id, if_=book.new_text(words)))
        record = book.records.get(Hypothesis, key) if isinstance(key, UUID) else None
        if record is None:
            return None
        edited(field, record, words, book)  # refused here, where it was typed
        return Revise(Hypothesis, record.id, lambda stored: edited(field, stored, words, book))

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Return what deleting a row changes: hypotheses go, indicators stay."""
        del owner
        found = book.records.get(Hypothesis, key) if isinstance(key, UUID) else None
        return None if found is None else Remove(Hypothesis, found.id)

    def moved(self, book: Casebook, owner: Record, key: object, steps: int) -> Change | None:
        """Move nothing here; `order_after` says the new order of hypotheses."""
        del book, owner, key, steps
        return None


def order_after(book: Casebook, iteration: PrototypeIteration, key: object, steps: int) -> list[UUID]:
    """Return the hypotheses of a round after one changed places; empty when it cannot."""
    keys = [each.id for each in hypotheses_of(book, iteration)]
    place = keys.index(key) if isinstance(key, UUID) and key in keys else -1
    if place < 0 or not 0 <= place + steps < len(keys):
        return []
    keys.insert(place + steps, keys.pop(place))
    return keys


def _first(words: str) -> str:
    """Return words with a capital in front, as they begin a row."""
    return words[:1].upper() + words[1:]


def _trend_words(book: Casebook, standing: Standing) -> str:
    """Return the readings as words, for those who see no line."""
    values = [reading(standing.indicator, each.value, book) for each in standing.readings]
    return ", ".join(values) if values else _("No reading yet")
