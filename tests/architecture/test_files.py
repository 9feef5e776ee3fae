"""What lies in the project: small files, nobody's folders, nothing without its licence."""

import re

from tests.architecture.tree import PACKAGES, ROOT, committed_files, named, sources

LONGEST_FILE = 400
SOMEBODYS_FOLDER = re.compile(
    r"(?<![\w.~-])/(?:root/|home/\w|Users/\w|work/(?:main|shared)\b)|\b[A-Z]:\\+Users\\"
)
PACKAGE_REGISTRY = re.compile(
    r"pypi\.(?:org|python)|pythonhosted\.|npmjs\.|(?:deb|security)\.debian\.|archive\.ubuntu\.", re.IGNORECASE
)


def texts():
    for path in committed_files():
        try:
            yield named(path), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_no_source_file_is_longer_than_400_lines():
    lengths = {
        named(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(*PACKAGES, "tests")
    }

    assert lengths, "no source file found"
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_file_names_a_folder_of_somebodys_machine():
    found = {name: match.group() for name, text in texts() if (match := SOMEBODYS_FOLDER.search(text))}

    assert found == {}


def test_no_file_names_the_address_of_a_package_registry():
    found = {name: match.group() for name, text in texts() if (match := PACKAGE_REGISTRY.search(text))}

    assert found == {}


def test_every_module_says_what_it_is_for():
    silent = [
        named(path)
        for path in sources(*PACKAGES)
        if not path.read_text(encoding="utf-8").startswith(('"""', 'r"""', "'''"))
    ]

    assert silent == []


def test_every_icon_is_lucide_and_its_licence_lies_beside_it():
    icons = ROOT / "resources" / "icons"

    foreign = [
        icon.name for icon in icons.glob("*.svg") if 'class="lucide ' not in icon.read_text(encoding="utf-8")
    ]

    assert foreign == []
    assert {entry.suffix for entry in icons.iterdir()} == {".svg", ".txt"}
    assert "ISC License" in (icons / "LICENSE-lucide.txt").read_text(encoding="utf-8")


def test_every_font_has_the_open_font_licence_beside_it():
    fonts = ROOT / "resources" / "fonts"

    licence = (fonts / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL Open Font License, Version 1.1" in licence
    assert {font.name.partition("_")[0] for font in fonts.glob("*.?tf")} == {"AtkinsonHyperlegibleNext"}
    assert "Atkinson Hyperlegible Next" in licence


def test_the_readme_opens_with_exactly_two_commands():
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## ")[0]

    blocks = re.findall(r"^```\w*\n(.*?)^```", first_screen, re.MULTILINE | re.DOTALL)
    commands = [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]

    assert commands == ["make run", "make test"]
    assert len(first_screen.splitlines()) <= 40
