"""What is known of one photo: its caption, what it shows, who is on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.domain.cycles import Workshop
from facilitator.domain.notes import Photo
from facilitator.domain.records import Records
from facilitator.i18n import _, language
from ui.presenters import photos as presenter
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import GrowingTextEdit
from ui.widgets.fields import FieldRow
from ui.widgets.labels import label
from ui.widgets.multi_choice import MultiChoice

WIDTH = 300


class PhotoDetails(QScrollArea):
    """Fields that save as one leaves them. It only tells what was changed."""

    captioned = Signal(str)
    people_chosen = Signal(list)
    shows_chosen = Signal(str)
    delete_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.photo: Photo | None = None
        self.caption = GrowingTextEdit(theme, lines=(1, 4), enter_leaves=True)
        self.people = MultiChoice(theme)
        self.shows = Choice()
        self.shows.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.shows.setMinimumContentsLength(8)
        self._rows = [FieldRow(theme, "", field) for field in (self.caption, self.shows, self.people)]
        self.warning = label(theme, role="meta", tone="now", wrap=True)
        self.delete = Button(theme, " ", icon="trash-2", kind="quiet", size="small")
        inner = QWidget()
        inner.setProperty("scrolled", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 0, 16, 8)
        column.setSpacing(10)
        for part in (*self._rows, self.warning):
            column.addWidget(part)
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.caption.committed.connect(self.captioned)
        self.caption.left.connect(self.focusNextChild)
        self.people.chosen.connect(self.people_chosen)
        self.shows.chosen.connect(self.shows_chosen)
        self.delete.clicked.connect(self.delete_wanted)

    def show_photo(self, records: Records, workshop: Workshop, photo: Photo | None) -> None:
        """Show a photo; a caption that is being typed stays."""
        if photo is None or self.photo is None or photo.id != self.photo.id:
            self.caption.commit()
        self.photo = photo
        self.setVisible(photo is not None)
        if photo is None:
            return
        self.caption.set_value(photo.caption.best(language()) if photo.caption else "")
        self.people.set_items(presenter.people_items(records))
        self.people.set_keys(presenter.people_of(photo))
        self.shows.set_items(presenter.card_items(records, photo))
        self.shows.set_key(str(photo.of) if photo.of else "")
        words = presenter.consent_words(records, workshop, photo)
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        for row, words in zip(self._rows, (_("Caption"), _("Shows"), _("Who is on it")), strict=True):
            row.set_words(words)
        self.delete.setText(_("Delete photo"))
