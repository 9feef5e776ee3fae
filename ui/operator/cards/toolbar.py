"""What is looked for on the wall, and in which order the cards lie."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from facilitator.i18n import _, ngettext
from ui.operator.cards.kind_chip import KindChip
from ui.presenters.card_boards import KindItem
from ui.presenters.cards import Filter, Order
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.labels import restyle

_SEARCH = (164, 201)
_AROUND_WORDS = 58
"""Px of the search field beside its words: the glass before them, the edges."""
_AROUND_OFFER = 24
"""Px by which a button with words is wider than these and its sign alone."""
_SIDE = 20
_SPACE = 10
_CHIPS = 8
_WIDEST = 260
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Toolbar(QWidget):
    """Search, kinds, organisation, order. Filters dim cards, they never take them away."""

    filter_changed = Signal(object)
    """A Filter."""

    order_chosen = Signal(str)
    find_next = Signal()
    """Enter in the search field: go to a card that was found."""

    left_downwards = Signal()
    """Down in the search field: the keys go to what was found."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(_SEARCH[0])
        self._sign = QAction(self)
        self.search.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.chips: list[KindChip] = []
        self._chips = QHBoxLayout()
        self._chips.setSpacing(_CHIPS)
        self.session = Choice()
        self.session.hide()
        self.session.setMaximumWidth(_WIDEST)
        self.organisation = Choice()
        self.order = Choice()
        self.suggest = Button(theme, "", kind="quiet", icon="circle-dashed")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._row.setSpacing(_SPACE)
        self._row.addWidget(self.search, 100)  # before the gap, as far as its words go
        self._row.addLayout(self._chips)
        self._row.addStretch(1)
        self._row.addWidget(self.suggest)
        self._row.addWidget(self.session)
        self._row.addWidget(self.organisation)
        self._row.addWidget(self.order)
        self.search.textChanged.connect(self._changed)
        self.search.returnPressed.connect(self.find_next)
        self.search.installEventFilter(self)
        self.session.chosen.connect(self._changed)
        self.organisation.chosen.connect(self._changed)
        self.order.chosen.connect(self.order_chosen)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    @property
    def filter(self) -> Filter:
        """What is looked for now."""
        return Filter(
            self.search.text(),
            frozenset(chip.kind.key for chip in self.chips if chip.isChecked()),
            self.organisation.current_key(),
            "" if self.session.isHidden() else self.session.current_key(),
        )

    def clear(self) -> None:
        """Look for nothing."""
        self.search.clear()
        for chip in self.chips:
            chip.setChecked(False)
        self.organisation.set_key("")
        self.session.set_key("")
        self._changed()

    def show_kinds(self, kinds: Sequence[KindItem], counts: Counter[str]) -> None:
        """Offer the kinds of card with how many there are; those that are pressed stay so."""
        if [chip.kind.key for chip in self.chips] != [kind.key for kind in kinds]:
            pressed = self.filter.kinds
            for chip in self.chips:
                self._chips.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = [KindChip(self._theme, kind) for kind in kinds]
            for chip in self.chips:
                chip.setChecked(chip.kind.key in pressed)
                chip.toggled.connect(self._changed)
                self._chips.addWidget(chip)
        for chip, kind in zip(self.chips, kinds, strict=True):
            chip.show_kind(kind, counts[kind.key])
        self._count = counts.total()
        self._fit()

    def show_organisations(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer the organisations that cards are from."""
        self.organisation.set_items([("", _("All organisations")), *items])
        self.organisation.setVisible(bool(items))
        self._fit()

    def show_sessions(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer sessions, where cards of more than one are on the wall; the order is then that of the day."""
        self.session.set_items([("", _("All sessions")), *items])
        self.session.setVisible(bool(items))
        self.order.setHidden(bool(items))
        self._fit()

    def show_suggesting(self, *, possible: bool) -> None:
        """Offer to suggest clusters, where there are cards for one."""
        if self.suggest.isHidden() is possible:
            self.suggest.setVisible(possible)
            self._fit()

    def show_order(self, order: Order, *, voted: bool) -> None:
        """Say in which order the cards lie."""
        dots = [("dots", _("Most dots first"))] if voted else []
        self.order.set_items([*dots, ("hand", _("By hand")), ("time", _("Oldest first"))])
        self.order.set_key(order)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Search and order"))
        self.session.setAccessibleName(_("Session"))
        self.organisation.setAccessibleName(_("Organisation"))
        self.order.setAccessibleName(_("Order of the cards"))
        self.suggest.setAccessibleName(_("Suggest clusters"))
        self.suggest.setToolTip(_("Suggest clusters for the loose cards, one at a time (S)"))
        self._fit()

    def _changed(self, *_: object) -> None:
        self.filter_changed.emit(self.filter)

    def _follow_theme(self) -> None:
        self._sign.setIcon(self._theme.icon("search", "ink_2", 18))
        self.update()

    def _fit(self) -> None:
        """Say as much as there is room for: what is searched, then what can be suggested, then the kinds."""
        words = ngettext("Search {n} card", "Search {n} cards", self._count).format(n=self._count)
        others = [each for each in (self.session, self.organisation, self.order) if not each.isHidden()]
        room = self.width() - 2 * _SIDE - _SEARCH[0] - _SPACE * (len(others) + 2)
        room -= sum(each.sizeHint().width() for each in others)
        room -= round(sum(chip.full_width(brief=True) + _CHIPS for chip in self.chips))
        room -= 0 if self.suggest.isHidden() else self._theme.metrics.field
        needed = self.search.fontMetrics().horizontalAdvance(words) + _AROUND_WORDS
        is_said = needed - _SEARCH[0] <= room
        room -= max(0, needed - _SEARCH[0]) if is_said else 0
        self._sign.setText(_("Search"))
        self.search.setAccessibleName(words)
        self.search.setPlaceholderText(words if is_said else _("Search"))
        self.search.setMaximumWidth(max(_SEARCH[1], needed if is_said else 0))
        offer = _("Suggest clusters")
        more = QFontMetrics(self._theme.font("body_strong")).horizontalAdvance(offer) + _AROUND_OFFER
        is_named = not self.suggest.isHidden() and more <= room
        self._name_suggesting(offer if is_named else "")
        room -= more if is_named else 0
        more = round(sum(chip.full_width() - chip.full_width(brief=True) for chip in self.chips))
        for chip in self.chips:
            chip.set_brief(brief=more > room)

    def _name_suggesting(self, words: str) -> None:
        """Let the button stand with words, or as its sign alone."""
        if self.suggest.text() != words:
            self.suggest.setText(words)
            self.suggest.setProperty("iconOnly", not words)
            restyle(self.suggest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the search field downwards, which has one line only."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and not event.modifiers() & ~_KEYPAD
        ):
            self.left_downwards.emit()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()
