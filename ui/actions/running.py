"""Keys of a running workshop: typing cards, the stage, the clock."""

from typing import Final

from facilitator.i18n import N_
from ui.actions.spec import ActionSpec, Group, When

CAPTURE: Final = (
    ActionSpec(
        "capture.save",
        N_("Save card"),
        ("Return",),
        N_("Save the card and start the next one"),
        Group.CAPTURE,
        when=When.CAPTURE,
        bound=False,
    ),
    ActionSpec(
        "capture.new_line",
        N_("New line"),
        ("Shift+Return",),
        N_("Start a new line in the card"),
        Group.CAPTURE,
        when=When.CAPTURE,
        bound=False,
    ),
    ActionSpec(
        "capture.prefix",
        N_("Card type by its sign"),
        ("+", "-", "?", "!", "¿", "¡"),
        N_("Typed first, sets the type of the card"),
        Group.CAPTURE,
        when=When.CAPTURE,
        bound=False,
    ),
    ActionSpec(
        "capture.who",
        N_("Who said it"),
        ("Tab",),
        N_("Go to the field for the person"),
        Group.CAPTURE,
        when=When.CAPTURE,
        bound=False,
    ),
    ActionSpec(
        "capture.last",
        N_("Last card"),
        ("Up",),
        N_("In the empty bar, open the last card again"),
        Group.CAPTURE,
        when=When.CAPTURE,
        bound=False,
    ),
    ActionSpec(
        "capture.works",
        N_("Works"),
        ("Ctrl+1",),
        N_("Make the card one that says what works"),
        Group.CAPTURE,
        when=When.RUN,
    ),
    ActionSpec(
        "capture.difficulty",
        N_("Difficulty"),
        ("Ctrl+2",),
        N_("Make the card a difficulty"),
        Group.CAPTURE,
        when=When.RUN,
    ),
    ActionSpec(
        "capture.question",
        N_("Question"),
        ("Ctrl+3",),
        N_("Make the card a question"),
        Group.CAPTURE,
        when=When.RUN,
    ),
    ActionSpec(
        "capture.suggestion",
        N_("Suggestion"),
        ("Ctrl+4",),
        N_("Make the card a suggestion"),
        Group.CAPTURE,
        when=When.RUN,
    ),
    ActionSpec(
        "capture.note", N_("Note"), ("Ctrl+5",), N_("Make the card a note"), Group.CAPTURE, when=When.RUN
    ),
    ActionSpec(
        "capture.focus",
        N_("Back to the capture bar"),
        ("Esc",),
        N_("From anywhere on Run, go back to typing cards"),
        Group.CAPTURE,
        when=When.RUN,
    ),
)

STAGE: Final = (
    ActionSpec(
        "stage.toggle",
        N_("Stage on or off"),
        ("F5", "Ctrl+Shift+P"),
        N_("Open or close the stage on the projector"),
        Group.STAGE,
        icon="projector",
    ),
    ActionSpec(
        "stage.agenda",
        N_("Agenda"),
        ("Alt+1",),
        N_("Show the agenda on stage"),
        Group.STAGE,
        icon="calendar-days",
    ),
    ActionSpec(
        "stage.question",
        N_("Question"),
        ("Alt+2",),
        N_("Show the question on stage"),
        Group.STAGE,
        icon="message-circle-question-mark",
    ),
    ActionSpec(
        "stage.cards", N_("Cards"), ("Alt+3",), N_("Show the cards on stage"), Group.STAGE, icon="sticky-note"
    ),
    ActionSpec(
        "stage.reflection",
        N_("Reflection"),
        ("Alt+4",),
        N_("Show the reflection on stage"),
        Group.STAGE,
        icon="infinity",
    ),
    ActionSpec(
        "stage.work_plan",
        N_("Work plan"),
        ("Alt+5",),
        N_("Show the work plan on stage"),
        Group.STAGE,
        icon="chart-no-axes-gantt",
    ),
    ActionSpec(
        "stage.break", N_("Break"), ("Alt+6",), N_("Show the break on stage"), Group.STAGE, icon="coffee"
    ),
    ActionSpec(
        "stage.blank",
        N_("Blank"),
        ("Ctrl+.",),
        N_("Blank the stage; again brings it back"),
        Group.STAGE,
        icon="eye-off",
    ),
    ActionSpec(
        "stage.freeze",
        N_("Freeze"),
        ("F7", "Ctrl+Shift+F"),
        N_("Keep what the room sees while you prepare the next view"),
        Group.STAGE,
        icon="snowflake",
    ),
    ActionSpec(
        "stage.next_page",
        N_("Next stage page"),
        ("PgDown",),
        N_("On the stage or a presenter remote, turn the page"),
        Group.STAGE,
        when=When.STAGE,
        bound=False,
    ),
    ActionSpec(
        "stage.previous_page",
        N_("Previous stage page"),
        ("PgUp",),
        N_("On the stage or a presenter remote, turn back"),
        Group.STAGE,
        when=When.STAGE,
        bound=False,
    ),
    ActionSpec(
        "stage.remote_blank",
        N_("Blank by remote"),
        ("B", "."),
        N_("On the stage or a presenter remote, blank it"),
        Group.STAGE,
        when=When.STAGE,
        bound=False,
    ),
)

TIME: Final = (
    ActionSpec(
        "run.pause",
        N_("Pause or go on"),
        ("F8", "Ctrl+Shift+Space"),
        N_("Pause the session's clock, or let it go on"),
        Group.TIME,
        icon="pause",
    ),
    ActionSpec(
        "run.next",
        N_("Next session"),
        ("F9", "Ctrl+Shift+N"),
        N_("End this session and start the next one"),
        Group.TIME,
        icon="arrow-right",
    ),
    ActionSpec(
        "run.minute_more",
        N_("One minute more"),
        ("Ctrl+Up",),
        N_("Give the session one minute more"),
        Group.TIME,
        icon="plus",
    ),
    ActionSpec(
        "run.minute_less",
        N_("One minute less"),
        ("Ctrl+Down",),
        N_("Take one minute off the session"),
        Group.TIME,
        icon="minus",
    ),
)
