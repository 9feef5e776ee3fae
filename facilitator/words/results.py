"""Words for cases, prototypes, work plan and documents (domain.md 3, 5, 7)."""

from typing import Final

from facilitator.domain.cases import (
    AssessmentMethod,
    BusinessPrinciple,
    BuyerType,
    CanvasKind,
    CaseStatus,
    Facing,
    LegalForm,
    Perspective,
    Subject,
)
from facilitator.domain.documents import Disclosure, DocumentKind, DocumentStatus, Paper, Version
from facilitator.domain.plans import ContributionKind, FollowUpKind, OriginKind, WorkStatus
from facilitator.domain.prototypes import HypothesisDecision, HypothesisResult, Stage
from facilitator.words.marks import Table, pgettext

RESULTS: Final[Table] = {
    LegalForm: {
        LegalForm.ASSOCIATION: pgettext("legal form", "Association"),
        LegalForm.COOPERATIVE: pgettext("legal form", "Cooperative"),
        LegalForm.INFORMAL_GROUP: pgettext("legal form", "Informal group"),
        LegalForm.COMPANY: pgettext("legal form", "Company"),
        LegalForm.OTHER: pgettext("legal form", "Other"),
    },
    BuyerType: {
        BuyerType.INTERMEDIARY: pgettext("buyer", "Intermediary"),
        BuyerType.RETAILER: pgettext("buyer", "Retailer"),
        BuyerType.WHOLESALER: pgettext("buyer", "Wholesaler"),
        BuyerType.PROCESSOR: pgettext("buyer", "Processor"),
        BuyerType.EXPORTER: pgettext("buyer", "Exporter"),
        BuyerType.PUBLIC_PURCHASER: pgettext("buyer", "Public purchaser"),
    },
    CaseStatus: {
        CaseStatus.PROPOSED: pgettext("state of a case", "Proposed"),
        CaseStatus.ACTIVE: pgettext("state of a case", "Active"),
        CaseStatus.PAUSED: pgettext("state of a case", "Paused"),
        CaseStatus.CLOSED: pgettext("state of a case", "Closed"),
    },
    Subject: {
        Subject.SELLER: pgettext("canvas", "Seller"),
        Subject.BUYER: pgettext("canvas", "Buyer"),
        Subject.OTHER_LINK: pgettext("canvas", "Other link"),
    },
    Facing: {
        Facing.BUYER: pgettext("side of a canvas", "Towards the buyer"),
        Facing.MEMBERS: pgettext("side of a canvas", "Towards the members"),
    },
    CanvasKind: {
        CanvasKind.CURRENT: pgettext("business model", "Current"),
        CanvasKind.FUTURE: pgettext("business model", "Future"),
        CanvasKind.TESTED: pgettext("business model", "Tested"),
    },
    Perspective: {
        Perspective.SELLER: pgettext("perspective", "Seller"),
        Perspective.BUYER: pgettext("perspective", "Buyer"),
        Perspective.FACILITATOR: pgettext("perspective", "Facilitator"),
    },
    BusinessPrinciple: {
        BusinessPrinciple.CHAIN_WIDE_COLLABORATION: pgettext("principle", "Chain-wide collaboration"),
        BusinessPrinciple.EFFECTIVE_MARKET_LINKAGES: pgettext("principle", "Effective market linkages"),
        BusinessPrinciple.FAIR_TRANSPARENT_GOVERNANCE: pgettext(
            "principle", "Fair and transparent governance"
        ),
        BusinessPrinciple.EQUITABLE_ACCESS_TO_SERVICES: pgettext("principle", "Equitable access to services"),
        BusinessPrinciple.INCLUSIVE_INNOVATION: pgettext("principle", "Inclusive innovation"),
        BusinessPrinciple.MEASUREMENT_OF_OUTCOMES: pgettext("principle", "Measurement of outcomes"),
    },
    AssessmentMethod: {
        AssessmentMethod.QUESTIONNAIRE: pgettext("assessment", "Questionnaire"),
        AssessmentMethod.GROUP: pgettext("assessment", "Group discussion"),
        AssessmentMethod.INTERVIEW: pgettext("assessment", "Interview"),
    },
    Stage: {
        Stage.DESIGN: pgettext("prototype", "Design"),
        Stage.TESTING: pgettext("prototype", "Test"),
        Stage.CHECK: pgettext("prototype", "Check"),
        Stage.ACT: pgettext("prototype", "Decide"),
        Stage.CLOSED: pgettext("prototype", "Closed"),
    },
    HypothesisResult: {
        HypothesisResult.CONFIRMED: pgettext("hypothesis", "Confirmed"),
        HypothesisResult.PARTLY: pgettext("hypothesis", "Partly confirmed"),
        HypothesisResult.NOT_CONFIRMED: pgettext("hypothesis", "Not confirmed"),
        HypothesisResult.NOT_YET: pgettext("hypothesis", "Not yet known"),
    },
    HypothesisDecision: {
        HypothesisDecision.SCALE_UP: pgettext("decision on a hypothesis", "Scale up"),
        HypothesisDecision.KEEP_TESTING: pgettext("decision on a hypothesis", "Keep testing"),
        HypothesisDecision.REDESIGN: pgettext("decision on a hypothesis", "Redesign"),
        HypothesisDecision.DROP: pgettext("decision on a hypothesis", "Drop"),
    },
    WorkStatus: {
        WorkStatus.NOT_STARTED: pgettext("state of an activity", "Not started"),
        WorkStatus.IN_PROGRESS: pgettext("state of an activity", "In progress"),
        WorkStatus.DONE: pgettext("state of an activity", "Done"),
        WorkStatus.DELAYED: pgettext("state of an activity", "Late"),
        WorkStatus.RESCHEDULED: pgettext("state of an activity", "Rescheduled"),
        WorkStatus.CANCELLED: pgettext("state of an activity", "Cancelled"),
    },
    OriginKind: {
        OriginKind.AGREEMENT: pgettext("origin", "Agreement"),
        OriginKind.CARD: pgettext("origin", "Card"),
        OriginKind.REFLECTION: pgettext("origin", "Reflection"),
        OriginKind.PARKING_LOT: pgettext("origin", "Parking lot"),
        OriginKind.PROTOTYPE: pgettext("origin", "Prototype"),
        OriginKind.CARRIED_OVER: pgettext("origin", "Carried over"),
    },
    ContributionKind: {
        ContributionKind.CASH: pgettext("contribution", "Cash"),
        ContributionKind.IN_KIND: pgettext("contribution", "In kind"),
    },
    FollowUpKind: {
        FollowUpKind.FIELD_VISIT: pgettext("follow-up", "Field visit"),
        FollowUpKind.REMOTE_SUPPORT: pgettext("follow-up", "Remote support"),
        FollowUpKind.PEER_REVIEW: pgettext("follow-up", "Peer review"),
    },
    DocumentKind: {
        DocumentKind.MEMORIA: pgettext("document", "Full minutes"),
        DocumentKind.AYUDA_MEMORIA: pgettext("document", "Two-page minutes"),
        DocumentKind.ACTA: pgettext("document", "Record of agreements"),
        DocumentKind.ATTENDANCE_LIST: pgettext("document", "Attendance list"),
        DocumentKind.SIGN_IN_SHEET: pgettext("document", "Sign-in sheet"),
        DocumentKind.CARD_TRANSCRIPT: pgettext("document", "Card transcript"),
        DocumentKind.WORK_PLAN: pgettext("document", "Work plan"),
        DocumentKind.INDICATOR_SHEETS: pgettext("document", "Indicator sheets"),
        DocumentKind.EVALUATION: pgettext("document", "Evaluation results"),
        DocumentKind.FOLLOW_UP: pgettext("document", "Follow-up sheet"),
    },
    DocumentStatus: {
        DocumentStatus.DRAFT: pgettext("state of a document", "Draft"),
        DocumentStatus.DRAFT_FOR_COMMENTS: pgettext("state of a document", "Draft for comments"),
        DocumentStatus.FINAL: pgettext("state of a document", "Final"),
    },
    Disclosure: {
        Disclosure.INTERNAL: pgettext("for whom", "Internal"),
        Disclosure.PARTNERS: pgettext("for whom", "Partners"),
        Disclosure.PUBLIC: pgettext("for whom", "Public"),
    },
    Version: {
        Version.FULL: pgettext("edition", "Full"),
        Version.FULL_WITHOUT_CONTACTS: pgettext("edition", "Full, without contacts"),
        Version.SUMMARY_NO_NAMES: pgettext("edition", "Summary without names"),
    },
    Paper: {
        Paper.LETTER: pgettext("paper", "Letter"),
        Paper.A4: pgettext("paper", "A4"),
    },
}
