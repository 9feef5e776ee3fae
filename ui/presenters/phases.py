"""The six phases of a board as a thread: which are done, which is on, what comes next (domain.md 6.4)."""

from typing import Final, Literal

from facilitator.domain.cards import Board, BoardMode, Card, Phase
from facilitator.domain.frozen import dataclass
from facilitator.domain.records import Records
from facilitator.i18n import _, translations
from facilitator.words import word

State = Literal["done", "now", "coming"]
ORDER: Final = tuple(Phase)


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One phase on the thread; `help` says what happens in it."""

    phase: Phase
    word: str
    state: State
    help: str

    def spoken(self) -> str:
        """Return what is said of it to those who do not see the thread."""
        said = {"done": _("{phase}, done"), "now": _("{phase}, now"), "coming": _("{phase}, to come")}
        return said[self.state].format(phase=self.word)


def steps(now: Phase, language: str) -> tuple[PhaseStep, ...]:
    """Return the six phases in order, in the language of the screen."""
    place, catalogue, helps = ORDER.index(now), translations(language), _helps()
    states: dict[bool, State] = {True: "done", False: "coming"}
    return tuple(
        PhaseStep(
            phase, word(catalogue, phase), "now" if phase is now else states[number < place], helps[phase]
        )
        for number, phase in enumerate(ORDER)
    )


def beside(now: Phase, step: int) -> Phase | None:
    """Return the phase so many places on or back, or None beyond the ends."""
    place = ORDER.index(now) + step
    return ORDER[place] if 0 <= place < len(ORDER) else None


def forgets(records: Records, board: Board, to: Phase) -> bool:
    """Whether going there ends for good what is still known of anonymous cards."""
    anonymous = board.mode is BoardMode.ANONYMOUS and board.phase is Phase.COLLECT
    return anonymous and to is not Phase.COLLECT and bool(records.where(Card, board=board.id))


def warning(step: PhaseStep) -> str:
    """Return the sentence that is said before anonymous cards are read out for the first time."""
    return _(
        "From here on nobody can tell in which order or when these anonymous cards came; "
        "that cannot be undone. Choose “{phase}” once more to go on."
    ).format(phase=step.word)


def _helps() -> dict[Phase, str]:
    return {
        Phase.COLLECT: _("The room reads the question and writes cards."),
        Phase.READ_OUT: _("The room sees the cards large, page after page."),
        Phase.CLUSTER: _("The room sees the wall while cards are grouped."),
        Phase.NAME: _("The room names the groups."),
        Phase.VOTE: _("The room gives dots; they stay secret until the vote is closed."),
        Phase.CONCLUDE: _("The vote is closed; the room sees the result."),
    }
