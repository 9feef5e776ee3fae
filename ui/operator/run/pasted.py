"""Several lines were pasted: several cards, or one? Asked beside the bar, answered by Enter or a click."""

from PySide6.QtCore import Signal, Slot

from facilitator.i18n import _, ngettext
from ui.actions import key_text
from ui.operator.run.offer import Offer
from ui.theme.theme import Theme


class PastedOffer(Offer):
    """The question about pasted lines."""

    make = Signal(tuple)
    """Make a card of each of these lines."""

    keep = Signal(str)
    """Put these lines into the bar as one card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, icon="layers")
        self._yes.set_keys(key_text("Return"))  # the bar stays empty until this is answered

    @Slot(tuple)
    def ask_lines(self, lines: tuple[str, ...]) -> None:
        """Ask what these lines are."""
        count = len(lines)
        self.ask(
            ngettext("You pasted {n} line.", "You pasted {n} lines.", count).format(n=count),
            (ngettext("Make {n} card", "Make {n} cards", count).format(n=count), _("Keep as one card")),
            lambda: self.make.emit(lines),
            lambda: self.keep.emit("\n".join(lines)),
        )
