"""The photos of a session, over the stream of cards: small pictures, and what is known of the chosen one."""

from functools import cached_property
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.cards import Board, Card
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import PhotoId, SessionId
from facilitator.domain.notes import Photo
from facilitator.domain.people import Consent, Person
from facilitator.i18n import _, language
from ui.models.photo_list import PhotoList
from ui.operator.photos.details import PhotoDetails
from ui.operator.photos.door import ENDINGS, holds_picture
from ui.operator.photos.intake import PhotoIntake
from ui.operator.photos.large import LargePhoto
from ui.operator.photos.thumbnails import Thumbnails
from ui.operator.photos.tile_delegate import TileDelegate
from ui.operator.photos.tile_view import PhotoView
from ui.presenters import photos as presenter
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.file_choice import FileChoice
from ui.widgets.labels import ElidedLabel, label


class PhotoPanel(QFrame):
    """Lies over a widget and follows its size. Escape closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._desk, self._over = theme, desk, over
        self._session: SessionId | None = None
        self.intake = PhotoIntake(desk, self)
        self.thumbnails = Thumbnails(desk, self)
        self.files = FileChoice(self)
        self._folder = Path.home()
        self._goal: tuple[SessionId | None, UUID | None] = (None, None)
        self.model = PhotoList(self)
        self.view = PhotoView()
        self.view.setModel(self.model)
        self._delegate = TileDelegate(theme, self.thumbnails)
        self.view.setItemDelegate(self._delegate)
        self.details = PhotoDetails(theme)
        self._title = ElidedLabel(theme, "body_strong")
        self._count = label(theme, role="meta", tone="ink_3")
        self._hint = label(theme, tone="ink_2", wrap=True)
        self.add = Button(theme, " ", icon="plus", size="small")
        self.paste = Button(theme, " ", size="small")
        self.shut = Button(theme, icon="x", kind="quiet", size="small")
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._arrange()
        self._connect()
        self.hide()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 12, 0)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for part in (self._count, self.add, self.paste, self.shut):
            head.addWidget(part)
        body = QHBoxLayout()
        body.setContentsMargins(12, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.view, 1)
        body.addWidget(self._hint, 1)
        body.addWidget(self.details)
        self._hint.setContentsMargins(8, 4, 20, 4)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._over.installEventFilter(self)
        self._desk.changed.connect(self._changed)
        self._desk.opened.connect(self._opened)
        self.thumbnails.arrived.connect(self.model.repaint)
        self.view.selectionModel().currentChanged.connect(lambda *_args: self._show_details())
        self.view.delete_wanted.connect(self._delete)
        self.view.large_wanted.connect(self.show_large)
        self.view.doubleClicked.connect(lambda _index: self.show_large())
        details = self.details
        details.captioned.connect(self._caption)
        details.people_chosen.connect(lambda keys: self._edit(people=presenter.persons(keys)))
        details.shows_chosen.connect(self._show_of)
        details.delete_wanted.connect(self._delete)
        self.add.clicked.connect(lambda: self.choose_files(self._session))
        self.paste.clicked.connect(self._paste)
        self.shut.clicked.connect(self.close_panel)
        QApplication.clipboard().dataChanged.connect(self._look_at_clipboard)

    # Showing

    def open_panel(self, session: SessionId | None) -> None:
        """Lie over the widget and show a session's photos."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._look_at_clipboard()
        self.show_session(session)
        part = self.view if self.model.tiles else self.add
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Give the widget under it back."""
        self.details.caption.commit()
        self.hide()
        self.closed.emit()

    def show_session(self, session: SessionId | None) -> None:
        """Show the photos of a session."""
        self._session = session
        self._refresh()

    def _opened(self) -> None:
        self._session = None
        self._refresh()

    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(Photo, Person, Consent, Card, Board):
            self._refresh()

    def _refresh(self) -> None:
        workshop, records = self._desk.workshop, self._desk.records
        if workshop is None or not self.isVisible():
            return
        chosen = self.chosen
        known = {tile.id for tile in self.model.tiles}
        tiles = presenter.tiles(records, workshop, self._session)
        new = [tile.id for tile in tiles if tile.id not in known]
        self.model.show_tiles(tiles)
        wanted = new[0] if new and len(new) < len(tiles) else chosen
        place = self.model.place_of(wanted)
        if place < 0 and tiles:
            place = 0
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))
        self.view.setVisible(bool(tiles))
        self._hint.setVisible(not tiles)
        name = presenter.session_name(records, self._session)
        self._title.set_text(_("Photos of {session}").format(session=name) if name else _("Photos"))
        self._count.setText(presenter.count_words(len(tiles)))
        self._show_details()

    @property
    def chosen(self) -> PhotoId | None:
        """The photo whose details are shown."""
        place = self.view.currentIndex().row()
        return self.model.tiles[place].id if 0 <= place < len(self.model.tiles) else None

    def _show_details(self) -> None:
        workshop = self._desk.workshop
        if workshop is not None:
            photo = self._desk.records.get(Photo, self.chosen)
            self.details.show_photo(self._desk.records, workshop, photo)

    @cached_property
    def large(self) -> LargePhoto:
        """What shows one photo over the whole window."""
        made = LargePhoto(self._theme, self._desk, self.window())
        made.step_wanted.connect(self._step)
        made.closed.connect(self.view.setFocus)
        return made

    # What a person does

    def show_large(self) -> None:
        """Show the chosen photo as large as the window allows."""
        place = self.view.currentIndex().row()
        if 0 <= place < len(self.model.tiles):
            self.large.show_photo(self.model.tiles[place])

    def _step(self, step: int) -> None:
        place = min(max(self.view.currentIndex().row() + step, 0), len(self.model.tiles) - 1)
        self.view.setCurrentIndex(self.model.index(place))
        self.show_large()

    def _edit(self, **fields: object) -> None:
        photo = self.details.photo
        if photo is not None:
            self._desk.perform(lambda w: w.books.edit(Photo, photo.id, **fields))

    def _caption(self, words: str) -> None:
        photo = self.details.photo
        if photo is None:
            return
        if photo.caption is None:
            self._edit(caption=self._desk.text(words) if words.strip() else None)
            return
        known = photo.caption.translated(language()) is not None
        text = photo.caption.reworded(words.strip(), language() if known else None)
        self._edit(caption=text if text else None)

    def _show_of(self, key: str) -> None:
        cards = self._desk.records.where(Card)
        self._edit(of=next((each.id for each in cards if str(each.id) == key), None))

    def _delete(self) -> None:
        if (photo := self.chosen) is not None:
            self._desk.perform(lambda w: w.books.delete(Photo, photo))

    def choose_files(self, session: SessionId | None, of: UUID | None = None) -> None:
        """Let a person choose pictures for a session, or for a card of it."""
        self._goal = (session, of)
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        words = _("Pictures ({endings})").format(endings=kinds)
        self.files.ask("several", _("Add photos"), self._folder, self._take_file, kinds=words)

    def _take_file(self, path: Path) -> None:
        self._folder = path.parent
        self.intake.take_files([str(path)], *self._goal)

    def _paste(self) -> None:
        self.intake.take(QApplication.clipboard().mimeData(), self._session)

    def _look_at_clipboard(self) -> None:
        if self.isVisible():
            data = QApplication.clipboard().mimeData()
            self.paste.setEnabled(data is not None and holds_picture(data))

    # The panel itself

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what lies under."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take Escape before the page does, which would go to the capture bar and leave the panel open."""
        wanted = event.type() is QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Photos"))
        self.view.setAccessibleName(_("Photos, newest first"))
        self.add.setText(_("From a file"))
        self.paste.setText(_("Paste"))
        self.shut.setAccessibleName(_("Close the photos"))
        self.shut.setToolTip(_("Close the photos"))
        self._hint.setText(
            _(
                "No photos yet. Paste one with Ctrl+V, drop a file here, or choose one. With a card selected "
                "in the list of cards, the photo goes on that card."
            )
        )
        self.details.retranslate()
        self._refresh()
