"""What is wrong with a file that was to be imported, by its key, in English; translated where it is shown."""

from collections.abc import Mapping
from typing import Final

from facilitator.i18n import N_

_WHOLE_FILE: Final[Mapping[str, str]] = {
    "carried-too-large": N_("The workshop in this PDF has more than {limit} MB. It cannot be taken in."),
    "encoding-wrong": N_("The file is not in UTF-8 (byte {place}). Save it as UTF-8, then import it again."),
    "file-empty": N_("The file is empty. Choose another."),
    "file-is-folder": N_("This is a folder. Name the file in it."),
    "file-missing": N_("There is no such file. Check its name."),
    "file-newer": N_(
        "The file has version {version}; this program reads up to version {known}. Update the program."
    ),
    "file-no-object": N_("The file must hold one JSON object with lists of records, starting with {{."),
    "file-of-another-kind": N_('This is no workshop file: it must say "format": "facilitator".'),
    "file-too-deep": N_(
        "Lists and objects stand more than {limit} deep (line {line}). Make the file flatter."
    ),
    "file-too-large": N_("The file has more than {limit} MB. Leave out photos, or split it."),
    "file-too-many-values": N_("The file has more than {limit} values. Split it."),
    "file-unreadable": N_("The file cannot be read ({reason})."),
    "import-refused": N_("Nothing was imported. Correct what is named above, then import again."),
    "json-broken": N_("The JSON is broken at line {line}, column {column}. Correct it there."),
    "key-twice": N_('"{name}" stands twice in this object. Keep one of them.'),
    "more-warnings": N_("There are more warnings than these {limit}."),
    "more-problems": N_("There are more problems than these {limit}. Correct them, then import again."),
    "number-impossible": N_("{word} is no number in JSON. Write a number, or null."),
    "pdf-broken": N_("The PDF is damaged and cannot be read. Ask for it once more."),
    "pdf-encrypted": N_("The PDF is locked with a password. Ask for it without one."),
    "pdf-without-workshop": N_(
        "This PDF carries no workshop. Choose one that Facilitator wrote and nobody saved anew."
    ),
    "record-too-large": N_("This record has more than {limit} values. Split it."),
    "version-unknown": N_('{found} is no version that this program knows. Write "version": 1.'),
}

_TYPES: Final[Mapping[str, str]] = {
    "field-missing": N_('"{field}" is missing. Add it.'),
    "id-empty": N_("The id is empty. Write one, or leave it out."),
    "must-be-amount": N_("This must be an amount such as 4800, not {found}."),
    "must-be-date": N_("This must be a date such as 2014-09-15, not {found}."),
    "must-be-instant": N_("This must be a moment such as 2014-02-06T15:05:00Z, not {found}."),
    "must-be-language": N_("This must be a language code such as es or en, not {found}."),
    "must-be-list": N_("This must be a list in [ ], not {found}."),
    "must-be-month-or-date": N_(
        "This must be a date such as 2014-09-15, or a month such as 2014-09, not {found}."
    ),
    "must-be-number": N_("This must be a number without quotes, not {found}."),
    "must-be-object": N_("This must be an object in {{ }}, not {found}."),
    "must-be-other": N_("This must be one of these: {types}; not {found}."),
    "must-be-text": N_("This must be a text in quotes, not {found}."),
    "must-be-text-or-languages": N_(
        "This must be a text in quotes or an object of language to text, not {found}."
    ),
    "must-be-time": N_("This must be a time such as 09:05, not {found}."),
    "must-be-time-or-instant": N_(
        "This must be a time such as 09:05, or a moment such as 2014-02-06T15:05:00Z, not {found}."
    ),
    "must-be-true-or-false": N_("This must be true or false without quotes, not {found}."),
    "must-be-whole-number": N_("This must be a whole number without quotes, not {found}."),
    "name-unknown": N_('"{name}" is not known here. Use one of: {options}.'),
    "string-too-long": N_("This has more than {limit} characters. Shorten it."),
    "value-refused": N_("{found} cannot stand here."),
    "value-unknown": N_("{found} is not known here. Use one of: {options}."),
}

_TOGETHER: Final[Mapping[str, str]] = {
    "author-left-out": N_("The board is anonymous, so the card's author was left out."),
    "final-differs": N_(
        "The final {version} of this document is here already and says something else. A final is not "
        "replaced; its correction comes under a later number, such as {next}."
    ),
    "format-not-taken-in": N_(
        "{file} is made for other programs to read. Import the workshop's own file (.json) or a PDF of its "
        "minutes: both bring it back equal."
    ),
    "id-of-another-list": N_('"{id}" is the id of a record of the list "{list}". Give this one another id.'),
    "id-twice": N_('The id "{id}" is used twice, first at {first}. Give one of them another id.'),
    "key-unknown": N_('"{name}" is not known and was left out. Check its spelling.'),
    "note-told": N_("The note of the file is told here only and was not stored: {note}"),
    "original-missing": N_('The original is said to be in "{language}", but there is no text in it. Add it.'),
    "record-differs": N_(
        "The database has {id} with other content. Import with --replace to overwrite it, "
        "or give it another id."
    ),
    "record-differs-before": N_(
        "A file before this one has {id} with other content. Import with --replace to take this one, "
        "or give it another id."
    ),
    "reference-circle": N_("These refer to each other in a circle: {ids}. Take one of them out."),
    "reference-elsewhere": N_('"{id}" is no record of the list "{list}". Refer to one that is.'),
    "reference-missing": N_(
        'There is no record "{id}" in this file or the database. Add it, or correct the reference.'
    ),
    "session-outside-workshop": N_(
        "The session is on {date}, outside its workshop ({start} to {end}). Check the date."
    ),
    "text-without-language": N_('The text has no words in any language. Write it like "es": "Miel".'),
    "time-zone-missing": N_(
        "Nothing tells the workshop's time zone, so its clock times were read as this computer's. "
        'Add "time_zone", such as "America/Managua".'
    ),
    "time-zone-unknown": N_('"{name}" is no time zone. Use one such as "America/Managua".'),
    "vote-elsewhere": N_('The votes are for "{id}", which is not on the board "{board}". Correct the board.'),
    "workshop-already-here": N_(
        'A workshop "{title}" with these dates is in the database already; this one stands beside it. '
        "To have only one, undo the import."
    ),
    "workshop-runs": N_(
        'The workshop "{title}" runs at this moment and was replaced by what the file says. '
        "To have it back, undo the import."
    ),
    "workshop-unclear": N_('Nothing tells which workshop this belongs to. Add "workshop".'),
}

FILE_PROBLEMS: Final[Mapping[str, str]] = {**_WHOLE_FILE, **_TYPES, **_TOGETHER}
