"""The line that opens the window is read without the library for command lines: both must read it alike."""

import pytest

from facilitator.cli import main
from facilitator.cli.choices import Choices, choices_for_window
from facilitator.cli.commands import command_line


def read_by_the_library(arguments):
    """Return what the library reads; it raises ClickException where it complains."""
    context = command_line().make_context("facilitator", list(arguments))
    assert context.args == []
    return context.obj or Choices()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--database", "here.sqlite"),
        ("--database=here.sqlite",),
        ("--database=a=b.sqlite",),
        ("--database", "postgresql+psycopg://host/name"),
        ("--language", "es"),
        ("--language=es", "--database", "Taller 2.sqlite"),
        ("--database", "a", "--database", "b"),
    ],
)
def test_a_line_that_opens_the_window_is_understood_as_the_library_does(arguments):
    read, expected = choices_for_window(arguments), read_by_the_library(arguments)

    assert read is not None
    assert (read.database, read.language) == (expected.database, expected.language)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("--database", "here.sqlite", "list"),
        ("--help",),
        ("--version",),
        ("--database",),
        ("--database=",),
        ("--database", "--language"),
        ("--language", "fr"),
        ("--language=",),
        ("--databse", "here.sqlite"),
        ("-d", "here.sqlite"),
        ("--", "--database"),
        ("here.sqlite",),
    ],
)
def test_every_other_line_is_left_to_the_library(arguments):
    assert choices_for_window(arguments) is None


@pytest.mark.parametrize("option", [("--language", "en"), ("--language", "es")])
def test_without_a_screen_the_window_says_so_in_the_language_asked_for(monkeypatch, capsys, option):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    status = main(list(option))

    assert status == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert ("There is no screen here" in said) is (option[1] == "en")
