"""What the pages of a long day look like at their foot."""

import pytest

from facilitator.domain.stage import AgendaRow, AgendaView, RowState, StageText
from tests.ui.stage.samples import frame
from ui.stage.agenda import compose
from ui.stage.items import Stroke
from ui.stage.sheet import HEIGHT

LONG = StageText(
    "Repaso de la herramienta n.º 4: el Ciclo del Prototipo y sus cinco preguntas",
    "Review of Tool #4: the Prototype Cycle and its five questions",
)
SHORT = StageText("Dinámica de animación", "Energiser")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("now", range(1, 14))
def test_the_thread_of_a_page_ends_above_the_number_of_the_page(now: int) -> None:
    day = StageText("Jueves 6 de febrero", "Thursday 6 February")
    done: list[RowState] = ["done"] * now
    coming: list[RowState] = ["next"] * (14 - now)
    states: list[RowState] = [*done, "now", *coming]
    rows = tuple(
        AgendaRow(f"{n:02}:00", LONG if n % 3 else SHORT, state, until="20:00")
        for n, state in enumerate(states)
    )

    scene = compose(AgendaView(frame=frame(), title=day, rows=rows), 1920.0)

    threads = [item for page in scene.pages for item in page if isinstance(item, Stroke)]
    assert len(scene.pages) > 1
    assert max(thread.path.boundingRect().bottom() for thread in threads) <= HEIGHT - 112
