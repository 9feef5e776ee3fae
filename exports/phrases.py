"""Sentences and phrases that every format says in the same words, from values of the minutes."""

import datetime as dt
from collections.abc import Iterable
from gettext import NullTranslations
from typing import Protocol

from facilitator.domain.minutes import (
    AgendaLine,
    AgreementLine,
    BoardMatrix,
    BoardRating,
    Cover,
    DayAccount,
    Disclosure,
    DocumentKind,
    EvaluationForm,
    EvaluationResults,
    Minutes,
    NextStep,
    SessionAccount,
    Signature,
    VoteResult,
)
from facilitator.domain.values import LooseDate, Money
from facilitator.formats import Formats

DASH = "–"
"""Stands where a figure is missing."""

ANSWER_LINES = 3
"""Lines to write an answer on."""

_ROOT = 6
"""Letters by which a position and a role are known to be the same word."""


class Speaks(Protocol):
    """Whoever writes in the document's language."""

    @property
    def t(self) -> NullTranslations:
        """The catalogue."""

    @property
    def formats(self) -> Formats:
        """Dates, numbers and lists."""


def credit(speaks: Speaks, cover: Cover) -> str:
    """Return who organised and who paid, as far as it is known."""
    organised = speaks.t.gettext("Organised by {names}.").format(
        names=speaks.formats.listing(cover.organisers)
    )
    parts = (organised if cover.organisers else "", "" if cover.lead else cover.cycle, cover.funder_credit)
    return joined(*parts, by=" ")


def present(speaks: Speaks, minutes: Minutes) -> str:
    """Return "27 people of 9 organisations" who came, or nothing where it is not known."""
    t, count = speaks.t, minutes.summary.present
    rows = minutes.participants.rows if minutes.participants else ()
    count = len(rows) if count is None else count
    if not count:
        return ""
    people = t.ngettext("{n} person", "{n} people", count).format(n=count)
    organisations = len({row.organisation for row in rows if not row.facilitation_team and row.organisation})
    if not organisations:
        return people
    form = t.ngettext("{people} of {n} organisation", "{people} of {n} organisations", organisations)
    return form.format(people=people, n=organisations)


def planned(speaks: Speaks, line: AgendaLine) -> str:
    """Return "15:30 – 16:15", over midnight too."""
    start = line.planned_start
    end = start.hour * 60 + start.minute + line.planned_minutes
    return f"{speaks.formats.time(start)} – {end // 60 % 24:02}:{end % 60:02}"


def held(speaks: Speaks, line: AgendaLine) -> str:
    """Return the times held as far as they are known, a dash where not."""
    if line.actual_start is None and line.actual_end is None:
        return DASH
    start, end = (
        speaks.formats.time(each) if each is not None else "…"
        for each in (line.actual_start, line.actual_end)
    )
    return f"{start} – {end}"


def day_title(speaks: Speaks, day: DayAccount) -> str:
    """Return "Day 1, Thursday 6 February 2014"."""
    date = speaks.formats.weekday(day.day)
    return speaks.t.gettext("Day {number}, {date}").format(number=day.number, date=date)


def standing(speaks: Speaks, session: SessionAccount) -> str:
    """Return who led a session, when it was planned and held, and what it counts."""
    line, t = session.line, speaks.t
    times = t.gettext("Planned {planned}.").format(planned=planned(speaks, line))
    if line.actual_start is not None:
        times = t.gettext("Planned {planned}, held {held}.").format(
            planned=planned(speaks, line), held=held(speaks, line)
        )
    cards = [card for board in session.boards for cluster in board.clusters for card in cluster.cards]
    dots = sum(card.dots or 0 for card in cards)
    counts = [
        t.ngettext("{n} participant present", "{n} participants present", n).format(n=n)
        for n in (session.present,)
        if n
    ]
    counts += [t.ngettext("{n} card", "{n} cards", n).format(n=n) for n in (len(cards),) if n]
    counts += [t.ngettext("{n} dot", "{n} dots", n).format(n=n) for n in (dots,) if n]
    led = [t.gettext("Led by {name}.").format(name=line.responsible)] if line.responsible else []
    counted = [", ".join(counts) + "."] if counts else []
    return " ".join([*led, times, *counted])


def vote(speaks: Speaks, result: VoteResult) -> str:
    """Return how a vote went and what came first."""
    t = speaks.t
    sentences = [t.gettext("Vote: {method}.").format(method=result.method)]
    if result.voters is not None and result.present is not None:
        people = t.gettext("{voters} of {present} people voted.")
        organisations = t.gettext("{voters} of {present} organisations voted.")
        words = organisations if result.by_organisation else people
        sentences.append(words.format(voters=result.voters, present=result.present))
    if result.cast is not None and result.possible is not None:
        words = t.gettext("{cast} of {possible} dots were placed.")
        sentences.append(words.format(cast=result.cast, possible=result.possible))
    if len(result.winners) > 1:
        names = speaks.formats.listing(result.winners)
        sentences.append(t.gettext("Tie for first place: {names}.").format(names=names))
    elif result.winners:
        sentences.append(t.gettext("First: {name}.").format(name=result.winners[0]))
    return " ".join(sentences)


def rating(speaks: Speaks, result: BoardRating) -> str:
    """Return how cards were rated, by what, and by how many."""
    t = speaks.t
    facts = {"criterion": result.criterion.text, "method": result.method}
    people = t.gettext("{rated} of {voters} people rated.")
    organisations = t.gettext("{rated} of {voters} organisations rated.")
    words = organisations if result.by_organisation else people
    return " ".join(
        (
            t.gettext("Rating from 1 to 5, {criterion}: {method}.").format(**facts),
            words.format(rated=result.rated, voters=result.voters),
        )
    )


def matrix_title(speaks: Speaks, found: BoardMatrix) -> str:
    """Return what a matrix is of: "Effect against effort"."""
    facts = {"up": found.up.text, "across": found.across.text}
    return speaks.t.gettext("Matrix: {up} against {across}").format(**facts)


def matrix_says(speaks: Speaks, found: BoardMatrix) -> str:
    """Return what a drawn matrix says to those who do not see it; its table has the means."""
    n = len(found.points)
    words = speaks.t.ngettext(
        "Square from 1 to 5 both ways, {up} upwards and {across} to the right, with {n} number.",
        "Square from 1 to 5 both ways, {up} upwards and {across} to the right, with {n} numbers.",
        n,
    )
    return words.format(up=found.up.text, across=found.across.text, n=speaks.formats.number(n))


def form_instruction(speaks: Speaks, form: EvaluationForm) -> str:
    """Return how to answer a form, and that nobody is to say who answers where it is anonymous."""
    t = speaks.t
    said = []
    if form.anonymous:
        said.append(t.gettext("Answers are anonymous: please do not write your name."))
    if any(each.marks for each in form.questions):
        said.append(t.gettext("Tick one box for each question."))
    if any(not each.marks for each in form.questions):
        said.append(t.gettext("Write on the lines what you want to say."))
    return " ".join(said)


def acta_opening(speaks: Speaks, minutes: Minutes) -> str:
    """Return the formula that opens a record of agreements: where, when, and for what people met."""
    t, cover = speaks.t, minutes.cover
    when = speaks.formats.span(cover.start, cover.end)
    begun = _ends_of_agenda(minutes)[0]
    facts = {"place": cover.place, "when": when, "title": cover.title}
    if begun is not None:
        facts["time"] = speaks.formats.time(begun)
        if cover.place:
            form = t.gettext(
                "In {place}, {when}, at {time}, those listed below met for “{title}” and agreed as follows."
            )
        else:
            form = t.gettext("{when}, at {time}, those listed below met for “{title}” and agreed as follows.")
    elif cover.place:
        form = t.gettext("In {place}, {when}, those listed below met for “{title}” and agreed as follows.")
    else:
        form = t.gettext("{when}, those listed below met for “{title}” and agreed as follows.")
    return capital(form.format(**facts))


def acta_closing(speaks: Speaks, minutes: Minutes) -> str:
    """Return the formula with which a record of agreements closes, with the hour where it is known."""
    t, ended = speaks.t, _ends_of_agenda(minutes)[1]
    if ended is None:
        return t.gettext(
            "With nothing further to discuss, the meeting was closed and this record is signed in agreement."
        )
    form = t.gettext(
        "With nothing further to discuss, the meeting was closed on {day} at {time} and this record is "
        "signed in agreement."
    )
    return form.format(day=speaks.formats.day(ended[0]), time=speaks.formats.time(ended[1]))


def _ends_of_agenda(minutes: Minutes) -> tuple[dt.time | None, tuple[dt.date, dt.time] | None]:
    """Return when the first session began and when the last one ended, as far as that is known."""
    began = [line.actual_start for day in minutes.agenda[:1] for line in day.lines if line.actual_start]
    ended = [(day.day, line.actual_end) for day in minutes.agenda for line in day.lines if line.actual_end]
    return min(began, default=None), max(ended, default=None)


def signing_lines(speaks: Speaks, minutes: Minutes) -> tuple[Signature, ...]:
    """Return who signs; two blank lines, for the chair and the secretary, where nobody was named."""
    t = speaks.t
    blank = (Signature(role=t.gettext("Chair")), Signature(role=t.gettext("Secretary")))
    return minutes.signatures or blank


def nothing_yet(speaks: Speaks, minutes: Minutes) -> str:
    """Return why a document has no content: for these readers, or so far."""
    if minutes.disclosure is Disclosure.PUBLIC and minutes.kind is DocumentKind.ATTENDANCE_LIST:
        return speaks.t.gettext("The edition for the public names nobody, so it has no attendance list.")
    return speaks.t.gettext("Nothing was recorded for this document yet.")


def agreed_day(speaks: Speaks, each: AgreementLine) -> str:
    """Return by when, or that nobody said."""
    day = speaks.formats.day(each.when) if each.when is not None else speaks.t.gettext("No date yet")
    return day[:1].upper() + day[1:]  # a month alone has no capital in Spanish, but it opens a line here


def step_day(speaks: Speaks, each: NextStep) -> str:
    """Return when something comes, or that nobody said."""
    day = speaks.formats.day(each.when) if each.when is not None else speaks.t.gettext("No date yet")
    return day[:1].upper() + day[1:]  # a month alone has no capital in Spanish, but it opens a line here


def who_when(speaks: Speaks, who: str | None, when: LooseDate | None) -> str:
    """Return an owner with a date, as far as either is known."""
    day = speaks.formats.day(when) if when is not None else None
    return joined(who, day)


def amount(speaks: Speaks, money: Money | None) -> str:
    """Return an amount with its currency, a dash where there is none."""
    return DASH if money is None else speaks.formats.amount(money)


def scale(speaks: Speaks, results: EvaluationResults) -> str:
    """Name the steps of a scale that have a word; all of them where none has."""
    named = [step for step in results.steps if " " in step] or list(results.steps)
    return speaks.t.gettext("Scale: {steps}.").format(steps=", ".join(named)) if named else ""


def says_the_same(said: str | None, other: str) -> bool:
    """Whether a position only repeats a role, as "Relatora" does "Relatoría"."""
    return said is not None and said[:_ROOT].casefold() == other[:_ROOT].casefold()


def capital(text: str) -> str:
    """Return words that open a line with a capital letter: months and weekdays have none in Spanish."""
    return text[:1].upper() + text[1:]


def joined(*parts: str | None, by: str = ", ") -> str:
    """Return the parts that say something, as one phrase."""
    return by.join(part for part in parts if part)


def filled(pairs: Iterable[tuple[str, str | None]]) -> list[tuple[str, str]]:
    """Return the labels that have something to say."""
    return [(label, value) for label, value in pairs if value]
