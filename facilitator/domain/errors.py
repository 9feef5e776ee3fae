"""What the people in the room can mend: errors that carry a key and facts, never a sentence.

The sentence is made where it is shown, in that reader's language (`facilitator/messages.py`).
Anything that is not a `FacilitatorError` is a bug.
"""


class FacilitatorError(Exception):
    """Something expected went wrong; `key` names the sentence, `details` fill it."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.details.items())
        return f"{self.key}({facts})"

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross process borders with its facts."""
        return (_rebuilt, (type(self), self.key, self.details))


def _rebuilt(kind: type[FacilitatorError], key: str, details: dict[str, object]) -> FacilitatorError:
    return kind(key, **details)


class InvalidInput(FacilitatorError):
    """What was typed cannot be a record; the text stays where it was typed."""


class NotFound(FacilitatorError):
    """Nothing fits what was asked for, or it is deleted."""


class Ambiguous(FacilitatorError):
    """More than one record fits what was asked for."""


class Conflict(FacilitatorError):
    """Somebody else changed the same thing since; their change is kept."""


class CannotOpen(FacilitatorError):
    """The database cannot be used: no database, too new, locked, damaged."""


class CannotWrite(FacilitatorError):
    """The disk, the target or its folder refused; nothing half written is left behind."""
