"""The ballot of a rating: marks from 1 to 5, or sums of them, instead of dots."""

from facilitator.i18n import _
from ui.operator.voting.ballot import Refused
from ui.operator.voting.ballots import BallotPart


class MarkPart(BallotPart):
    """No dots are left over here; a line has its own limit."""

    def _left_words(self) -> str:
        rated = sum(1 for row in self.view.rows.rows if row.dots)
        return _("{n} of {of} rated").format(n=rated, of=len(self.view.rows.rows))

    def _refused_words(self, refused: Refused) -> str:
        return _("{n} is the most that one line can get.").format(n=refused.most)
