"""Questions that help people think, in our own words: reflection, prototype cycle, business model canvas.

Source texts are marked for translation and keyed by the field they ask for; ask for them in the language of
the screen (`facilitator.i18n.translations(language())`) or of a document. Origin: domain.md 2.4, 3.5 and 3.7.
"""

from collections.abc import Mapping
from gettext import NullTranslations
from typing import Final

from facilitator.domain.frozen import dataclass
from facilitator.i18n import N_

REFLECTION: Final[Mapping[str, tuple[str, ...]]] = {
    "action": (N_("What did we do, concretely?"),),
    "expected_result": (N_("What did we expect to happen, and by when?"),),
    "actual_result": (N_("What happened in fact? How do we know?"),),
    "gap": (N_("Where is the difference? Did anything surprise us?"),),
    "causes": (N_("What, in the way we did it, explains the difference?"),),
    "correction": (N_("If the plan is right, what do we do better next time?"),),
    "governing_assumption": (
        N_("What were we taking for granted? What would have to be true for this plan to work?"),
        N_("Which rule, habit or mandate of ours led us to do it that way?"),
    ),
    "evidence_for": (N_("What have we seen that supports that idea?"),),
    "evidence_against": (N_("What have we seen that contradicts it? Who sees it differently?"),),
    "verdict": (N_("Do we still believe it: yes, under conditions, no, cannot tell yet?"),),
    "revised_assumption": (N_("How would we word it today?"),),
    "effects": (N_("What changes: theory of change, rules, policies, method, budget?"),),
    "decision": (N_("Do we adopt it, test it, or take it to someone who decides?"),),
    "owner": (N_("Who takes charge, when do we review it, what will tell us?"),),
    "about": (N_("Why did we not see it earlier? Who was missing from the conversation?"),),
    "change": (N_("What do we change in how we learn together?"),),
}
"""Questions by field of the reflection and its loops, in the order of domain.md 2.3; some fields have two."""

PROTOTYPE: Final[Mapping[str, str]] = {
    "baseline": N_("Where does our business model stand now?"),
    "vision": N_("Where do we want it to be?"),
    "change": N_("What has to change to get there?"),
    "action_and_measure": N_("How do we carry out the improvements, and how do we measure them?"),
    "learning": N_("Which improvements work, which do not, and what do we do about it?"),
}
"""The five key questions of tool 4, by field of the answers and in their order."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the business model canvas: its name, the area it lies in, and its guiding question."""

    name: str
    area: str
    question: str


CANVAS: Final[Mapping[str, Block]] = {
    "customer_segments": Block(N_("Customer segments"), N_("Who?"), N_("For whom do we create value?")),
    "value_propositions": Block(
        N_("Value propositions"), N_("What?"), N_("What do we offer, what problem does it solve?")
    ),
    "channels": Block(N_("Channels"), N_("Who?"), N_("How does it reach them?")),
    "customer_relationships": Block(
        N_("Customer relationships"), N_("Who?"), N_("How do we treat and keep them?")
    ),
    "revenue_streams": Block(N_("Revenue streams"), N_("How much?"), N_("What do they pay for, how?")),
    "key_resources": Block(N_("Key resources"), N_("How?"), N_("What do we need to have?")),
    "key_activities": Block(N_("Key activities"), N_("How?"), N_("What must we do well?")),
    "key_partnerships": Block(N_("Key partnerships"), N_("How?"), N_("Who supplies or supports us?")),
    "cost_structure": Block(N_("Cost structure"), N_("How much?"), N_("What does it cost?")),
}
"""The nine blocks of tool 2, by field and in reading order, from customer to cost."""

HYPOTHESIS: Final = N_("If {change}, then {result}, measured by {indicator}, by {date}")
"""The form of a hypothesis of the prototype cycle."""


def reflection_prompts(t: NullTranslations, field: str) -> tuple[str, ...]:
    """Return the questions that ask for a field of a reflection; none for a field that needs no help."""
    return tuple(t.gettext(question) for question in REFLECTION.get(field, ()))


def prototype_question(t: NullTranslations, field: str) -> str:
    """Return the key question of a field of the prototype's answers. Raises KeyError for another field."""
    return t.gettext(PROTOTYPE[field])


def canvas_block(t: NullTranslations, field: str) -> Block:
    """Return name, area and question of a block of the canvas. Raises KeyError for another field."""
    block = CANVAS[field]
    return Block(t.gettext(block.name), t.gettext(block.area), t.gettext(block.question))
