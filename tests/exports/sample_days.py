"""The days of the sample workshop: people, sessions, cards."""

import datetime as dt

from facilitator.domain.minutes import (
    AgendaLine,
    BoardRecord,
    CardLine,
    ClusterRecord,
    DayAccount,
    NoteLine,
    ParticipantRow,
    Participants,
    ParticipantTotals,
    Said,
    SessionAccount,
    Source,
    Status,
    Tally,
    Tone,
    VoteResult,
)
from tests.exports.sample_ratings import rated

DAY_1, DAY_2 = dt.date(2014, 2, 6), dt.date(2014, 2, 7)
AS_OF = dt.datetime(2014, 2, 12, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=-6)))


CARDS = (
    (
        "suggestion",
        "Más seguimiento y apoyo a distancia para valorar entre participantes los avances",
        "More follow-up and long-distance support, so that we can evaluate each other's advances",
        "Delmy Muestra, LM",
        7,
        0,
    ),
    (
        "suggestion",
        "Una llamada al mes entre los cuatro casos",
        "One call a month between the four cases",
        "Xochitl Ejemplo, 3C",
        4,
        0,
    ),
    (
        "difficulty",
        "Sin señal de teléfono en la mitad de las comunidades",
        "No phone signal in half of the communities",
        "LM",
        3,
        0,
    ),
    (
        "note",
        "Marzo es cosecha: los equipos de campo salen dos semanas",
        "March is harvest: field teams are out for two weeks",
        None,
        0,
        0,
    ),
    (
        "suggestion",
        "Definir los indicadores en términos concretos antes de la primera iteración",
        None,
        "Julián Ficticio, LV",
        6,
        1,
    ),
    ("question", "¿Quién mide cuando el comprador guarda los registros?", None, "Carmen Prueba, LV", 4, 1),
    ("suggestion", "Ser pragmático y sencillo: una página por iteración", None, "Óscar Ejemplo, 3C", 5, 2),
    (
        "works",
        "Testing with one delivery lowered the risk <b>for the cooperative</b> & the buyer",
        "Probar con una entrega bajó el riesgo",
        "LV",
        2,
        2,
    ),
)


CLUSTERS = (
    ("Seguimiento a distancia", "Follow-up at a distance"),
    ("Indicadores concretos", "Concrete indicators"),
    ("Pragmático y sencillo", "Pragmatic and simple"),
)


def participants(w) -> Participants:
    rows = [
        ParticipantRow(
            name=name,
            organisation=org,
            position=w("Coordinación de cadenas", "Value chain coordination"),
            country=country,
        )
        for name, org, country in (
            ("Marisol Ejemplo", "Red Surco Ejemplo (3C)", "Nicaragua"),
            ("Óscar Ejemplo", "Red Surco Ejemplo (3C)", "Nicaragua"),
            ("Xochitl Ejemplo", "Red Surco Ejemplo (3C)", "Nicaragua"),
            ("Delmy Muestra", "Fundación Semilla de Muestra (LM)", "Honduras"),
            ("Wilfredo Muestra", "Fundación Semilla de Muestra (LM)", "Honduras"),
            ("Julián Ficticio", "Asociación Puente Ficticio (LV)", "Guatemala"),
            ("Carmen Prueba", "Asociación Puente Ficticio (LV)", "Guatemala"),
            (w("Participante", "Participant"), "Asociación Puente Ficticio (LV)", "Guatemala"),
        )
    ]
    rows += [
        ParticipantRow(
            name="Lucía Demo",
            organisation="CIAT",
            role=w("Facilitadora principal", "Lead facilitator"),
            facilitation_team=True,
        ),
        ParticipantRow(
            name="Paula Demo",
            organisation="CIAT",
            role=w("Relatora", "Note-taker"),
            facilitation_team=True,
            contact="paula@example.org",
        ),
    ]
    return Participants(
        rows=tuple(rows),
        totals=ParticipantTotals(
            (
                Tally("Red Surco Ejemplo", 3),
                Tally("Fundación Semilla de Muestra", 2),
                Tally("Asociación Puente Ficticio", 3),
            ),
            (Tally(w("Mujeres", "Women"), 5), Tally(w("Hombres", "Men"), 3)),
            (Tally("Nicaragua", 3), Tally("Honduras", 2), Tally("Guatemala", 3)),
        ),
    )


def days(w, said, es: bool) -> tuple[DayAccount, ...]:
    language = "es" if es else "en"
    done = Status(w("Realizada", "Done"), Tone.DONE)

    def line(
        number: int,
        title: str,
        start: tuple[int, int],
        minutes: int,
        held: tuple[int, int, int, int] | None = None,
        who: str | None = None,
    ) -> AgendaLine:
        actual = (dt.time(*held[:2]), dt.time(*held[2:])) if held else (None, None)
        return AgendaLine(
            number=number or None,
            title=title,
            planned_start=dt.time(*start),
            planned_minutes=minutes,
            actual_start=actual[0],
            actual_end=actual[1],
            status=done if held else Status(w("Prevista", "Planned"), Tone.PLANNED),
            responsible=who,
            anchor=f"s-{number}",
        )

    def card(n: int) -> CardLine:
        kind, spanish, other, author, dots, _ = CARDS[n]
        text = (
            Said(spanish, "es", None if es else other)
            if not spanish.startswith("Testing")
            else Said(spanish, "en", other if es else None)
        )
        return CardLine(
            number=f"1.{n + 1}", kind=kind, text=text, author=author, dots=dots, anchor=f"c-{n + 1}"
        )

    clusters = tuple(
        ClusterRecord(
            title=Said(CLUSTERS[c][0 if es else 1], language),
            cards=tuple(card(n) for n in range(len(CARDS)) if CARDS[n][5] == c),
            dots=sum(CARDS[n][4] for n in range(len(CARDS)) if CARDS[n][5] == c),
        )
        for c in range(3)
    )
    board = BoardRecord(
        number=1,
        question=said(
            "¿Qué mejoraría el Ciclo del Prototipo?", "What would you improve in the Prototype Cycle?"
        ),
        clusters=clusters,
        anchor="b-1",
        vote=VoteResult(
            method=w("3 puntos por persona, oculta hasta el cierre", "3 dots a person, hidden until closed"),
            voters=11,
            present=12,
            cast=31,
            possible=36,
            winners=CLUSTERS[0][:1] if es else CLUSTERS[0][1:],
        ),
        conclusion=said(
            "La primera tarjeta de cada grupo pasa al plan de trabajo.",
            "The first card of each group becomes an action in the work plan.",
        ),
        **rated(w, said, (card for cluster in clusters for card in cluster.cards)),
    )
    day_1 = (
        SessionAccount(
            line=line(1, w("Inscripción y café", "Registration and coffee"), (8, 0), 30, (8, 5, 8, 40)),
            anchor="s-1",
        ),
        SessionAccount(
            line=line(
                3,
                w("Avances desde septiembre", "Review of progress since September"),
                (9, 0),
                60,
                (9, 12, 10, 10),
                "Mateo Demo",
            ),
            anchor="s-3",
            objective=w("Saber dónde está cada caso", "Know where each case stands"),
            how=w(
                "Plenaria, ronda por organización; papelógrafo",
                "Plenary, a round by organisation; flip chart",
            ),
            present=12,
            notes=(
                NoteLine(
                    text=said(
                        "Cada organización contó en diez minutos qué hizo con LINK desde septiembre. Un caso ya prueba su prototipo y tres siguen describiendo su punto de partida.",
                        "Each organisation told in ten minutes what it did with LINK since September. One case is testing its prototype, three are still describing their starting point.",
                    ),
                    heading=w("Puntos clave", "Key points"),
                ),
                NoteLine(
                    text=Said(
                        "Training alone did not carry the teams through the first step.",
                        "en",
                        "La capacitación sola no alcanzó para el primer paso." if es else None,
                    ),
                    heading=w("Desacuerdos", "Disagreements"),
                    author="LM",
                ),
            ),
        ),
        SessionAccount(
            line=line(
                5,
                w("LINK en distintas situaciones", "LINK in different situations"),
                (10, 20),
                70,
                (10, 25, 11, 35),
            ),
            anchor="s-5",
        ),
        SessionAccount(
            line=line(
                11,
                w("Mejoras posibles al Ciclo del Prototipo", "Improving the Prototype Cycle"),
                (15, 30),
                45,
                (15, 42, 16, 30),
                "Lucía Demo",
            ),
            anchor="s-11",
            present=11,
            objective=w("Reunir sugerencias", "Gather suggestions"),
            boards=(board,),
            agreed=(
                (
                    said(
                        "La primera tarjeta de cada grupo es una acción.",
                        "The first card of each group becomes an action.",
                    ),
                    Source("F14-1", "wp-1"),
                ),
            ),
            left_open=(
                (
                    said(
                        "¿Pueden dos compradores compartir un prototipo?",
                        "Can two buyers share one prototype?",
                    ),
                    Source(w("Sesión 13", "Session 13"), "s-13"),
                ),
            ),
        ),
    )
    day_2 = (
        SessionAccount(line=line(13, w("Repaso", "Recap"), (8, 30), 15, (8, 30, 8, 47)), anchor="s-13"),
        SessionAccount(line=line(14, w("Cierre", "Closing"), (16, 20), 20), anchor="s-14"),
    )
    return (DayAccount(1, DAY_1, day_1), DayAccount(2, DAY_2, day_2))
