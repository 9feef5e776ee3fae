"""Two minutes before the first session of a day: looks at the laptop, and says what is to be seen to."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from facilitator.domain.agenda import Session
from facilitator.domain.places import zone_of
from facilitator.i18n import _, language
from ui.operator.shell.banner import Notice
from ui.operator.shell.window import OperatorWindow
from ui.presenters.preflight import due, lines, summary
from ui.runtime.desk import Desk

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ui.operator.preflight.check import PreflightCheck
    from ui.operator.shell.banner import Tone

CAUSE: Final = "preflight"


class Reminder(QObject):
    """Once a day, and gone as soon as a session runs. It opens nothing by itself."""

    def __init__(
        self,
        window: OperatorWindow,
        desk: Desk,
        check: "PreflightCheck",
        open_card: "Callable[[], None]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._check = check
        self._open_card = open_card
        self._told: dt.date | None = None
        self._session: Session | None = None
        check.changed.connect(self._say)

    def look_at_clock(self) -> None:
        """Remind when it is time, or take the reminder away when it is not any more."""
        workshop = self._desk.workshop
        if workshop is None:
            return
        sessions = self._desk.records.where(Session, workshop=workshop.id)
        session = due(sessions, self._desk.now(), zone_of(workshop))
        if session is None:
            self._window.banners.close_cause(CAUSE)
        elif self._told != session.date:
            self._told, self._session = session.date, session
            self._check.begin(CAUSE)

    @Slot()
    def _say(self) -> None:
        """Say once what was found out, when all of it is."""
        session = self._session
        if session is None or session.planned_start is None:
            return
        state, sentence = summary(lines(self._check.facts()))
        if state == "checking":
            return
        self._session = None
        self._check.end(CAUSE)
        tones: dict[str, Tone] = {"ok": "info", "look": "warn"}
        tone = tones.get(state, "over")
        icon = "circle-check" if state == "ok" else "triangle-alert"
        actions = ((_("Open the check"), self._opened),)
        title = " ".join(session.title.best(language()).split())
        lead = _("{session} is planned for {time}.").format(
            session=title, time=f"{session.planned_start:%H:%M}"
        )
        self._window.banners.show_notice(
            Notice(sentence, CAUSE, tone=tone, icon=icon, lead=lead, actions=actions)
        )

    def _opened(self) -> None:
        self._window.banners.close_cause(CAUSE)
        self._open_card()
