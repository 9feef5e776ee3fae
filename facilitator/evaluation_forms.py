"""The usual form of a closing evaluation, in every language the program speaks (domain.md 6.6)."""

from typing import Final

from facilitator.domain.cases import Scale
from facilitator.domain.evaluation import EvaluationQuestion, QuestionKind
from facilitator.domain.values import Text, Translation
from facilitator.i18n import LANGUAGES, N_, translations

_USUAL: Final[tuple[tuple[QuestionKind, str], ...]] = (
    (QuestionKind.RATING, N_("The objectives were met")),
    (QuestionKind.RATING, N_("The content is useful for my work")),
    (QuestionKind.RATING, N_("The facilitation")),
    (QuestionKind.RATING, N_("Everyone could take part")),
    (QuestionKind.RATING, N_("Time was well used")),
    (QuestionKind.RATING, N_("Materials and screen were easy to read")),
    (QuestionKind.RATING, N_("Venue and logistics")),
    (QuestionKind.OPEN, N_("What was most useful?")),
    (QuestionKind.OPEN, N_("What would you change?")),
    (QuestionKind.OPEN, N_("Other comments")),
)
_STEPS: Final = {"1": N_("Very poor"), "3": N_("Fair"), "5": N_("Very good")}


def usual_questions(language: str) -> tuple[EvaluationQuestion, ...]:
    """Return the usual questions in a workshop's language, the others as translations beside it."""
    return tuple(
        EvaluationQuestion(f"q{n}", _text(words, language), kind) for n, (kind, words) in enumerate(_USUAL, 1)
    )


def usual_scale(language: str) -> Scale:
    """Return the scale of the usual form: 1 very poor to 5 very good."""
    return Scale(1, 5, {mark: _text(words, language) for mark, words in _STEPS.items()})


def _text(words: str, language: str) -> Text:
    """Return a text in a language; in the first one that the program speaks, if it does not speak that."""
    main = language if language in LANGUAGES else LANGUAGES[0]
    said = translations(main).gettext(words)
    others = {each: translations(each).gettext(words) for each in LANGUAGES if each != main}
    return Text(said, main, tuple(Translation(each, text) for each, text in others.items() if text != said))
