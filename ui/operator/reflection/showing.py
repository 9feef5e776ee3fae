"""Puts a reflection on the view: what each part shows is asked of the presenters."""

from typing import Final

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card
from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Assumption, Indicator, Measurement
from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import ReflectionId
from facilitator.domain.people import Consent, Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.domain.record import Record
from facilitator.domain.reflections import Reflection
from facilitator.i18n import _, language, ngettext
from ui.operator.reflection.view import ReflectionView
from ui.presenters import reflection as presenter
from ui.presenters.evidence import Links, evidence_items
from ui.presenters.reflection_choices import fixed_choices, record_choices, reference_items
from ui.presenters.reflection_fields import values_of
from ui.presenters.reflection_rows import SIDES, effect_lines, evidence_lines
from ui.runtime.desk import Desk
from ui.widgets.editors import Editor
from ui.widgets.empty_state import EmptyState


class ReflectionShowing:
    """Shows the open reflection; words being typed stay, unless they belong to another one."""

    FOLLOWS: Final[tuple[type[Record], ...]] = (
        *(Reflection, Card, Indicator, Measurement, Assumption, Case, Session, Workshop),
        *(Person, Consent, Organisation, WorkItem),
    )
    """What the page shows anything of."""

    def __init__(self, desk: Desk, view: ReflectionView) -> None:
        self._desk = desk
        self._view = view

    def show(self, record: Reflection | None, chosen: ReflectionId | None, *, other: bool) -> None:
        """Show everything but the evidence that can be linked."""
        records, screen, view = self._desk.records, language(), self._view
        workshop = self._desk.workshop_id
        rows = presenter.rows_of(records, workshop, screen)
        view.strip.show_rows(rows, chosen if record is not None else None)
        values = values_of(record, screen)
        view.form.set_choices(
            fixed_choices(screen) | record_choices(records, workshop, record, screen), values
        )
        view.form.show(values, other=other)
        view.levels.show_level(presenter.level_view(record, screen), other=other)
        self._show_rows(record, other=other)
        view.diagram.say_due(presenter.revision_due(record, screen))
        view.diagram.show_context(presenter.context_of(records, record, screen))
        view.panel.next_step.show_step(presenter.next_step(records, record, screen))
        view.panel.show_decision(values)
        view.sections.show_notes(
            presenter.version_note(records, record, screen), presenter.naming_note(records, record)
        )
        view.sections.show_summaries(values, self._counted(record))
        view.hints.show_edited(presenter.edited_line(records, record, self._desk.workshop))

    def _show_rows(self, record: Reflection | None, *, other: bool) -> None:
        records, screen, view = self._desk.records, language(), self._view
        for side in SIDES:
            lines = evidence_lines(records, record, side, screen)
            view.diagram.show_evidence(side, lines)
            if side != "result":
                view.sections.show_evidence(side, lines, other=other)
        effects = [
            (line, reference_items(records, line.row.on, line.row.ref, screen))
            for line in effect_lines(record, screen)
        ]
        view.diagram.show_effects(effects, other=other)
        loop = None if record is None else record.second_loop
        view.diagram.show_written(
            inner=record is not None and bool(record.first_loop.correction),
            outer=loop is not None and bool(loop.revised_assumption or loop.effects),
        )

    def show_evidence(self, record: Reflection | None) -> None:
        """Show the cards and indicators that can be linked."""
        items = evidence_items(self._desk.records, self._desk.workshop_id, record, language())
        self._view.panel.evidence.show_items(items, Links.of(record).by_key)

    def show_empty(self, empty: EmptyState) -> None:
        """Say what is missing where there is nothing to show."""
        if self._desk.workshop is None:
            empty.button.set_icon("house")
            empty.set_words(
                _("No workshop is open"), _("Open a workshop on Home, or make a new one."), _("Go to Home")
            )
            return
        empty.button.set_icon("plus")
        empty.set_words(
            _("No reflections yet"),
            _("A reflection begins with one thing that was done. Both loops follow from it."),
            _("New reflection"),
        )

    def row_editors(self) -> list[Editor]:
        """Return where words of evidence and effects are typed."""
        sides = self._view.sections.evidence.values()
        effects = self._view.diagram.effects
        return [
            *(editor for rows in sides for editor in rows.editors()),
            *(editor for row in effects for editor in row.editors()),
        ]

    @staticmethod
    def _counted(record: Reflection | None) -> str:
        if record is None:
            return ""
        loop = record.second_loop
        pro, con = len(loop.evidence_for), len(loop.evidence_against)
        said = (
            ngettext("{n} observation for", "{n} observations for", pro).format(n=pro),
            ngettext("{n} against", "{n} against", con).format(n=con),
        )
        return _("{pro}, {con}").format(pro=said[0], con=said[1]) if pro or con else ""
