"""What a person does to the agreements and to the parking lot."""

from uuid import UUID

from facilitator.domain.ids import AgreementId, new_id
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.i18n import _
from ui.operator.work_plan.editing import Editing, sentence_of
from ui.presenters import commitments


class NotedEditing(Editing):
    """What the note-taker wrote down beside the plan."""

    def add_agreement(self) -> UUID | None:
        """Write down an agreement and return its key."""
        workshop = self.desk.workshop_id
        if workshop is None:
            return None
        key, words = AgreementId(new_id()), self.text(_("New agreement"))
        self.perform(lambda work: work.planning.add_agreement(workshop, words, key))
        return key

    def add_parked(self) -> UUID | None:
        """Set a matter aside and return its key."""
        workshop = self.desk.workshop_id
        if workshop is None:
            return None
        made = ParkingItem(id=new_id(), workshop=workshop, text=self.text(_("New matter")))
        self.perform(lambda work: work.books.add(made))
        return made.id

    def edit_noted(self, key: object, name: str, value: str) -> None:
        """Store a cell of the agreements or the parking lot."""
        record = self._noted(key)
        if record is None:
            return

        def act() -> None:
            fields = self._noted_fields(record, name, value)
            self.perform(lambda work: work.books.edit(type(record), record.id, **fields), name)

        self.attempt(name, act)

    def check_noted(self, key: object, name: str, words: str) -> str:
        """Return what is wrong with words in a cell of either table, empty if nothing is."""
        record = self._noted(key)
        if record is None:
            return ""
        return sentence_of(commitments.refusal(lambda: self._noted_fields(record, name, words), record))

    def _noted(self, key: object) -> Agreement | ParkingItem | None:
        if not isinstance(key, UUID):
            return None
        records = self.desk.records
        return records.get(Agreement, key) or records.get(ParkingItem, key)

    def _noted_fields(self, record: Agreement | ParkingItem, name: str, value: str) -> dict[str, object]:
        assert self.plan is not None  # noqa: S101 - rows come from a plan
        if isinstance(record, Agreement):
            return commitments.agreement_fields(self.plan, record, name, value, self.text)
        return commitments.parking_fields(self.plan, record, name, value, self.text)

    def noted_to_plan(self, key: object) -> None:
        """Make an item of an agreement or of something parked, once."""
        record = self._noted(key)
        if isinstance(record, Agreement):
            self.perform(lambda work: work.planning.agreement_to_work_plan(record.id))
        elif record is not None:
            self.perform(lambda work: work.planning.parked_to_work_plan(record.id))

    def delete_noted(self, key: object) -> None:
        """Put an agreement or something parked into the bin."""
        record = self._noted(key)
        if record is not None:
            self.perform(lambda work: work.books.delete(type(record), record.id))
