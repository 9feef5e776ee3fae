"""The pictures' content as stage values: what a real afternoon in Managua puts on the wall."""

from collections.abc import Callable

from facilitator.domain.stage import (
    AgendaRow,
    AgendaView,
    BlankView,
    BreakView,
    CardsView,
    FirstLoop,
    QuestionView,
    ReflectionView,
    RowKind,
    RowState,
    SecondLoop,
    StageCard,
    StageCluster,
    StageFrame,
    StageKind,
    StageText,
    StageTimer,
    StageView,
    Theme,
    Tone,
    WorkPlanRow,
    WorkPlanView,
)

RUNNING = StageTimer("23:41", "running", 0.47, "16:27")
CUE = StageTimer("04:12", "cue", 0.91, "16:27")
OVER = StageTimer("+3:12", "over", 1.07, "16:27")
BREAK = StageTimer("08:24", "running", 0.44, "15:42")
PAUSED = StageTimer("23:41", "paused", 0.47, "16:27")

KINDS = (
    ("works", "Works", "Funciona"),
    ("difficulty", "Difficulty", "Dificultad"),
    ("question", "Question", "Pregunta"),
    ("suggestion", "Suggestion", "Sugerencia"),
    ("note", "Note", "Nota"),
)
QUESTION = ("What would you improve in the Prototype Cycle?", "¿Qué mejorarían del ciclo del prototipo?")
SESSION = ("Improving the Prototype Cycle", "Mejorar el ciclo del prototipo")
CLUSTERS = (
    (
        ("Follow-up at a distance", "Seguimiento a distancia"),
        (
            (
                "suggestion",
                7,
                "More follow-up and long-distance support, so we can evaluate each other’s advances",
                "Más seguimiento y apoyo a distancia para evaluar los avances de los demás",
            ),
            (
                "suggestion",
                4,
                "One call a month between the four cases",
                "Una llamada al mes entre los cuatro casos",
            ),
            (
                "difficulty",
                3,
                "No phone signal in half of the communities",
                "Sin señal de teléfono en la mitad de las comunidades",
            ),
            (
                "difficulty",
                3,
                "Visits once a year come too late to correct anything",
                "Una visita al año llega tarde para corregir",
            ),
            (
                "note",
                None,
                "March is harvest: field teams are out for two weeks",
                "Marzo es cosecha: equipos de campo fuera dos semanas",
            ),
        ),
    ),
    (
        ("Concrete indicators", "Indicadores concretos"),
        (
            (
                "suggestion",
                6,
                "Define the indicators in concrete terms before the first iteration",
                "Definir los indicadores en términos concretos antes de la primera iteración",
            ),
            (
                "suggestion",
                5,
                "Three indicators for the baseline, no more",
                "Tres indicadores para la línea base, no más",
            ),
            (
                "question",
                4,
                "Who measures when the buyer keeps the delivery records?",
                "¿Quién mide cuando el comprador guarda los registros de entrega?",
            ),
            (
                "difficulty",
                3,
                "We wrote the indicators ourselves, without the cooperative",
                "Escribimos los indicadores sin la cooperativa",
            ),
            (
                "suggestion",
                2,
                "Photos of delivery slips count as evidence",
                "Las fotos de las boletas de entrega valen como evidencia",
            ),
        ),
    ),
    (
        ("Pragmatic and simple", "Pragmático y sencillo"),
        (
            (
                "suggestion",
                5,
                "Be pragmatic and simple: one page per iteration",
                "Ser pragmáticos y sencillos: una página por iteración",
            ),
            (
                "difficulty",
                2,
                "Too many questions for a first meeting with producers",
                "Demasiadas preguntas para una primera reunión con productores",
            ),
            (
                "question",
                1,
                "How many iterations fit between two harvests?",
                "¿Cuántas iteraciones caben entre dos cosechas?",
            ),
        ),
    ),
)
AGENDA: tuple[tuple[str, tuple[str, str], RowState, RowKind], ...] = (
    ("08:34", ("Arrival and registration", "Llegada y registro"), "done", "session"),
    ("09:02", ("Opening, aims and agreements", "Apertura, objetivos y acuerdos"), "done", "session"),
    ("09:30", ("Outputs of September", "Resultados de septiembre"), "done", "session"),
    ("10:38", ("Coffee", "Café"), "done", "break"),
    ("10:55", ("How is LINK working in our cases?", "¿Cómo va LINK en nuestros casos?"), "done", "session"),
    ("12:23", ("Lunch", "Almuerzo"), "done", "break"),
    ("13:23", ("Tool 4: the prototype cycle", "Herramienta 4: ciclo del prototipo"), "done", "session"),
    (
        "14:07",
        ("Five key questions on our own case", "Cinco preguntas clave en nuestro caso"),
        "done",
        "session",
    ),
    ("15:27", ("Coffee", "Café"), "done", "break"),
    ("15:42", SESSION, "now", "session"),
    ("16:27", ("Close of the day", "Cierre del día"), "next", "session"),
    ("16:42", ("End of the day. Tomorrow at 08:30", "Fin del día. Mañana a las 08:30"), "next", "end"),
)
PLAN: tuple[tuple[str, tuple[str, str], str, str, tuple[str, str], Tone, int], ...] = (
    (
        "1.1",
        ("Monthly remote session per case", "Sesión remota mensual por caso"),
        "CIAT",
        "30 Jun 2014",
        ("In progress", "En curso"),
        "progress",
        40,
    ),
    (
        "1.2",
        (
            "Invite the accountant, fix dates for the year",
            "Invitar a la contadora y fijar las fechas del año",
        ),
        "LWR",
        "28 Feb 2014",
        ("Done", "Hecho"),
        "ok",
        100,
    ),
    (
        "1.3",
        (
            "Field visits to select the sites of the prototype",
            "Visitas de campo para elegir los sitios del prototipo",
        ),
        "Catholic Relief Services",
        "March 2014",
        ("Late", "Atrasado"),
        "over",
        10,
    ),
    (
        "2.1",
        (
            "Define three indicators with each cooperative before the first iteration",
            "Definir tres indicadores con cada cooperativa antes de la primera iteración",
        ),
        "Swisscontact",
        "30 Apr 2014",
        ("Not started", "Sin empezar"),
        "plain",
        0,
    ),
    (
        "2.2",
        ("Writing workshop", "Taller de escritura"),
        "CIAT",
        "September 2014",
        ("Not started", "Sin empezar"),
        "plain",
        0,
    ),
)


def text(pair: tuple[str, str], language: str) -> StageText:
    english, spanish = pair
    return {"en": StageText(english), "es": StageText(spanish), "both": StageText(spanish, english)}[language]


def frame(
    language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING, clock: str = ""
) -> StageFrame:
    first, second = {"en": ("en", None), "es": ("es", None), "both": ("es", "en")}[language]
    return StageFrame(theme, first, second, timer, clock)


def kinds(language: str) -> tuple[StageKind, ...]:
    return tuple(StageKind(look, text((english, spanish), language)) for look, english, spanish in KINDS)


def question(
    language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING
) -> QuestionView:
    instruction = ("One idea per card, in a few words.", "Una idea por tarjeta, en pocas palabras.")
    return QuestionView(
        frame=frame(language, theme, timer),
        session=text(SESSION, language),
        question=text(QUESTION, language),
        instruction=text(instruction, language),
        kinds=kinds(language),
    )


def cards(language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING) -> CardsView:
    return CardsView(
        frame=frame(language, theme, timer),
        question=text(QUESTION, language),
        clusters=tuple(
            StageCluster(
                text(title, language),
                tuple(
                    StageCard(look, look, said.text, said.second, dots)
                    for look, dots, english, spanish in held
                    for said in (text((english, spanish), language),)
                ),
            )
            for title, held in CLUSTERS
        ),
        kinds=kinds(language),
    )


def agenda(language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING) -> AgendaView:
    return AgendaView(
        frame=frame(language, theme, timer, "16:03"),
        title=text(("Thursday 6 February", "Jueves 6 de febrero"), language),
        rows=tuple(
            AgendaRow(
                time,
                text(title, language),
                state,
                kind,
                "15 min" if time == "16:27" else "",
                "16:27" if state == "now" else "",
            )
            for time, title, state, kind in AGENDA
        ),
    )


def reflection(
    language: str = "en", theme: Theme = "default", timer: StageTimer | None = None
) -> ReflectionView:
    def say(english: str, spanish: str) -> StageText:
        return text((english, spanish), language)

    return ReflectionView(
        frame=frame(language, theme, timer),
        subject=say("Case: red beans, Honduras", "Caso: frijol rojo, Honduras"),
        first=FirstLoop(
            action=say(
                "We trained field teams in LINK in September and left them the guide",
                "Capacitamos a los equipos de campo en LINK en septiembre y les dejamos la guía",
            ),
            expected=say(
                "Four cases testing a prototype by February", "Cuatro casos probando un prototipo en febrero"
            ),
            actual=say(
                "One case testing, three still describing their starting point",
                "Un caso en prueba y tres todavía describiendo su punto de partida",
            ),
            gap=say("Three cases behind plan", "Tres casos atrasados"),
            causes=(
                say(
                    "Doubts went unanswered between workshops",
                    "Las dudas quedaron sin respuesta entre talleres",
                ),
            ),
            correction=say("Monthly remote session per case", "Sesión remota mensual por caso"),
        ),
        second=SecondLoop(
            assumption=say(
                "Training plus a guide is enough to start a prototype",
                "Capacitación más una guía es suficiente para iniciar un prototipo",
            ),
            evidence_for=(
                say(
                    "The case that advanced had run similar exercises before",
                    "El caso que avanzó ya había hecho ejercicios parecidos",
                ),
            ),
            evidence_against=(
                say(
                    "Three of four teams stopped at the same step",
                    "Tres de cuatro equipos se detuvieron en el mismo paso",
                ),
            ),
            verdict=say("Does not hold", "No se sostiene"),
            revised=say(
                "Teams start a prototype when training is followed by scheduled accompaniment",
                "Los equipos inician un prototipo cuando a la capacitación le sigue un acompañamiento programado",
            ),
            effects=(
                say("Add accompaniment as an output", "Agregar el acompañamiento como producto"),
                say(
                    "Budget line for remote support in every cycle",
                    "Línea presupuestaria de apoyo a distancia en cada ciclo",
                ),
            ),
            decision=say("Test in the next iteration", "Probar en la próxima iteración"),
        ),
        level="double",
    )


def empty_reflection(language: str = "en", theme: Theme = "default") -> ReflectionView:
    return ReflectionView(frame=frame(language, theme, None), subject=StageText(""))


def work_plan(
    language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING
) -> WorkPlanView:
    return WorkPlanView(
        frame=frame(language, theme, timer),
        title=text(("Work plan", "Plan de trabajo"), language),
        rows=tuple(
            WorkPlanRow(code, text(what, language), who, due, text(status, language), tone, done)
            for code, what, who, due, status, tone, done in PLAN
        ),
    )


def pause(
    language: str = "en",
    theme: Theme = "default",
    timer: StageTimer | None = BREAK,
) -> BreakView:
    return BreakView(
        frame=frame(language, theme, timer, "15:33"),
        name=text(("Coffee", "Café"), language),
        back_at="15:42",
        next_title=text(SESSION, language),
    )


def blank(language: str = "en", theme: Theme = "default") -> BlankView:
    return BlankView(frame=frame(language, theme))


VIEWS: dict[str, Callable[..., StageView]] = {
    "agenda": agenda,
    "question": question,
    "cards": cards,
    "reflection": reflection,
    "reflection-empty": empty_reflection,
    "work-plan": work_plan,
    "break": pause,
    "blank": blank,
}


def every(language: str = "en", theme: Theme = "default") -> dict[str, StageView]:
    return {name: make(language, theme) for name, make in VIEWS.items()}
