"""Banners under the header: what happened, what is safe, what to do. They push the page down.

A banner stays until its cause is solved or it is closed. It never takes the focus.
"""

from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.frozen import dataclass
from facilitator.i18n import _
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icon import IconLabel
from ui.widgets.labels import label

Tone = Literal["over", "warn", "info"]

_GROUND: Final = {"over": "over_tint", "warn": "now_tint", "info": "primary_tint"}
_INK: Final = {"over": "over", "warn": "now_ink", "info": "primary"}
MOST: Final = 3
"""More banners than this would leave no room to work; the oldest gives way."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says. `cause` names what it is about, so that the cause's end can close it.

    `lead` stands bold before the sentence ("Cards are not being saved."). `actions` are (words, what
    they do); `details` are for whoever helps, offered as "Copy details".
    """

    sentence: str
    cause: str
    tone: Tone = "over"
    icon: str = "triangle-alert"
    lead: str = ""
    details: str = ""
    actions: tuple[tuple[str, Callable[[], None]], ...] = ()

    @property
    def words(self) -> str:
        """Lead and sentence as one text."""
        return f"{self.lead} {self.sentence}".strip()


def _escaped(text: str) -> str:
    """Return text as it stands in markup; the html module costs two milliseconds of the start."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Banner(QWidget):
    """One notice, with its actions at the right."""

    closed = Signal()

    def __init__(self, theme: Theme, notice: Notice) -> None:
        super().__init__()
        self._theme = theme
        self.notice = notice
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sentence = label(theme, notice.sentence, wrap=True)
        if notice.lead:
            self._sentence.setTextFormat(Qt.TextFormat.RichText)
            self._sentence.setText(f"<b>{_escaped(notice.lead)}</b> {_escaped(notice.sentence)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(theme, notice.icon, _INK[notice.tone], 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sentence, 1)
        for words, act in notice.actions:
            button = Button(theme, words, size="small")
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        self._copy = Button(theme, " ", kind="quiet", size="small")
        self._copy.clicked.connect(self._copy_details)
        self._close = Button(theme, icon="x", kind="quiet", size="small")
        self._close.clicked.connect(self.closed)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self._copy.setHidden(not notice.details)
        self.setAccessibleName(notice.words)
        self.retranslate()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The banner's buttons, "Copy details" and close last."""
        return tuple(self.findChildren(Button))

    def retranslate(self) -> None:
        """Say the banner's own words in the screen's language."""
        self._copy.setText(_("Copy details"))
        self._close.setAccessibleName(_("Close"))
        self._close.setToolTip(_("Close"))

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.notice.words}\n\n{self.notice.details}")
        self._copy.setText(_("Copied"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(_GROUND[self.notice.tone]))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()


class BannerArea(QWidget):
    """The banners that are shown, newest first; no height while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def banners(self) -> Sequence[Banner]:
        """The banners that are shown, newest first."""
        return tuple(self._banners)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; one about the same cause is replaced."""
        self.close_cause(notice.cause)
        banner = Banner(self._theme, notice)
        banner.closed.connect(lambda: self.close_cause(notice.cause))
        self._banners.insert(0, banner)
        self._column.insertWidget(0, banner)
        for old in self._banners[MOST:]:
            self._remove(old)
        self.show()
        announce(self, notice.words)

    def close_cause(self, cause: str) -> None:
        """Take away what was said about a cause that is solved; nothing happens if nothing was."""
        for banner in [each for each in self._banners if each.notice.cause == cause]:
            self._remove(banner)

    def _remove(self, banner: Banner) -> None:
        self._banners.remove(banner)
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self._banners))

    def retranslate(self) -> None:
        """Say the banners' own words in the screen's language; their sentences stay as they were said."""
        self.setAccessibleName(_("Notices"))
        for banner in self._banners:
            banner.retranslate()
