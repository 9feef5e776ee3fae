"""What the minutes print of the time between workshops, and the pictures: visits held, photographs."""

from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes_text import Said, Source
from facilitator.domain.values import LooseDate


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitAccount:
    """A visit, remote session or peer review that took place (domain.md 5.3).

    `kind` is a word. `about` leads to the activity or case, `subject` is that in its own words. `place`,
    `length` and `met` are phrases ("Jinotega", "150 min", "4 women and 6 men"); `people` are names as far as
    consents allow, then how many others there were. `accounts` pairs a label with what was noted.
    """

    kind: str
    start: LooseDate
    end: LooseDate | None = None
    about: Source | None = None
    subject: Said | None = None
    place: str | None = None
    length: str | None = None
    met: str | None = None
    people: str | None = None
    reviewer: str | None = None
    accounts: tuple[tuple[str, Said], ...] = ()
    next_date: LooseDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photograph:
    """One picture that everybody known to be on it agreed to show. `content` are the bytes of a JPEG.

    `taken` says when, as a phrase; `shows` leads to the card or other record in the picture.
    """

    content: bytes
    caption: Said | None = None
    taken: str | None = None
    shows: Source | None = None


@dataclass(frozen=True, slots=True)
class PhotoGroup:
    """The photographs of one session, or of the workshop as a whole where `session` is None."""

    session: str | None
    anchor: str | None
    photographs: tuple[Photograph, ...]


@dataclass(frozen=True, slots=True)
class PhotoAnnex:
    """All photographs by session. `withheld` counts those left out because of consents."""

    groups: tuple[PhotoGroup, ...]
    withheld: int = 0
