"""The command that writes minutes; the Minutes page runs it as a child process with `--progress`."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator import i18n
from facilitator.bootstrap import open_workspace
from facilitator.cli.output import progress_bar, say, warn
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.places import zone_of
from facilitator.i18n import LANGUAGES, _, ngettext
from facilitator.messages import sentence
from facilitator.services.library import find
from facilitator.services.minutes import gather

if TYPE_CHECKING:
    from exports.report import CharacterWarning, PdfReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for: whose minutes, where to, in which edition."""

    workshop: str
    output: Path
    language: str | None
    kind: str
    disclosure: str
    paper: str
    by_line: bool


def write_minutes(target: str, order: Order) -> int:
    """Write minutes and say so. Raises NotFound, CannotOpen, CannotWrite.

    By line, each page is told as `page N of M`, and the end as `done PATH` or `error KEY`.
    """
    if not order.by_line:
        with progress_bar(_("Writing the minutes")) as progress:
            report = _written(target, order, progress)
        _tell_warnings(report.warnings)
        words = ngettext("Wrote {path}: {count} page.", "Wrote {path}: {count} pages.", report.pages)
        say(words.format(path=order.output, count=report.pages))
        return 0
    try:
        report = _written(target, order, lambda done, total: say(f"page {done} of {total}"))
    except FacilitatorError as error:
        warn(sentence(error))
        say(f"error {error.key}")
        return 1
    _tell_warnings(report.warnings)
    say(f"done {order.output}")
    return 0


def _written(target: str, order: Order, progress: Any) -> "PdfReport":
    from exports.registry import writer  # noqa: PLC0415 - ReportLab

    with open_workspace(target, read_only=True) as workspace:
        with workspace.database.work.reading() as reading:
            workshop = find(reading, order.workshop)
        records = workspace.records(workshop.id)
        now = workspace.clock.now()
    language = order.language or (workshop.language if workshop.language in LANGUAGES else i18n.language())
    minutes = gather(
        records,
        workshop.id,
        language=language,
        disclosure=Disclosure(order.disclosure),
        kind=DocumentKind(order.kind.replace("-", "_")),
        today=now.astimezone(zone_of(workshop)).date(),
        as_of=now,
    )
    return writer("pdf")(minutes, order.output, paper=order.paper, progress=progress)


def _tell_warnings(warnings: "tuple[CharacterWarning, ...]") -> None:
    from exports import report  # noqa: PLC0415 - only when there is something to tell

    for warning in warnings:
        warn(report.sentence(warning, i18n.translations(i18n.language())))
