"""Minutes for tests: the workshop of Managua in both languages, a nearly empty one, and a very large one."""

from decimal import Decimal

from facilitator.domain.minutes import (
    AgendaDay,
    AgreementLine,
    Background,
    BudgetLine,
    BudgetRevisionTable,
    CardKindLabel,
    Cover,
    Disclosure,
    DocumentKind,
    EarlierWorkshop,
    EvaluationResults,
    Minutes,
    NextStep,
    ParkingLine,
    RatingResult,
    Recipient,
    Said,
    Signature,
    Source,
    StartingMaterial,
    Status,
    Summary,
    Tally,
    ThreadPlace,
    ThreadStop,
    Tone,
)
from facilitator.domain.values import LooseDate
from tests.exports.sample_days import AS_OF, DAY_1, DAY_2, days, participants
from tests.exports.sample_results import annexes, case, reflection, work_plan


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
        participants=participants(w),
        agenda=tuple(AgendaDay(day.day, tuple(s.line for s in day.sessions)) for day in days(w, said, es)),
        proceedings=days(w, said, es),
        reflections=(reflection(w, said, 1), reflection(w, said, 2)),
        cases=(case(w, said),),
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
        work_plan=work_plan(w, said),
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
        annexes=annexes(w, said),
    )
