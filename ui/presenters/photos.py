"""The photos of a session and its cards: what stands under each, and what may keep one out of the minutes."""

from dataclasses import replace
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import PersonId, PhotoId, SessionId
from facilitator.domain.notes import Photo
from facilitator.domain.people import Person
from facilitator.domain.places import zone_of
from facilitator.domain.records import Records
from facilitator.i18n import _, language, ngettext
from facilitator.services.privacy import Privacy


@dataclass(frozen=True, slots=True)
class PhotoTile:
    """One photo as the list shows it. `shown` is False where somebody on it did not agree to be shown."""

    id: PhotoId
    caption: str
    where: str
    shown: bool
    spoken: str


def photos_of(records: Records, workshop: Workshop, session: SessionId | None) -> list[Photo]:
    """Return a session's photos, the newest first; without a session those of the whole workshop."""
    found = records.where(Photo, workshop=workshop.id)
    ours = [each for each in found if session is None or each.session == session]
    return ours[::-1]


def tiles(records: Records, workshop: Workshop, session: SessionId | None) -> list[PhotoTile]:
    """Return what the list shows."""
    privacy = Privacy(records, workshop.id)
    return [_tile(records, workshop, each, privacy) for each in photos_of(records, workshop, session)]


def _tile(records: Records, workshop: Workshop, photo: Photo, privacy: Privacy) -> PhotoTile:
    caption = photo.caption.best(language()) if photo.caption else ""
    taken = photo.taken_at or photo.created_at
    time = f"{taken.astimezone(zone_of(workshop)):%H:%M}" if taken else ""
    card = records.get(Card, photo.of)
    where = _("Card: {words}").format(words=card.text.best(language())) if card else time
    shown = privacy.may_be_shown(photo)
    parts = [caption or _("Photo without a caption"), where, "" if shown else _("not shown in the minutes")]
    return PhotoTile(photo.id, caption, where, shown, ", ".join(part for part in parts if part))


def count_words(count: int) -> str:
    """Return how many photos there are."""
    return ngettext("{n} photo", "{n} photos", count).format(n=count)


def people_items(records: Records) -> list[tuple[str, str]]:
    """Return who may be on a photo."""
    people = [each for each in records.where(Person) if not each.anonymised]
    return [(str(each.id), each.full_name) for each in sorted(people, key=lambda each: each.full_name)]


def card_items(records: Records, photo: Photo) -> list[tuple[str, str]]:
    """Return the cards that a photo may show, after "none": those of its session, and the one it shows."""
    found = [("", _("The session as a whole"))]
    boards = records.where(Board, session=photo.session) if photo.session is not None else []
    cards = [card for board in boards for card in records.where(Card, board=board.id)]
    shown = records.get(Card, photo.of)
    if shown is not None and shown not in cards:
        cards.insert(0, shown)
    return found + [(str(each.id), each.text.best(language())[:80]) for each in cards]


def people_of(photo: Photo) -> list[str]:
    """Return the keys of who is on a photo."""
    return [str(each) for each in photo.people]


def persons(keys: list[str]) -> tuple[PersonId, ...]:
    """Return who was chosen."""
    return tuple(PersonId(UUID(each)) for each in keys)


def consent_words(records: Records, workshop: Workshop, photo: Photo) -> str:
    """Return why the minutes leave a photo out; nothing where they show it."""
    privacy = Privacy(records, workshop.id)
    if privacy.may_be_shown(photo):
        return ""
    withheld = [
        person.full_name
        for key in photo.people
        if (person := records.get(Person, key)) is not None
        and not privacy.may_be_shown(replace(photo, people=(key,)))
    ]
    if not withheld:
        return _("The minutes leave this photo out: somebody on it asked to be forgotten.")
    return _("The minutes leave this photo out: no consent to photos from {names}.").format(
        names=", ".join(withheld)
    )


def session_name(records: Records, session: SessionId | None) -> str:
    """Return the session that new photos go to."""
    found = records.get(Session, session)
    return found.title.best(language()) if found else ""
