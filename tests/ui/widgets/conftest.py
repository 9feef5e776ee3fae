"""A window in the program's look that shows the controls of one test."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget


@pytest.fixture
def shown(qtbot, worn):
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)

    def show(*widgets):
        for widget in widgets:
            window.layout().addWidget(widget)
        with qtbot.waitActive(window):
            window.show()
        return widgets[0]

    return show
