"""Asks beside a new card whether it says what an earlier one says. It waits for nobody and stops nothing."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from facilitator.domain.cards import Card
from facilitator.domain.ids import CardId
from facilitator.i18n import _, language
from ui.operator.run.offer import Offer, quoted
from ui.runtime.alike import Alike
from ui.runtime.desk import Desk
from ui.theme.theme import Theme

_CALM_MS: Final = 300
"""How long nothing must have come before cards are compared: it never slows the card that is being shown."""

_ROOM: Final = 70
"""Characters of the earlier card that the question repeats."""


class SameAs(QObject):
    """One question at a time, about the card that came last; the next card ends it."""

    def __init__(self, theme: Theme, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card: CardId | None = None
        self._apart: set[frozenset[CardId]] = set()
        self.alike = Alike(self)
        self.offer = Offer(theme, icon="layers")
        self.calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self.calm.timeout.connect(self._compare)

    def came(self, card: CardId) -> None:
        """Look in a calm moment whether a card that was typed just now says what another one says."""
        self.forget()
        self._card = card
        self.calm.start()

    def forget(self) -> None:
        """Ask no more: something else is going on."""
        self._card = None
        self.calm.stop()
        self.offer.withdraw()

    def _compare(self) -> None:
        found = self._desk.records.get(Card, self._card)
        if found is not None:
            self.alike.same_as(self._desk.records, found, partial(self._found, found.id))

    def _found(self, card: CardId, earlier: CardId | None) -> None:
        other = self._desk.records.get(Card, earlier)
        if card != self._card or other is None or frozenset((card, other.id)) in self._apart:
            return
        words = quoted(other.text.best(language()))
        short = f"{words[:_ROOM]}…" if len(words) > _ROOM else words
        self.offer.ask(
            _("Same as “{text}”?").format(text=short),
            (_("Merge them"), _("Keep both")),
            partial(self._merge, card, other.id),
            partial(self._keep, card, other.id),
        )

    def _merge(self, card: CardId, into: CardId) -> None:
        self._desk.perform(lambda workspace: workspace.wall.merge([card], into))

    def _keep(self, card: CardId, other: CardId) -> None:
        self._apart.add(frozenset((card, other)))
