"""One paper form while it is typed in: its marks and words, and the way back to those typed before.

What was typed and in which order is known here alone, for as long as somebody types: it is never stored.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import field

from facilitator.domain.evaluation import Evaluation, Form
from facilitator.domain.frozen import dataclass
from facilitator.domain.values import Text


@dataclass(slots=True)
class _Typed:
    """A form of this sitting; `stored` once the database has it."""

    form: Form
    stored: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """A form that is not whole yet."""

    marks: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


class FormEntry:
    """The form in hand. `place` counts back: 0 is a new form, 1 the one typed last."""

    def __init__(self) -> None:
        self.marks: dict[str, int] = {}
        self.words: dict[str, str] = {}
        self.place = 0
        self.evaluation: Evaluation | None = None
        self._typed: list[_Typed] = []
        self._half = Half()

    # Following what is stored

    def follow(self, evaluation: Evaluation | None) -> None:
        """Take over what is stored; another evaluation begins a sitting of its own."""
        if evaluation is None or self.evaluation is None or evaluation.id != self.evaluation.id:
            self._typed, self._half = [], Half()
            self.begin()
        here = self._in_hand
        self.evaluation = evaluation
        if evaluation is None:
            return
        left = Counter(_key(each.ratings) for each in evaluation.responses)
        kept = []
        for each in reversed(self._typed):
            key = _key(each.form.ratings)
            if not each.stored or left[key] > 0:
                left[key] -= 1
                kept.append(each)
        self._typed = kept[::-1]
        if here is not None:
            self._find_again(here)
        asked = {each.id for each in evaluation.questions}
        self.marks = {key: mark for key, mark in self.marks.items() if key in asked}
        self.words = {key: words for key, words in self.words.items() if key in asked}

    def _find_again(self, form: Form) -> None:
        """Keep a form in hand that has another place now; one that is gone gives way to a new one."""
        earlier = self.earlier
        if form in earlier:
            self.place = len(earlier) - max(n for n, each in enumerate(earlier) if each == form)
        else:
            self.begin()

    def forget_order(self) -> None:
        """Forget which forms were typed in this sitting, and in which order."""
        self._typed = [each for each in self._typed if not each.stored]
        if self.place:
            self.begin()

    @property
    def earlier(self) -> list[Form]:
        """Every form, the one typed last at the end; those of earlier sittings come first, by their marks."""
        if self.evaluation is None:
            return []
        typed = Counter(_key(each.form.ratings) for each in self._typed if each.stored)
        older = []
        for each in self.evaluation.responses:
            if typed[_key(each.ratings)] > 0:
                typed[_key(each.ratings)] -= 1
            elif each.ratings:
                older.append(Form(each.ratings))
        return older + [each.form for each in self._typed]

    @property
    def number(self) -> int:
        """The number of the form in hand as a person counts them."""
        return len(self.evaluation.responses if self.evaluation else ()) + 1 - self.place

    @property
    def correcting(self) -> bool:
        """Whether a form that was typed before is in hand."""
        return self.place > 0

    @property
    def _in_hand(self) -> Form | None:
        earlier = self.earlier
        return earlier[-self.place] if 0 < self.place <= len(earlier) else None

    # Typing

    @property
    def is_empty(self) -> bool:
        """Whether nothing is answered."""
        return not self.marks and not any(words.strip() for words in self.words.values())

    @property
    def is_changed(self) -> bool:
        """Whether the form in hand says something else than it did when it was taken up."""
        was = self._in_hand
        if was is None:
            return not self.is_empty
        words = {key: text.text for key, text in was.answers.items()}
        return self.marks != was.ratings or {k: w for k, w in self.words.items() if w.strip()} != words

    def mark(self, question: str, mark: int | None) -> None:
        """Write a mark, or take it away."""
        self.marks.pop(question, None)
        if mark is not None:
            self.marks[question] = mark

    def say(self, question: str, words: str) -> None:
        """Write an open answer."""
        self.words[question] = words

    def begin(self) -> None:
        """Take a new form."""
        self.marks, self.words, self.place = {}, {}, 0

    def go(self, steps: int) -> bool:
        """Take up an earlier form (positive steps) or a later one; whether there was one."""
        place = min(max(self.place + steps, 0), len(self.earlier))
        if place == self.place:
            return False
        if self.place == 0:
            self._half = Half(dict(self.marks), dict(self.words))
        self.place = place
        was = self._in_hand
        if was is None:
            self.marks, self.words = dict(self._half.marks), dict(self._half.words)
            self._half = Half()
        else:
            self.marks = dict(was.ratings)
            self.words = {key: text.text for key, text in was.answers.items()}
        return True

    def take(self, language: str) -> tuple[Form | None, Form]:
        """Return the form that was corrected, None for a new one, with the form as it is now; begin the next.

        Raises InvalidInput when nothing is answered.
        """
        was = self._in_hand
        before = {} if was is None else was.answers
        answers = {
            key: before[key].reworded(words.strip()) if key in before else Text(words.strip(), language)
            for key, words in self.words.items()
            if words.strip()
        }
        now = Form(dict(self.marks), answers)
        if was is None:
            self._typed.append(_Typed(now))
            self.begin()
            return None, now
        known = next((each for each in reversed(self._typed) if each.form is was), None)
        if known is None:
            self._typed.insert(0, _Typed(now))
        elif not known.stored:  # it was refused before: typed again, it is a new one
            known.form, was = now, None
        else:
            known.form, known.stored = now, False
        self._after_correction()
        return was, now

    def drop(self) -> Form | None:
        """Take away the form in hand and begin a new one; return it if it was stored."""
        was = self._in_hand
        if was is None:
            self.begin()
            return None
        known = next((each for each in self._typed if each.form is was), None)
        if known is not None:
            self._typed.remove(known)
        self._after_correction()
        return was if known is None or known.stored else None

    def stored(self, form: Form) -> None:
        """Take note that a form is in the database."""
        for each in self._typed:
            if each.form is form:
                each.stored = True

    def _after_correction(self) -> None:
        half, self._half = self._half, Half()
        self.begin()
        self.marks, self.words = dict(half.marks), dict(half.words)


def _key(ratings: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(ratings.items()))
