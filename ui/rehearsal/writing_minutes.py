"""The scenes of the documents: both minutes are exported, and the workshop is written to a file."""

from pathlib import Path
from typing import Final

from facilitator.domain.documents import DocumentKind
from facilitator.i18n import N_, _
from ui.operator.pages.home import HomePage
from ui.operator.pages.minutes import MinutesPage
from ui.rehearsal.company import Company
from ui.rehearsal.player import Play, Scene, Until
from ui.widgets.choice import Choice

MEMORIA: Final = "memoria.pdf"
AYUDA_MEMORIA: Final = "ayuda-memoria.pdf"
WORKSHOP: Final = "workshop.json"
_PATIENCE: Final = 120.0
"""Seconds for a document: pages are written by a child process of low priority."""


def write_minutes(company: Company) -> Play:
    """Export both minutes from the Minutes page."""
    names = {DocumentKind.MEMORIA: MEMORIA, DocumentKind.AYUDA_MEMORIA: AYUDA_MEMORIA}
    for kind, name in names.items():
        yield Scene(_("Writing {file}").format(file=name))
        yield from company.open_page("minutes")
        yield from _export(company, kind, company.folder / name)


def _export(company: Company, kind: DocumentKind, target: Path) -> Play:
    """Show the document of this kind, a new one where there is none, and have it written."""
    page = company.page(MinutesPage)
    exporting, foot = page.output.exporting, page.view.options.export
    yield from _show_document(company, page, kind)
    yield Until(lambda: page.view.pages.pages > 0, _("The pages appeared"), _PATIENCE)
    yield from company.settle()
    company.camera.console(f"minutas {target.stem}")
    exporting.set_folder(target.parent)  # a folder is chosen in the desktop's own dialog
    yield from company.hands.fill(foot.name, target.name)
    yield Until(lambda: exporting.target == target, _("The file was named"))
    target.unlink(missing_ok=True)
    yield from company.hands.click(foot.export)
    yield Until(lambda: exporting.running, _("The document began to be written"))
    company.camera.console(f"minutas exportando {target.stem}")
    yield Until(lambda: not exporting.running, _("The document was written"), _PATIENCE)
    yield Until(target.is_file, _("The document was put into its folder"))
    yield from company.settle()
    company.camera.console(f"minutas exportada {target.stem}")
    company.count(N_("documents"))


def _show_document(company: Company, page: MinutesPage, kind: DocumentKind) -> Play:
    row, shown = page.view.options.rows["kind"].control, page.editing.current
    if shown is not None and shown.kind is kind:
        return
    yield from company.hands.click(page.view.left.add)
    yield Until(lambda: page.editing.current != shown, _("A document was added"))
    yield from company.settle()
    if isinstance(row, Choice) and row.current_key() != kind.value:
        yield from company.hands.choose(row, kind.value)
    yield Until(
        lambda: page.editing.current is not None and page.editing.current.kind is kind,
        _("The kind of document was chosen"),
    )
    yield from company.settle()


def save_workshop(company: Company) -> Play:
    """Write the workshop to a file for another laptop."""
    yield Scene(_("Writing the workshop to a file"))
    yield from company.open_page("home")
    target = company.folder / WORKSHOP
    target.unlink(missing_ok=True)
    company.page(HomePage).files.save(target)
    yield Until(target.is_file, _("The workshop was written"))
    yield from company.settle()
    company.camera.console("home exportado")
