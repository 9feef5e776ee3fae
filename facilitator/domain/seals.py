"""The hash in the footer of a final: what it covers, and how it is checked.

It is SHA-256 of the whole file with 64 zeros in the place of the hash itself: pages, fonts, links, title and
the workshop that the file carries. The hash stands in the file as plain digits, so that anybody can check it
with an editor and a program for hashes; whatever else is changed, added or saved anew changes it.
"""

import re
from hashlib import sha256
from typing import Final

LABEL: Final = "SHA-256"
"""The word before the hash."""
PLACE: Final = sha256(b"the place of a hash").hexdigest()
"""Stands in a file that is not sealed yet where its hash will stand."""
_ZEROS: Final = b"0" * 64
_SEAL: Final = re.compile(rb"\(" + LABEL.encode() + rb" ([0-9a-f]{64})\)")


class Seal:
    """The hash of a file that is told part by part, and where in it the hash has to be put."""

    def __init__(self) -> None:
        self._hash = sha256()
        self._length = 0
        self.places: list[int] = []
        """Offsets of the hash's place in the file."""

    def take(self, part: bytes) -> None:
        """Go on with the next part of the file; a place for the hash is whole in one part."""
        place = PLACE.encode()
        at = part.find(place)
        while at >= 0:
            self.places.append(self._length + at)
            at = part.find(place, at + len(place))
        self._hash.update(part.replace(place, _ZEROS) if self.places else part)
        self._length += len(part)

    def digest(self) -> str:
        """Return the hash of all parts."""
        return self._hash.hexdigest()


def digest_in(data: bytes) -> str | None:
    """Return the hash that a file says to have; None for one that was never sealed."""
    found = _SEAL.search(data)
    return found[1].decode() if found else None


def is_unbroken(data: bytes, digest: str) -> bool:
    """Whether a file is to the byte as it was sealed."""
    return sha256(data.replace(digest.encode(), _ZEROS)).hexdigest() == digest
