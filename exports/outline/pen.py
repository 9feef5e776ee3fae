"""Turns the minutes' values into pieces: words of the document, words of people, references."""

from collections.abc import Iterable

from exports.outline.pieces import Facts, Paragraph, Piece, Role, Run, Words
from facilitator.domain.minutes import Minutes, Said, Source
from facilitator.formats import formats
from facilitator.i18n import translations


class Pen:
    """Writes one document in its language."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        self.t = translations(minutes.language)
        self.formats = formats(minutes.language)
        self.kinds = {kind.key: kind.word for kind in minutes.card_kinds}
        """The word of each kind of card, in the order of the kinds."""

    def text(self, content: str, role: Role = Role.BODY, *, strong: bool = False) -> Paragraph:
        """Write plain words."""
        return Paragraph((Run(content, strong=strong),), role)

    def words(self, content: str | None, *, strong: bool = False) -> Words:
        """Write plain words as a cell or value; an empty one where there are none."""
        return (self.text(content, strong=strong),) if content else ()

    def note(self, content: str | None) -> Words:
        """Write what belongs to the words above it."""
        return (self.text(content, Role.NOTE),) if content else ()

    def said(
        self, said: Said | None, role: Role = Role.BODY, *, lead: str = "", strong: bool = False
    ) -> Words:
        """Write people's words as they were said, their translation below, marked as one."""
        if said is None:
            return ()
        own = said.language if said.language and said.language != self.minutes.language else None
        runs = [Run(f"{lead} ", strong=True)] if lead else []
        runs.append(Run(said.text, strong=strong, language=own))
        first = Paragraph(tuple(runs), role)
        if not said.translation:
            return (first,)
        mark = self.t.gettext("[translation]")
        return (first, Paragraph((Run(f"{mark} {said.translation}"),), Role.TRANSLATION))

    def linked(
        self, content: str, anchor: str | None, role: Role = Role.BODY, *, strong: bool = False
    ) -> Words:
        """Write words that lead to a place of the document."""
        return (Paragraph((Run(content, strong=strong, leads_to=anchor),), role),)

    def sources(self, sources: Iterable[Source | None]) -> Words:
        """Write references, each leading to its place."""
        return tuple(
            paragraph
            for each in sources
            if each is not None
            for paragraph in self.linked(each.label, each.anchor, Role.NOTE)
        )

    def items(self, items: Iterable[Said | str]) -> tuple[Words, ...]:
        """Write the items of a list."""
        written = (self.words(item) if isinstance(item, str) else self.said(item) for item in items)
        return tuple(item for item in written if item)


def facts(*pairs: tuple[str, Words]) -> tuple[Piece, ...]:
    """Return the labels that have something to say; nothing where none has."""
    filled = tuple((label, words) for label, words in pairs if words)
    return (Facts(filled),) if filled else ()
