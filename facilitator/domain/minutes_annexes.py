"""What two annexes of the minutes print: what groups produced, and the form of the evaluation."""

from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes_text import Said, Source
from facilitator.domain.values import LooseDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductLine:
    """One product of a group: `what` it is, of which case or group, and where the document prints it.

    `group` is the case's title, or how the room was divided; `case` leads to the case, if it is
    of one. `by` is the organisation that owns it. `where` are the places in which it stands in full and the
    session that made it, as far as the document has them.
    """

    what: str
    group: str
    anchor: str
    detail: Said | None = None
    case: Source | None = None
    by: str | None = None
    made: LooseDate | None = None
    where: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainProcess:
    """A core process of a chain map with who acts in it; figures as they were written."""

    name: str
    actors: str
    volume: str
    price_in: str
    price_out: str
    losses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierMap:
    """A chain map that a newer one replaced, which the results of its case no longer print.

    `layers` pairs a heading of the map (flows, partners, influences, conclusions) with its entries.
    """

    title: str
    anchor: str
    case: Source
    processes: tuple[ChainProcess, ...] = ()
    layers: tuple[tuple[str, tuple[Said, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupProducts:
    """What groups produced: every product in a line, and in full those that no section prints."""

    lines: tuple[ProductLine, ...]
    earlier_maps: tuple[EarlierMap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """A question of a form. `marks` are what stands over its boxes, lowest first; none where one writes.

    `hint` says what to write where that is not plain: a number of a scale too long for boxes.
    """

    number: int
    text: Said
    marks: tuple[str, ...] = ()
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationForm:
    """A form without answers, as it was put to people; `session` is when that was, where it is known."""

    anonymous: bool
    questions: tuple[FormQuestion, ...]
    session: Source | None = None
