"""The commands that give something out: one document, the data, everything at once."""

from typing import Any, Final

import click

from facilitator.cli.options import choices_of, command, database_option, one_of_languages, output_option
from facilitator.i18n import _

KINDS: Final = (
    "memoria",
    "ayuda-memoria",
    "acta",
    "attendance-list",
    "sign-in-sheet",
    "card-transcript",
    "work-plan",
    "indicator-sheets",
    "evaluation",
    "follow-up",
)
DISCLOSURES: Final = ("internal", "partners", "public")
PAPERS: Final = ("letter", "a4")
DOCUMENTS: Final = ("pdf", "docx", "html", "md")
DATA: Final = ("xlsx", "csv", "ics", "json")
PICTURES: Final = ("png", "svg")
SHOWN: Final = ("wall", "agenda", "question", "cards", "matrix", "reflection", "work-plan", "agreements")
"""What can be drawn: a board's whole wall, or what the stage shows."""
LIGHTS: Final = ("default", "bright-room", "dark")
TABLES: Final = (
    "cards",
    "boards",
    "ratings",
    "agreements",
    "work-plan",
    "attendance",
    "evaluation",
    "answers",
    "indicators",
)


def add_minutes(group: click.Group) -> None:
    """Add the command that writes one document."""

    @command(group, "minutes", _("Write the minutes of a workshop: PDF, DOCX, HTML or Markdown."))
    @click.argument("workshop")
    @output_option("FILE", _("The file to write; its ending says the format."))
    @click.option("--format", type=click.Choice(DOCUMENTS), help=_("The format, whatever the file's ending."))
    @click.option(
        "--language", type=one_of_languages(), help=_("The document's language; the workshop's unless told.")
    )
    @click.option(
        "--kind",
        type=click.Choice(KINDS),
        default=KINDS[0],
        show_default=True,
        help=_("Which document: in full, two pages, or one thing alone."),
    )
    @click.option(
        "--disclosure",
        type=click.Choice(DISCLOSURES),
        default=DISCLOSURES[0],
        show_default=True,
        help=_("For whom: what it leaves out."),
    )
    @click.option(
        "--paper",
        type=click.Choice(PAPERS),
        default=PAPERS[0],
        show_default=True,
        help=_("The size of the paper."),
    )
    @click.option(
        "--document",
        type=click.UUID,
        metavar="ID",
        help=_("The stored document whose state, people and summary are printed."),
    )
    @click.option(
        "--carry/--no-carry",
        "carrying",
        default=True,
        help=_("Whether a PDF carries the workshop at its level, to be imported again; it does unless told."),
    )
    @click.option(
        "--progress",
        "by_line",
        is_flag=True,
        help=_("Tell each page on standard output, for other programs."),
    )
    @database_option
    @click.pass_context
    def minutes(context: click.Context, /, **options: Any) -> int:
        from facilitator.cli.documents import Order, write_minutes  # noqa: PLC0415 - only when needed

        return write_minutes(choices_of(context).target, Order(**options))


def add_export(group: click.Group) -> None:
    """Add the command that writes the data."""
    words = _("Write the data of a workshop: an interchange file, sheets, a table or a calendar.")

    @command(group, "export", words)
    @click.argument("workshop")
    @output_option("FILE", _("The file to write; its ending says the format."))
    @click.option("--format", type=click.Choice(DATA), help=_("The format, whatever the file's ending."))
    @click.option(
        "--language",
        type=one_of_languages(),
        help=_("The language of the heads; the workshop's unless told."),
    )
    @click.option(
        "--disclosure",
        type=click.Choice(DISCLOSURES),
        help=_("For whom: what it leaves out; an interchange file is whole unless told."),
    )
    @click.option(
        "--table",
        type=click.Choice(TABLES),
        default=TABLES[0],
        show_default=True,
        help=_("What a CSV file holds."),
    )
    @database_option
    @click.pass_context
    def export(context: click.Context, /, **options: Any) -> int:
        from facilitator.cli.exporting import DataOrder, export_data  # noqa: PLC0415 - only when needed

        return export_data(choices_of(context).target, DataOrder(**options))


def add_picture(group: click.Group) -> None:
    """Add the command that draws the wall or the stage."""
    words = _("Draw the whole wall of a board, or what the stage shows, as PNG or SVG.")

    @command(group, "picture", words)
    @click.argument("workshop")
    @output_option("FILE", _("The file to write; its ending says the format."))
    @click.option(
        "--of",
        "shown",
        type=click.Choice(SHOWN),
        default=SHOWN[0],
        show_default=True,
        help=_("What to draw."),
    )
    @click.option(
        "--number",
        type=click.IntRange(min=1),
        help=_("Which board, day, matrix or reflection, in the order of the agenda; the first unless told."),
    )
    @click.option("--record", type=click.UUID, metavar="ID", help=_("The board or reflection by its id."))
    @click.option(
        "--page",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help=_("Which page of the stage."),
    )
    @click.option(
        "--light",
        type=click.Choice(LIGHTS),
        default=LIGHTS[0],
        show_default=True,
        help=_("For which light in the room the stage is drawn."),
    )
    @click.option(
        "--language",
        type=one_of_languages(),
        help=_("The wall's language; the workshop's unless told. The stage has those of the room."),
    )
    @click.option(
        "--disclosure",
        type=click.Choice(DISCLOSURES),
        default=DISCLOSURES[0],
        show_default=True,
        help=_("For whom: what it leaves out."),
    )
    @click.option(
        "--progress",
        "by_line",
        is_flag=True,
        help=_("Tell the end on standard output, for other programs."),
    )
    @database_option
    @click.pass_context
    def picture(context: click.Context, /, **options: Any) -> int:
        from facilitator.cli.picturing import PictureOrder, write_picture  # noqa: PLC0415 - Qt

        return write_picture(choices_of(context).target, PictureOrder(**options))


def add_export_all(group: click.Group) -> None:
    """Add the command that fills a folder."""
    words = _("Fill a folder with every document of a workshop in every edition, its data and pictures.")

    @command(group, "export-all", words)
    @click.argument("workshop")
    @output_option("FOLDER", _("The folder to fill; it is made where there is none."))
    @click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice((*DOCUMENTS, *DATA, *PICTURES)),
        help=_("Only this format; may be given several times."),
    )
    @click.option(
        "--language",
        "languages",
        multiple=True,
        type=one_of_languages(),
        help=_("Only this language; may be given several times."),
    )
    @click.option(
        "--disclosure",
        "disclosures",
        multiple=True,
        type=click.Choice(DISCLOSURES),
        help=_("Only for these readers; may be given several times."),
    )
    @click.option(
        "--kind",
        "kinds",
        multiple=True,
        type=click.Choice(KINDS),
        default=KINDS,
        help=_("Only this kind of document; may be given several times."),
    )
    @click.option(
        "--paper",
        type=click.Choice(PAPERS),
        default=PAPERS[0],
        show_default=True,
        help=_("The size of the paper."),
    )
    @click.option(
        "--progress",
        "by_line",
        is_flag=True,
        help=_("Tell each file on standard output, for other programs."),
    )
    @database_option
    @click.pass_context
    def export_all(context: click.Context, /, **options: Any) -> int:
        from facilitator.cli.everything import EverythingOrder, export_everything  # noqa: PLC0415 - when needed

        return export_everything(choices_of(context).target, EverythingOrder(**options))
