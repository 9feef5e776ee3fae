"""What the command prints: results on standard output, everything else on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from facilitator.domain.errors import CannotWrite, FacilitatorError
from facilitator.i18n import _
from facilitator.messages import one_line, sentence, sentence_of

if TYPE_CHECKING:
    from facilitator.interchange.problems import Problem
    from facilitator.persistence.database import Database

Progress = Callable[[int, int], None]


def say(text: str) -> None:
    """Print a result."""
    click.echo(text)


def warn(text: str) -> None:
    """Print a remark that is no result; where nobody can be told, the work goes on."""
    with suppress(OSError):
        click.echo(text, err=True)


def refuse_as_output(database: "Database", output: Path) -> None:
    """Keep a document from taking the place of the database. Raises CannotWrite."""
    if database.is_kept_in(output):
        raise CannotWrite("target-is-database", path=str(output))


def problem_line(problem: "Problem") -> str:
    """Return a problem as one line: file, place (JSON pointer), what is wrong and what to do."""
    words = sentence_of(problem.key, problem.details)
    return one_line(": ".join(part for part in (problem.file, problem.place, words) if part))


def warning_line(problem: "Problem") -> str:
    """Return something worth a warning as one line, like a problem."""
    words = _("Warning: {sentence}").format(sentence=sentence_of(problem.key, problem.details))
    return one_line(": ".join(part for part in (problem.file, problem.place, words) if part))


def tell_error(error: FacilitatorError) -> int:
    """Print why something cannot be done and return the exit status: 2 for a refused file, else 1."""
    problems: tuple[Problem, ...] | None = getattr(error, "problems", None)
    if problems is None:
        warn(sentence(error))
        return 1
    for problem in problems:
        warn(problem_line(problem))
    warn(sentence(error))
    return 2


@contextmanager
def progress_bar(label: str) -> Iterator[Progress | None]:
    """Give a progress to tell long work to: a bar on a terminal, None (silence) in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as shown:

        @cache
        def bar() -> Any:  # not before something is done: what is told first stands above it
            return shown.enter_context(click.progressbar(length=1_000, label=label, file=sys.stderr))

        yield lambda done, total: bar().update(done * 1_000 // max(total, 1) - bar().pos)


def part_of(progress: Progress | None, number: int, parts: int = 2) -> Progress | None:
    """Return the progress of one of several parts of equal length, counted from 0."""
    if progress is None:
        return None
    return lambda done, total: progress(number * total + done, parts * total)
