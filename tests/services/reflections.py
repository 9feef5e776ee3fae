"""What the tests of reflections share: reading what is stored, and writing a loop as a note-taker does."""

from dataclasses import replace

from facilitator.domain.ids import ReflectionId, new_id
from facilitator.domain.reflections import Reflection
from tests import builders
from tests.builders import text

OLD_WORDS = "Un taller basta"


def begun(workspace):
    """Begin a reflection of which nobody wrote more than the action, and return it."""
    cycle = builders.a_cycle()
    workshop = builders.a_workshop(cycle=cycle.id)
    made = Reflection(
        id=ReflectionId(new_id()), workshop=workshop.id, action=text("Capacitamos a los equipos")
    )
    workspace.books.add(cycle, workshop)
    workspace.reflecting.begin(made)
    return made


def stored(workspace, kind, key):
    """Return a record as it is on disk."""
    with workspace.database.work.reading() as reading:
        return reading.get(kind, key)


def every(workspace, kind, **fields):
    """Return the records of a kind as they are on disk."""
    with workspace.database.work.reading() as reading:
        return reading.where(kind, **fields)


def first(workspace, reflection, **fields):
    """Write into the first loop."""
    workspace.reflecting.edit(
        reflection.id, lambda newest: replace(newest, first_loop=replace(newest.first_loop, **fields))
    )


def second(workspace, reflection, **fields):
    """Write into the second loop."""
    workspace.reflecting.edit(
        reflection.id, lambda newest: replace(newest, second_loop=replace(newest.second_loop, **fields))
    )
