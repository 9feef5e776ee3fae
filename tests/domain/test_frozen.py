"""Values declared the quick way are what `dataclasses.dataclass` would have made of them."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from facilitator.domain.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somewhere to sit."""

    row: int
    name: str = "front"


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked(Seat):
    """A seat that somebody has."""

    by: str
    notes: list[str] = field(default_factory=list)
    found: float = field(default=0.5, compare=False)
    seen: int = field(init=False, default=7, repr=False)

    def __post_init__(self) -> None:
        if self.row < 0:
            raise ValueError("no such row")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things in their order."""

    one: int
    two: int = 2


def test_a_value_takes_its_fields_and_their_defaults():
    booked = Booked(row=3, by="Ana")

    assert (booked.row, booked.name, booked.by, booked.notes, booked.seen) == (3, "front", "Ana", [], 7)
    assert Pair(1) == Pair(1, 2) == Pair(two=2, one=1)
    assert Booked(row=1, by="Ana").notes is not booked.notes


def test_a_wrong_use_is_refused_as_ever():
    for wrong in (
        lambda: Booked(row=3),
        lambda: Booked(3, by="Ana"),
        lambda: Pair(1, 2, 3),
        lambda: Pair(x=1),
    ):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(ValueError, match="no such row"):
        Booked(row=-1, by="Ana")


def test_nothing_of_a_value_can_be_changed_or_added_or_taken_away():
    booked = Booked(row=3, by="Ana")

    for change in (lambda: setattr(booked, "by", "Eva"), lambda: setattr(booked, "new", 1)):
        with pytest.raises(FrozenInstanceError):
            change()
    with pytest.raises(FrozenInstanceError):
        del booked.by
    assert not hasattr(booked, "__dict__")


def test_values_are_equal_when_what_they_compare_is_and_then_hash_alike():
    assert Booked(row=3, by="Ana") == Booked(row=3, by="Ana", found=9.0)
    assert Booked(row=3, by="Ana") != Booked(row=3, by="Eva")
    assert Seat(row=3) != Booked(row=3, by="Ana")
    assert Pair(1) != (1, 2)
    assert hash(Seat(row=3)) == hash(Seat(row=3))
    with pytest.raises(TypeError):
        hash(Booked(row=3, by="Ana"))


def test_what_reads_data_classes_reads_these():
    booked = Booked(row=3, by="Ana", notes=["window"])

    assert [each.name for each in fields(booked)] == ["row", "name", "by", "notes", "found", "seen"]
    assert replace(booked, row=4).row == 4
    assert dataclasses.asdict(Pair(1)) == {"one": 1, "two": 2}
    assert repr(booked) == "Booked(row=3, name='front', by='Ana', notes=['window'], found=0.5)"
    match Pair(5):
        case Pair(one, two):
            assert (one, two) == (5, 2)
    assert pickle.loads(pickle.dumps(booked)) == copy.copy(booked) == copy.deepcopy(booked) == booked


def test_methods_of_their_own_stay():
    @dataclass(frozen=True, slots=True)
    class Loud:
        words: str

        def __repr__(self) -> str:
            return self.words.upper()

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Loud) and other.words.upper() == self.words.upper()

        def __hash__(self) -> int:
            return hash(self.words.upper())

    assert repr(Loud("yes")) == "YES"
    assert Loud("yes") == Loud("YES")
    assert hash(Loud("yes")) == hash(Loud("YES"))
