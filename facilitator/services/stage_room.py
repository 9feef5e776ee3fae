"""What every stage view is made from: one workshop's records, the languages of its room, and its time."""

import datetime as dt
from collections.abc import Sequence
from enum import Enum
from functools import cached_property
from gettext import NullTranslations
from typing import Final, TypeAlias, TypeVar

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.cards import Kind
from facilitator.domain.cycles import Workshop
from facilitator.domain.drift import Day, day_of
from facilitator.domain.ids import BoardId
from facilitator.domain.places import zone_of
from facilitator.domain.record import Record
from facilitator.domain.records import Reader
from facilitator.domain.stage import Phase, StageText, StageTimer
from facilitator.domain.timer import TimerPhase, TimerState, clocks_of, current_session, face
from facilitator.domain.values import Text
from facilitator.formats import Formats, formats
from facilitator.i18n import LANGUAGES, SOURCE_LANGUAGE, translations
from facilitator.services.stage_wall import ShownWall
from facilitator.words import word

R = TypeVar("R", bound=Record)

_PHASES: Final[dict[TimerPhase, Phase]] = {
    TimerPhase.IDLE: "idle",
    TimerPhase.RUNNING: "running",
    TimerPhase.CUE: "cue",
    TimerPhase.OVER: "over",
    TimerPhase.PAUSED: "paused",
    TimerPhase.FINISHED: "idle",
}
NOTHING: Final = StageText("")


Walls: TypeAlias = dict[BoardId, ShownWall]
"""Boards that were composed before, in the same words for the same room: a long wall is not made anew."""


class Room:
    """The room of one workshop at one instant. It reads; nothing here changes a record."""

    def __init__(
        self, records: Reader, workshop: Workshop, now: dt.datetime, walls: Walls | None = None
    ) -> None:
        self.records = records
        self.workshop = workshop
        self.now = now
        self._walls: Walls = {} if walls is None else walls
        self.zone = zone_of(workshop)
        self.language, self.second_language = languages_of(workshop)

    def of(self, kind: type[R]) -> list[R]:
        """Return the workshop's records of a class."""
        return self.records.where(kind, workshop=self.workshop.id)

    def wall(self, board: BoardId) -> ShownWall:
        """Return a board's cards as they were shown last; a board that was not shown has none."""
        return self._walls.setdefault(board, ShownWall())

    @cached_property
    def sessions(self) -> list[Session]:
        """The agenda in its order."""
        return sorted(self.of(Session), key=lambda each: each.order)

    @cached_property
    def live(self) -> Session | None:
        """The session that runs or is paused."""
        return current_session(self.sessions)

    @cached_property
    def clock(self) -> TimerState | None:
        """The clock of the session that runs."""
        return None if self.live is None else clock_of(self.records, self.live)

    def day(self, date: dt.date) -> Day:
        """Return how a day of the workshop runs."""
        clocks = clocks_of(self.sessions, self.of(TimerTransition))
        return day_of(self.sessions, date, clocks=clocks, zone=self.zone, now=self.now)

    @property
    def current_date(self) -> dt.date | None:
        """The day that the room is in: of what runs, else today, else of what comes, else the last."""
        dates = sorted({each.date for each in self.sessions})
        if self.live is not None:
            return self.live.date
        today = self.now.astimezone(self.zone).date()
        coming = [date for date in dates if date >= today]
        return coming[0] if coming else dates[-1] if dates else None

    # Words

    def say(self, text: Text | None) -> StageText:
        """Return people's words in the room's first language, and in its second where they have it."""
        if text is None or not text:
            return NOTHING
        first = text.best(self.language)
        second = text.translated(self.second_language) if self.second_language else None
        return StageText(first, second if second and second != first else None)

    def fixed(self, message: str, **values: str) -> StageText:
        """Return one of the program's own sentences in the languages of the room."""
        return _both([each.gettext(message).format(**values) for each in self.catalogues])

    def word(self, key: Enum) -> StageText:
        """Return the word of an enumeration's key in the languages of the room."""
        return _both([word(each, key) for each in self.catalogues])

    def counted(self, messages: Sequence[str], **values: object) -> StageText:
        """Return a sentence that was chosen in each language of `catalogues` by its rules of number."""
        return _both([each.format(**values) if values else each for each in messages])

    @cached_property
    def catalogues(self) -> list[NullTranslations]:
        """The catalogues of the room's languages, first language first."""
        languages = (self.language, self.second_language)
        return [translations(_spoken(each)) for each in languages if each]

    @property
    def formats(self) -> tuple[Formats, ...]:
        """How the languages of the room write dates, first language first."""
        languages = [each for each in (self.language, self.second_language) if each]
        return tuple(formats(_spoken(each), self.workshop.country) for each in languages)

    # Time

    def local(self, instant: dt.datetime | None) -> str:
        """Return an instant as the room's clock shows it, "16:27"."""
        if instant is None:
            return ""
        there = instant.astimezone(self.zone)
        return f"{there.hour:02}:{there.minute:02}"  # a pattern would import a module each time

    @property
    def timer(self) -> StageTimer | None:
        """The face of the running session's clock."""
        return None if self.clock is None else face_of(self.clock, self.now, self.zone)


def face_of(clock: TimerState, now: dt.datetime, zone: dt.tzinfo) -> StageTimer:
    """Return what the room reads off a clock at an instant; in a break, how long until everybody is back."""
    pause, back = clock.of_break, clock.back_at
    if pause is not None and back is not None:
        now = min(now, back)
        gone = pause.fraction(now)
        return StageTimer(face(pause, now), "running", gone, f"{back.astimezone(zone):%H:%M}")
    used = clock.elapsed(now) / clock.length if clock.length else 1.0
    ends = clock.ends(now).astimezone(zone)
    return StageTimer(face(clock, now), _PHASES[clock.phase(now)], used, f"{ends:%H:%M}")


def clock_of(records: Reader, session: Session) -> TimerState:
    """Return a session's clock from what happened to it."""
    return TimerState.of(session, records.where(TimerTransition, session=session.id))


def languages_of(workshop: Workshop) -> tuple[str, str | None]:
    """Return the room's language, and its second one when the workshop is held in exactly two."""
    others = [each for each in workshop.languages if each != workshop.language]
    return workshop.language, others[0] if len(others) == 1 else None


def _both(said: Sequence[str]) -> StageText:
    return StageText(said[0], said[1] if len(said) > 1 and said[1] != said[0] else None)


def _spoken(language: str) -> str:
    """Return a language that the program speaks: a room with another one gets its fixed words in English."""
    return language if language in LANGUAGES else SOURCE_LANGUAGE


def look_of(kind: Kind) -> str:
    """Return the key of a kind's badge and paper in tokens.json."""
    return kind.value
