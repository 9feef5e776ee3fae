"""Draws walls and stage views for files: one picture, or all of a workshop for the folder of everything."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import UUID

from facilitator.cli.document_commands import PICTURES
from facilitator.cli.editions import Source, read_source
from facilitator.cli.ending import ending_well
from facilitator.cli.exporting import chosen_format
from facilitator.cli.output import say, warn
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card
from facilitator.domain.documents import Disclosure
from facilitator.domain.errors import FacilitatorError, NotFound
from facilitator.domain.frozen import dataclass
from facilitator.domain.matrix import matrix
from facilitator.domain.notes import Agreement
from facilitator.domain.plans import WorkItem
from facilitator.domain.record import Record
from facilitator.domain.reflections import Reflection
from facilitator.i18n import _
from facilitator.messages import one_line, sentence
from facilitator.services.stage import StageChoice, compose

if TYPE_CHECKING:
    from facilitator.domain.stage import StageView, Theme
    from facilitator.services.stage import ViewKey
    from ui.runtime.drawings import Drawing

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOrder:
    """What to draw of whose workshop, where to, and for whom."""

    workshop: str
    output: Path
    shown: str
    number: int | None
    record: UUID | None
    page: int
    light: str
    language: str | None
    disclosure: str
    by_line: bool


def write_picture(target: str, order: PictureOrder) -> int:
    """Draw one picture and say so. Raises NotFound, CannotOpen, CannotWrite, InvalidInput.

    By line, another program is told `done PATH`, or `details {...}` and `error KEY`.
    """
    if not order.by_line:
        _drawn(target, order)
        say(one_line(_("Wrote {path}.").format(path=order.output)))
        return 0
    try:
        with ending_well():
            _drawn(target, order)
    except FacilitatorError as error:
        warn(sentence(error))
        say(f"details {json.dumps(error.details, default=str)}")
        say(f"error {error.key}")
        return 1
    say(f"done {order.output}")
    return 0


def _drawn(target: str, order: PictureOrder) -> None:
    form = chosen_format(order.output, None, PICTURES, otherwise="")
    source = read_source(target, order.workshop, order.output, carrying=True)
    pictures = Pictures(source, Disclosure(order.disclosure), order.language or source.language)
    if order.shown == "wall":
        drawing = pictures.wall(_one_of(pictures.boards, order))
    else:
        drawing = pictures.stage(_choice(pictures, order), order.page - 1)
    from ui.runtime.drawings import write_drawing  # noqa: PLC0415 - Qt

    write_drawing(drawing, order.output, form)


def _choice(pictures: "Pictures", order: PictureOrder) -> StageChoice:
    """Return what the stage is to show, as the operator would have chosen it."""
    theme = cast("Theme", order.light.replace("-", "_"))
    view = cast("ViewKey", order.shown.replace("-", "_"))
    match view:
        case "agenda":
            return StageChoice(view, session=_one_of(pictures.first_sessions, order).id, theme=theme)
        case "question" | "cards":
            return StageChoice(view, board=_one_of(pictures.boards, order).id, theme=theme)
        case "matrix":
            return StageChoice(view, board=_one_of(pictures.rated, order).id, theme=theme)
        case "reflection":
            return StageChoice(view, reflection=_one_of(pictures.reflections, order).id, theme=theme)
        case _:
            return StageChoice(view, theme=theme)


def _one_of(found: Sequence[R], order: PictureOrder) -> R:
    """Return the record asked for. Raises NotFound where there is none."""
    if order.record is not None:
        found = [each for each in found if each.id == order.record]
    place = (order.number or 1) - 1
    if place >= len(found):
        raise NotFound("picture-empty", number=order.number or 1, found=len(found))
    return found[place]


def _has_matrix(board: Board) -> bool:
    """Whether something was rated by two criteria, and both ratings are closed."""
    made = matrix(board.ratings, {mark.on for rating in board.ratings for mark in rating.marks})
    return made is not None and bool(made.points)


class Pictures:
    """The pictures of one workshop as one level may see them."""

    def __init__(self, source: Source, disclosure: Disclosure, language: str) -> None:
        from ui.runtime.drawings import need_painter  # noqa: PLC0415 - Qt

        self._painter = need_painter()
        self._workshop = source.workshop.id
        self._now = source.now
        self._disclosure = disclosure
        self._language = language
        self._records = source.at(disclosure)
        agenda = sorted(self._records.where(Session, workshop=self._workshop), key=lambda each: each.order)
        places = {each.id: place for place, each in enumerate(agenda)}
        self.first_sessions = list({each.date: each for each in reversed(agenda)}.values())[::-1]
        """The session that each day begins with."""
        self.boards = sorted(
            self._records.where(Board, workshop=self._workshop),
            key=lambda each: (places.get(each.session, len(places)), each.position, each.id.int),
        )
        self.rated = [each for each in self.boards if _has_matrix(each)]
        """The boards that were rated by two criteria."""
        self.reflections = sorted(
            self._records.where(Reflection, workshop=self._workshop),
            key=lambda each: (
                places.get(each.session, len(places)) if each.session else len(places),
                each.id.int,
            ),
        )

    def wall(self, board: Board) -> "Drawing":
        """Draw the whole wall of a board."""
        from ui.presenters.wall_shown import shown_wall  # noqa: PLC0415 - beside the painter
        from ui.theme.theme import Theme  # noqa: PLC0415 - Qt
        from ui.wall.whole import wall_drawing  # noqa: PLC0415 - Qt

        shown = shown_wall(self._records, board, self._disclosure, self._language)
        return wall_drawing(shown, Theme("light"))

    def stage(self, choice: StageChoice, page: int) -> "Drawing":
        """Draw a page of what the stage shows, from 0. Raises NotFound where the view has fewer."""
        from ui.stage.picture import stage_drawing, stage_pages  # noqa: PLC0415 - Qt

        view = self._view(choice)
        if page >= (pages := stage_pages(view)):
            raise NotFound("picture-empty", number=page + 1, found=pages)
        return stage_drawing(view, page)

    def pages(self, choice: StageChoice) -> int:
        """Return on how many pages the stage shows a view."""
        from ui.stage.picture import stage_pages  # noqa: PLC0415 - Qt

        return stage_pages(self._view(choice))

    def _view(self, choice: StageChoice) -> "StageView":
        """Compose a view without a clock: nobody knows when the picture is looked at."""
        view = compose(self._records, choice, workshop=self._workshop, now=self._now)
        return view.at(None, "")

    def all_walls(self) -> Iterator[tuple[str, Callable[[], "Drawing"]]]:
        """Yield every wall on which there is a card, by its number."""
        for number, board in enumerate(self.boards, start=1):
            if self._records.where(Card, board=board.id):
                yield str(number), partial(self.wall, board)

    def all_views(self) -> Iterator[tuple[str, str, Callable[[], "Drawing"]]]:
        """Yield every page of what the stage shows of what is recorded: view, place, and how it is drawn.

        The view by its name in English, as catalogues have it.
        """
        from ui.stage.following import VIEW_WORDS  # noqa: PLC0415 - Qt

        chosen = [("agenda", StageChoice("agenda", session=each.id)) for each in self.first_sessions]
        chosen += [("matrix", StageChoice("matrix", board=each.id)) for each in self.rated]
        chosen += [("reflection", StageChoice("reflection", reflection=each.id)) for each in self.reflections]
        if self._records.where(WorkItem):
            chosen.append(("work_plan", StageChoice("work_plan")))
        if self._records.where(Agreement, workshop=self._workshop):
            chosen.append(("agreements", StageChoice("agreements")))
        numbers = Counter[str]()
        for view, choice in chosen:
            numbers[view] += 1
            for page in range(self.pages(choice)):
                yield VIEW_WORDS[view], f"{numbers[view]}.{page + 1}", partial(self.stage, choice, page)
