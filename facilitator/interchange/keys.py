"""Ids in a file: a UUID is the record's own key everywhere, anything else is a name within the file."""

import re
from typing import Final
from uuid import UUID

from facilitator.domain.ids import new_id

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def is_uuid(name: str | UUID) -> bool:
    """Whether an id is a key that means the same record in every file and database."""
    return isinstance(name, UUID) or _UUID.fullmatch(name) is not None


class Keys:
    """Gives every id of one file its key; the same id gets the same key."""

    def __init__(self) -> None:
        self._by_name: dict[str, UUID] = {}
        self._names: dict[UUID, str] = {}

    def of(self, text: object, _: object = None) -> UUID:
        """Return the key of an id as a file says it."""
        if isinstance(text, UUID):
            return text
        name = str(text)
        key = self._by_name.get(name)
        if key is None:
            key = self._by_name[name] = UUID(name) if is_uuid(name) else self._new(name)
        return key

    def of_if_any(self, text: object, _: object = None) -> UUID | None:
        """Return the key of an id, None for none."""
        return None if text is None else self.of(text)

    def _new(self, name: str) -> UUID:
        key = new_id()
        self._names[key] = name
        return key

    def name(self, key: UUID) -> str:
        """Return the id as the file says it."""
        return self._names.get(key, str(key))

    def is_local(self, key: UUID) -> bool:
        """Whether a key was made for an id that means something in this file only."""
        return key in self._names
