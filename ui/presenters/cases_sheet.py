"""The sheet of a case: who sells to whom, since when, with whom (domain.md 3.3)."""

from typing import Final
from uuid import UUID

from facilitator.domain.cases import BuyerType, CaseStatus, LegalForm
from facilitator.domain.ids import PersonId
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import NO, YES, Field, is_yes, organisation
from ui.presenters.forms import Items
from ui.presenters.people_fields import countries
from ui.presenters.work_item_fields import people_items
from ui.presenters.work_plan import organisation_items

CASE: Final = (
    Field(name="chain", head=N_("Chain or product"), kind="needed", title=True, rows=(1, 3)),
    Field(name="partner", head=N_("Partner organisation"), kind="choice", of=organisation, row=1),
    Field(name="country", head=N_("Country"), kind="choice", row=1),
    Field(name="status", head=N_("Status"), kind="choice", of=CaseStatus, must=True, row=1),
    Field(name="seller.name", head=N_("Seller: the producer organisation"), kind="name"),
    Field(name="seller.legal_form", head=N_("Legal form"), kind="choice", of=LegalForm, row=2),
    Field(name="seller.tier", head=N_("Tier"), kind="choice", of=int, row=2),
    Field(name="seller.members", head=N_("Members"), kind="count", row=3),
    Field(name="seller.women", head=N_("Women among them"), kind="count", row=3),
    Field(name="seller.men", head=N_("Men among them"), kind="count", row=3),
    Field(name="buyer.name", head=N_("Buyer"), kind="name", row=4),
    Field(name="buyer.type", head=N_("Kind of buyer"), kind="choice", of=BuyerType, row=4),
    Field(
        name="relation_since",
        head=N_("They trade since"),
        kind="date",
        row=5,
        hint=N_("A day or a month: 15/09/2013, sep 2013"),
    ),
    Field(name="written_agreement", head=N_("Written agreement"), kind="choice", of=is_yes, row=5),
    Field(
        name="team", head=N_("Facilitating team"), kind="checks", of=lambda key: PersonId(UUID(key)), row=6
    ),
    Field(name="consent_to_publish", head=N_("Consent to publish"), kind="choice", of=is_yes, row=6),
)


def choices_of(book: Casebook) -> dict[str, Items]:
    """Return what can be chosen in the fields of the sheet."""
    t = translations(book.language)
    unsaid = ("", _("Not said"))
    yes_no = [unsaid, (YES, _("Yes")), (NO, _("No"))]
    tiers = [
        ("1", _("First tier: members are families")),
        ("2", _("Second tier: members are first-tier bodies")),
        ("3", _("Third tier: federation or confederation")),
    ]
    return {
        "partner": organisation_items(book.records, _("None")),
        "country": countries(book.records, book.language),
        "status": [(each.value, word(t, each)) for each in CaseStatus],
        "seller.legal_form": [unsaid, *((each.value, word(t, each)) for each in LegalForm)],
        "seller.tier": [unsaid, *tiers],
        "buyer.type": [unsaid, *((each.value, word(t, each)) for each in BuyerType)],
        "written_agreement": yes_no,
        "team": people_items(book.records, "")[1:],
        "consent_to_publish": yes_no,
    }
