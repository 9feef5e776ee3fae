"""The pictures' content as stage values: what a real afternoon in Managua puts on the wall."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.domain.stage import (
    AgendaRow,
    AgendaView,
    AgreementsView,
    BlankView,
    BreakView,
    CardsView,
    FirstLoop,
    MatrixView,
    QuestionView,
    ReflectionView,
    SecondLoop,
    StageAgreement,
    StageCard,
    StageCluster,
    StageFrame,
    StageKind,
    StageMarked,
    StageText,
    StageTimer,
    StageView,
    Theme,
    WorkPlanRow,
    WorkPlanView,
)
from tests.ui.stage.content import AGENDA, AGREEMENTS, CLUSTERS, KINDS, PLAN, QUESTION, SESSION

RUNNING = StageTimer("23:41", "running", 0.47, "16:27")
CUE = StageTimer("04:12", "cue", 0.91, "16:27")
OVER = StageTimer("+3:12", "over", 1.07, "16:27")
BREAK = StageTimer("08:24", "running", 0.44, "15:42")
PAUSED = StageTimer("23:41", "paused", 0.47, "16:27")


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


def vote(language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING) -> CardsView:
    """The wall once a vote is closed: turnout, a tie, and a group that has dots itself."""
    wall = cards(language, theme, timer)
    first, *others = wall.clusters
    turnout = (
        "12 of 12 people voted, 34 of 36 dots.",
        "Votaron 12 de 12 personas, con 34 de 36 puntos.",
    )
    tie = (
        "Tied for first with 7 each: Define the indicators · More follow-up",
        "Empate en primer lugar con 7: definir los indicadores · más seguimiento",
    )
    return replace(
        wall,
        clusters=(replace(first, dots=21), *others),
        vote=(text(turnout, language), text(tie, language)),
    )


def rated(language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING) -> CardsView:
    """The wall once it was rated by two criteria as well: more is told of it than stands above cards."""
    voted = vote(language, theme, timer)
    means = [
        (f"{mean}  {english}", f"{mean}  {spanish}")
        for _title, held in CLUSTERS
        for mean, (_look, _dots, english, spanish) in enumerate(held, start=1)
    ]
    return replace(voted, vote=(*voted.vote, *(text(each, language) for each in means * 2)))


def concluded(
    language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING
) -> CardsView:
    """The wall at its end: what the group concluded stands above the vote and the cards."""
    conclusion = (
        "We begin with a call a month and three indicators; visits wait for the second year.",
        "Empezamos con una llamada al mes y tres indicadores; las visitas esperan al segundo año.",
    )
    return replace(vote(language, theme, timer), conclusion=text(conclusion, language))


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


def agreements(
    language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING
) -> AgreementsView:
    return AgreementsView(
        frame=frame(language, theme, timer),
        title=text(("Agreements", "Acuerdos"), language),
        agreements=tuple(
            StageAgreement(number, text((english, spanish), language), who, due)
            for number, english, spanish, who, due in AGREEMENTS
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


def matrix(language: str = "en", theme: Theme = "default", timer: StageTimer | None = RUNNING) -> MatrixView:
    words = [card for _title, cards in CLUSTERS for card in cards]
    means = ((4.6, 1.8), (4.6, 1.8), (4.5, 2.0), (4.2, 4.1), (3.8, 3.0), (3.0, 3.1), (2.1, 4.4), (1.0, 5.0))
    marked = tuple(
        StageMarked(str(n), text(card[2:4], language), f"{up}", f"{across}", (across, up))
        for n, (card, (up, across)) in enumerate(zip(words, means, strict=False), start=1)
    )
    return MatrixView(
        frame=frame(language, theme, timer),
        question=text(QUESTION, language),
        up=text(("Effect", "Efecto"), language),
        across=text(
            ("Effort it asks of each organisation", "Esfuerzo que pide a cada organización"), language
        ),
        turnout=(
            text(
                (
                    "Effect: 12 of 12 rated.",
                    "Efecto: 12 de 12 valoraron.",
                ),
                language,
            ),
            text(
                (
                    "Effort: 11 of 12 rated.",
                    "Esfuerzo: 11 de 12 valoraron.",
                ),
                language,
            ),
        ),
        marked=marked,
    )


VIEWS: dict[str, Callable[..., StageView]] = {
    "agenda": agenda,
    "question": question,
    "cards": cards,
    "vote": vote,
    "rated": rated,
    "concluded": concluded,
    "matrix": matrix,
    "reflection": reflection,
    "reflection-empty": empty_reflection,
    "work-plan": work_plan,
    "agreements": agreements,
    "break": pause,
    "blank": blank,
}


def every(language: str = "en", theme: Theme = "default") -> dict[str, StageView]:
    return {name: make(language, theme) for name, make in VIEWS.items()}
