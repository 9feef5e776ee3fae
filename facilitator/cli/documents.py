"""The command that writes minutes; the Minutes page runs it as a child process with `--progress`."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from facilitator import i18n
from facilitator.cli.editions import kind_of, read_source
from facilitator.cli.ending import ending_well
from facilitator.cli.exporting import chosen_format
from facilitator.cli.output import progress_bar, say, warn
from facilitator.domain.catalogue import entry_of
from facilitator.domain.documents import Disclosure
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import WorkshopId
from facilitator.domain.records import Records
from facilitator.domain.values import Text
from facilitator.i18n import _, ngettext
from facilitator.messages import one_line, sentence
from facilitator.services.minutes import Gap, gaps

if TYPE_CHECKING:
    from exports.report import CharacterWarning, Report

_PLACES_TOLD: Final = 3
_GAPS_TOLD: Final = 3
"""Gaps of a kind that are told one by one."""
_LONGEST_PLACE: Final = 60
"""Characters of a place's name that are told; it may be a title that goes on for pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for: whose minutes, where to, in which edition; no format means the file's ending."""

    workshop: str
    output: Path
    language: str | None
    kind: str
    disclosure: str
    paper: str
    document: UUID | None = None
    by_line: bool
    format: str | None = None
    carrying: bool = True


def write_minutes(target: str, order: Order) -> int:
    """Write minutes and say so, what the records lack first. Raises NotFound, CannotOpen, CannotWrite.

    By line, another program is told what it needs, each line a word and what belongs to it: `page N of M`
    for each page, `part N of M` where there are none; `gap {...}` for what is missing in the records and
    `warning {...}` for what could not be printed as written; at the end `done PATH`, or `details {...}` and
    `error KEY`.
    """
    if order.by_line:
        return _written_by_line(target, order)
    with progress_bar(_("Writing the minutes")) as progress:
        report = _written(target, order, progress, say_gaps=tell_gaps)
    _tell_warnings(report.warnings)
    words = _("Wrote {path}.")
    if report.pages:
        words = ngettext("Wrote {path}: {count} page.", "Wrote {path}: {count} pages.", report.pages)
    say(one_line(words.format(path=order.output, count=report.pages)))
    return 0


def _written_by_line(target: str, order: Order) -> int:
    try:
        with ending_well():
            report = _written(target, order, partial(_say_step, order), say_gaps=_say_gaps)
    except FacilitatorError as error:
        warn(sentence(error))
        _say("details", error.details)
        say(f"error {error.key}")
        return 1
    _tell_warnings(report.warnings)
    for warning in report.warnings:
        _say("warning", asdict(warning))
    say(f"done {order.output}")
    return 0


def _say_step(order: Order, done: int, total: int) -> None:
    say(f"{'page' if _format(order) == 'pdf' else 'part'} {done} of {total}")


def tell_gaps(records: Records, workshop: WorkshopId) -> None:
    """Tell on a terminal what should be mended before the document goes out, a few of each kind."""
    if not sys.stderr.isatty():
        return
    alike: dict[str, list[Gap]] = {}
    for gap in gaps(records, workshop):
        alike.setdefault(gap.key, []).append(gap)
    for same in alike.values():
        for gap in same[:_GAPS_TOLD]:
            warn(one_line(gap.sentence(i18n.translations(i18n.language()), i18n.language())))
        left = len(same) - _GAPS_TOLD
        if left > 0:
            words = ngettext("And {count} more like this.", "And {count} more like these.", left)
            warn(words.format(count=left))


def _say_gaps(records: Records, workshop: WorkshopId) -> None:
    for gap in gaps(records, workshop):
        what = gap.what.best(i18n.language()) if isinstance(gap.what, Text) else gap.what
        of = entry_of(gap.kind).list_name
        _say("gap", {"key": gap.key, "of": of, "record": str(gap.record), "what": what})


def _say(word: str, facts: Mapping[str, object]) -> None:
    """Say facts in plain letters, whatever the terminal's encoding."""
    say(f"{word} {json.dumps(facts, default=str)}")


def _written(
    target: str,
    order: Order,
    progress: Any,
    *,
    say_gaps: Callable[[Records, WorkshopId], None] | None = None,
) -> "Report":
    from exports.registry import CARRYING, writer  # noqa: PLC0415 - ReportLab

    wanted = _format(order)
    carrying = order.carrying and wanted in CARRYING
    source = read_source(target, order.workshop, order.output, carrying=carrying)
    kind, disclosure = kind_of(order.kind), Disclosure(order.disclosure)
    carried = source.carried(disclosure)
    minutes = source.edition(kind, disclosure, order.language, order.document)
    if say_gaps is not None:
        say_gaps(source.records, source.workshop.id)
    del source  # the records take more room than the pages
    report = writer(wanted, carried)(minutes, order.output, paper=order.paper, progress=progress)
    if report.seal is not None and minutes.document is not None:
        register(target, [(minutes.document, report.seal)])
    return report


def register(target: str, issued: Iterable[tuple[UUID, str]]) -> None:
    """Note which files of finals were written, so that they can be told from others. Raises CannotWrite."""
    from facilitator.bootstrap import open_workspace  # noqa: PLC0415 - for finals only

    with open_workspace(target) as workspace:
        for document, seal in issued:
            workspace.approving.register(document, seal)


def _format(order: Order) -> str:
    """Return the format to write. Raises InvalidInput where the file's ending is none of them."""
    from exports.registry import FORMATS  # noqa: PLC0415 - only when needed

    return chosen_format(order.output, order.format, FORMATS, otherwise="pdf")


def _tell_warnings(warnings: "tuple[CharacterWarning, ...]") -> None:
    """Tell each character once, with the first places where it stands: a page of them helps nobody."""
    from exports import report  # noqa: PLC0415 - only when there is something to tell

    alike: dict[tuple[str, str], list[CharacterWarning]] = {}
    for warning in warnings:
        named = warning.code_point if warning.kind is report.WarningKind.NO_GLYPH else ""
        alike.setdefault((warning.kind, named), []).append(warning)
    for same in alike.values():
        count = sum(each.count for each in same)
        told = replace(same[0], where=_places([each.where for each in same]), count=count)
        warn(one_line(report.sentence(told, i18n.translations(i18n.language()))))


def _places(places: list[str]) -> str:
    shown = [
        each if len(each) <= _LONGEST_PLACE else f"{each[:_LONGEST_PLACE]}…" for each in places[:_PLACES_TOLD]
    ]
    left = len(places) - len(shown)
    words = "; ".join(shown)
    if not left:
        return words
    more = ngettext("{places}; and {count} more place", "{places}; and {count} more places", left)
    return more.format(places=words, count=left)
