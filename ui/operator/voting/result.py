"""The result of a vote: its places, most dots first; what has as many dots shares a place."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.i18n import _, ngettext
from ui.theme.theme import Theme
from ui.widgets.labels import label

_MOST_PLACES: Final = 8
_MOST_TITLES: Final = 6


class Place(Protocol):
    """A place of a result, of dots or of marks."""

    @property
    def titles(self) -> tuple[str, ...]:
        """What has the place."""

    @property
    def tied(self) -> bool:
        """Whether several share the place."""

    def head(self) -> str:
        """Return what they got, in words."""


class ResultPart(QWidget):
    """A few lines; the wall and the minutes have all of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places: tuple[Place, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these places."""
        if tuple(places) == self._places:
            return
        self._places = tuple(places)
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for place in places[:_MOST_PLACES]:
            self._column.addWidget(self._place(place))
        if not places:
            self._column.addWidget(label(self._theme, _("Nothing was given."), tone="ink_2"))

    def _place(self, place: Place) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        tone = "now" if place.tied else "ink"
        column.addWidget(label(self._theme, place.head(), role="body_strong", tone=tone))
        titles = list(place.titles[:_MOST_TITLES])
        if (left := len(place.titles) - len(titles)) > 0:
            titles.append(ngettext("and {n} more", "and {n} more", left).format(n=left))
        for title in titles:
            column.addWidget(label(self._theme, title, role="body", tone="ink_2", wrap=True))
        return box
