"""The eight lines of the check before a session, each from what was found out. No Qt."""

import datetime as dt
from typing import Final

from facilitator.i18n import _, ngettext
from facilitator.machine import Grip
from facilitator.services.backups import Place, Whereabouts
from ui.presenters.preflight_facts import Facts, Line, Repair, State

_LOW: Final = 20
"""Per cent of the battery below which it does not last a session."""
_FULL_ENOUGH: Final = 80
_MB: Final = 1_000_000
_GB: Final = 1_000 * _MB
_LITTLE_ROOM: Final = _GB
_NO_ROOM: Final = 100 * _MB
_FRESH: Final = dt.timedelta(hours=12)
"""A copy older than this is of another day's work."""
_SLACK: Final = dt.timedelta(minutes=2)
_EARLIEST: Final = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
"""A clock before this has lost its battery; only believed in when the database is older, too."""


def displays_line(facts: Facts) -> Line:
    """Say what the room would see now."""
    seen = facts.displays
    repairs = [Repair("displays", _("Display settings"))] if "displays" in facts.mendable else []
    if seen.mirrored:
        sentence = _("The displays show the same picture: the room sees this window.")
        advice = _("Extend the displays in the system's settings.")
        return _line("displays", "mend", sentence, advice, repairs)
    if seen.projector is None:
        sentence = _("There is this screen only. F5 shows the stage on it, Esc comes back.")
        advice = _("Connect the projector and extend the displays onto it.")
        return _line("displays", "look", sentence, advice, repairs)
    name, width, height = seen.projector
    facts_said = {"name": name, "width": width, "height": height}
    if not seen.stage_open:
        sentence = _("Projector {name}, {width} × {height}. The stage is off.").format(**facts_said)
        return _line("displays", "look", sentence, "", [Repair("stage", _("Open the stage"))])
    sentence = _("The stage is on {name}, {width} × {height}, and this window is not.").format(**facts_said)
    return _line("displays", "ok", sentence)


def power_line(facts: Facts) -> Line:
    """Say whether the laptop lasts."""
    power = facts.power
    if power is None:
        return _waiting("power")
    charge = _("Plug in the charger.")
    if power.percent is None:
        if power.on_mains is None:
            return _line("power", "unknown", _("This system does not tell."), charge)
        return _line("power", "ok", _("On mains, without a battery."))
    percent = power.percent
    if power.on_mains is None:
        said = _("Battery at {percent} per cent. Whether it is charging is not known.").format(
            percent=percent
        )
        return _line("power", "unknown", said, charge)
    if power.on_mains:
        return _line("power", "ok", _("On mains, battery at {percent} per cent.").format(percent=percent))
    said = _("On battery, {percent} per cent left.").format(percent=percent)
    return _line("power", "mend" if percent < _LOW else "look", said, charge)


def disk_line(facts: Facts) -> Line:
    """Say whether there is room for what is to come."""
    if facts.free is None:
        return _waiting("disk")
    if facts.free < 0:
        advice = _("The server's keeper sees to its disk.")
        return _line("disk", "unknown", _("The records are kept on a server."), advice)
    said = _("{size} free on the disk with the records.").format(size=size(facts.free))
    if facts.free >= _LITTLE_ROOM:
        return _line("disk", "ok", said)
    advice = _("Empty the bin, or move films and photos to another disk.")
    state: State = "mend" if facts.free < _NO_ROOM else "look"
    return _line("disk", state, said, advice, [Repair("files", _("Open the folder"))])


def clock_line(facts: Facts) -> Line:
    """Say whether the clock can be right."""
    clock = facts.clock
    set_it = [Repair("clock", _("Clock settings"))] if "clock" in facts.mendable else []
    advice = _("Set date, time and time zone in the system's settings.")
    if clock.last_entry is not None and clock.now + _SLACK < clock.last_entry:
        said = _("It is {time} by this laptop, yet the last entry was made at {last}.")
        sentence = said.format(time=clock.local, last=clock.last_entry_local)
        return _line("clock", "mend", sentence, advice, set_it)
    if clock.now < _EARLIEST and clock.last_entry is None:
        said = _("It is {time} by this laptop, which cannot be.")
        return _line("clock", "mend", said.format(time=clock.local), advice, set_it)
    if clock.here != clock.there:
        said = _("It is {time} in the workshop's time zone, {zone}; this laptop is set to another one.")
        more = _("The program shows the workshop's time. Set the time zone if you want both to agree.")
        return _line("clock", "look", said.format(time=clock.local, zone=clock.zone), more, set_it)
    if clock.sooner:
        said = _("It is {time} by this laptop; the next session is planned for {day}.")
        more = _("Correct the date on the Agenda page, or the laptop's clock.")
        return _line("clock", "look", said.format(time=clock.local, day=clock.day), more, set_it)
    return _line("clock", "ok", _("It is {time}, {zone}.").format(time=clock.local, zone=clock.zone))


def fonts_line(facts: Facts) -> Line:
    """Say whether text looks as it should."""
    if facts.missing_fonts:
        said = _("Not loaded: {names}. Text stands in another face, and lines may break elsewhere.")
        advice = _("Install the program again.")
        return _line("fonts", "mend", said.format(names=", ".join(facts.missing_fonts)), advice)
    return _line("fonts", "ok", _("The program's own faces are loaded."))


def sleep_line(facts: Facts) -> Line:
    """Say whether the laptop stays awake."""
    grip, sleep = facts.grip, facts.sleep
    if sleep is None or grip is Grip.ASKED:
        return _waiting("sleep")
    repairs = [Repair("sleep", _("Energy settings"))] if "sleep" in facts.mendable else []
    advice = _("Turn sleep and screen saver off in the system's settings until the workshop is over.")
    if grip is Grip.HELD:
        return _line("sleep", "ok", _("The laptop and its screens stay awake while a session runs."))
    if grip is Grip.SLEEP_ONLY:
        said = _("The laptop stays awake while a session runs, but its screens may go dark.")
        return _line("sleep", "look", said, advice, repairs)
    if sleep.minutes == 0:
        said = _("This system cannot be kept awake, but it is set never to sleep. Its screens may go dark.")
        return _line("sleep", "look", said, advice, repairs)
    if sleep.minutes is None:
        said = _("This system cannot be kept awake, and does not tell when it sleeps.")
        return _line("sleep", "look", said, advice, repairs)
    said = ngettext(
        "This system cannot be kept awake: it sleeps after {n} minute.",
        "This system cannot be kept awake: it sleeps after {n} minutes.",
        sleep.minutes,
    )
    return _line("sleep", "mend", said.format(n=sleep.minutes), advice, repairs)


def backup_line(facts: Facts) -> Line:
    """Say where copies go and how old the newest is."""
    where = facts.backup
    if where is None:
        return _waiting("backup")
    choose = Repair("backup-folder", _("Choose a folder"))
    match where.place:
        case Place.SERVER:
            advice = _("Ask the server's keeper when it is copied.")
            return _line("backup", "unknown", _("The records are kept on a server."), advice)
        case Place.NOT_CHOSEN:
            said = _("No folder is chosen for copies of the records. A USB stick is best.")
            return _line("backup", "look", said, "", [choose])
        case Place.MISSING:
            said = _("The folder for copies is not there: {folder}.").format(folder=where.folder)
            return _line("backup", "mend", said, _("Plug the stick in, or choose another folder."), [choose])
        case _:
            return _copies_line(facts, where, choose)


def _copies_line(facts: Facts, where: Whereabouts, choose: Repair) -> Line:
    now = Repair("backup-now", _("Copy now"))
    if facts.copying:
        return _line("backup", "checking", _("A copy is being made."))
    if where.last is None or facts.backup_age is None:
        return _line("backup", "look", _("No copy of the records was made yet."), "", [now, choose])
    said = _("The last copy was made {age}.").format(age=age(facts.backup_age))
    if facts.backup_age > _FRESH:
        return _line("backup", "look", said, "", [now, choose])
    if where.place is Place.SAME_DISK:
        more = _("It is on the same disk as the records, and lost together with them. A USB stick is safer.")
        return _line("backup", "look", said, more, [choose, now])
    return _line("backup", "ok", said, "", [now])


def database_line(facts: Facts) -> Line:
    """Say whether the database is whole."""
    if facts.problems is None:
        return _waiting("database")
    if facts.free == -1 and not facts.problems:
        return _line("database", "unknown", _("A server looks after its own records."))
    if facts.problems:
        said = _("The database is damaged: {problem}.").format(problem=facts.problems[0].rstrip("."))
        advice = _("Go on with the newest copy: close the program and open the copy in its place.")
        return _line("database", "mend", said, advice, [Repair("files", _("Open the folder"))])
    return _line("database", "ok", _("The database is whole."))


_ICONS: Final[dict[str, str]] = {
    "displays": "projector",
    "power": "plug",
    "disk": "hard-drive",
    "clock": "clock",
    "fonts": "type",
    "sleep": "moon",
    "backup": "usb",
    "database": "database",
}


def title_of(key: str) -> str:
    """Return what a line is about, in the screen's language."""
    return {
        "displays": _("Displays"),
        "power": _("Power"),
        "disk": _("Disk"),
        "clock": _("Clock"),
        "fonts": _("Fonts"),
        "sleep": _("Sleep"),
        "backup": _("Copies"),
        "database": _("Database"),
    }[key]


def _line(
    key: str, state: State, sentence: str, advice: str = "", repairs: list[Repair] | None = None
) -> Line:
    return Line(key, _ICONS[key], title_of(key), state, sentence, advice, tuple(repairs or ()))


def _waiting(key: str) -> Line:
    return _line(key, "checking", _("Looking"))


def size(bytes_: int) -> str:
    """Return an amount of room as people say it: "12.4 GB", "640 MB"."""
    if bytes_ >= 10 * _GB:
        return _("{n} GB").format(n=round(bytes_ / _GB))
    if bytes_ >= _GB:
        return _("{n} GB").format(n=f"{bytes_ / _GB:.1f}")
    return _("{n} MB").format(n=bytes_ // _MB)


def age(span: dt.timedelta) -> str:
    """Return how long ago something was, as people say it."""
    minutes = max(0, int(span / dt.timedelta(minutes=1)))
    if minutes < 1:
        return _("just now")
    if minutes < 60:
        return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    hours = minutes // 60
    if hours < 48:
        return ngettext("{n} hour ago", "{n} hours ago", hours).format(n=hours)
    return ngettext("{n} day ago", "{n} days ago", hours // 24).format(n=hours // 24)
