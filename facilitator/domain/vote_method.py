"""How a room gives dots or marks."""

from enum import StrEnum


class VoteMethod(StrEnum):
    """How dots were entered."""

    PAPER_COUNT = "paper_count"
    SHOW_OF_HANDS = "show_of_hands"
    BY_ORGANISATION = "by_organisation"
    ONE_BY_ONE = "one_by_one"

    @property
    def by_ballot(self) -> bool:
        """Whether each voter hands in dots, so that they are not counted card by card."""
        return self in {VoteMethod.BY_ORGANISATION, VoteMethod.ONE_BY_ONE}
