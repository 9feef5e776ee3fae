"""Minutes for tests: the workshop of Managua in both languages, a nearly empty one, and a very large one."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from facilitator.domain.minutes import (
    AgendaDay,
    AgendaLine,
    AgreementLine,
    Annexes,
    AssumptionLine,
    AttendanceRow,
    AttendanceSheet,
    Background,
    BoardRecord,
    BudgetLine,
    BudgetRevisionTable,
    CanvasAccount,
    CardKindLabel,
    CardLine,
    CaseResults,
    ClusterRecord,
    Contributor,
    Cover,
    DayAccount,
    Disclosure,
    DocumentKind,
    EarlierWorkshop,
    EffectLine,
    EvaluationResults,
    EvidenceLine,
    HypothesisLine,
    IndicatorReading,
    IndicatorSheet,
    IterationAccount,
    Minutes,
    NextStep,
    NoteLine,
    ParkingLine,
    ParticipantRow,
    Participants,
    ParticipantTotals,
    PrincipleScores,
    RatingResult,
    Recipient,
    ReflectionAccount,
    Said,
    SessionAccount,
    Signature,
    Source,
    StartingMaterial,
    Status,
    Summary,
    Tally,
    TheoryOfChangeAccount,
    ThreadPlace,
    ThreadStop,
    Tone,
    VoteResult,
    WorkPlan,
    WorkPlanRow,
)
from facilitator.domain.values import LooseDate, Money

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


def sample(language: str = "es", kind: DocumentKind = DocumentKind.MEMORIA) -> Minutes:
    """Return the minutes of Managua with something in every section."""
    es = language == "es"

    def w(spanish: str, english: str) -> str:
        return spanish if es else english

    def said(spanish: str, english: str) -> Said:
        return Said(w(spanish, english), language)

    return Minutes(
        kind=kind,
        language=language,
        disclosure=Disclosure.INTERNAL,
        cover=Cover(
            title=w("Mantener el impulso", "Maintaining momentum"),
            lead=w(
                "Memoria del segundo taller del ciclo de aprendizaje 2013-2014 sobre nuevos modelos de negocio.",
                "Minutes of the second workshop in the 2013–2014 learning cycle on new business models.",
            ),
            place="Managua, Nicaragua",
            start=DAY_1,
            end=DAY_2,
            as_of=AS_OF,
            cycle=w("Ciclo 2013-2014", "Cycle 2013-2014"),
            alliance=w(
                "Alianza de Aprendizaje de Centroamérica", "Regional Learning Alliance of Central America"
            ),
            organisers=("CIAT",),
            funder_credit=w("Con el financiamiento de la OPEP.", "Funded by OPEC."),
            version="0.2",
            status=w(
                "Borrador, para comentarios hasta el 19 de febrero de 2014",
                "Draft, for comments until 19 February 2014",
            ),
            author="Paula Demo",
            footer=w(
                "Alianza de Aprendizaje de Centroamérica. Datos de ejemplo",
                "Regional Learning Alliance of Central America. Sample data",
            ),
            thread=(
                ThreadStop(ThreadPlace.BEFORE, LooseDate(2013, 9, 23), LooseDate(2013, 9, 26)),
                ThreadStop(ThreadPlace.THIS, LooseDate.of(DAY_1), LooseDate.of(DAY_2)),
                ThreadStop(ThreadPlace.AFTER, LooseDate(2014, 9)),
            ),
        ),
        summary=Summary(
            paragraphs=(
                said(
                    "Las personas participantes volvieron a los casos elegidos en septiembre y compararon cómo funciona LINK con cuatro grupos de productores y sus compradores.",
                    "Participants returned to the cases chosen in September and compared how LINK is working with four groups of producers and their buyers.",
                ),
                said(
                    "Tres sugerencias reunieron la mayoría de los votos. Ahora son acciones con responsable, fecha y presupuesto.",
                    "Three suggestions gathered most of the votes. They are now actions with an owner, dates and a budget.",
                ),
            ),
            figures=(
                Tally(w("participantes", "participants"), 12),
                Tally(w("organizaciones socias", "partner organisations"), 4),
                Tally(w("sesiones en dos días", "sessions, two days"), 24),
                Tally(w("tarjetas", "feedback cards"), 14),
                Tally(w("acciones nuevas", "new actions"), 8),
            ),
            facilitators=("Lucía Demo", "Mateo Demo"),
            note_takers=("Paula Demo",),
            present=15,
        ),
        card_kinds=(
            CardKindLabel("works", w("Funciona", "Works")),
            CardKindLabel("difficulty", w("Dificultad", "Difficulty")),
            CardKindLabel("question", w("Pregunta", "Question")),
            CardKindLabel("suggestion", w("Sugerencia", "Suggestion")),
            CardKindLabel("note", w("Nota", "Note")),
        ),
        background=Background(
            alliance=(
                w(
                    "La Alianza de Aprendizaje de Centroamérica es promovida por el CIAT desde 2003.",
                    "The Regional Learning Alliance of Central America has been promoted by CIAT since 2003.",
                ),
            ),
            cycle=(
                w(
                    "El ciclo 2013-2014 trata de nuevos modelos de negocio.",
                    "The 2013-2014 cycle is about new business models.",
                ),
            ),
            learning_question=w(
                "¿En qué condiciones un cambio en el modelo de negocio produce mejoras medibles?",
                "Under which conditions does changing the business model produce measurable gains?",
            ),
            aims=(
                w(
                    "Mejorar la capacidad de evaluar y diseñar modelos",
                    "Raise the capacity to evaluate and design models",
                ),
                w("Probar y adaptar LINK", "Test and adapt LINK"),
            ),
            earlier=(
                EarlierWorkshop(
                    w("Primer taller regional del ciclo", "First regional workshop of the cycle"),
                    LooseDate(2013, 9, 23),
                    LooseDate(2013, 9, 26),
                    "Managua",
                    (
                        w(
                            "Teoría de cambio y marco común de monitoreo",
                            "Theory of change and common monitoring framework",
                        ),
                        w("Capacitación en LINK", "Training on LINK"),
                    ),
                ),
            ),
            starting_material=(
                StartingMaterial(
                    text=w("Plan de trabajo de septiembre", "Work plan of September"),
                    state=Status(w("Parcial", "Partly"), Tone.IN_PROGRESS),
                    since=w("Un caso en prueba", "One case in test"),
                    source=Source(w("Sesión 3", "Session 3"), "s-3"),
                ),
            ),
        ),
        objectives=(
            w(
                "Reflexionar sobre los avances con LINK desde septiembre",
                "Reflect on the advances made with LINK since September",
            ),
            w("Trabajar la herramienta n.º 4", "Work with tool 4"),
            w("Planificar la siguiente fase", "Plan the next phase"),
        ),
        expected_outputs=(w("Plan de trabajo acordado", "Agreed work plan"),),
        participants=_participants(w),
        agenda=tuple(AgendaDay(day.day, tuple(s.line for s in day.sessions)) for day in _days(w, said, es)),
        proceedings=_days(w, said, es),
        reflections=(_reflection(w, said, 1), _reflection(w, said, 2)),
        cases=(_case(w, said),),
        agreements=(
            AgreementLine(
                number=1,
                text=said(
                    "Seguir aplicando LINK en campo y entrar al ciclo del prototipo",
                    "Keep applying LINK in the field and enter the prototype cycle",
                ),
                anchor="ag-1",
                responsible="3C, Marisol Ejemplo",
                when=LooseDate(2014, 8, 29),
                sources=(Source(w("Sesión 11", "Session 11"), "s-11"),),
                actions=(Source("F14-1", "wp-1"),),
            ),
            AgreementLine(
                number=2,
                text=said("Taller de escritura en septiembre", "Writing workshop in September"),
                anchor="ag-2",
                responsible="CIAT",
                when=LooseDate(2014, 9),
                sources=(Source(w("Tarjeta 1.1", "Card 1.1"), "c-1"),),
            ),
            AgreementLine(
                number=3,
                text=said(
                    "Los datos de cada caso son de la organización de productores",
                    "Case data belong to the producer organisation",
                ),
                anchor="ag-3",
            ),
        ),
        work_plan=_work_plan(w, said),
        budget_revisions=(
            BudgetRevisionTable(
                number=2,
                day=LooseDate(2014, 2, 7),
                currency="USD",
                reason=said("Se agrega apoyo a distancia", "Remote support added"),
                approved=w("Aprobada por el CIAT", "Approved by CIAT"),
                lines=(
                    BudgetLine(source="OPEC", previous=Decimal(15500), revised=Decimal(14300)),
                    BudgetLine(
                        source="Red Surco Ejemplo", previous=Decimal(2200), revised=Decimal("2500.50")
                    ),
                ),
            ),
        ),
        evaluation=EvaluationResults(
            forms=12,
            steps=(
                w("1 Muy malo", "1 Very poor"),
                "2",
                w("3 Regular", "3 Fair"),
                "4",
                w("5 Muy bueno", "5 Very good"),
            ),
            ratings=(
                RatingResult(
                    w("Se cumplieron los objetivos", "The objectives were met"),
                    12,
                    Decimal("4.42"),
                    Decimal("4.5"),
                    (0, 0, 1, 5, 6),
                ),
                RatingResult(
                    w("La pantalla se leía bien", "The screen was easy to read"),
                    12,
                    Decimal("3.00"),
                    Decimal(3),
                    (1, 3, 4, 3, 1),
                ),
            ),
            answers=(
                (
                    w("¿Qué fue lo más útil?", "What was most useful?"),
                    (
                        said("Las tarjetas", "The cards"),
                        said("El ejercicio por caso", "The exercise by case"),
                    ),
                ),
            ),
        ),
        parking_lot=(
            ParkingLine(
                text=said(
                    "¿Cómo involucrar a compradores que no comparten precios?",
                    "How to involve buyers who will not share prices?",
                ),
                outcome=w("Al plan de trabajo", "To the work plan"),
                source=Source(w("Sesión 5", "Session 5"), "s-5"),
                target=Source("F14-2", "wp-2"),
            ),
            ParkingLine(text=said("¿De quién son los datos?", "Who owns the data?"), raised_by="LV"),
        ),
        next_steps=(
            NextStep(
                LooseDate(2014, 3, 12),
                w("Primera visita de campo", "First field visit"),
                "CIAT",
                Source("F14-2", "wp-2"),
            ),
            NextStep(LooseDate(2014, 9), w("Taller de escritura", "Writing workshop"), "CIAT"),
        ),
        signatures=(
            Signature(
                role=w("Elaborado por", "Prepared by"),
                name="Paula Demo",
                position=w("Relatora", "Note-taker"),
                organisation="CIAT",
            ),
            Signature(role=w("Revisado por", "Reviewed by"), name="Lucía Demo", organisation="CIAT"),
            Signature(role=w("Visto bueno (V.º B.º)", "Approved")),
        ),
        distribution=(
            Recipient("OPEC", w("Completa, sin contactos", "Complete, without contacts")),
            Recipient("Red Surco Ejemplo", w("Completa, sin contactos", "Complete, without contacts")),
        ),
        annexes=_annexes(w, said),
    )


def _participants(w) -> Participants:
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


def _days(w, said, es: bool) -> tuple[DayAccount, ...]:
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


def _reflection(w, said, n: int) -> ReflectionAccount:
    return ReflectionAccount(
        number=n,
        anchor=f"dl-{n}",
        level=w("Doble ciclo", "Double loop"),
        level_number=2,
        context=w("Caso Miel, Nicaragua", "Honey case, Nicaragua"),
        action=said(
            "Capacitamos a los equipos de campo en LINK y les dejamos la guía",
            "We trained field teams in LINK and left them the guide",
        ),
        expected=said(
            "Cuatro casos probando un prototipo en febrero", "Four cases testing a prototype by February"
        ),
        expected_measure=w("Casos en prueba: 4", "Cases in test: 4"),
        actual=said("Un caso en prueba", "One case testing"),
        gap_kind=w("Por debajo", "Below"),
        gap=said("Tres casos atrasados", "Three cases behind plan"),
        causes=(said("Las dudas quedaron sin respuesta", "Doubts went unanswered"),),
        correction=said("Sesión remota mensual por caso", "Monthly remote session per case"),
        correction_owner="CIAT",
        correction_due=LooseDate(2014, 3, 3),
        correction_item=Source("F14-1", "wp-1"),
        assumption=said("Capacitación más una guía es suficiente", "Training plus a guide is enough"),
        assumption_kind=w("causal", "causal"),
        evidence_for=(
            EvidenceLine(
                text=said("El caso que avanzó ya tenía experiencia", "The case that advanced had experience")
            ),
        ),
        evidence_against=(
            EvidenceLine(
                text=said(
                    "Tres equipos se detuvieron en el mismo paso", "Three teams stopped at the same step"
                ),
                source=Source(w("Tarjeta 1.3", "Card 1.3"), "c-3"),
            ),
        ),
        evidence_strength=w("varios casos", "several cases"),
        verdict=w("No se sostiene", "Does not hold"),
        revised_assumption=said(
            "Los equipos inician cuando a la capacitación le sigue un acompañamiento programado",
            "Teams start when training is followed by scheduled accompaniment",
        ),
        effects=(
            EffectLine(
                on=w("Teoría de cambio", "Theory of change"),
                reference="as-1",
                text=said("Agregar el acompañamiento como producto", "Add accompaniment as an output"),
            ),
        ),
        decision=w("Probar en la próxima iteración", "Test in the next iteration"),
        owner="CIAT",
        review_on=LooseDate(2014, 6, 30),
        how_we_will_know=said("Casos en prueba en junio", "Cases in test by June"),
        about_learning=said("No preguntamos a los equipos", "We did not ask the teams") if n == 2 else None,
        learning_change=said(
            "Invitar a un equipo de campo a cada taller", "Invite a field team to each workshop"
        )
        if n == 2
        else None,
        attribution=w("El grupo", "The group"),
        session=Source(w("Sesión 11", "Session 11"), "s-11"),
        recorded=w("Paula Demo, 7 de febrero de 2014, 10:50", "Paula Demo, 7 February 2014, 10:50"),
        review_outcome=w("Pendiente", "Pending"),
    )


def _reading(w) -> IndicatorReading:
    return IndicatorReading(
        "IND-3",
        w("Días entre entrega y pago", "Days between delivery and payment"),
        w("días", "days"),
        Decimal(45),
        LooseDate(2013, 9, 30),
        Decimal(15),
        LooseDate(2014, 9, 30),
        Decimal(41),
        LooseDate(2014, 1, 31),
        Decimal("0.1333"),
    )


def _case(w, said) -> CaseResults:
    return CaseResults(
        title=w("Miel, Red Surco Ejemplo", "Honey, Red Surco Ejemplo"),
        anchor="case-1",
        facts=(
            (w("Vendedor", "Seller"), "Cooperativa Panal de Muestra"),
            (w("Comprador", "Buyer"), "Supermercado Ficticio"),
        ),
        chain_map=(
            (
                w("Eslabones", "Core processes"),
                (said("Producción", "Production"), said("Acopio", "Collection")),
            ),
        ),
        canvases=(
            CanvasAccount(
                title=w("Modelo de la cooperativa, versión 1", "Canvas of the cooperative, version 1"),
                blocks=tuple(
                    (w(*names), (said("Uno", "One"), said("Dos", "Two")))
                    for names in (
                        ("Segmentos de clientes", "Customer segments"),
                        ("Propuesta de valor", "Value propositions"),
                        ("Canales", "Channels"),
                        ("Recursos clave", "Key resources"),
                    )
                ),
            ),
        ),
        principles=(
            PrincipleScores(
                assessed_on=LooseDate(2013, 10, 16),
                scale=(1, 5),
                perspectives=(w("Vendedor", "Seller"), w("Comprador", "Buyer")),
                rows=(
                    (w("Innovación inclusiva", "Inclusive innovation"), (Decimal(3), None)),
                    (w("Gobernanza justa", "Fair governance"), (Decimal("2.5"), Decimal(4))),
                ),
            ),
        ),
        iterations=(
            IterationAccount(
                number=1,
                stage=w("En prueba", "Testing"),
                started=LooseDate(2013, 11, 4),
                answers=(
                    (
                        w(
                            "¿Dónde está hoy nuestro modelo de negocio?",
                            "Where does our business model stand now?",
                        ),
                        said("Paga a 45 días", "Pays at 45 days"),
                    ),
                ),
                hypotheses=(
                    HypothesisLine(
                        number="1",
                        change=said("la cooperativa controla la humedad", "the cooperative checks moisture"),
                        result=said(
                            "los lotes rechazados bajan de 5 %", "rejected lots fall below 5 percent"
                        ),
                        indicator="IND-2",
                        outcome=w("Confirmada", "Confirmed"),
                        decision=w("Ampliar", "Scale up"),
                    ),
                ),
            ),
        ),
        indicators=(_reading(w),),
    )


def _work_plan(w, said) -> WorkPlan:
    who = tuple(
        Contributor(code, name)
        for code, name in (
            ("3C", "Red Surco Ejemplo"),
            ("LM", "Fundación Semilla de Muestra"),
            ("PL", "Cooperación Raíz de Prueba"),
            ("LV", "Asociación Puente Ficticio"),
            ("FT", "OPEC"),
        )
    )

    def row(
        n: int,
        es: str,
        en: str,
        start: LooseDate,
        due: LooseDate,
        tone: Tone,
        budget: int,
        shares: tuple[int | None, ...],
        carried: bool = False,
    ) -> WorkPlanRow:
        missing = budget - sum(share or 0 for share in shares)
        words = {
            Tone.PLANNED: w("Sin iniciar", "Not started"),
            Tone.IN_PROGRESS: w("En proceso", "In progress"),
            Tone.LATE: w("Atrasada", "Delayed"),
        }
        return WorkPlanRow(
            code=f"F14-{n}",
            activity=said(es, en),
            anchor=f"wp-{n}",
            output=said("Producto acordado", "Agreed output"),
            responsible="CIAT" if n % 2 else "3C, Marisol Ejemplo",
            support=("LM", "Irma Prueba"),
            start=start,
            due=due,
            status=Status(words[tone], tone),
            progress=20 if tone is Tone.IN_PROGRESS else 0,
            budget=Money(Decimal(budget), "USD"),
            contributions=tuple(Decimal(s) if s else None for s in shares),
            unfunded=Money(Decimal(missing), "USD") if missing else None,
            sources=(Source(w("Acuerdo 1", "Agreement 1"), "ag-1"),),
            carried=carried,
        )

    rows = (
        row(
            3,
            "Segundo caso LINK probado con un comprador",
            "Second LINK case tested with a buyer",
            LooseDate(2014, 2, 1),
            LooseDate(2014, 3, 15),
            Tone.LATE,
            1800,
            (None, None, None, 900, 900),
            True,
        ),
        row(
            1,
            "Sesión remota mensual por caso",
            "Monthly remote session per case",
            LooseDate(2014, 3),
            LooseDate(2014, 8),
            Tone.PLANNED,
            1200,
            (480, None, None, None, 720),
        ),
        row(
            2,
            "Visitas de campo para seleccionar los sitios del proyecto",
            "Field visits to select project sites",
            LooseDate(2014, 3, 3),
            LooseDate(2014, 4, 30),
            Tone.IN_PROGRESS,
            9600,
            (600, 600, 600, 600, 6200),
        ),
        row(
            4,
            "Taller de escritura",
            "Writing workshop",
            LooseDate(2014, 9),
            LooseDate(2014, 9),
            Tone.PLANNED,
            13400,
            (900, 900, 900, 900, 9800),
        ),
    )
    return WorkPlan(
        contributors=who,
        rows=rows,
        totals=(Money(Decimal(26000), "USD"),),
        contributed=(("USD", tuple(map(Decimal, (1980, 1500, 1500, 2400, 17620)))),),
        unfunded=(Money(Decimal(1000), "USD"),),
    )


def _annexes(w, said) -> Annexes:
    half_days = tuple(
        (day, half) for day in (DAY_1, DAY_2) for half in (w("mañana", "morning"), w("tarde", "afternoon"))
    )
    people = ("Marisol Ejemplo", "Óscar Ejemplo", "Delmy Muestra", "Carmen Prueba")
    return Annexes(
        attendance=AttendanceSheet(
            half_days=half_days,
            rows=tuple(
                AttendanceRow(name, "Red Surco Ejemplo", ("P", "P", "T" if n else "P", "P"))
                for n, name in enumerate(people)
            ),
            legend=(("P", w("presente", "present")), ("T", w("tarde", "late"))),
            present=(4, 4, 4, 4),
        ),
        card_transcript=True,
        indicator_sheets=(
            IndicatorSheet(
                reading=_reading(w),
                anchor="ind-3",
                fields=(
                    (
                        w("Definición", "Definition"),
                        w("Días desde la entrega hasta el pago", "Days from delivery to payment"),
                    ),
                    (w("Medio de verificación", "Means of verification"), w("Recibos", "Receipts")),
                ),
            ),
        ),
        theory_of_change=TheoryOfChangeAccount(
            version=2,
            day=LooseDate(2014, 2, 7),
            impact=said("Ingresos mayores y más estables", "Higher and steadier incomes"),
            levels=((w("Actividades", "Activities"), (said("Aplicar LINK", "Apply LINK"),)),),
            assumptions=(
                AssumptionLine(
                    text=said("El acompañamiento sigue a la capacitación", "Accompaniment follows training"),
                    status=w("Revisado", "Revised"),
                    previous=said("Un taller y una guía bastan", "A workshop and a guide are enough"),
                    revised_by=Source(w("Reflexión 1", "Reflection 1"), "dl-1"),
                ),
            ),
        ),
        glossary=(
            (
                "LINK",
                w(
                    "Metodología de vínculos comerciales incluyentes",
                    "Methodology of inclusive trading relationships",
                ),
            ),
        ),
    )


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
    attending = tuple(AttendanceRow(row.name, row.organisation, ("P", "P", "T", "P")) for row in rows)
    return replace(
        base,
        proceedings=(DayAccount(1, DAY_1, tuple(sessions)),),
        agenda=(AgendaDay(DAY_1, tuple(s.line for s in sessions)),),
        participants=replace(base.participants, rows=rows),
        annexes=replace(base.annexes, attendance=replace(sheet, rows=attending)),
    )
