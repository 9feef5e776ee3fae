"""The board's question beside an open vote: it ends in an ellipsis, and is whole while it is written."""


def test_the_question_is_elided_while_nobody_types(page, qtbot):
    question = page.board_bar.question
    question.set_value("¿Qué mejoraría el ciclo del prototipo en la próxima iteración?")

    page.wall.setFocus()
    question.setFixedWidth(160)

    assert question.shown_text().endswith("…")
    assert question.text() == "¿Qué mejoraría el ciclo del prototipo en la próxima iteración?"


def test_a_narrow_bar_says_adding_by_its_sign_and_to_screen_readers(page):
    bar = page.board_bar

    bar.resize(700, bar.height())
    narrow = bar.add.text()
    bar.resize(1200, bar.height())

    assert narrow == ""
    assert bar.add.text() == bar.add.accessibleName() == "Add card"
