"""One language of a view at a time: for what is too much to be read in two languages at once."""

from dataclasses import fields, replace
from typing import TypeVar, cast

from facilitator.domain.stage import StageText, StageView

_View = TypeVar("_View", bound=StageView)


def one_language(view: _View, *, second: bool) -> _View:
    """Return the view in its first language alone, or in its second; a text that has one only keeps it."""
    frame = view.frame
    language = frame.second_language if second and frame.second_language else frame.language
    told = cast("_View", _told(view, second=second))
    return replace(told, frame=replace(frame, language=language, second_language=None))


def _told(value: object, *, second: bool) -> object:
    match value:
        case StageText():
            return StageText((value.second if second else value.text) or value.text or value.second or "")
        case tuple():
            return tuple(_told(part, second=second) for part in value)
        case _ if hasattr(value, "texts"):
            parts = {
                field.name: _told(getattr(value, field.name), second=second)
                for field in fields(value)  # type: ignore[arg-type]  # what has texts is a dataclass
            }
            return replace(value, **parts)  # type: ignore[type-var]  # what has texts is a dataclass
        case _:
            return value
