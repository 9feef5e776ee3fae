"""What a screen reader is told over AT-SPI: asks the accessibility bus as one does, and prints what it hears.

`dbus-run-session -- python -m tests.e2e.screen_reader DATABASE PAGE LIST`: the names of what is in a list of
the page, one a line in JSON.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator

_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_CHILD = re.compile(r'string "([^"]+)"\s+object path "([^"]+)"')
_WORDS = re.compile(r'string "(.*)"\s*$', re.DOTALL)
_PATIENCE = 20.0

Node = tuple[str, str]


def call(bus: list[str], to: Node, method: str, *arguments: str) -> str:
    """Call a method and return the reply as text; nothing when whoever was asked is gone."""
    command = ["dbus-send", *bus, "--print-reply", f"--dest={to[0]}", to[1], method, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout


class Bus:
    """The accessibility bus, which every program tells of its windows."""

    def __init__(self) -> None:
        told = call(["--session"], ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus.GetAddress")
        self._bus = [f"--bus={_WORDS.search(told)[1]}"]  # type: ignore[index]  # it answers, or the test fails

    def children(self, node: Node) -> list[Node]:
        """Return what is inside."""
        return _CHILD.findall(call(self._bus, node, f"{_ACCESSIBLE}.GetChildren"))

    def name(self, node: Node) -> str:
        """Return what is said of something."""
        facts = (f"string:{_ACCESSIBLE}", "string:Name")
        found = _WORDS.search(call(self._bus, node, "org.freedesktop.DBus.Properties.Get", *facts))
        return found[1] if found else ""

    def role(self, node: Node) -> str:
        """Return what something is."""
        found = _WORDS.search(call(self._bus, node, f"{_ACCESSIBLE}.GetRoleName"))
        return found[1] if found else ""

    def all(self, node: Node = _ROOT) -> Iterator[Node]:
        """Yield everything inside something, itself first."""
        yield node
        for child in self.children(node):
            yield from self.all(child)


def main() -> None:
    """Start the program, find the list, say its items, end the program."""
    place, page, wanted = sys.argv[1:]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    bus = Bus()
    command = [sys.executable, "-m", "tests.e2e.shown", place, page]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == "shown\n"
            until = time.monotonic() + _PATIENCE
            found: list[Node] = []
            while not found and time.monotonic() < until:
                found = [each for each in bus.all() if bus.role(each) == "list" and bus.name(each) == wanted]
            for item in bus.children(found[0]) if found else ():
                print(json.dumps([bus.role(item), bus.name(item)]), flush=True)
        finally:
            program.kill()


if __name__ == "__main__":
    main()
