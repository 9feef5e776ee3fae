"""The program in a process of its own, with one of its pages open: `python -m tests.e2e.shown DATABASE PAGE`."""

import sys
from functools import partial

from facilitator.bootstrap import open_workspace
from facilitator.settings import Settings
from ui.app import Program, make_application


def main() -> None:
    """Show the page until somebody ends the process; say so on a line when it is shown."""
    place, key = sys.argv[1:]
    application = make_application()
    settings = Settings(language="en", scheme="light", reduced_motion=True)
    program = Program(application, partial(open_workspace, place), settings=settings, place=place)

    def show() -> None:
        program.window.show_page(key)
        print("shown", flush=True)

    program.seen.connect(lambda: program.desk.opened.connect(show))
    program.start()
    application.exec()


if __name__ == "__main__":
    main()
