"""The parts of a DOCX that say how it looks: styles, lists, settings, the font. Sizes as in the design, 8.

Colours are the light ones of tokens.json, sizes in half points, distances in twentieths of a point.
"""

import json
from typing import Final
from uuid import NAMESPACE_DNS, uuid5

from exports.docx.marks import attribute, culture
from facilitator.domain.frozen import dataclass
from resources import resource

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FONT: Final = "Atkinson Hyperlegible Next"
ROOT: Final = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'

_LIGHT: Final = json.loads(resource("styles", "tokens.json").read_text(encoding="utf-8"))["colour"]["light"]
INK: Final = _LIGHT["ink"][1:]
_QUIET: Final = _LIGHT["ink_2"][1:]
_LINE: Final = _LIGHT["line"][1:]
_PLANE: Final = _LIGHT["canvas"][1:]
_PRIMARY: Final = _LIGHT["primary"][1:]


@dataclass(frozen=True, slots=True)
class Face:
    """A face of the font: what the font table calls it, its file, the key it is stored under."""

    kind: str
    file: str

    @property
    def key(self) -> str:
        """The key that the file is obscured with, as the format demands; always the same for a file."""
        return str(uuid5(NAMESPACE_DNS, self.file)).upper()


FACES: Final = (
    Face("embedRegular", "AtkinsonHyperlegibleNext_400Regular.ttf"),
    Face("embedBold", "AtkinsonHyperlegibleNext_700Bold.ttf"),
    Face("embedItalic", "AtkinsonHyperlegibleNext_400Regular_Italic.ttf"),
)


def _spacing(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_BOLD: Final = "<w:b/><w:bCs/>"
_ITALIC: Final = "<w:i/><w:iCs/>"
_KEEP: Final = "<w:keepNext/><w:keepLines/>"
_GREY: Final = f'<w:color w:val="{_QUIET}"/>'
_EDGE: Final = f'w:val="single" w:sz="4" w:space="6" w:color="{_PLANE}"'
_SHADED: Final = (
    f"<w:pBdr><w:top {_EDGE}/><w:left {_EDGE}/><w:bottom {_EDGE}/><w:right {_EDGE}/></w:pBdr>"
    f'<w:shd w:val="clear" w:color="auto" w:fill="{_PLANE}"/>'
)
_INSIDE: Final = '<w:ind w:left="120" w:right="120"/>'
_CELLS: Final = _spacing(30, 30, 252)
_FACT: Final = 2500
"""How far in the facts stand behind their labels."""
_STRONG_RULE: Final = f'<w:top w:val="single" w:sz="12" w:space="6" w:color="{INK}"/>'
_SIGN_RULE: Final = f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{INK}"/>'


def _heading(level: int, paragraph: str, half_points: int) -> tuple[str, str, str, str, str]:
    marks = f'{_KEEP}{paragraph}<w:outlineLvl w:val="{level - 1}"/>'
    return f"Heading{level}", f"heading {level}", "Normal", marks, f"{_BOLD}{_size(half_points)}"


_PARAGRAPHS: Final = (
    ("Title", "Title", "Normal", f"{_KEEP}{_spacing(480, 120, 240)}", f"{_BOLD}{_size(60)}"),
    ("Subtitle", "Subtitle", "Normal", _spacing(40, 60, 288), f"{_GREY}{_size(24)}"),
    _heading(1, f"<w:pBdr>{_STRONG_RULE}</w:pBdr>{_spacing(480, 140, 240)}", 36),
    _heading(2, _spacing(320, 80, 252), 27),
    _heading(3, _spacing(260, 60, 252), 23),
    _heading(4, _spacing(220, 60, 252), 20),
    ("TOCHeading", "TOC Heading", "Normal", f"{_KEEP}{_spacing(0, 160)}", f"{_BOLD}{_size(36)}"),
    ("TOC1", "toc 1", "Normal", _spacing(70, 0, 252), _BOLD),
    ("TOC2", "toc 2", "Normal", f'{_spacing(0, 0, 236)}<w:ind w:left="360"/>', _size(18)),
    ("Header", "header", "Normal", _spacing(0, 0), f"{_GREY}{_size(16)}"),
    ("Footer", "footer", "Normal", _spacing(0, 0), f"{_GREY}{_size(16)}"),
    ("ListBullet", "List Bullet", "Normal", f'<w:numPr><w:numId w:val="1"/></w:numPr>{_spacing(0, 50)}', ""),
    ("ListNumber", "List Number", "Normal", _spacing(0, 50), ""),
    ("ListContinue", "List Continue", "Normal", f'{_spacing(0, 50)}<w:ind w:left="360"/>', ""),
    ("Note", "Note", "Normal", _spacing(0, 80, 252), f"{_GREY}{_size(17)}"),
    ("Translation", "Translation", "Normal", _spacing(0, 100), f"{_ITALIC}{_GREY}"),
    ("ListContinueNote", "List Note", "ListContinue", "", f"{_GREY}{_size(17)}"),
    ("ListContinueTranslation", "List Translation", "ListContinue", "", f"{_ITALIC}{_GREY}"),
    (
        "Fact",
        "Fact",
        "Normal",
        f'<w:tabs><w:tab w:val="left" w:pos="{_FACT}"/></w:tabs>{_spacing(40, 40)}'
        f'<w:ind w:left="{_FACT}" w:hanging="{_FACT}"/>',
        "",
    ),
    ("FactMore", "Fact Continued", "Normal", f'{_spacing(0, 40)}<w:ind w:left="{_FACT}"/>', ""),
    ("FactMoreNote", "Fact Note", "FactMore", "", f"{_GREY}{_size(17)}"),
    ("FactMoreTranslation", "Fact Translation", "FactMore", "", f"{_ITALIC}{_GREY}"),
    (
        "Question",
        "Question",
        "Normal",
        f"{_KEEP}{_SHADED}{_spacing(280, 0, 264)}{_INSIDE}",
        f"{_BOLD}{_size(28)}",
    ),
    (
        "QuestionNote",
        "Question Note",
        "Normal",
        f"<w:keepNext/>{_SHADED}{_spacing(0, 160)}{_INSIDE}",
        f"{_GREY}{_size(17)}",
    ),
    ("Cell", "Cell", "Normal", _CELLS, _size(18)),
    ("CellNote", "Cell Note", "Cell", _spacing(0, 20, 240), f"{_GREY}{_size(16)}"),
    ("CellTranslation", "Cell Translation", "Cell", _spacing(0, 20, 240), f"{_ITALIC}{_GREY}{_size(17)}"),
    ("CellHead", "Cell Head", "Cell", f"<w:keepNext/>{_spacing(40, 40, 240)}", f"{_BOLD}{_GREY}{_size(16)}"),
    ("CellGroup", "Cell Group", "Cell", f"<w:keepNext/>{_spacing(160, 40, 240)}", f"{_BOLD}{_size(19)}"),
    ("Figure", "Figure", "Normal", _spacing(0, 60, 240), f"{_BOLD}{_size(44)}"),
    ("FigureLabel", "Figure Label", "Normal", _spacing(80, 0, 240), f"{_GREY}{_size(17)}"),
    ("SignRole", "Signature Role", "Normal", f"{_KEEP}{_spacing(360, 0)}", ""),
    (
        "SignLine",
        "Signature Line",
        "Normal",
        f'{_KEEP}<w:pBdr>{_SIGN_RULE}</w:pBdr>{_spacing(480, 40)}<w:ind w:right="5400"/>',
        "",
    ),
    (
        "WriteLine",
        "Line To Write On",
        "Normal",
        f"<w:keepLines/><w:pBdr>{_SIGN_RULE}</w:pBdr>{_spacing(240, 0)}",
        "",
    ),
    ("SignName", "Signature Name", "Normal", f"<w:keepLines/>{_spacing(0, 20)}", ""),
    ("Plate", "Picture", "Normal", _spacing(200, 60, 240), ""),
    (
        "Gap",
        "Gap",
        "Normal",
        '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
        _size(2),
    ),
)
"""Id, name, parent, marks of the paragraph, marks of its runs."""

_PLAIN: Final = ("Normal", "Title", "Subtitle", "heading", "toc", "header", "footer", "List")


def styles(language: str) -> str:
    """Return the styles; every text is in `language` unless a run says otherwise."""
    name = attribute(culture(language))
    face = f'w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {face}/><w:color w:val="{INK}"/>{_size(20)}'
        f"<w:lang w:val={name} w:eastAsia={name} w:bidi={name}/></w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr><w:widowControl/>{_spacing(0, 100, 276)}</w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    return (
        f"<w:styles {ROOT}>{defaults}{normal}<w:qFormat/></w:style>{_CHARACTERS}"
        f"{''.join(_paragraph(*each) for each in _PARAGRAPHS)}{_TABLES}</w:styles>"
    )


def _paragraph(key: str, name: str, parent: str, marks: str, runs: str) -> str:
    own = "" if name.startswith(_PLAIN) else ' w:customStyle="1"'
    follows = '<w:next w:val="Normal"/>' if key.startswith("Heading") or key == "Title" else ""
    looks = f"<w:pPr>{marks}</w:pPr>" if marks else ""
    letters = f"<w:rPr>{runs}</w:rPr>" if runs else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{parent}"/>{follows}'
        f"<w:qFormat/>{looks}{letters}</w:style>"
    )


_CHARACTERS: Final = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr><w:color w:val="{_PRIMARY}"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/><w:qFormat/>'
    f"<w:rPr>{_BOLD}{_GREY}{_size(18)}</w:rPr></w:style>"
)

_MARGINS: Final = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
)
_TABLES: Final = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Minutes"><w:name w:val="Minutes Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/></w:tblBorders>'
    f"{_MARGINS}</w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="Figures"><w:name w:val="Figures Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="12" w:space="0" w:color="{INK}"/>'
    f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{_QUIET}"/></w:tblBorders>'
    f"{_MARGINS}</w:tblPr></w:style>"
)


def numbering(numbered: int) -> str:
    """Return the bullets, and as many lists of numbers as there are, each counting from 1."""
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(2, numbered + 2)
    )
    return (
        f"<w:numbering {ROOT}>{_level(0, 'bullet', '•', 'ListBullet')}"
        f"{_level(1, 'decimal', '%1.', 'ListNumber')}"
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{lists}</w:numbering>'
    )


def _level(key: int, kind: str, shown: str, style: str) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if kind == "bullet" else ""
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:lvlText w:val="{shown}"/>'
        '<w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    )


def settings(language: str) -> str:
    """Return the settings of the document."""
    compatible = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    return (
        f'<w:settings {ROOT}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{compatible}'
        f'<w:themeFontLang w:val={attribute(culture(language))}/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def font_table() -> str:
    """Return the font, its faces inside the file, and what to take where it cannot be read."""
    faces = "".join(
        f'<w:{face.kind} r:id="rId{n}" w:fontKey="{{{face.key}}}"/>' for n, face in enumerate(FACES, start=1)
    )
    return (
        f'<w:fonts {ROOT}><w:font w:name="{FONT}"><w:altName w:val="Calibri"/><w:charset w:val="00"/>'
        f'<w:family w:val="swiss"/><w:pitch w:val="variable"/>{faces}</w:font></w:fonts>'
    )


def obscured(face: Face) -> bytes:
    """Return the bytes of a face as the format wants them: the first 32 mixed with its key (17.8.1)."""
    font = bytearray(resource("fonts", face.file).read_bytes())
    key = bytes.fromhex(face.key.replace("-", ""))[::-1]
    for n in range(32):
        font[n] ^= key[n % 16]
    return bytes(font)
