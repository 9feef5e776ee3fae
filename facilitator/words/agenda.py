"""Words for the agenda: kinds of session, how people sit, what became of a session (domain.md 6.1, 6.2)."""

from typing import Final

from facilitator.domain.agenda import Grouping, Priority, SessionStatus, SessionType, TransitionKind
from facilitator.domain.steps import StepCaptures, StepShows
from facilitator.domain.turns import TimeShared
from facilitator.words.marks import Table, pgettext

AGENDA: Final[Table] = {
    SessionType: {
        SessionType.REGISTRATION: pgettext("session", "Registration"),
        SessionType.OPENING: pgettext("session", "Opening"),
        SessionType.EXPECTATIONS: pgettext("session", "Expectations"),
        SessionType.GROUND_RULES: pgettext("session", "Ground rules"),
        SessionType.ICEBREAKER: pgettext("session", "Icebreaker"),
        SessionType.ENERGISER: pgettext("session", "Energiser"),
        SessionType.REVIEW: pgettext("session", "Review"),
        SessionType.INPUT: pgettext("session", "Input"),
        SessionType.GROUP_WORK: pgettext("session", "Group work"),
        SessionType.PLENARY: pgettext("session", "Plenary"),
        SessionType.CARD_COLLECTION: pgettext("session", "Card collection"),
        SessionType.FEEDBACK: pgettext("session", "Feedback"),
        SessionType.REFLECTION: pgettext("session", "Reflection"),
        SessionType.PROTOTYPE_WORK: pgettext("session", "Prototype work"),
        SessionType.PLANNING: pgettext("session", "Planning"),
        SessionType.FIELD_VISIT: pgettext("session", "Field visit"),
        SessionType.PARKING_LOT_REVIEW: pgettext("session", "Parking lot review"),
        SessionType.BREAK: pgettext("session", "Break"),
        SessionType.LUNCH: pgettext("session", "Lunch"),
        SessionType.EVALUATION: pgettext("session", "Evaluation"),
        SessionType.CLOSING: pgettext("session", "Closing"),
        SessionType.BUFFER: pgettext("session", "Buffer"),
    },
    Grouping: {
        Grouping.INDIVIDUAL: pgettext("grouping", "Individual work"),
        Grouping.PAIRS: pgettext("grouping", "Pairs"),
        Grouping.TRIOS: pgettext("grouping", "Groups of three"),
        Grouping.SMALL_GROUPS: pgettext("grouping", "Small groups"),
        Grouping.BY_ORGANISATION: pgettext("grouping", "By organisation"),
        Grouping.BY_COUNTRY: pgettext("grouping", "By country"),
        Grouping.PLENARY: pgettext("grouping", "Plenary"),
        Grouping.GALLERY_WALK: pgettext("grouping", "Gallery walk"),
        Grouping.FISHBOWL: pgettext("grouping", "Fishbowl"),
        Grouping.WORLD_CAFE: pgettext("grouping", "World café"),
        Grouping.ONE_TWO_FOUR_ALL: pgettext("grouping", "1-2-4-all"),
    },
    Priority: {
        Priority.MUST: pgettext("priority", "Must"),
        Priority.SHOULD: pgettext("priority", "Should"),
        Priority.COULD: pgettext("priority", "Could"),
    },
    SessionStatus: {
        SessionStatus.PLANNED: pgettext("state of a session", "Planned"),
        SessionStatus.RUNNING: pgettext("state of a session", "Running"),
        SessionStatus.PAUSED: pgettext("state of a session", "Paused"),
        SessionStatus.DONE: pgettext("state of a session", "Done"),
        SessionStatus.SKIPPED: pgettext("state of a session", "Skipped"),
        SessionStatus.MOVED: pgettext("state of a session", "Moved"),
    },
    TransitionKind: {
        TransitionKind.STARTED: pgettext("session's clock", "Started"),
        TransitionKind.PAUSED: pgettext("session's clock", "Paused"),
        TransitionKind.RESUMED: pgettext("session's clock", "Resumed"),
        TransitionKind.EXTENDED: pgettext("session's clock", "Extended"),
        TransitionKind.POSTPONED: pgettext("session's clock", "Put off"),
        TransitionKind.ARMED: pgettext("session's clock", "Set to start by itself"),
        TransitionKind.DISARMED: pgettext("session's clock", "No longer set to start by itself"),
        TransitionKind.FINISHED: pgettext("session's clock", "Finished"),
    },
    StepCaptures: {
        StepCaptures.NOTHING: pgettext("captured in a step", "Nothing"),
        StepCaptures.CARDS: pgettext("captured in a step", "Cards"),
        StepCaptures.REFLECTION: pgettext("captured in a step", "Reflection"),
        StepCaptures.WORK_PLAN: pgettext("captured in a step", "Work plan"),
        StepCaptures.VOTES: pgettext("captured in a step", "Votes"),
        StepCaptures.AGREEMENTS: pgettext("captured in a step", "Agreements"),
    },
    StepShows: {
        StepShows.INSTRUCTION: pgettext("shown in a step", "Instruction"),
        StepShows.QUESTION: pgettext("shown in a step", "Question"),
        StepShows.CARDS: pgettext("shown in a step", "Cards"),
        StepShows.REFLECTION: pgettext("shown in a step", "Reflection"),
        StepShows.WORK_PLAN: pgettext("shown in a step", "Work plan"),
        StepShows.AGREEMENTS: pgettext("shown in a step", "Agreements"),
        StepShows.AGENDA: pgettext("shown in a step", "Agenda"),
        StepShows.BREAK: pgettext("shown in a step", "Break"),
        StepShows.BLANK: pgettext("shown in a step", "Nothing"),
    },
    TimeShared: {
        TimeShared.SESSION: pgettext("time shared by turns", "Session"),
        TimeShared.STEP: pgettext("time shared by turns", "Step"),
    },
}
