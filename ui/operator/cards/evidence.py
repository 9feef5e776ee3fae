"""Cards as evidence of a reflection: the list of reflections, and on which side the cards speak."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from facilitator.domain.ids import CardId, ReflectionId
from facilitator.domain.reflections import Evidence, Reflection
from facilitator.i18n import N_, _, language
from ui.operator.cards.hand import Hand
from ui.presenters.reflection_rows import Side, add_evidence

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet

_SIDES: Final[tuple[tuple[Side, str], ...]] = (
    ("for", N_("For the assumption")),
    ("against", N_("Against the assumption")),
    ("result", N_("Shows what came of it")),
)
_LONGEST: Final = 64


class EvidenceMenu(QObject):
    """Fills a menu with the workshop's reflections, and links the selected cards to the one chosen."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand.area)
        self._hand = hand

    def fill(self, menu: QMenu) -> None:
        """Offer each reflection with its three sides; without one say where the first is made."""
        desk = self._hand.desk
        found = desk.records.where(Reflection, workshop=desk.workshop_id)
        for each in sorted(found, key=lambda each: each.id.int):
            sides = menu.addMenu(_short(each.action.best(language())))
            for side, words in _SIDES:
                sides.addAction(_(words), partial(self.link, each.id, side))
        if not found:
            menu.addAction(_("There is no reflection yet; begin one on the Reflection page")).setEnabled(
                False
            )

    def link(self, reflection: ReflectionId, side: Side) -> None:
        """Make the selected cards evidence, all in one step; one that is linked there stays once."""
        if cards := self._hand.cards:
            self._hand.desk.perform(partial(_linked, reflection, side, cards))


def _linked(
    reflection: ReflectionId, side: Side, cards: Sequence[CardId], workspace: "Workspace"
) -> "ChangeSet":
    def change(newest: Reflection) -> Reflection:
        for card in cards:
            newest = add_evidence(newest, side, Evidence(ref=card))
        return newest

    return workspace.reflecting.edit(reflection, change)


def _short(text: str) -> str:
    line = " ".join(text.split()).replace("&", "&&")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
