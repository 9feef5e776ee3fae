"""LINK applied to a case: seller and buyer, chain map, canvas, principles (domain.md 3.3 to 3.6).

LINK is CIAT's methodology; its structure is used with credit and in our own words.
"""

import datetime as dt
from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CaseId, CycleId, OrganisationId, PersonId
from facilitator.domain.record import Record, require_range, require_text
from facilitator.domain.values import LooseDate, Text, require_figure


class LegalForm(StrEnum):
    """Legal form of a seller."""

    ASSOCIATION = "association"
    COOPERATIVE = "cooperative"
    INFORMAL_GROUP = "informal_group"
    COMPANY = "company"
    OTHER = "other"


class BuyerType(StrEnum):
    """What a buyer is."""

    INTERMEDIARY = "intermediary"
    RETAILER = "retailer"
    WHOLESALER = "wholesaler"
    PROCESSOR = "processor"
    EXPORTER = "exporter"
    PUBLIC_PURCHASER = "public_purchaser"


class CaseStatus(StrEnum):
    """Where a case is."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Subject(StrEnum):
    """Whose business model a canvas shows."""

    SELLER = "seller"
    BUYER = "buyer"
    OTHER_LINK = "other_link"


class Facing(StrEnum):
    """A producer organisation's canvas faces two ways (domain.md 3.5)."""

    BUYER = "buyer"
    MEMBERS = "members"


class CanvasKind(StrEnum):
    """What stage of the model a canvas shows."""

    CURRENT = "current"
    FUTURE = "future"
    TESTED = "tested"


class Perspective(StrEnum):
    """Who scores a principle."""

    SELLER = "seller"
    BUYER = "buyer"
    FACILITATOR = "facilitator"


class BusinessPrinciple(StrEnum):
    """The six signposts of tool 3 (domain.md 3.6)."""

    CHAIN_WIDE_COLLABORATION = "chain_wide_collaboration"
    EFFECTIVE_MARKET_LINKAGES = "effective_market_linkages"
    FAIR_TRANSPARENT_GOVERNANCE = "fair_transparent_governance"
    EQUITABLE_ACCESS_TO_SERVICES = "equitable_access_to_services"
    INCLUSIVE_INNOVATION = "inclusive_innovation"
    MEASUREMENT_OF_OUTCOMES = "measurement_of_outcomes"


class AssessmentMethod(StrEnum):
    """How a principle assessment was made."""

    QUESTIONNAIRE = "questionnaire"
    GROUP = "group"
    INTERVIEW = "interview"


@dataclass(frozen=True, slots=True)
class Seller:
    """The producer organisation; tier 1 to 3, members by sex where known."""

    name: str
    legal_form: LegalForm | None = None
    tier: int | None = None
    members: int | None = None
    women: int | None = None
    men: int | None = None

    def __post_init__(self) -> None:
        """Refuse a tier that does not exist, and less than no members."""
        require_range(self.tier, 1, 3, "tier-out-of-range")
        for count in (self.members, self.women, self.men):
            require_range(count, 0, 10_000_000, "count-out-of-range")


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys."""

    name: str
    type: BuyerType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """A seller and a buyer whose business model a partner tries to improve."""

    id: CaseId
    cycle: CycleId | None = None
    partner: OrganisationId | None = None
    chain: Text
    seller: Seller | None = None
    buyer: Buyer | None = None
    country: str | None = None
    relation_since: LooseDate | None = None
    written_agreement: bool | None = None
    team: tuple[PersonId, ...] = ()
    status: CaseStatus = CaseStatus.ACTIVE
    consent_to_publish: bool | None = None

    def __post_init__(self) -> None:
        """Refuse a case without a chain or product."""
        require_text(self.chain, "case-chain-empty")


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A core process of the chain, in order."""

    name: Text
    actors: tuple[str, ...] = ()
    volume: str | None = None
    price_in: str | None = None
    price_out: str | None = None
    losses: str | None = None


@dataclass(frozen=True, slots=True)
class ChainFlow:
    """Product, money, information or services between two links, named by their places (from 1)."""

    from_: int
    to: int
    kind: str
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class ChainPartner:
    """An organisation that serves one link of the chain."""

    name: str
    service: Text | None = None
    serves: int | None = None


@dataclass(frozen=True, slots=True)
class Influence:
    """Something outside the chain that helps or hinders it."""

    text: Text
    helps: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainMap(Record):
    """Tool 1: core processes, partner network, external influences, conclusions."""

    case: CaseId
    version: int = 1
    date: dt.date | None = None
    links: tuple[ChainLink, ...] = ()
    flows: tuple[ChainFlow, ...] = ()
    network: tuple[ChainPartner, ...] = ()
    influences: tuple[Influence, ...] = ()
    conclusions: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CanvasBlocks:
    """The nine blocks of tool 2, in reading order from customer to cost."""

    customer_segments: tuple[Text, ...] = ()
    value_propositions: tuple[Text, ...] = ()
    channels: tuple[Text, ...] = ()
    customer_relationships: tuple[Text, ...] = ()
    revenue_streams: tuple[Text, ...] = ()
    key_resources: tuple[Text, ...] = ()
    key_activities: tuple[Text, ...] = ()
    key_partnerships: tuple[Text, ...] = ()
    cost_structure: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas(Record):
    """Tool 2: one business model at one time."""

    case: CaseId
    subject: Subject = Subject.SELLER
    facing: Facing | None = None
    kind: CanvasKind = CanvasKind.CURRENT
    version: int = 1
    date: dt.date | None = None
    blocks: CanvasBlocks = field(default_factory=CanvasBlocks)


@dataclass(frozen=True, slots=True)
class Scale:
    """Lowest and highest mark of a rating, with words for some of the marks."""

    min: int = 1
    max: int = 5
    labels: dict[str, Text] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a scale without steps."""
        if self.min >= self.max:
            raise InvalidInput("scale-empty", low=self.min, high=self.max)


@dataclass(frozen=True, slots=True)
class Score:
    """A mark, or None where the question does not apply, and why."""

    value: Decimal | None = None
    justification: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a mark with more digits than any file keeps."""
        require_figure(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleAssessment(Record):
    """Tool 3: how inclusive the current practice is, seen from each side."""

    case: CaseId
    date: dt.date | None = None
    method: AssessmentMethod | None = None
    scale: Scale = field(default_factory=Scale)
    scores: dict[Perspective, dict[BusinessPrinciple, Score]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a mark outside the scale."""
        for scores in self.scores.values():
            for score in scores.values():
                mark = None if score.value is None else float(score.value)
                require_range(mark, self.scale.min, self.scale.max, "score-out-of-range")
