"""Which cards say nearly the same, and which speak of one thing: by the stems of their words, on this laptop.

It never decides. "Same as ...?" and a suggested cluster are questions, and a person answers each.
Spanish and English words are reduced by the Snowball stemmers; capitals and accents do not matter.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import Stemmer

from facilitator.domain.frozen import dataclass
from resources import resource

SAME_FROM: Final = 0.55
"""Share of the meaning of two cards that is in both, from which on they are asked about."""

_FEWEST_SHARED: Final = 2
_LARGEST_SHARE: Final = 0.4
"""A word in more than so many of the cards says nothing of any of them."""
_FEWEST_TOGETHER: Final = 2
_BEFORE: Final = 20
"""Cards that are thought to lie on every board: so on a board of three no word counts as worn out."""

_LANGUAGES: Final = {"es": "spanish", "en": "english"}
_WORD: Final = re.compile(r"[^\W\d_]{2,}|\d+")


@dataclass(frozen=True, slots=True)
class Said:
    """What a card says, in a language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Together:
    """Cards that speak of one thing, and the word that most of them use for it."""

    cards: tuple[Hashable, ...]
    word: str


class Likeness:
    """Knows the words of cards. Each card costs what it says, however many there are."""

    def __init__(self) -> None:
        self._stems: dict[Hashable, frozenset[str]] = {}
        self._plain: dict[Hashable, str] = {}
        self._with: dict[str, set[Hashable]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._stems)

    def put(self, card: Hashable, said: Said) -> None:
        """Know a card, or what it says now."""
        self.drop(card)
        stems = self._stems[card] = frozenset(stems_of(said))
        self._plain[card] = " ".join(_WORD.findall(_plain(said.text)))
        for stem in stems:
            self._with[stem].add(card)

    def drop(self, card: Hashable) -> None:
        """Forget a card."""
        for stem in self._stems.pop(card, ()):
            self._with[stem].discard(card)
        self._plain.pop(card, None)

    def same_as(self, card: Hashable) -> Hashable | None:
        """Return the other card that says most nearly what this one says; None where none says the same."""
        stems = self._stems.get(card, frozenset())
        candidates = {other for stem in self._telling(stems) for other in self._with[stem]} - {card}
        best, found = SAME_FROM, None
        for other in candidates:
            alike = 1.0 if self._plain[other] == self._plain[card] else self._alike(stems, self._stems[other])
            if alike >= best:
                best, found = alike, other
        return found

    def together(self, cards: Sequence[Hashable], passed_over: Iterable[str] = ()) -> Iterator[Together]:
        """Yield groups among these cards, the clearest first; words that were passed over make none.

        A group is the cards that share a word which few others use. Each card may be in several groups:
        they are proposed one at a time, and what a person accepts is not asked about again.
        """
        asked, skipped = set(cards), set(passed_over)
        most = max(_FEWEST_TOGETHER, math.floor(_LARGEST_SHARE * len(asked)))
        ranked = []
        for stem, using in self._with.items():
            here = using & asked
            if stem not in skipped and _FEWEST_TOGETHER <= len(here) <= most:
                ranked.append((len(here) * self._weight(stem), stem, here))
        ranked.sort(key=lambda each: (-each[0], each[1]))
        for _score, stem, here in ranked:
            yield Together(tuple(card for card in cards if card in here), stem)

    def _telling(self, stems: frozenset[str]) -> Iterator[str]:
        """Yield the rarest stems of a card, as many as must hold one that a card like it shares."""
        ranked = sorted(((self._weight(stem), stem) for stem in stems), reverse=True)
        left = sum(weight for weight, _stem in ranked)
        enough = SAME_FROM * left
        for weight, stem in ranked:
            if left < enough:
                return
            yield stem
            left -= weight

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return which share of the meaning of two cards is in both, rare words counting more."""
        shared = one & other
        if len(shared) < min(_FEWEST_SHARED, len(one), len(other)) or not shared:
            return 0.0
        return sum(map(self._weight, shared)) / sum(map(self._weight, one | other))

    def _weight(self, stem: str) -> float:
        return math.log(1 + (_BEFORE + len(self._stems)) / (1 + len(self._with[stem])))


def stems_of(said: Said) -> list[str]:
    """Return the stems of the words that mean something, in the order said."""
    language = said.language[:2]
    empty = _empty(language)
    return [
        _stem(word, language)
        for word in _WORD.findall(unicodedata.normalize("NFC", said.text.casefold()))
        if _plain(word) not in empty
    ]


def word_for(stem: str, texts: Iterable[Said]) -> str:
    """Return the word that people used most for a stem, as they wrote it; the stem where nobody did."""
    used: Counter[str] = Counter()
    for said in texts:
        for word in _WORD.findall(unicodedata.normalize("NFC", said.text)):
            if _stem(word.casefold(), said.language[:2]) == stem:
                used[word.casefold()] += 1
    return used.most_common(1)[0][0] if used else stem


@lru_cache
def _empty(language: str) -> frozenset[str]:
    """Return the words of a language that mean nothing by themselves, without accents."""
    if language not in _LANGUAGES:
        return frozenset()
    return frozenset(resource("words", f"empty.{language}.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=50_000)
def _stem(word: str, language: str) -> str:
    name = _LANGUAGES.get(language)
    return _plain(word if name is None else _stemmer(name).stemWord(word))


@lru_cache
def _stemmer(name: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(name)


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
