"""Declares frozen, slotted values as `dataclasses.dataclass` does, in a quarter of the time.

The standard decorator writes and compiles six methods for every class. A hundred values are declared
before the first card can be typed, so only `__init__` is compiled here; the other methods are the same
for all and read the class's fields. Whatever works on data classes works on these: fields, replace,
pattern matching, converters. To a type checker it is the standard decorator.
"""

import dataclasses
from dataclasses import MISSING, FrozenInstanceError
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

__all__ = ["dataclass"]


def _dataclass(
    cls: Any = None, /, *, frozen: bool = False, slots: bool = False, kw_only: bool = False
) -> Any:
    """Make a class a data class; a frozen one with slots is made the quick way."""
    if cls is None:
        return partial(_dataclass, frozen=frozen, slots=slots, kw_only=kw_only)
    if not (frozen and slots):
        return dataclasses.dataclass(cls, frozen=frozen, slots=slots, kw_only=kw_only)
    return _frozen(dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=True, kw_only=kw_only))


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _frozen(made: Any) -> Any:
    fields = dataclasses.fields(made)
    made.__init__ = _init(made, fields)
    made._compared = staticmethod(_reader([each.name for each in fields if each.compare]))
    own = vars(made)
    for name, method in _SHARED.items():
        if own.get(name) is None:  # Python writes None for the hash of a class with its own __eq__
            setattr(made, name, method)
    return made


def _reader(names: list[str]) -> Any:
    """Return what reads these fields of a value, all at once."""
    return attrgetter(*names) if names else lambda _value: ()


_MADE: Final = object()
"""Stands for a default that is made anew for each value."""


def _init(made: Any, fields: tuple[Any, ...]) -> Any:
    """Return `__init__`. It sets each slot through the slot itself; every other way is closed."""
    known: dict[str, Any] = {"_MADE": _MADE}
    positional: list[str] = []
    by_name: list[str] = []
    body: list[str] = []
    for each in fields:
        name = value = declared = each.name
        known[f"_set_{name}"] = getattr(made, name).__set__
        if each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            declared = f"{name}=_MADE"
            value = f"_make_{name}() if {name} is _MADE else {name}" if each.init else f"_make_{name}()"
        elif each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            declared = f"{name}=_default_{name}"
            value = name if each.init else f"_default_{name}"
        if each.init:
            (by_name if each.kw_only else positional).append(declared)
        body.append(f"  _set_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        body.append("  self.__post_init__()")
    taken = ", ".join(["self", *positional, *(["*", *by_name] if by_name else [])])
    exec(f"def __init__({taken}):\n" + "\n".join(body or ["  pass"]), known)  # noqa: S102 - only names of fields
    init = known["__init__"]
    init.__qualname__, init.__module__ = f"{made.__qualname__}.__init__", made.__module__
    init.__annotations__ = {each.name: each.type for each in fields if each.init} | {"return": None}
    return init


# What all values share


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _shown(self: Any) -> str:
    told = [f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr]
    return f"{type(self).__qualname__}({', '.join(told)})"


def _closed(_self: Any, name: str, _value: object = None) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _kept(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _restored(self: Any, kept: list[Any]) -> None:
    for each, value in zip(dataclasses.fields(self), kept, strict=True):
        object.__setattr__(self, each.name, value)


_SHARED: Final = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _closed,
    "__delattr__": _closed,
    "__getstate__": _kept,
    "__setstate__": _restored,
}
