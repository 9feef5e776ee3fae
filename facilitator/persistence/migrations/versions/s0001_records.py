"""The first schema: every record, the change log, and what is half typed.

A column reads `name[:int|:bool][->table][*][+][!]`: text unless told, `->` points to a record and is
checked at commit, both `->` and `*` are indexed, `+` together with the position, `!` must have a value.
What is missing is not in an index.
"""

import re
from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "s0001"
down_revision = None

RECORDS: Final = {
    "organisations": "name! short role kind country contact website active:bool! real:bool!",
    "alliances": "name! promoted_by->organisations since:int principles! reach_claimed",
    "people": (
        "full_name! organisation->organisations sex age_band position municipality country phone email "
        "first_time:bool workshop_roles! anonymised:bool!"
    ),
    "consents": "person->people! kind! given:bool! on how",
    "cycles": (
        "alliance->alliances label! start end topic learning_question aims! funder->organisations steps!"
    ),
    "memberships": "organisation->organisations! alliance->alliances! start end role",
    "cases": (
        "cycle->cycles partner->organisations chain! seller buyer country relation_since "
        "written_agreement:bool team! status! consent_to_publish:bool"
    ),
    "theories_of_change": "cycle->cycles version:int! date narrative impact elements! links! risks!",
    "workshops": (
        "cycle->cycles number:int title! type! status! language! languages! start end planned_month "
        "actual city country venue time_zone facilitating_organisation->organisations "
        "participants_expected:int link_tool_in_focus:int objectives! expected_outputs! developments! "
        "summary file_id"
    ),
    "attendance": "workshop->workshops! person->people! date! half_day! code!",
    "budget_revisions": (
        "cycle->cycles workshop->workshops number:int! date reason currency! lines! approved_by->people"
    ),
    "canvases": "case->cases! subject! facing kind! version:int! date blocks!",
    "card_kinds": "workshop->workshops+! label! like! position:int!",
    "chain_maps": "case->cases! version:int! date links! flows! network! influences! conclusions!",
    "indicators": (
        "cycle->cycles case->cases code name! definition unit formula direction disaggregation! baseline "
        "baseline_pending:bool! target milestones! means_of_verification! method frequency "
        "responsible->organisations linked_to! serves_decision limits"
    ),
    "minutes": (
        "workshop->workshops! kind! language! status! version! disclosure! paper! prepared_by->people "
        "reviewed_by->people issued comments_until sections! annexes! summary signatories! distribution! "
        "content_hash"
    ),
    "principle_assessments": "case->cases! date method scale! scores!",
    "prototypes": (
        "case->cases! title owner->organisations iteration:int! stage! started planned_review answers!"
    ),
    "sessions": (
        "workshop->workshops+! date! planned_start planned_minutes:int! shortest_minutes:int type! title! "
        "objective method instructions facilitator_notes grouping materials! responsible->people "
        "expected_outputs! locked:bool! priority! position:int! status! actual_start actual_end "
        "conclusion"
    ),
    "starting_material": "workshop->workshops! output*! state! changed_since",
    "agreements": (
        "workshop->workshops! session->sessions number:int text! responsible->organisations "
        "responsible_person->people due source*"
    ),
    "boards": (
        "workshop->workshops! session->sessions+! question! mode! phase! voting conclusion position:int!"
    ),
    "evaluations": (
        "workshop->workshops! session->sessions anonymous:bool! scale! questions! responses! open_answers!"
    ),
    "hypotheses": (
        "iteration->prototypes+! if! then indicator->indicators due result! decision carried_from* "
        "position:int!"
    ),
    "measurements": (
        "indicator->indicators! case->cases date! value no_data_reason disaggregated! verification_file "
        "entered_by->people"
    ),
    "notes": "workshop->workshops+! session->sessions kind! text! private:bool! position:int!",
    "parking_lot": "workshop->workshops! session->sessions text! raised_by->people outcome linked*",
    "photos": ("workshop->workshops! session->sessions of* caption file_name! media_type! taken_at people!"),
    "reflections": (
        "workshop->workshops! session->sessions case->cases recorded_by->people group_size:int "
        "attribution! attributed_to->organisations attributed_person->people action! context "
        "expected_result expected_indicator->indicators expected_target actual_result actual_value "
        "actual_source gap! evidence! first_loop! second_loop! third_loop! review"
    ),
    "timer_transitions": "workshop->workshops! session->sessions! kind! at! seconds:int!",
    "assumptions": (
        "theory_of_change->theories_of_change text! kind status! version:int! previous->assumptions "
        "revised_by->reflections"
    ),
    "clusters": "workshop->workshops! board->boards+! title! summary inside->clusters position:int!",
    "photo_contents": "photo->photos! content!",
    "votes": ("workshop->workshops! board->boards! on*! dots:int! voter->people organisation->organisations"),
    "work_plan": (
        "cycle->cycles workshop->workshops code objective activity! output responsible->organisations "
        "responsible_person->people support! case->cases start due status! status_reason "
        "progress_percent:int! resources! budget means_of_verification! indicator->indicators follow_up "
        "agreement->agreements origin notes position:int!"
    ),
    "cards": (
        "workshop->workshops! board->boards+! cluster->clusters kind! own_kind->card_kinds text! "
        "clarification author->people organisation->organisations source! status! merged_into->cards "
        "hidden_on_stage:bool! position:int!"
    ),
    "contributions": (
        "work_item->work_plan! organisation->organisations! kind! amount! valuation_note committed_on "
        "confirmed:bool! spent"
    ),
    "follow_ups": (
        "work_item->work_plan case->cases kind! date! end place minutes:int people! women_met:int "
        "men_met:int reviewer->organisations purpose advanced stuck suggestion agreements next_date"
    ),
}

_COLUMN: Final = re.compile(r"(\w+)(?::(int|bool))?(?:->(\w+))?(\*)?(\+)?(!)?")
_TYPES: Final = {None: sa.Text, "int": sa.Integer, "bool": sa.Boolean}


def upgrade() -> None:
    """Create the tables."""
    for table, columns in RECORDS.items():
        _create(table, columns)
    _create_change_log()
    _create_drafts()


def _create(table: str, columns: str) -> None:
    made: list[sa.schema.SchemaItem] = [sa.Column("id", sa.Text, nullable=False)]
    stamps = ("created_at", "created_by", "changed_at", "changed_by", "deleted_at")
    made += [sa.Column(stamp, sa.Text) for stamp in stamps]
    indexed: list[tuple[str, str | None, sa.ColumnElement[bool] | None]] = []
    for word in columns.split():
        found = _COLUMN.fullmatch(word)
        assert found is not None, word  # noqa: S101 - a slip in this file
        name, kind, target, index, ordered, needed = found.groups()
        made.append(sa.Column(name, _TYPES[kind](), nullable=not needed))
        if target:
            made.append(
                sa.ForeignKeyConstraint(
                    [name],
                    [f"{target}.id"],
                    name=f"fk_{table}_{name}",
                    deferrable=True,
                    initially="DEFERRED",
                )
            )
        if target or index:
            indexed.append((name, ordered, None if needed else sa.column(name).is_not(None)))
    op.create_table(table, *made, sa.PrimaryKeyConstraint("id", name=f"pk_{table}"))
    for name, ordered, given in indexed:
        on = [name, "position"] if ordered else [name]
        op.create_index(f"ix_{table}_{name}", table, on, sqlite_where=given, postgresql_where=given)


def _create_change_log() -> None:
    texts = ("operation!", "process!", "label!", "at!", "by", "way!", "target")
    later = ("list!", "record!", "before", "after")
    op.create_table(
        "change_log",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=True),
        *(sa.Column(name.rstrip("!"), sa.Text, nullable="!" not in name) for name in texts),
        sa.Column("undoable", sa.Boolean, nullable=False),
        *(sa.Column(name.rstrip("!"), sa.Text, nullable="!" not in name) for name in later),
        sa.PrimaryKeyConstraint("seq", name="pk_change_log"),
    )
    for name in ("operation", "record"):
        op.create_index(f"ix_change_log_{name}", "change_log", [name])


def _create_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("workshop", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_drafts"),
    )
