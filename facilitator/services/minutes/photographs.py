"""The photographs that everybody known to be on them agreed to show, by session (domain.md 6.8)."""

from collections.abc import Mapping
from uuid import UUID

from facilitator.domain.ids import SessionId
from facilitator.domain.minutes import PhotoAnnex, Photograph, PhotoGroup
from facilitator.domain.notes import Photo
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope

NO_PICTURES: Mapping[UUID, bytes] = {}


def photographs(scope: Scope, places: Places, pictures: Mapping[UUID, bytes]) -> PhotoAnnex | None:
    """Gather the photographs in the order of the sessions; None where there is nothing to tell.

    `pictures` are the bytes by photo. A photo without any is left out, and so is one on which somebody is
    who did not agree, whatever the edition; of these it is told how many there are.
    """
    found = [each for each in scope.records.where(Photo, workshop=scope.workshop.id) if each.id in pictures]
    shown = [each for each in found if scope.privacy.may_be_shown(each)]
    sessions: list[SessionId | None] = [None, *(each.id for each in places.sessions)]
    known = set(sessions)
    groups = []
    for session in sessions:
        ours = [each for each in shown if (each.session if each.session in known else None) == session]
        if ours:
            source = places.source(session)
            groups.append(
                PhotoGroup(
                    _title(scope, places, session),
                    source.anchor if source is not None else None,
                    tuple(_photograph(scope, places, each, pictures[each.id]) for each in ours),
                )
            )
    withheld = len(found) - len(shown)
    return PhotoAnnex(tuple(groups), withheld) if groups or withheld else None


def _title(scope: Scope, places: Places, session: SessionId | None) -> str | None:
    found = next((each for each in places.sessions if each.id == session), None)
    if found is None:
        return None
    number = places.session_numbers.get(found.id)
    title = scope.put(found.title)
    if number is None:
        return title
    return scope.t.gettext("Session {n}, {title}").format(n=number, title=title)


def _photograph(scope: Scope, places: Places, photo: Photo, content: bytes) -> Photograph:
    taken = None
    if photo.taken_at is not None:
        local = scope.local(photo.taken_at)
        taken = scope.t.gettext("{day}, {time}").format(
            day=scope.formats.day(local.date()), time=scope.formats.time(local)
        )
    return Photograph(
        content=content,
        caption=scope.said(photo.caption),
        taken=taken,
        shows=places.source(photo.of),
    )
