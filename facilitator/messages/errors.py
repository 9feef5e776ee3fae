"""What every error says, by its key, in English; translated where it is shown."""

from collections.abc import Mapping
from typing import Final

from facilitator.i18n import N_

_RECORDS: Final[Mapping[str, str]] = {
    "activity-empty": N_("A work-plan item needs an activity: say what will be done."),
    "agreement-empty": N_("An agreement needs words."),
    "alliance-name-empty": N_("An alliance needs a name."),
    "assumption-empty": N_("An assumption needs words."),
    "card-empty": N_("A card needs words."),
    "card-merged-into-itself": N_("A card cannot be merged into itself. Choose another card."),
    "case-chain-empty": N_("A case needs its chain or product, such as honey."),
    "correction-empty": N_("Write the correction first; then it can become a work-plan item."),
    "cycle-label-empty": N_("A cycle needs a label, such as 2013-2014."),
    "evaluation-question-empty": N_("A question of the form needs words."),
    "evidence-empty": N_("Evidence needs words, or a link to the card it comes from."),
    "form-empty": N_("Nothing is answered on this form yet. Type a mark or an answer."),
    "form-not-found": N_("Somebody changed that form meanwhile. Look for it again with the arrow up."),
    "hypothesis-empty": N_("A hypothesis needs its change: what you will do differently."),
    "indicator-name-empty": N_("An indicator needs a name."),
    "kind-label-empty": N_("A kind of card needs a name."),
    "note-empty": N_("A note needs words."),
    "organisation-name-empty": N_("An organisation needs a name."),
    "parking-empty": N_("A parked matter needs words."),
    "person-name-empty": N_("A person needs a name."),
    "picture-empty": N_("There is no number {number} to draw here; there are {found}."),
    "question-empty": N_("A board needs a question for the room."),
    "reflection-action-empty": N_("A reflection needs the action that it looks back on."),
    "session-title-empty": N_("A session needs a title."),
    "step-empty": N_("A step needs its instruction: what the room does."),
    "workshop-title-empty": N_("A workshop needs a title."),
}

_VALUES: Final[Mapping[str, str]] = {
    "amount-out-of-range": N_("The amount {value} is not between {low} and {high}."),
    "amount-unknown": N_("“{text}” is no amount. Write a number."),
    "count-out-of-range": N_("The count {value} is not between {low} and {high}."),
    "currencies-differ": N_(
        "{first} and {second} are different currencies. Use one currency per work-plan item."
    ),
    "currency-unknown": N_(
        "“{currency}” is no currency. Write its code of three capital letters, such as USD."
    ),
    "date-unknown": N_(
        "“{text}” is no date of the calendar. Write it like 2014-09-15, or 2014-09 for a month."
    ),
    "dates-in-reverse": N_("The end ({end}) comes before the start ({start}). Correct one of them."),
    "document-is-final": N_("A final is not changed any more. Choose “Correct it, as draft {next}” first."),
    "dots-out-of-range": N_("{value} dots are not between {low} and {high}."),
    "instant-unknown": N_("“{text}” is no moment. Write it like 2014-02-06T09:05:00-06:00."),
    "instant-without-zone": N_("“{text}” does not say its time zone. Add its offset, such as -06:00."),
    "language-twice": N_("A text stands twice in one language: {languages}. Keep one of them."),
    "language-unknown": N_("“{language}” is no language code. Use one such as es or en."),
    "minutes-out-of-range": N_("{value} minutes are not between {low} and {high}."),
    "number-too-big": N_("A number is too large to be stored. Nothing was changed; write a smaller one."),
    "number-too-long": N_(
        "A number has more than {limit} digits. Round it so that nothing is lost on the way."
    ),
    "number-too-small": N_("The number {value} is too small; the first is {low}."),
    "number-unknown": N_("“{text}” is no number."),
    "percent-out-of-range": N_("Progress of {value} percent is not between {low} and {high}."),
    "picture-broken": N_("The picture is damaged. Open it elsewhere, save it anew, and add that."),
    "picture-too-heavy": N_("The file has more than {limit} MB. Make the picture smaller first."),
    "picture-too-large": N_(
        "The picture says it has {width} by {height} dots, which is too many. Make it smaller first."
    ),
    "picture-unknown": N_(
        "This is no picture that the program reads. Save it as JPEG, PNG, WebP, GIF, TIFF or BMP first."
    ),
    "question-answered": N_(
        "“{question}” is answered already. Add another question, or delete this one with its answers."
    ),
    "question-unknown": N_(
        "There is an answer to “{question}”, which the form does not ask. Correct the question's id."
    ),
    "scale-empty": N_(
        "A scale from {low} to {high} has no steps. The highest mark must be above the lowest."
    ),
    "score-out-of-range": N_("The mark {value} is not on the scale from {low} to {high}."),
    "text-broken": N_("The text has a broken character at place {place}. Type that character again."),
    "text-too-long": N_("The text has {length} characters; {limit} is the most. Split it in two."),
    "tier-out-of-range": N_("Tier {value} does not exist; it is between {low} and {high}."),
    "time-span-unknown": N_("“{text}” is no span of time. Write from and to, such as 8:35 – 9:02."),
    "time-unknown": N_("“{text}” is no time of day. Write it like 09:05."),
    "criterion-empty": N_("A rating needs a criterion, such as effect. Write it first."),
    "marks-unknown": N_("“{text}” is no sum, no mean and no five counts. Type 42, 4.2 or 0 1 3 4 2."),
    "mean-impossible": N_("{rated} marks cannot have the mean {mean}. The nearest is {nearest}."),
    "more-marks-than-rated": N_(
        "{marks} marks are counted, but only {rated} have rated. Correct one of them."
    ),
    "nobody-rated": N_("Say first how many have rated."),
    "nothing-rated": N_("No mark is given yet. Type one from 1 to 5 on a line."),
    "points-out-of-range": N_("{value} points are not between {low} and {high}."),
    "rated-twice": N_("One card or cluster stands twice in a rating. Keep one of them."),
    "voters-out-of-range": N_("{value} voters are not between {low} and {high}."),
}

_WORK: Final[Mapping[str, str]] = {
    "agenda-went-on": N_("The agenda went on meanwhile. Nothing was changed; look at the ways again."),
    "agenda-without-repair": N_(
        "No lawful change brings this day back on time. Shorten or skip a session yourself."
    ),
    "board-names-authors": N_(
        "Cards on this board name who wrote them. Add another board for anonymous cards."
    ),
    "board-promised-anonymity": N_(
        "These cards were written anonymously. Add another board for cards with authors."
    ),
    "changed-by-somebody-else": N_("Somebody changed the same thing since. Their change was kept."),
    "contributions-exceed-budget": N_(
        "The contributions ({currency} {given}) are more than the budget ({currency} {budget}). "
        "Lower a contribution or raise the budget."
    ),
    "no-workshop-yet": N_("There is no workshop in this database yet. Import one first."),
    "no-session-runs": N_("No session runs. Start one on the Run page; the text stays here."),
    "no-next-step": N_("This is the last step. Go on with the next session."),
    "no-such-step": N_("There is no such step in this session."),
    "session-not-running": N_("This session does not run. Start it first."),
    "nobody-waits": N_("Nobody waits for a turn. Choose first who shares the time."),
    "no-break-now": N_("There is no break now, so nothing was changed."),
    "no-session-to-pause": N_("No session runs, so there is no clock to hold. Start one first."),
    "no-next-session": N_("There is no next session: this one is the last."),
    "operation-not-found": N_("That step is not in the history any more, so it cannot be undone."),
    "organisation-in-use": N_(
        "People, contributions or tasks still belong to this organisation. Move or delete them first."
    ),
    "record-exists": N_("This record is there already. Nothing was changed."),
    "record-in-use": N_("Something else still refers to this. Nothing was changed; change that first."),
    "record-not-found": N_("This was deleted meanwhile. Nothing was changed."),
    "record-unreadable": N_("This record cannot be read ({reason}). Restore the database from a copy."),
    "reference-dangling": N_("“{field}” refers to {id}, which is not in the database."),
    "step-unreadable": N_("A step of this record's history cannot be read, so it cannot be undone."),
    "revision-approved": N_("This revision is approved and is not changed again. Start a new one from it."),
    "session-keeps-time": N_("This session keeps its time. Unlock it before moving it."),
    "session-not-armed": N_("This session is not set to start by itself any more. Start it yourself."),
    "session-past-midnight": N_("The session would end after midnight. Shorten it or put it on another day."),
    "cluster-inside-itself": N_("A cluster cannot stand inside itself. It stays where it is."),
    "cluster-on-another-board": N_("That cluster is on another board. The cards stay where they are."),
    "too-many-dots": N_(
        "That makes {dots} dots on the board; {limit} can be given in all. Nothing was changed."
    ),
    "too-many-dots-on-card": N_(
        "That makes {dots} dots on one card; {limit} is the most. Nothing was changed."
    ),
    "too-many-voters": N_("{voted} have voted, but only {voters} can. Raise the number of voters first."),
    "vote-by-ballot": N_(
        "In this vote each voter hands in dots. Open the vote (F3) to enter them; nothing was changed."
    ),
    "vote-has-dots": N_(
        "Dots were given in another way already. End this vote with its dots, then start it anew."
    ),
    "rating-has-marks": N_(
        "Marks were given in another way already. Delete this rating with its marks, then start it anew."
    ),
    "vote-not-open": N_("This vote is not open, so nothing was counted. Reopen it first."),
    "vote-on-another-board": N_("That card is on another board. Nothing was counted."),
    "votes-exceed-board": N_(
        "{dots} dots were given on this board, but {voters} people with {each} dots have only {limit}."
    ),
    "votes-exceed-card": N_("{dots} dots are on one card; {limit} is the most. Correct the count."),
    "votes-exceed-voter": N_("One voter gave {dots} dots; {limit} is the most. Correct the count."),
    "workshop-ambiguous": N_(
        "More than one workshop fits “{wanted}”. Use a longer part of the title, or the id: {candidates}"
    ),
    "workshop-not-found": N_("No workshop fits “{wanted}”. These are there: {candidates}"),
}

_STORAGE: Final[Mapping[str, str]] = {
    "cannot-copy-aside": N_(
        "The database {database} is from an earlier version and could not be copied before its upgrade "
        "({reason}). It was not changed. Make room on the disk, then try again."
    ),
    "cannot-write": N_("{path} could not be written ({reason}). What was there before is unchanged."),
    "database-busy": N_("Another program holds the database. Nothing was lost; try again in a moment."),
    "database-read-elsewhere": N_(
        "Another program is reading the database, so traces of what was deleted may still lie in its file. "
        "Close the other program and do this again."
    ),
    "database-damaged": N_("The database is damaged. It was not changed; restore it from a copy."),
    "database-driver-missing": N_("The driver for {database} is not installed ({reason})."),
    "database-file-problem": N_("The file itself is damaged: {problem}"),
    "database-gone": N_(
        "{database} was moved or deleted while the program was open. Nothing can be stored until it is back."
    ),
    "database-is-folder": N_("{database} is a folder. Name a database file in it."),
    "database-is-no-database": N_("{database} is no database. It was not touched; choose another file."),
    "database-missing": N_(
        "There is no database at {database} yet. Open the program or import a workshop first."
    ),
    "database-newer": N_(
        "The database {database} is from a newer version of the program. It was not touched; "
        "update the program."
    ),
    "database-of-another-program": N_(
        "{database} belongs to another program. It was not touched; choose another file."
    ),
    "database-older": N_(
        "The database {database} is from an earlier version. Open it once with the program, "
        "which keeps a copy."
    ),
    "database-read-only": N_(
        "The database cannot be written to. Nothing was changed; check who may write to its file."
    ),
    "database-unreachable": N_("The database {database} cannot be reached ({reason})."),
    "database-unreadable": N_("The database {database} cannot be opened ({reason}). It was not changed."),
    "database-url-unknown": N_("“{database}” is no address of a database."),
    "disk-failed": N_(
        "The disk reported a failure. What was saved before is safe; copy the database to another disk."
    ),
    "disk-full": N_("The disk is full. What was saved before is safe; make room, then try again."),
    "document-language-not-written": N_("Documents in the language “{language}” cannot be written."),
    "name-missing": N_("Write a name first."),
    "folder-missing": N_("There is no folder {folder}. Make it first, or choose another."),
    "format-unknown": N_("There is no format “{format}”. Choose one of: {known}"),
    "no-permission": N_("You may not write to {path}. Choose another folder."),
    "output-failed": N_("The result could not be printed ({reason}). What was done before is done."),
    "paper-unknown": N_("There is no paper “{paper}”. Choose one of: {known}"),
    "target-busy": N_("{path} is open in another program. Close it there, then try again."),
    "target-is-database": N_("{path} is the database itself. Choose another name."),
    "target-is-no-file": N_("{path} is no file but a device or a pipe. Choose another name."),
    "table-unknown": N_("There is no table “{table}”. Choose one of: {known}"),
    "target-is-file": N_("{path} is a file. Name a folder."),
    "target-is-folder": N_("{path} is a folder. Add a file name."),
}

ERRORS: Final[Mapping[str, str]] = {**_RECORDS, **_VALUES, **_WORK, **_STORAGE}
