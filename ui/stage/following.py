"""What each stage view follows: the records it is made from, and the name the operator knows it by."""

from typing import Final

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.cards import Board, Card, CardKind, Cluster, Vote
from facilitator.domain.cases import Case
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.guiding import step_now
from facilitator.domain.notes import Agreement
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.record import Record
from facilitator.domain.reflections import Reflection
from facilitator.domain.turns import SpeakingTurn
from facilitator.i18n import N_, _, pgettext

VIEW_WORDS: Final[dict[str, str]] = {
    "agenda": N_("Agenda"),
    "question": N_("Question"),
    "cards": N_("Cards"),
    "matrix": N_("Matrix"),
    "reflection": N_("Reflection"),
    "work_plan": N_("Work plan"),
    "agreements": N_("Agreements"),
    "break": N_("Break"),
    "blank": N_("Blank"),
}
"""The views by key, in English; translated where they are said.

The agreements and the matrix have no place in the switcher and no Alt+number (design.md section 7): the
agreements are read back once, at the closing, from Minutes; the matrix is shown from the board it is of.
"""


def view_name(key: str) -> str:
    """Return what the operator calls a view, in the screen's language and short enough for a button."""
    return pgettext("short", "Work plan") if key == "work_plan" else _(VIEW_WORDS[key])


TIME: Final[tuple[type[Record], ...]] = (Workshop, Session, TimerTransition, SpeakingTurn)
"""What every view follows: the agenda, its clock, and whose turn it is."""

BY_THE_MINUTE: Final = frozenset({"agenda", "break", "work_plan"})
"""Views that tell a forecast or a date: they are composed anew when the minute changes."""

_FOLLOWED: Final[dict[str, tuple[type[Record], ...]]] = {
    "question": (Board, CardKind),
    "cards": (Board, Card, Cluster, Vote, CardKind),
    "matrix": (Board, Card, Cluster),
    "reflection": (Reflection, Card, Case),
    "work_plan": (WorkItem, Organisation),
    "agreements": (Agreement, WorkItem, Organisation, Person),
}


def shows(view: str, changes: ChangeSet) -> bool:
    """Whether a change is of something that the view with this key is made from."""
    return changes.touches(*TIME, *_FOLLOWED.get(view, ()))


def place_of(session: Session | None) -> object:
    """Return where a session is in its steps: another value once somebody went on or back."""
    return None if session is None else (session.id, session.step_started)


def asks_for_view(session: Session | None) -> bool:
    """Whether the step that is on wants the stage to change; one that does not leaves it as it is."""
    step = None if session is None else step_now(session)
    return step is not None and step.shows is not None
