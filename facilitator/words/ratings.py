"""How marks are given, in words: on paper no dots are counted but sums."""

from gettext import NullTranslations

from facilitator.domain.vote_method import VoteMethod
from facilitator.words import word


def rating_method(t: NullTranslations, method: VoteMethod) -> str:
    """Return the word for how a room rates."""
    return t.pgettext("rating", "Marks on paper") if method is VoteMethod.PAPER_COUNT else word(t, method)
