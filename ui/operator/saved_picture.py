"""Asks where a picture goes and says that it is there, or why not: for the wall and for the stage."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from exports.names import edition_name
from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _
from facilitator.messages import sentence
from ui.operator.shell.banner import Notice
from ui.operator.shell.window import OperatorWindow
from ui.widgets.file_choice import FileChoice

_CAUSE = "picture"


class SavedPicture(QObject):
    """One picture at a time; where the last one went is where the next one is proposed."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.choice = FileChoice(owner)
        places = QStandardPaths.StandardLocation
        self._folder = Path(QStandardPaths.writableLocation(places.PicturesLocation) or Path.home())

    def ask(self, title: str, name: str, facts: tuple[str, ...], write: Callable[[Path], None]) -> None:
        """Ask for a file named after `name` and `facts`, and let `write` fill it; nobody waits for it."""
        proposed = self._folder / edition_name(name, facts, otherwise=_("Picture"), ending="png")

        def chosen(path: Path) -> None:
            self._folder = path.parent
            known = path.suffix.casefold() in {".png", ".svg"}
            write(path if known else path.with_name(f"{path.name}.png"))

        kinds = _("Picture (*.png);;Drawing that stays sharp at any size (*.svg)")
        self.choice.ask("save", title, proposed, chosen, kinds=kinds)

    def tell(self, path: Path) -> None:
        """Say that the picture is there, with the ways to it."""
        actions = ((_("Open"), partial(_open, path)), (_("Show in folder"), partial(_open, path.parent)))
        words = _("The picture is in {file}.").format(file=path)
        self._say(Notice(words, _CAUSE, tone="info", icon="check", actions=actions))

    def refuse(self, error: FacilitatorError) -> None:
        """Say why there is no picture."""
        self._say(Notice(sentence(error), _CAUSE))

    def _say(self, notice: Notice) -> None:
        window = self._owner.window()
        if isinstance(window, OperatorWindow):
            window.banners.show_notice(notice)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
