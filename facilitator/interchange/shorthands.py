"""Short ways of writing that a file may use, and the plain records they stand for.

Each is documented in `reference.py`. Nothing here refuses anything: what does not fit is left as
it was written, and the value or the references refuse it at its place.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from facilitator.domain import cards, change_theory, cycles, people, plans, prototypes
from facilitator.domain.catalogue import entry_named, hints, is_of_workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import new_id
from facilitator.domain.record import Record
from facilitator.interchange.clock_times import read_moment
from facilitator.interchange.form import ENTERED_BY, filled
from facilitator.interchange.item import Item
from facilitator.interchange.keys import is_uuid
from facilitator.interchange.problems import pointer
from facilitator.interchange.setting import Setting
from facilitator.interchange.texts import beside

Plain = dict[str, Any]


@dataclass(slots=True)
class Draft(Item):
    """A record on its way from the file: where and how it was written, and its plain data."""

    plain: Plain


def drafts_of(list_name: str, item: Plain, number: int, setting: Setting) -> Iterator[Draft]:
    """Yield the record that an item of a list stands for, and those that are written inside it.

    `item` is the file's own object with its id filled in; it is not changed.
    """
    kind = entry_named(list_name).record
    place = f"/{list_name}/{number}"
    plain = dict(item)
    _fill(kind, plain, number, setting)
    draft = Draft(kind, item, place, plain)
    inside = _INSIDE.get(list_name)
    if inside is None:
        yield draft
        return
    others = list(inside(draft, setting))
    yield draft
    yield from others


def _fill(kind: type[Record], plain: Plain, number: int, setting: Setting) -> None:
    wanted = filled(kind)
    if ENTERED_BY in plain and ENTERED_BY not in hints(kind):
        plain.setdefault("created_by", plain.pop(ENTERED_BY))
    if kind is cycles.Workshop and not is_uuid(plain["id"]):
        plain.setdefault("file_id", plain["id"])
    if "position" in wanted and plain.get("position") is None:
        plain["position"] = number
    if "language" in wanted and plain.get("language") is None:
        plain["language"] = setting.language
    if "cycle" in wanted and "cycle" not in plain:
        plain["cycle"] = setting.cycle
    if is_of_workshop(kind):
        if plain.get("workshop") is None:
            plain["workshop"] = _workshop(kind, plain, setting)
    elif "workshop" in wanted and "workshop" not in plain:
        plain["workshop"] = setting.workshop


def _workshop(kind: type[Record], plain: Plain, setting: Setting) -> str | None:
    if kind is people.Attendance and isinstance(plain.get("date"), str):
        return setting.workshop_on(plain["date"])
    return setting.workshop_of(plain)


def _beside(draft: Draft, kind: type[Record], place: str, written: Any, plain: Plain) -> Draft:
    """Return a record that was written inside another; `plain` is all but its id."""
    return Draft(kind, written, draft.place + place, {"id": new_id(), **plain})


def _sessions(draft: Draft, setting: Setting) -> Iterator[Draft]:
    plain = draft.plain
    zone = setting.zone_of(plain.get("workshop"))
    for name in ("actual_start", "actual_end"):
        if zone is not None and isinstance(plain.get(name), str):
            plain[name] = read_moment(plain[name], plain["date"], zone)
    return iter(())


def _people(draft: Draft, _: Setting) -> Iterator[Draft]:
    for kind, given in (draft.plain.pop("consents", None) or {}).items():
        if given is not None:
            yield _beside(
                draft,
                people.Consent,
                pointer("consents", kind),
                given,
                {"person": draft.plain["id"], "kind": kind, "given": given},
            )


def _cards(draft: Draft, setting: Setting) -> Iterator[Draft]:
    plain = draft.plain
    language, translation = plain.pop("lang", None), plain.pop("translation", None)
    plain["text"] = beside(plain["text"], language, translation, setting.language)
    if dots := plain.pop("votes", None):
        yield _beside(
            draft,
            cards.Vote,
            pointer("votes"),
            dots,
            {"workshop": plain["workshop"], "board": plain["board"], "on": plain["id"], "dots": dots},
        )


def _prototypes(draft: Draft, _: Setting) -> Iterator[Draft]:
    yield from _nested(draft, "hypotheses", prototypes.Hypothesis, "iteration")


def _theories(draft: Draft, _: Setting) -> Iterator[Draft]:
    yield from _nested(draft, "assumptions", change_theory.Assumption, "theory_of_change")


def _nested(draft: Draft, name: str, kind: type[Record], owner: str) -> Iterator[Draft]:
    for number, item in enumerate(draft.plain.pop(name, None) or ()):
        plain = {owner: draft.plain["id"], **item}
        plain.setdefault("id", new_id())
        if "position" in filled(kind):
            plain.setdefault("position", number)
        yield Draft(kind, item, draft.place + pointer(name, number), plain)


def _work_plan(draft: Draft, _: Setting) -> Iterator[Draft]:
    plain = draft.plain
    currency = plain.pop("currency", None)
    if (plain.get("follow_up") or {}).get("kind") == "none":
        plain["follow_up"] = None
    budget = plain.get("budget")
    if budget is not None and not isinstance(budget, dict):
        plain["budget"] = {"amount": budget, "currency": currency or ""}
    elif isinstance(budget, dict):
        currency = currency or budget.get("currency")
    given = plain.pop("contributions", None) or {}
    for organisation, amount in given.items():
        money = amount if isinstance(amount, dict) else {"amount": amount, "currency": currency or ""}
        yield _beside(
            draft,
            plans.Contribution,
            pointer("contributions", organisation),
            amount,
            {"work_item": plain["id"], "organisation": organisation, "amount": money},
        )


_INSIDE: Final[Mapping[str, Callable[[Draft, Setting], Iterator[Draft]]]] = {
    "sessions": _sessions,
    "people": _people,
    "cards": _cards,
    "prototypes": _prototypes,
    "theories_of_change": _theories,
    "work_plan": _work_plan,
}
