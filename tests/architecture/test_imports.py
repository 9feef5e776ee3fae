"""Who may know whom: the contracts of pyproject.toml have teeth, and what they cannot see is watched here."""

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import PACKAGES, ROOT, named, sources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = [contract["name"] for contract in PROJECT["tool"]["importlinter"]["contracts"]]

BREACHES = {
    "Layers": ("facilitator/services", "import facilitator.bootstrap"),
    "The domain knows the standard library only": ("facilitator/domain", "import cattrs"),
    "Qt lives in the windows only": ("facilitator/services", "def late():\n    import PySide6.QtCore"),
    "Presenters know no Qt": ("ui/presenters", "import PySide6.QtCore"),
    "SQLAlchemy and Alembic live in persistence only": ("facilitator/services", "import sqlalchemy.orm"),
    "What writes documents lives in exports only": ("ui/theme", "import reportlab.platypus"),
    "Pictures are decoded in one place": ("exports", "import PIL.Image"),
    "Documents are made from values, words and resources": ("exports", "import facilitator.services"),
    "The windows reach storage through services": ("ui/theme", "import facilitator.persistence"),
    "Inside the windows": ("ui/theme", "import ui.widgets"),
}
WINDOWLESS = [
    ["--version"],
    ["--help"],
    ["list"],
    ["check"],
    ["import", "--help"],
    ["minutes", "--help"],
    ["export-all", "--help"],
]


def imported(path: Path) -> set[str]:
    """Return the top names of everything that a module imports, also inside its functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the program to break on purpose."""
    folder = tmp_path_factory.mktemp("copy")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def broken(folder: Path) -> list[str]:
    """Return the names of the contracts that do not hold in `folder`."""
    linter = Path(sysconfig.get_path("scripts")) / "lint-imports"
    said = subprocess.run(
        [linter, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Contracts:" in said.stdout, said.stdout + said.stderr
    return re.findall(r"^(.+) BROKEN(?: \(.*\))?$", said.stdout, re.MULTILINE)


def test_every_contract_holds(copy):
    assert broken(copy) == []


def test_every_contract_has_a_breach_that_tries_it():
    assert list(BREACHES) == CONTRACTS


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_breach_breaks_its_contract(copy, contract):
    package, line = BREACHES[contract]
    breach = copy / package / "breach.py"
    breach.write_text(f"{line}\n", encoding="utf-8")

    found = broken(copy)
    breach.unlink()

    assert found == [contract]


def test_the_domain_imports_the_standard_library_only():
    allowed = sys.stdlib_module_names | {"facilitator"}

    found = {named(path): imported(path) - allowed for path in sources("facilitator/domain")}

    assert {name: names for name, names in found.items() if names} == {}


def test_every_package_that_the_program_imports_is_declared_and_every_declared_one_is_used():
    declared = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    ours = sys.stdlib_module_names | set(PACKAGES)
    providers = packages_distributions()
    foreign = {name for path in sources(*PACKAGES) for name in imported(path)} - ours

    used = {
        canonicalize_name(provider)
        for name in foreign
        for provider in providers.get(name, [f"missing {name}"])
    }

    # shiboken6 is the other half of the bindings: one cannot be installed without the other.
    # tzdata is read by the standard library's zoneinfo, on systems that have no files of their own.
    assert used - {"shiboken6"} == declared - {"tzdata"}


@pytest.mark.parametrize("words", WINDOWLESS, ids=" ".join)
def test_a_command_without_a_window_never_imports_qt(tmp_path, words):
    program = [sys.executable, "-X", "importtime", "-c", "from facilitator.cli import main; main()"]
    choice = ["--database", tmp_path / "facilitator.sqlite"]

    ran = subprocess.run(
        [*program, *choice, *words],
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        check=False,
    )

    assert ran.returncode in {0, 1}, ran.stderr[-2000:]
    assert "Traceback" not in ran.stderr
    assert "facilitator.cli" in ran.stderr
    assert [line for line in ran.stderr.splitlines() if "PySide6" in line or "shiboken6" in line] == []
