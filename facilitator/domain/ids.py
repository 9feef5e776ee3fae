"""Keys of records: UUID version 7 (RFC 9562), so that new records sort behind older ones."""

import os
import threading
import time
from typing import NewType
from uuid import UUID, uuid4

AllianceId = NewType("AllianceId", UUID)
AssumptionId = NewType("AssumptionId", UUID)
AgreementId = NewType("AgreementId", UUID)
BoardId = NewType("BoardId", UUID)
CardId = NewType("CardId", UUID)
CardKindId = NewType("CardKindId", UUID)
CaseId = NewType("CaseId", UUID)
ClusterId = NewType("ClusterId", UUID)
CycleId = NewType("CycleId", UUID)
EvaluationId = NewType("EvaluationId", UUID)
IndicatorId = NewType("IndicatorId", UUID)
IterationId = NewType("IterationId", UUID)
OrganisationId = NewType("OrganisationId", UUID)
PersonId = NewType("PersonId", UUID)
PhotoId = NewType("PhotoId", UUID)
ReflectionId = NewType("ReflectionId", UUID)
SessionId = NewType("SessionId", UUID)
TheoryId = NewType("TheoryId", UUID)
WorkItemId = NewType("WorkItemId", UUID)
WorkshopId = NewType("WorkshopId", UUID)
OperationId = NewType("OperationId", UUID)

_COUNTER_BITS = 12
_COUNTER_MAX = (1 << _COUNTER_BITS) - 1


class _Sequence:
    """Keeps keys made within one millisecond in the order they were made (RFC 9562, 6.2 method 1)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._millisecond = 0
        self._counter = 0

    def next(self) -> tuple[int, int]:
        """Return a millisecond since 1970 and a counter that together never go back."""
        with self._lock:
            now = time.time_ns() // 1_000_000
            if now > self._millisecond:
                self._millisecond, self._counter = now, 0
            elif self._counter < _COUNTER_MAX:
                self._counter += 1
            else:
                self._millisecond, self._counter = self._millisecond + 1, 0
            return self._millisecond, self._counter


_sequence = _Sequence()


def new_id() -> UUID:
    """Return a new time-ordered key; later calls in one process sort later."""
    millisecond, counter = _sequence.next()
    tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return UUID(int=(millisecond << 80) | (7 << 76) | (counter << 64) | (2 << 62) | tail)


def unordered_id() -> UUID:
    """Return a new key that tells nothing about when it was made, for what must stay anonymous."""
    return uuid4()
