"""Cards that could not be stored while the next one was being typed: they wait here, none is lost."""

from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _
from ui.operator.run.offer import Offer, quoted
from ui.operator.run.outbox import Entry, Outbox
from ui.theme.theme import Theme


def reason(error: FacilitatorError) -> str:
    """Return what went wrong and what to do, in the screen's language."""
    from facilitator.messages import sentence  # noqa: PLC0415 - only when something went wrong

    return sentence(error)


class ReturnedOffer(Offer):
    """Tells of one card after the other: try again, or discard it."""

    def __init__(self, theme: Theme, outbox: Outbox) -> None:
        super().__init__(theme, tone="over", icon="triangle-alert")
        self._outbox = outbox
        self._kept: list[tuple[Entry, FacilitatorError]] = []

    def keep(self, entry: Entry, error: FacilitatorError) -> None:
        """Keep a card until a person says what becomes of it."""
        self._kept.append((entry, error))
        if len(self._kept) == 1:
            self._tell()

    def _tell(self) -> None:
        if not self._kept:
            return
        entry, error = self._kept[0]
        self.ask(
            _("Not saved: “{text}”. {why}").format(text=quoted(entry.text), why=reason(error)),
            (_("Try again"), _("Discard")),
            lambda: self._answer(again=True),
            lambda: self._answer(again=False),
        )

    def _answer(self, *, again: bool) -> None:
        entry, _error = self._kept.pop(0)
        if again:
            self._outbox.send(entry)
        self._tell()
