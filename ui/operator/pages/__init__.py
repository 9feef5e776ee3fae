"""The pages of the operator window, each imported only when it is first shown."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from ui.operator.shell.page import Page
    from ui.runtime.desk import Desk
    from ui.stage.director import StageDirector
    from ui.theme.theme import Theme

PAGES: Final[Mapping[str, str]] = {
    "home": "HomePage",
    "agenda": "AgendaPage",
    "run": "RunPage",
    "cards": "CardsPage",
    "reflection": "ReflectionPage",
    "cases": "CasesPage",
    "work_plan": "WorkPlanPage",
    "minutes": "MinutesPage",
    "people": "PeoplePage",
    "evaluation": "EvaluationPage",
    "settings": "SettingsPage",
}
"""Each page's class, in the module of its key."""

WITH_STAGE: Final = frozenset({"run", "cards", "reflection", "work_plan", "minutes"})
"""Pages that show something to the room."""


def module_of(key: str) -> str:
    """Return the name of the module that a page is made from."""
    return f"{__name__}.{key}"


def factories(theme: "Theme", desk: "Desk", stage: "StageDirector") -> "dict[str, Callable[[], Page]]":
    """Return a maker for every page."""

    def maker(key: str, name: str) -> "Callable[[], Page]":
        def make() -> "Page":
            page_class = getattr(import_module(module_of(key)), name)
            made = page_class(theme, desk, stage) if key in WITH_STAGE else page_class(theme, desk)
            return cast("Page", made)

        return make

    return {key: maker(key, name) for key, name in PAGES.items()}
