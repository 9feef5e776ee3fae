"""Minutes of every size for tests: nothing but a title, one card, thousands of cards."""

import datetime as dt
from dataclasses import replace

from facilitator.domain.minutes import (
    AgendaDay,
    AgendaLine,
    AttendanceRow,
    BoardRecord,
    CardLine,
    ClusterRecord,
    Cover,
    DayAccount,
    Disclosure,
    DocumentKind,
    Minutes,
    ParticipantRow,
    Said,
    SessionAccount,
    Summary,
)
from tests.exports.minutes_samples import sample
from tests.exports.sample_days import AS_OF, DAY_1


def tiny(language: str = "en", kind: DocumentKind = DocumentKind.MEMORIA, title: str = "Kick-off") -> Minutes:
    """Return a workshop of which nothing is known but its title and day."""
    return Minutes(
        kind=kind,
        language=language,
        disclosure=Disclosure.PUBLIC,
        cover=Cover(title=title, place="", start=DAY_1, end=DAY_1, as_of=AS_OF),
        summary=Summary(),
    )


def one_card(text: str, language: str = "en", translation: str | None = None) -> Minutes:
    """Return a workshop with one card that says `text`."""
    card = CardLine(number="1.1", kind="note", text=Said(text, "es", translation))
    board = BoardRecord(
        number=1, question=Said("Question", "en"), clusters=(ClusterRecord(title=None, cards=(card,)),)
    )
    line = AgendaLine(number=1, title="Only session", planned_start=dt.time(9), planned_minutes=30)
    session = SessionAccount(line=line, anchor="s-1", boards=(board,))
    return replace(tiny(language), proceedings=(DayAccount(1, DAY_1, (session,)),))


def huge(cards: int = 3000, people: int = 300, language: str = "es") -> Minutes:
    """Return the sample with very many cards and people, 60 cards a board."""
    base = sample(language)
    template = [card for c in base.proceedings[0].sessions[-1].boards[0].clusters for card in c.cards]
    sessions = []
    for s in range(-(-cards // 60)):
        clusters = []
        for c in range(6):
            block = tuple(
                replace(
                    template[(n + c) % len(template)],
                    number=f"{s + 1}.{c * 10 + n + 1}",
                    text=Said(f"{template[(n + c) % len(template)].text.text}, {s}-{c}-{n}", "es"),
                    anchor=f"c-{s}-{c}-{n}",
                )
                for n in range(10)
                if s * 60 + c * 10 + n < cards
            )
            clusters.append(
                ClusterRecord(
                    title=Said(f"Grupo {c + 1}", "es"),
                    cards=block,
                    dots=sum(card.dots or 0 for card in block),
                )
            )
        line = AgendaLine(
            number=s + 1,
            title=f"Sesión de tarjetas {s + 1}",
            planned_start=dt.time(8 + s % 9),
            planned_minutes=45,
            anchor=f"big-{s}",
        )
        board = BoardRecord(
            number=s + 1,
            question=Said(f"¿Qué mejoraría en la parte {s + 1}?", "es"),
            clusters=tuple(clusters),
        )
        sessions.append(
            SessionAccount(
                line=line, anchor=f"big-{s}", boards=(board,), notes=base.proceedings[0].sessions[1].notes
            )
        )
    rows = tuple(
        ParticipantRow(
            name=f"Persona Ejemplo {n}",
            organisation=f"Organización {n // 10}",
            position="Coordinación",
            country="Nicaragua",
        )
        for n in range(people)
    )
    sheet = base.annexes.attendance
    assert sheet is not None
    assert base.participants is not None
    attending = tuple(AttendanceRow(row.name, row.organisation, ("P", "P", "T", "P")) for row in rows)
    return replace(
        base,
        proceedings=(DayAccount(1, DAY_1, tuple(sessions)),),
        agenda=(AgendaDay(DAY_1, tuple(s.line for s in sessions)),),
        participants=replace(base.participants, rows=rows),
        annexes=replace(base.annexes, attendance=replace(sheet, rows=attending)),
    )
