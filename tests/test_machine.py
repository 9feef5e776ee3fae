"""What the laptop says of itself, in the words of each system."""

import pytest

from facilitator.machine import (
    Power,
    Sleep,
    power_of_linux,
    power_of_pmset,
    sleep_of_pmset,
    sleep_of_powercfg,
)


@pytest.fixture
def supply(tmp_path):
    def made(name, **files):
        (tmp_path / name).mkdir()
        for key, value in files.items():
            (tmp_path / name / key).write_text(f"{value}\n")
        return tmp_path

    return made


def test_a_laptop_on_its_charger_says_so_and_how_full_it_is(supply):
    supply("AC", type="Mains", online=1)
    folder = supply("BAT0", type="Battery", status="Charging", capacity=87)

    assert power_of_linux(folder) == Power(on_mains=True, percent=87)


def test_a_laptop_without_its_charger_runs_on_its_battery(supply):
    supply("AC", type="Mains", online=0)
    folder = supply("BAT0", type="Battery", status="Discharging", capacity=34)

    assert power_of_linux(folder) == Power(on_mains=False, percent=34)


def test_the_battery_of_a_mouse_is_not_the_laptops(supply):
    folder = supply("hidpp_battery_0", type="Battery", scope="Device", status="Discharging", capacity=5)

    assert power_of_linux(folder) == Power()


def test_a_system_that_tells_nothing_is_not_guessed(tmp_path):
    assert power_of_linux(tmp_path / "nowhere") == Power()
    assert power_of_pmset("") == Power()
    assert sleep_of_pmset("") == Sleep()
    assert sleep_of_powercfg("", on_mains=True) == Sleep()


def test_macos_tells_power_and_sleep_in_its_own_words():
    said = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=123)\t62%; discharging; 3:10 remaining"

    assert power_of_pmset(said) == Power(on_mains=False, percent=62)
    assert sleep_of_pmset("System-wide power settings:\n sleep                10 (imposed by 10)") == Sleep(
        10
    )


POWERCFG = """
    GUID de subgrupo: 238c9fa8-0aad-41ed-83f4-97be242c8f20  (Suspender)
      GUID de configuración de energía: 29f6c1db-86da-48c5-9fdb-f2b67b1f44da  (Suspender tras)
        Configuración mínima posible: 0x00000000
        Configuración máxima posible: 0xffffffff
        Incremento de configuración posible: 0x00000001
      Índice de configuración de corriente alterna actual: 0x00000708
      Índice de configuración de corriente continua actual: 0x00000384

      GUID de configuración de energía: 94ac6d29-73ce-41a6-809f-6363ba21b47e  (Permitir)
      Índice de configuración de corriente alterna actual: 0x00000001
      Índice de configuración de corriente continua actual: 0x00000001
"""


@pytest.mark.parametrize(("on_mains", "minutes"), [(True, 30), (None, 30), (False, 15)])
def test_windows_tells_when_it_sleeps_in_any_language(on_mains, minutes):
    assert sleep_of_powercfg(POWERCFG, on_mains=on_mains) == Sleep(minutes)
