"""The scenes of the two days: every session is run with its keys, and what it is for happens in it."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Final

from facilitator.domain.agenda import Session, SessionStatus, SessionType
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.i18n import N_, _
from ui.operator.pages.run import RunPage
from ui.rehearsal.collecting import collect, write_down
from ui.rehearsal.company import Company
from ui.rehearsal.hands import LOOK
from ui.rehearsal.planning import plan
from ui.rehearsal.player import Pause, Play, Scene, Stopped, Until
from ui.rehearsal.reflecting import reflect
from ui.widgets.buttons import Button

_BEFORE_THE_END: Final = dt.timedelta(minutes=2)
"""Pictures of a session are taken so long before it ends."""
_BEFORE_THE_START: Final = dt.timedelta(minutes=5)


def prepare(company: Company) -> Play:
    """Open the workshop and look at what was prepared."""
    yield Scene(_("Opening the workshop"))
    desk, workshop = company.desk, company.score.workshop
    yield Until(lambda: desk.ready, _("The database opened"))
    if desk.workshop_id != workshop.id:
        desk.open_workshop(workshop.id)
    yield Until(lambda: desk.workshop_id == workshop.id, _("The workshop opened"))
    for key in ("home", "agenda", "cases", "people", "settings"):
        yield from company.open_page(key)
        company.camera.console(f"{key} antes del taller")


def run_workshop(company: Company) -> Play:
    """Start the workshop, run all of its sessions, and close it."""
    yield Scene(_("Starting the workshop"))
    sessions = company.score.sessions()
    if sessions[0].actual_start is not None:
        company.jump(sessions[0].actual_start - _BEFORE_THE_START)
    yield from company.open_page("run")
    yield from company.hands.press("F5")
    yield Until(lambda: company.stage.is_open, _("The stage opened"))
    yield from _press_button(company, _("Start the workshop"))
    yield Until(lambda: _status(company) is WorkshopStatus.RUNNING, _("The workshop was started"))
    for number, session in enumerate(sessions, 1):
        yield from _run_session(company, number, session)
    yield Scene(_("Ending the last session"))
    yield from _end_day(company, sessions[-1])


def close_workshop(company: Company) -> Play:
    """Close the workshop: from now on it was held."""
    yield Scene(_("Closing the workshop"))
    yield from company.open_page("run")
    yield from _press_button(company, _("Close the workshop"))
    yield Until(lambda: _status(company) is WorkshopStatus.CLOSED, _("The workshop was closed"))
    yield from company.both("taller cerrado")
    yield from company.open_page("home")
    company.camera.console("home después del taller")
    yield from company.open_page("agenda")
    company.camera.console("agenda cumplida")


def _run_session(company: Company, number: int, session: Session) -> Play:
    title = company.score.said(session.title)
    yield Scene(_("Session {number}: {title}").format(number=number, title=title))
    live = company.live()
    if live is not None and live.date < session.date:
        yield from _end_day(company, live)
    yield from company.open_page("run")
    company.jump(session.actual_start)
    yield from company.hands.press("F9")
    yield Until(lambda: (now := company.live()) and now.id == session.id, _("The session was started"))
    company.count(N_("sessions"))
    yield Pause(LOOK)
    name = f"sesión {number:02d} {title}"
    company.camera.stage(f"escenario al empezar {name}")
    for part in _parts(session):
        yield from part(company, session)
    if session.actual_end is not None:
        company.jump(session.actual_end - _BEFORE_THE_END)
    yield from company.open_page("run")
    yield from company.both(name)


def _parts(session: Session) -> list[Callable[[Company, Session], Play]]:
    """Return what happens in a session."""
    by_type: dict[SessionType, list[Callable[[Company, Session], Play]]] = {
        SessionType.REVIEW: [_keep_time],
        SessionType.REFLECTION: [reflect],
        SessionType.CLOSING: [_read_agreements],
    }
    return [_note, collect, *by_type.get(session.type, []), plan]


def _note(company: Company, session: Session) -> Play:
    """Set aside what is parked in this session, and write down what answers it."""
    for parked in company.score.records.where(ParkingItem, session=session.id):
        yield from write_down(company, "Ctrl+6", parked)
        answer = company.score.records.get(Agreement, parked.linked)
        if answer is not None:
            yield from write_down(company, "Ctrl+7", answer)


def _keep_time(company: Company, session: Session) -> Play:
    """Give the session five minutes more, and pause its clock once."""
    for _minute in range(5):
        yield from company.hands.press("Ctrl+Up")
    for status in (SessionStatus.PAUSED, SessionStatus.RUNNING):
        yield from company.hands.press("F8")
        yield Until(partial(_is_so, company, session, status), _("The clock was paused, or went on"))
        yield Pause(LOOK)


def _is_so(company: Company, session: Session, status: SessionStatus) -> bool:
    return company.stored(Session, session.id).status is status


def _read_agreements(company: Company, session: Session) -> Play:
    """Show the agenda of what comes next, blank and freeze the stage once, and let it go."""
    del session
    for keys, name in (("Ctrl+.", "escenario en blanco"), ("Ctrl+.", ""), ("Alt+1", "escenario agenda")):
        yield from company.hands.press(keys)
        yield from company.settle()
        if name:
            company.camera.stage(name)
    yield from company.hands.press("F7")
    yield Until(lambda: company.stage.is_frozen, _("The stage was frozen"))
    yield from company.hands.press("F7")
    yield Until(lambda: not company.stage.is_frozen, _("The stage was let go"))


def _end_day(company: Company, session: Session) -> Play:
    """End the last session of a day."""
    scored = company.score.records.get(Session, session.id)
    yield from company.open_page("run")
    company.jump(scored.actual_end if scored else None)
    yield from company.hands.press("F9")
    yield Until(lambda: company.live() is None, _("The last session of the day ended"))
    yield from company.settle()


def _press_button(company: Company, words: str) -> Play:
    """Click a button of the Run page by its words."""
    buttons = company.page(RunPage).findChildren(Button)
    found = next((each for each in buttons if each.isVisible() and each.text() == words), None)
    if found is None:
        raise Stopped(_("There is no button “{words}”").format(words=words))
    yield from company.hands.click(found)


def _status(company: Company) -> WorkshopStatus | None:
    found = company.records.get(Workshop, company.score.workshop.id)
    return None if found is None else found.status
