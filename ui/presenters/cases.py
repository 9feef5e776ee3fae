"""The cases of a cycle with one of them open: who sells to whom, and what is known of each."""

import datetime as dt
from dataclasses import replace
from typing import Final

from facilitator.domain.cases import Case, CaseStatus
from facilitator.domain.change_theory import Indicator, TheoryOfChange
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CaseId, CycleId
from facilitator.domain.people import Organisation
from facilitator.domain.records import Records
from facilitator.domain.values import Text
from facilitator.formats import Formats, formats
from facilitator.i18n import _, ngettext, translations
from facilitator.words import country, word
from facilitator.words.usual import usual
from ui.presenters.cells import Cell, Column, Row
from ui.presenters.wording import NewText
from ui.presenters.work_plan import code_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Casebook:
    """Everything that the parts of the page are made of; `new_text` makes a text of words just typed."""

    records: Records
    workshop: Workshop
    today: dt.date
    language: str
    new_text: NewText
    case: Case | None = None

    @property
    def formats(self) -> Formats:
        """How dates and figures are written here."""
        return formats(self.language, self.workshop.country)

    @property
    def near(self) -> dt.date:
        """The day from which a date without a year is meant."""
        return self.workshop.start or self.today

    def is_ours(self, cycle: CycleId | None) -> bool:
        """Whether a record with this cycle belongs to the workshop's; one without a cycle belongs to all."""
        return cycle is None or cycle == self.workshop.cycle

    def unit(self, indicator: Indicator) -> str:
        """Return what an indicator counts; nothing for a percentage, whose figures carry the sign."""
        return "" if indicator.in_percent else usual(translations(self.language), indicator.unit or "")

    def say(self, text: Text | None) -> str:
        """Return a text as one line in the screen's language."""
        return "" if text is None else " ".join(text.best(self.language).split())


def cases_of(book: Casebook) -> list[Case]:
    """Return the cases of the workshop's cycle, as they were added; closed ones come last."""
    found = [each for each in book.records.where(Case) if book.is_ours(each.cycle)]
    return sorted(found, key=lambda each: (each.status is CaseStatus.CLOSED, each.id.int))


def opened(book: Casebook, wanted: CaseId | None) -> Casebook:
    """Return the book with the wanted case open, else the first one."""
    found = cases_of(book)
    case = next((each for each in found if each.id == wanted), found[0] if found else None)
    return replace(book, case=case)


def theories_of(book: Casebook) -> list[TheoryOfChange]:
    """Return the versions of the cycle's theory of change, oldest first."""
    found = [each for each in book.records.where(TheoryOfChange) if book.is_ours(each.cycle)]
    return sorted(found, key=lambda each: (each.version, each.id.int))


def indicators_of(book: Casebook, case: CaseId | None) -> list[Indicator]:
    """Return the indicators of a case, or with None the common ones, by code."""
    found = [each for each in book.records.where(Indicator, case=case) if book.is_ours(each.cycle)]
    return sorted(found, key=lambda each: (each.code or "", each.id.int))


LIST: Final = (
    Column(key="case", width=150, stretch=True),
    Column(key="partner", width=66, align="left"),
)
"""Columns of the list of cases."""


def list_rows(book: Casebook) -> list[Row]:
    """Return a row for each case: its chain and country, seller and buyer, the partner's code."""
    return [_list_row(book, each) for each in cases_of(book)]


def _list_row(book: Casebook, case: Case) -> Row:
    place = country(book.language, case.country)
    chain = book.say(case.chain)
    shown = _("{chain}, {country}").format(chain=chain, country=place) if place else chain
    under = parties(book, case)
    if case.status is not CaseStatus.ACTIVE:
        status = word(translations(book.language), case.status)
        under = _("{status}. {words}").format(status=status, words=under) if under else status
    code = code_of(book.records, case.partner)
    partner = book.records.get(Organisation, case.partner)
    cells = {
        "case": Cell(shown=shown, under=under, strong=True),
        "partner": Cell(chips=(code,) if code else (), spoken=partner.name if partner else ""),
    }
    return Row(key=case.id, cells=cells)


def parties(book: Casebook, case: Case) -> str:
    """Return seller and buyer as "Panal de Muestra · Supermercado"."""
    del book
    names = (case.seller.name if case.seller else "", case.buyer.name if case.buyer else "")
    return " · ".join(name for name in names if name.strip())


def title(book: Casebook | None) -> str:
    """Return the page's title: the open case's chain and country."""
    if book is None or book.case is None:
        return _("Cases")
    place = country(book.language, book.case.country)
    chain = book.say(book.case.chain)
    return _("{chain}, {country}").format(chain=chain, country=place) if place else chain


def context(book: Casebook | None) -> str:
    """Return one line about seller and buyer, or how many cases there are."""
    if book is None:
        return ""
    case = book.case
    if case is None:
        count = len(cases_of(book))
        return ngettext("{n} case", "{n} cases", count).format(n=count) if count else ""
    parts = [_seller(case), _buyer(book, case)]
    return ". ".join(part for part in parts if part)


def _seller(case: Case) -> str:
    seller = case.seller
    if seller is None or not seller.name.strip():
        return ""
    if seller.members is None:
        return _("Seller: {name}").format(name=seller.name)
    said = ngettext("Seller: {name}, {n} member", "Seller: {name}, {n} members", seller.members)
    return said.format(name=seller.name, n=seller.members)


def _buyer(book: Casebook, case: Case) -> str:
    buyer = case.buyer
    if buyer is None or not buyer.name.strip():
        return ""
    if buyer.type is None:
        return _("Buyer: {name}").format(name=buyer.name)
    kind = word(translations(book.language), buyer.type).lower()
    return _("Buyer: {name}, {type}").format(name=buyer.name, type=kind)
