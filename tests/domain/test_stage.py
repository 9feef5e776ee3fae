"""The stage value holds what the room may see, and has no place for anything else."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import get_args, get_type_hints

import pytest

from facilitator.domain import stage
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
    StageCard,
    StageCluster,
    StageFrame,
    StageKind,
    StageText,
    StageTimer,
    StageView,
    WorkPlanRow,
    WorkPlanView,
)

FRAME = StageFrame(timer=StageTimer("23:41", "running", 0.4, "16:27"), clock="16:03")

PUBLIC_FIELDS = {
    "AgendaRow": {"time", "title", "state", "kind", "length", "until"},
    "AgendaView": {"frame", "title", "rows"},
    "AgreementsView": {"frame", "title", "agreements"},
    "BlankView": {"frame"},
    "BreakView": {"frame", "name", "back_at", "next_title", "icon"},
    "CardsView": {"frame", "question", "clusters", "kinds", "vote", "large", "conclusion"},
    "FirstLoop": {"action", "expected", "actual", "gap", "causes", "correction"},
    "MatrixView": {"frame", "question", "up", "across", "marked", "turnout"},
    "QuestionView": {"frame", "session", "question", "instruction", "kinds"},
    "ReflectionView": {"frame", "subject", "first", "second", "level"},
    "SecondLoop": {
        "assumption",
        "evidence_for",
        "evidence_against",
        "verdict",
        "revised",
        "effects",
        "decision",
    },
    "StageAgreement": {"number", "text", "responsible", "due"},
    "StageCard": {"kind", "look", "text", "second_text", "dots"},
    "StageCluster": {"title", "cards", "dots", "inner"},
    "StageFrame": {"theme", "language", "second_language", "timer", "clock", "turn"},
    "StageKind": {"look", "name"},
    "StageMarked": {"number", "text", "up", "across", "place"},
    "StageText": {"text", "second"},
    "StageTimer": {"text", "phase", "fraction", "ends"},
    "StageTurn": {"name", "text", "phase", "next_name"},
    "WorkPlanRow": {"code", "activity", "responsible", "due", "status", "tone", "progress"},
    "WorkPlanView": {"frame", "title", "rows"},
}


def values() -> dict[str, type]:
    return {
        name: thing
        for name, thing in vars(stage).items()
        if isinstance(thing, type) and is_dataclass(thing) and not name.startswith("_")
    }


def test_nothing_but_what_the_room_may_see_can_be_put_into_a_stage_value():
    declared = {name: {field.name for field in fields(thing)} for name, thing in values().items()}

    assert declared == PUBLIC_FIELDS


def test_a_stage_value_holds_only_plain_words_numbers_and_other_stage_values():
    allowed = {str, int, float, bool, type(None), *values().values()}

    def leaves(kind: object) -> set[object]:
        inner = get_args(kind)
        if not inner:
            return {kind}
        return set().union(*(leaves(part) for part in inner if part is not ...))

    for thing in values().values():
        for name, kind in get_type_hints(thing).items():
            for leaf in leaves(kind):
                assert leaf in allowed or isinstance(leaf, str), (thing, name, leaf)


def test_every_view_is_one_of_the_seven_that_the_switcher_offers_or_a_matrix_or_the_agreements_read_back():
    assert set(get_args(StageView)) == {
        AgendaView,
        QuestionView,
        CardsView,
        ReflectionView,
        WorkPlanView,
        BreakView,
        BlankView,
        AgreementsView,
        MatrixView,
    }


def test_what_is_on_the_stage_cannot_be_changed_behind_the_rooms_back():
    view = QuestionView(frame=FRAME, session=StageText("s"), question=StageText("q"))

    with pytest.raises(FrozenInstanceError):
        view.question = StageText("other")


def test_a_tick_of_the_clock_leaves_the_rest_of_the_view_equal():
    view = QuestionView(frame=FRAME, session=StageText("s"), question=StageText("q"))

    later = view.at(StageTimer("23:40", "running", 0.41, "16:27"), "16:04")

    assert later != view
    assert later.at(FRAME.timer, FRAME.clock) == view


def test_a_bright_room_changes_the_theme_and_nothing_else():
    view = BlankView(frame=FRAME)

    assert view.themed("bright_room").frame.theme == "bright_room"
    assert view.themed("bright_room").themed("default") == view


def test_the_wall_names_every_word_it_can_paint():
    card = StageCard("suggestion", "suggestion", "Más pausas", "More breaks", 3)
    view = CardsView(
        frame=FRAME,
        question=StageText("¿Qué mejorarían?", "What would you improve?"),
        clusters=(StageCluster(StageText("Ritmo", "Pace"), (card,)),),
        kinds=(StageKind("suggestion", StageText("Sugerencia", "Suggestion")),),
    )

    assert set(view.texts()) == {
        *("23:41", "16:27", "16:03", "¿Qué mejorarían?", "What would you improve?"),
        *("Ritmo", "Pace", "Más pausas", "More breaks", "3", "1", "Sugerencia", "Suggestion"),
    }


def test_open_dots_are_not_among_the_words_of_the_wall():
    card = StageCard("suggestion", "suggestion", "Más pausas", dots=None)
    view = CardsView(
        frame=StageFrame(), question=StageText(""), clusters=(StageCluster(StageText(""), (card,)),)
    )

    assert set(view.texts()) == {"Más pausas", "1"}


def test_a_reflection_names_the_words_of_both_loops():
    view = ReflectionView(
        frame=StageFrame(),
        subject=StageText("caso"),
        first=FirstLoop(*(StageText(name) for name in "abcd"), (StageText("e"),), StageText("f")),
        second=SecondLoop(
            assumption=StageText("g"),
            evidence_for=(StageText("h"),),
            evidence_against=(StageText("i"),),
            verdict=StageText("j"),
            revised=StageText("k"),
            effects=(StageText("l"),),
            decision=StageText("m"),
        ),
        level="double",
    )

    assert list(view.texts()) == ["caso", *"abcdefghijklm"]


def test_agenda_work_plan_and_break_name_their_words():
    agenda = AgendaView(
        frame=StageFrame(),
        title=StageText("Jueves"),
        rows=(AgendaRow("15:42", StageText("Mejorar"), "now", "session", "45 min", "16:27"),),
    )
    plan = WorkPlanView(
        frame=StageFrame(),
        title=StageText("Plan"),
        rows=(WorkPlanRow("1.1", StageText("Visitar"), "CIAT", "junio", StageText("Hecho"), "ok", 100),),
    )
    pause = BreakView(
        frame=StageFrame(), name=StageText("Café"), back_at="15:42", next_title=StageText("Mejorar")
    )

    assert set(agenda.texts()) == {"Jueves", "15:42", "Mejorar", "45 min", "16:27"}
    assert set(plan.texts()) == {"Plan", "1.1", "Visitar", "CIAT", "junio", "Hecho"}
    assert set(pause.texts()) == {"Café", "15:42", "Mejorar"}


def test_a_blank_stage_says_nothing_not_even_the_time():
    assert list(BlankView(frame=FRAME).texts()) == []
