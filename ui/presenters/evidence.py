"""What can be linked as evidence: the workshop's cards and the indicators with their latest readings."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from facilitator.domain.cards import Card, CardStatus
from facilitator.domain.change_theory import Indicator, Measurement
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import WorkshopId
from facilitator.domain.people import Organisation
from facilitator.domain.records import Records
from facilitator.domain.reflections import Reflection
from facilitator.formats import formats
from facilitator.i18n import _, ngettext, translations
from facilitator.words import word
from ui.presenters.cards import folded
from ui.presenters.organisations import code


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """One card or indicator. `look` is a kind of card, or "indicator" with its readings, oldest first."""

    key: UUID
    look: str
    text: str
    spoken: str
    code: str = ""
    readings: tuple[float, ...] = ()
    target: float | None = None
    latest: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Which cards and indicators a reflection is linked to, by side."""

    by_key: dict[UUID, str]

    @classmethod
    def of(cls, record: Reflection | None) -> "Links":
        """Return the links of a reflection; none of one that is not there."""
        if record is None:
            return cls({})
        loop = record.second_loop
        found = dict.fromkeys(record.evidence, "result")
        found |= {row.ref: "for" for row in loop.evidence_for if row.ref is not None}
        found |= {row.ref: "against" for row in loop.evidence_against if row.ref is not None}
        return cls(found)


def evidence_items(
    records: Records, workshop: WorkshopId | None, record: Reflection | None, screen: str
) -> list[EvidenceItem]:
    """Return indicators first, then the cards in the order they came."""
    indicators = [_indicator(records, each, record, screen) for each in records.where(Indicator)]
    cards = [
        _card(records, each, screen)
        for each in records.where(Card, workshop=workshop)
        if each.status is CardStatus.ACTIVE
    ]
    return [*indicators, *cards]


def _card(records: Records, card: Card, screen: str) -> EvidenceItem:
    text = " ".join(card.text.best(screen).split())
    kind = word(translations(screen), card.kind)
    return EvidenceItem(
        key=card.id,
        look=card.kind.value,
        text=text,
        spoken=f"{kind}: {text}",
        code=code(records.get(Organisation, card.organisation)),
    )


def _indicator(
    records: Records, indicator: Indicator, record: Reflection | None, screen: str
) -> EvidenceItem:
    name = " ".join(indicator.name.best(screen).split())
    values = _values(records, indicator, record)
    latest = ""
    if values:
        latest = formats(screen).number(values[-1])
        if indicator.in_percent:
            latest = _("{number}%").format(number=latest)
    target = indicator.target.value if indicator.target else None
    return EvidenceItem(
        key=indicator.id,
        look="indicator",
        text=name,
        spoken=_("Indicator: {name}, {latest}").format(name=name, latest=latest or _("no reading")),
        readings=tuple(float(value) for value in values),
        target=None if target is None else float(target),
        latest=latest,
    )


def _values(records: Records, indicator: Indicator, record: Reflection | None) -> list[Decimal]:
    """Return the readings of the reflection's case; of any case while all are of the same one."""
    found = records.where(Measurement, indicator=indicator.id)
    cases = {each.case for each in found}
    case = record.case if record is not None else None
    if case in cases:
        found = [each for each in found if each.case == case]
    elif len(cases) > 1:
        return []
    ordered = sorted(found, key=lambda each: (each.date, each.id.int))
    return [each.value for each in ordered if each.value is not None]


def matching(items: Sequence[EvidenceItem], query: str) -> list[EvidenceItem]:
    """Return the items that contain every word of the query, accents and case aside."""
    wanted = folded(query).split()
    if not wanted:
        return list(items)
    return [each for each in items if all(part in folded(f"{each.text} {each.code}") for part in wanted)]


def counted(items: Sequence[EvidenceItem]) -> str:
    """Return "20 cards, 5 indicators"."""
    indicators = sum(each.look == "indicator" for each in items)
    cards = len(items) - indicators
    said = (
        ngettext("{n} card", "{n} cards", cards).format(n=cards),
        ngettext("{n} indicator", "{n} indicators", indicators).format(n=indicators),
    )
    return _("{cards}, {indicators}").format(cards=said[0], indicators=said[1])
