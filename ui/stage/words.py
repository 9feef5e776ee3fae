"""The stage's own fixed words, in the language or the two languages of the room.

The room's language is the workshop's, not the operator's: so these ask a catalogue by name and
do not follow the screen.
"""

from typing import Final

from facilitator.domain.stage import Level, StageFrame, StageText
from facilitator.i18n import LANGUAGES, N_, SOURCE_LANGUAGE, translations

PAGE: Final = N_("Page {page} of {pages}")
UNTIL: Final = N_("until {time}")
HERE: Final = N_("We are here")
LAST_WORDS: Final = N_("Last words")
BACK_AT: Final = N_("Back at {time}")
NEXT: Final = N_("Next: {title}")

ACTIVITY: Final = N_("Activity")
RESPONSIBLE: Final = N_("Responsible")
DUE: Final = N_("Due")
STATUS: Final = N_("Status")
NO_ROWS: Final = N_("No commitments yet")
NO_AGREEMENTS: Final = N_("No agreements yet")
NO_CARDS: Final = N_("No cards yet")
NO_MATRIX: Final = N_("The matrix is shown once both ratings are closed")
CONCLUDED: Final = N_("What we concluded")

LEVELS: Final[dict[Level, str]] = {
    "none": N_("Reflection"),
    "single": N_("Single-loop reflection"),
    "double": N_("Double-loop reflection"),
    "triple": N_("Triple-loop reflection"),
}
SUBJECT: Final = N_("{level}. {subject}")

ASSUMPTIONS: Final = N_("Assumptions")
ACTIONS: Final = N_("Actions")
RESULTS: Final = N_("Results")
THINGS_RIGHT: Final = N_("Are we doing things right?")
RIGHT_THINGS: Final = N_("Are we doing the right things?")
EXPECTED: Final = N_("Expected")
ACTUAL: Final = N_("Actual")
GAP: Final = N_("Gap")
CAUSE: Final = N_("Cause")
CHANGE_ACTION: Final = N_("Change the action")
CHANGE_ASSUMPTION: Final = N_("Change the assumption")
EFFECTS: Final = N_("What changes")
DECISION: Final = N_("Decision")
VERDICT: Final = N_("Verdict")

# The questions of domain.md 2.4, one for each field, shown while the field is empty.
ASK_ACTION: Final = N_("What did we do, concretely?")
ASK_EXPECTED: Final = N_("What did we expect to happen, and by when?")
ASK_ACTUAL: Final = N_("What happened in fact? How do we know?")
ASK_GAP: Final = N_("Where is the difference? Did anything surprise us?")
ASK_CAUSE: Final = N_("What, in the way we did it, explains the difference?")
ASK_CORRECTION: Final = N_("If the plan is right, what do we do better next time?")
ASK_ASSUMPTION: Final = N_("What were we taking for granted?")
ASK_FOR: Final = N_("What have we seen that supports that idea?")
ASK_AGAINST: Final = N_("What have we seen that contradicts it? Who sees it differently?")
ASK_VERDICT: Final = N_("Do we still believe it: yes, under conditions, no, cannot tell yet?")
ASK_REVISED: Final = N_("How would we word it today?")
ASK_EFFECTS: Final = N_("What changes: theory of change, rules, policies, method, budget?")
ASK_DECISION: Final = N_("Do we adopt it, test it, or take it to someone who decides?")


class Words:
    """Says a fixed message in the languages of one frame."""

    def __init__(self, frame: StageFrame) -> None:
        self._languages = tuple(language for language in (frame.language, frame.second_language) if language)

    def say(self, message: str, **values: str) -> StageText:
        """Return the message in the first language, and in the second where there is one."""
        said = [_in(language, message).format(**values) for language in self._languages]
        second = said[1] if len(said) > 1 and said[1] != said[0] else None
        return StageText(said[0], second)

    def each(self, message: str, **values: str) -> list[str]:
        """Return the message once for each language of the room, also where both say it alike."""
        return [_in(language, message).format(**values) for language in self._languages]

    def line(self, message: str, **values: str) -> str:
        """Return the message on one line, both languages side by side."""
        return "  /  ".join(self.say(message, **values).texts())

    def level(self, level: Level, subject: StageText) -> StageText:
        """Return the heading of a reflection: the level it has reached and what it is about, once each."""
        heading = self.say(LEVELS[level])
        if not subject:
            return heading
        parts = [(heading.text, subject.text), (heading.second or heading.text, subject.second)]
        said = [
            about if about == word else _in(language, SUBJECT).format(level=word, subject=about)
            for language, (word, about) in zip(self._languages, parts, strict=False)
            if about
        ]
        return StageText(said[0] if said else heading.text, said[1] if len(said) > 1 else None)


def _in(language: str, message: str) -> str:
    """Translate; a workshop in a language the program does not speak gets its fixed words in English."""
    return translations(language if language in LANGUAGES else SOURCE_LANGUAGE).gettext(message)
