"""Words for cards, votes, notes, the parking lot and the evaluation (domain.md 6.4 to 6.6)."""

from typing import Final

from facilitator.domain.cards import BoardMode, CardSource, CardStatus, Kind, Phase, VoteMethod
from facilitator.domain.evaluation import QuestionKind
from facilitator.domain.notes import NoteKind, ParkingOutcome
from facilitator.words.marks import Table, pgettext

CARDS: Final[Table] = {
    Kind: {
        Kind.WORKS: pgettext("card", "Works"),
        Kind.DIFFICULTY: pgettext("card", "Difficulty"),
        Kind.QUESTION: pgettext("card", "Question"),
        Kind.SUGGESTION: pgettext("card", "Suggestion"),
        Kind.NOTE: pgettext("card", "Note"),
    },
    BoardMode: {
        BoardMode.OPEN: pgettext("board", "With authors"),
        BoardMode.ANONYMOUS: pgettext("board", "Anonymous"),
    },
    Phase: {
        Phase.COLLECT: pgettext("phase of a board", "Collect"),
        Phase.READ_OUT: pgettext("phase of a board", "Read out"),
        Phase.CLUSTER: pgettext("phase of a board", "Group"),
        Phase.NAME: pgettext("phase of a board", "Name"),
        Phase.VOTE: pgettext("phase of a board", "Vote"),
        Phase.CONCLUDE: pgettext("phase of a board", "Conclude"),
    },
    CardStatus: {
        CardStatus.ACTIVE: pgettext("state of a card", "Active"),
        CardStatus.MERGED: pgettext("state of a card", "Merged"),
        CardStatus.WITHDRAWN: pgettext("state of a card", "Withdrawn"),
    },
    CardSource: {
        CardSource.TYPED: pgettext("source of a card", "Typed"),
        CardSource.READ_OUT: pgettext("source of a card", "Read out"),
        CardSource.PHOTO: pgettext("source of a card", "Photo"),
        CardSource.PHONE: pgettext("source of a card", "Phone"),
    },
    VoteMethod: {
        VoteMethod.PAPER_COUNT: pgettext("vote", "Dots on paper"),
        VoteMethod.SHOW_OF_HANDS: pgettext("vote", "Show of hands"),
        VoteMethod.BY_ORGANISATION: pgettext("vote", "By organisation"),
        VoteMethod.ONE_BY_ONE: pgettext("vote", "One by one"),
    },
    NoteKind: {
        NoteKind.POINT: pgettext("notes", "Key points"),
        NoteKind.CONTROVERSY: pgettext("notes", "Disagreements"),
        NoteKind.CONVERGENCE: pgettext("notes", "Common ground"),
        NoteKind.DECISION: pgettext("notes", "Decisions"),
        NoteKind.QUESTION: pgettext("notes", "Questions"),
    },
    ParkingOutcome: {
        ParkingOutcome.ANSWERED_IN_SESSION: pgettext("parking lot", "Answered in the session"),
        ParkingOutcome.TO_WORK_PLAN: pgettext("parking lot", "To the work plan"),
        ParkingOutcome.TO_AGENDA: pgettext("parking lot", "To the agenda"),
        ParkingOutcome.TO_PERSON: pgettext("parking lot", "To a person"),
        ParkingOutcome.DROPPED: pgettext("parking lot", "Dropped"),
    },
    QuestionKind: {
        QuestionKind.RATING: pgettext("evaluation question", "Rating"),
        QuestionKind.SMILEY: pgettext("evaluation question", "Smileys"),
        QuestionKind.OPEN: pgettext("evaluation question", "Open question"),
    },
}
