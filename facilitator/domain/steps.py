"""The guided steps of a session: what the room does, what only the facilitator reads, for how long.

The instruction is for the room. The tip is private, like a session's facilitator notes: no stage
value has a field that is filled from it.
"""

from enum import StrEnum

from facilitator.domain.cards import Kind
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardKindId
from facilitator.domain.record import require_range, require_text
from facilitator.domain.values import Text

LONGEST_STEP = 24 * 60
"""Minutes, as for a session."""


class StepCaptures(StrEnum):
    """What the note-taker writes down during a step."""

    NOTHING = "nothing"
    CARDS = "cards"
    REFLECTION = "reflection"
    WORK_PLAN = "work_plan"
    VOTES = "votes"
    AGREEMENTS = "agreements"


class StepShows(StrEnum):
    """What the stage shows when a step begins."""

    INSTRUCTION = "instruction"
    QUESTION = "question"
    CARDS = "cards"
    REFLECTION = "reflection"
    WORK_PLAN = "work_plan"
    AGREEMENTS = "agreements"
    AGENDA = "agenda"
    BREAK = "break"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `kind` (or `own_kind`) is the sort of card that it captures, if it captures cards.

    `minutes` of 0 means that nothing was agreed. Without `shows` the stage stays as it is.
    """

    instruction: Text
    tip: Text | None = None
    minutes: int = 0
    captures: StepCaptures = StepCaptures.NOTHING
    kind: Kind | None = None
    own_kind: CardKindId | None = None
    shows: StepShows | None = None

    def __post_init__(self) -> None:
        """Refuse a step that tells the room nothing, or of impossible length."""
        require_text(self.instruction, "step-empty")
        require_range(self.minutes, 0, LONGEST_STEP, "minutes-out-of-range")
