"""Small hand-made records with sensible defaults, for tests that need a workshop in memory.

Each function makes one record; keyword arguments replace any field. `text("Hola")` is Spanish,
`text("Hola", en="Hello")` has a translation beside it.
"""

import datetime as dt
from typing import Any
from uuid import UUID

from facilitator.domain import ids
from facilitator.domain.agenda import Session, SessionStatus, SessionType
from facilitator.domain.cards import Board, Card, Cluster, Kind, Vote
from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Assumption, Indicator, TheoryOfChange
from facilitator.domain.cycles import Alliance, Cycle, Workshop, WorkshopStatus
from facilitator.domain.evaluation import Evaluation
from facilitator.domain.notes import Agreement, Note, ParkingItem, Photo
from facilitator.domain.people import (
    Attendance,
    AttendanceCode,
    Consent,
    ConsentKind,
    HalfDay,
    Organisation,
    Person,
    Sex,
)
from facilitator.domain.plans import Contribution, ContributionKind, WorkItem
from facilitator.domain.reflections import Reflection
from facilitator.domain.values import Money, Text, Translation

DAY = dt.date(2014, 2, 6)


def _with(defaults: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    return defaults | fields


def text(words: str, language: str = "es", **translations: str) -> Text:
    """People's words, Spanish unless told, with translations by language."""
    return Text(words, language, tuple(Translation(*each) for each in translations.items()))


def an_organisation(name: str = "Red Surco Ejemplo", **fields: Any) -> Organisation:
    """An organisation from Nicaragua known as RSE."""
    defaults: dict[str, Any] = {"id": ids.OrganisationId(ids.new_id()), "short": "RSE", "country": "NI"}
    return Organisation(name=name, **_with(defaults, fields))


def a_person(name: str = "Marisol Ejemplo", **fields: Any) -> Person:
    """A woman who takes part."""
    defaults: dict[str, Any] = {"id": ids.PersonId(ids.new_id()), "sex": Sex.F}
    return Person(full_name=name, **_with(defaults, fields))


def a_consent(person: Person, kind: ConsentKind, *, given: bool = True, **fields: Any) -> Consent:
    """An answer of a person."""
    return Consent(**_with({"id": ids.new_id(), "person": person.id, "kind": kind, "given": given}, fields))


def an_attendance(workshop: Workshop, person: Person, **fields: Any) -> Attendance:
    """A person in the room in the morning of the first day."""
    defaults: dict[str, Any] = {
        "id": ids.new_id(),
        "workshop": workshop.id,
        "person": person.id,
        "date": DAY,
        "half_day": HalfDay.AM,
        "code": AttendanceCode.PRESENT,
    }
    return Attendance(**_with(defaults, fields))


def an_alliance(**fields: Any) -> Alliance:
    """The alliance of Central America."""
    defaults: dict[str, Any] = {
        "id": ids.AllianceId(ids.new_id()),
        "name": text("Alianza de Aprendizaje", en="Learning Alliance"),
        "since": 2003,
    }
    return Alliance(**_with(defaults, fields))


def a_cycle(**fields: Any) -> Cycle:
    """The cycle 2013-2014."""
    return Cycle(**_with({"id": ids.CycleId(ids.new_id()), "label": "2013-2014"}, fields))


def a_workshop(**fields: Any) -> Workshop:
    """The second workshop, in Managua on 6 and 7 February 2014, running."""
    defaults: dict[str, Any] = {
        "id": ids.WorkshopId(ids.new_id()),
        "number": 2,
        "title": text("Mantener el impulso", en="Maintaining momentum"),
        "status": WorkshopStatus.RUNNING,
        "start": DAY,
        "end": DAY + dt.timedelta(days=1),
        "city": "Managua",
        "country": "NI",
    }
    return Workshop(**_with(defaults, fields))


def a_session(workshop: Workshop, **fields: Any) -> Session:
    """A plenary of an hour at nine on the first day, done."""
    defaults: dict[str, Any] = {
        "id": ids.SessionId(ids.new_id()),
        "workshop": workshop.id,
        "date": DAY,
        "planned_start": dt.time(9),
        "planned_minutes": 60,
        "type": SessionType.PLENARY,
        "title": text("Revisión de avances", en="Review of progress"),
        "status": SessionStatus.DONE,
    }
    return Session(**_with(defaults, fields))


def a_board(session: Session, **fields: Any) -> Board:
    """A board that keeps authors and asks what to improve."""
    defaults: dict[str, Any] = {
        "id": ids.BoardId(ids.new_id()),
        "workshop": session.workshop,
        "session": session.id,
        "question": text("¿Qué mejoraría?", en="What would you improve?"),
    }
    return Board(**_with(defaults, fields))


def a_cluster(board: Board, title: str = "Seguimiento", **fields: Any) -> Cluster:
    """A named group of cards."""
    defaults: dict[str, Any] = {
        "id": ids.ClusterId(ids.new_id()),
        "workshop": board.workshop,
        "board": board.id,
        "title": text(title),
    }
    return Cluster(**_with(defaults, fields))


def a_card(board: Board, words: str | Text = "Más seguimiento", **fields: Any) -> Card:
    """A suggestion on a board."""
    defaults: dict[str, Any] = {
        "id": ids.CardId(ids.new_id()),
        "workshop": board.workshop,
        "board": board.id,
        "kind": Kind.SUGGESTION,
        "text": words if isinstance(words, Text) else text(words),
    }
    return Card(**_with(defaults, fields))


def a_vote(on: Card | Cluster, dots: int = 1, **fields: Any) -> Vote:
    """Dots on a card or a cluster."""
    defaults: dict[str, Any] = {
        "id": ids.new_id(),
        "workshop": on.workshop,
        "board": on.board,
        "on": on.id,
        "dots": dots,
    }
    return Vote(**_with(defaults, fields))


def a_note(session: Session, words: str = "Se habló de precios", **fields: Any) -> Note:
    """A line of the note-taker's."""
    defaults: dict[str, Any] = {
        "id": ids.new_id(),
        "workshop": session.workshop,
        "session": session.id,
        "text": text(words),
    }
    return Note(**_with(defaults, fields))


def an_agreement(workshop: Workshop, words: str = "Reunirse cada mes", **fields: Any) -> Agreement:
    """An agreement without owner and date."""
    defaults: dict[str, Any] = {
        "id": ids.AgreementId(ids.new_id()),
        "workshop": workshop.id,
        "text": text(words),
    }
    return Agreement(**_with(defaults, fields))


def a_parking_item(workshop: Workshop, words: str = "¿De quién son los datos?", **fields: Any) -> ParkingItem:
    """Something set aside that nobody decided."""
    return ParkingItem(**_with({"id": ids.new_id(), "workshop": workshop.id, "text": text(words)}, fields))


def a_photo(workshop: Workshop, **fields: Any) -> Photo:
    """A picture of the wall."""
    defaults: dict[str, Any] = {
        "id": ids.PhotoId(ids.new_id()),
        "workshop": workshop.id,
        "file_name": "wall.jpg",
        "media_type": "image/jpeg",
    }
    return Photo(**_with(defaults, fields))


def a_reflection(workshop: Workshop, words: str = "Capacitamos a los equipos", **fields: Any) -> Reflection:
    """A reflection of which only the action is written."""
    defaults: dict[str, Any] = {
        "id": ids.ReflectionId(ids.new_id()),
        "workshop": workshop.id,
        "action": text(words),
    }
    return Reflection(**_with(defaults, fields))


def a_work_item(workshop: Workshop, words: str = "Visitar los sitios", **fields: Any) -> WorkItem:
    """An activity of this workshop."""
    defaults: dict[str, Any] = {
        "id": ids.WorkItemId(ids.new_id()),
        "cycle": workshop.cycle,
        "workshop": workshop.id,
        "code": "2.1",
        "activity": text(words),
    }
    return WorkItem(**_with(defaults, fields))


def a_contribution(item: WorkItem, organisation: Organisation, amount: Money, **fields: Any) -> Contribution:
    """Cash for an activity."""
    defaults: dict[str, Any] = {
        "id": ids.new_id(),
        "work_item": item.id,
        "organisation": organisation.id,
        "kind": ContributionKind.CASH,
        "amount": amount,
    }
    return Contribution(**_with(defaults, fields))


def a_case(**fields: Any) -> Case:
    """Honey."""
    return Case(**_with({"id": ids.CaseId(ids.new_id()), "chain": text("Miel", en="Honey")}, fields))


def an_indicator(**fields: Any) -> Indicator:
    """Days to payment."""
    defaults: dict[str, Any] = {
        "id": ids.IndicatorId(ids.new_id()),
        "name": text("Días hasta el pago", en="Days to payment"),
    }
    return Indicator(**_with(defaults, fields))


def a_theory(**fields: Any) -> TheoryOfChange:
    """A theory of change without elements."""
    return TheoryOfChange(**_with({"id": ids.TheoryId(ids.new_id())}, fields))


def an_assumption(theory: TheoryOfChange, words: str = "Una guía basta", **fields: Any) -> Assumption:
    """An assumption of a theory of change."""
    defaults: dict[str, Any] = {
        "id": ids.AssumptionId(ids.new_id()),
        "theory_of_change": theory.id,
        "text": text(words),
    }
    return Assumption(**_with(defaults, fields))


def an_evaluation(workshop: Workshop, **fields: Any) -> Evaluation:
    """A form without questions."""
    return Evaluation(**_with({"id": ids.EvaluationId(ids.new_id()), "workshop": workshop.id}, fields))


def at(hour: int, minute: int = 0, day: dt.date = DAY) -> dt.datetime:
    """An instant, by the clock of UTC."""
    return dt.datetime.combine(day, dt.time(hour, minute), dt.UTC)


def key() -> UUID:
    """A new key of anything."""
    return ids.new_id()
