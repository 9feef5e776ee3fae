"""On Python 3.11, an error in one of our answers to Qt is said calmly, and does not end the program.

PySide6 6.11 asks every error that leaves such a method for its `args`. Python 3.11 makes an object of what C
code raised ("list index out of range", a widget that is gone) only once somebody catches it; PySide gets the
bare words instead, and reads memory that is not there. So each of these methods catches what it raises, and
lets it go on. Python 3.12 and later make the object at once and need nothing.
"""

import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken


def guard_overrides() -> None:
    """Guard the methods that answer Qt in every class that is made from now on."""
    if sys.version_info < (3, 12):
        # Qt's classes are not declared to be changed; this one is above all of them.
        setattr(Shiboken.Object, "__init_subclass__", classmethod(_made))  # noqa: B010 - as above


def _made(kind: type[Shiboken.Object], /, **named: Any) -> None:
    super(Shiboken.Object, kind).__init_subclass__(**named)
    qts = [vars(base) for base in kind.__mro__[1:] if base.__module__.startswith("PySide6.")]
    for name, method in list(vars(kind).items()):
        own = isinstance(method, FunctionType) and not name.startswith("__")
        if own and any(name in base for base in qts):
            setattr(kind, name, guarded(method))


def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return the method, with what it raises made an object on the way."""

    def call(*arguments: Any) -> Any:
        try:
            return method(*arguments)
        except BaseException:  # noqa: TRY203 - catching it is what makes it an object
            raise

    call.__name__, call.__qualname__ = method.__name__, method.__qualname__
    call.__dict__.update(method.__dict__)  # where it is a slot, Qt reads so here
    return call
