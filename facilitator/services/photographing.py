"""Photos of a workshop: a picture, made small and harmless, on a session or on a card."""

import base64
import binascii
import datetime as dt
from uuid import UUID

from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput, NotFound
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import PhotoId, SessionId, WorkshopId, new_id
from facilitator.domain.notes import Photo, PhotoContent
from facilitator.domain.places import zone_of
from facilitator.domain.records import need
from facilitator.domain.values import Text
from facilitator.persistence.unit_of_work import Operation, UnitOfWork
from facilitator.pictures import MEDIA_TYPE, Picture
from facilitator.services.operations import Operations

LONGEST_NAME = 120
"""Characters of a file's name that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPhoto:
    """A picture with where it belongs. `of` is the record that it shows, a card for example."""

    workshop: WorkshopId
    picture: Picture
    session: SessionId | None = None
    of: UUID | None = None
    caption: Text | None = None
    file_name: str = ""


class Photographing:
    """Photos come and are looked at one by one; they are edited and deleted as any record is."""

    def __init__(self, operations: Operations, work: UnitOfWork) -> None:
        self._operations = operations
        self._work = work

    def add(self, *photos: NewPhoto) -> ChangeSet:
        """Store photos as one operation. Raises NotFound or CannotWrite."""

        def change(operation: Operation) -> None:
            for new in photos:
                workshop = need(operation, Workshop, new.workshop)
                photo = operation.add(_photo(new, workshop, operation.now))
                content = base64.b64encode(new.picture.content).decode("ascii")
                operation.add(PhotoContent(id=new_id(), photo=photo.id, content=content))

        return self._operations.perform("add-photo", change)

    def content(self, photo: PhotoId) -> bytes:
        """Return a photo's picture as it is kept. Raises NotFound, or InvalidInput when it is no picture."""
        with self._work.reading() as reading:
            found = reading.where(PhotoContent, photo=photo)
        if not found:
            raise NotFound("record-not-found", kind=PhotoContent.__name__, id=str(photo))
        return decoded(found[-1])

    def contents(self, workshop: WorkshopId) -> dict[UUID, bytes]:
        """Return the pictures of a workshop by their photo; what is no picture is left out."""
        found: dict[UUID, bytes] = {}
        with self._work.reading() as reading:
            for photo in reading.where(Photo, workshop=workshop):
                for each in reading.where(PhotoContent, photo=photo.id):
                    try:
                        found[photo.id] = decoded(each)
                    except InvalidInput:
                        continue
        return found


def decoded(content: PhotoContent) -> bytes:
    """Return the bytes that a record holds. Raises InvalidInput when they are not in base64."""
    try:
        return base64.b64decode(content.content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidInput("picture-broken") from error


def _photo(new: NewPhoto, workshop: Workshop, now: dt.datetime) -> Photo:
    taken = new.picture.taken_at
    if taken is not None and taken.tzinfo is None:
        taken = taken.replace(tzinfo=zone_of(workshop))
    return Photo(
        id=PhotoId(new_id()),
        workshop=new.workshop,
        session=new.session,
        of=new.of,
        caption=new.caption,
        file_name=plain_name(new.file_name) or f"{now:%Y%m%d-%H%M%S}.jpg",
        media_type=MEDIA_TYPE,
        taken_at=None if taken is None else taken.astimezone(dt.UTC),
    )


def plain_name(name: str) -> str:
    """Return a file's name without folders and signs that no file may have, its end telling what is kept."""
    base = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in base if sign.isprintable()).strip()
    stem = kept.rpartition(".")[0] or kept
    return f"{stem[:LONGEST_NAME]}.jpg" if stem else ""
