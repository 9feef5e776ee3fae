"""What a person chose is kept, and a broken file never stops the program."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import user_config_path

from facilitator.paths import APP, settings_folder
from facilitator.settings import Settings, load, save


def test_what_was_chosen_is_there_next_time(tmp_path):
    chosen = Settings(language="es", scheme="dark", reduced_motion=True, stage_theme="bright_room")

    save(chosen, tmp_path / "settings.toml")

    assert load(tmp_path / "settings.toml") == chosen


@given(name=st.text(st.characters(exclude_categories=["Cs"])))
def test_a_folder_may_have_any_name(tmp_path_factory, name):
    path = tmp_path_factory.mktemp("settings") / "settings.toml"

    save(Settings(backup_folder=name), path)

    assert load(path).backup_folder == name


def test_without_a_file_everything_is_as_usual(tmp_path):
    assert load(tmp_path / "none.toml") == Settings()


def test_a_broken_file_is_as_if_nothing_was_chosen(tmp_path):
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe language = ")

    assert load(tmp_path / "settings.toml") == Settings()


def test_an_unknown_language_or_theme_is_as_if_not_chosen(tmp_path):
    (tmp_path / "settings.toml").write_text(
        'language = "xx"\nscheme = "pink"\nstage_theme = 7\nnovelty = 1\n', encoding="utf-8"
    )

    assert load(tmp_path / "settings.toml") == Settings()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
@pytest.mark.parametrize("chosen", [None, "", " ", "/elsewhere/of mine", " /elsewhere", "relative/folder"])
def test_settings_lie_where_the_system_says(monkeypatch, chosen):
    monkeypatch.delenv("XDG_CONFIG_HOME")
    if chosen is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", chosen)

    assert settings_folder() == user_config_path(APP, appauthor=False)
