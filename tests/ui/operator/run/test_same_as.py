"""A card that says what an earlier one says is asked about beside it, and nobody has to answer."""

from facilitator.domain.cards import Card, CardStatus


def asked(run):
    return run._cards._same_as.offer


def idle(qtbot, run):
    same_as = run._cards._same_as
    qtbot.waitUntil(lambda: not same_as.calm.isActive() and not same_as.alike._background.is_busy)
    qtbot.wait(0)


def active(desk):
    return sorted(card.text.text for card in desk.records.where(Card, status=CardStatus.ACTIVE))


def test_a_card_that_says_the_same_is_asked_about_while_the_next_one_can_be_typed(qtbot, run, enter):
    enter("El riego llegó tarde a las parcelas")
    enter("Las parcelas recibieron tarde el riego")

    qtbot.waitUntil(lambda: asked(run).is_open)
    assert "El riego llegó tarde a las parcelas" in asked(run).accessibleName()
    assert run.capture.frame.text.hasFocus()


def test_the_two_become_one_card_when_a_person_says_so_and_undo_parts_them(qtbot, run, enter, desk):
    enter("Agua potable")
    enter("agua potable")
    qtbot.waitUntil(lambda: asked(run).is_open)

    asked(run).accept()
    qtbot.waitUntil(lambda: active(desk) == ["Agua potable"])

    desk.undo()
    qtbot.waitUntil(lambda: active(desk) == ["Agua potable", "agua potable"])
    assert not asked(run).is_open


def test_who_goes_on_typing_is_not_asked_any_more(qtbot, run, enter):
    enter("Agua potable")
    enter("agua potable")
    qtbot.waitUntil(lambda: asked(run).is_open)

    enter("La escuela abre tarde")
    idle(qtbot, run)

    assert not asked(run).is_open


def test_another_card_is_left_alone(qtbot, run, enter):
    enter("Agua potable")
    enter("La escuela abre tarde")

    idle(qtbot, run)
    assert not asked(run).is_open


def test_words_that_look_like_markup_stand_in_the_question_as_they_were_said(qtbot, run, enter):
    enter("<b>Agua</b> & {text}")
    enter("<b>agua</b> & {TEXT}")

    qtbot.waitUntil(lambda: asked(run).is_open)
    assert "<b>Agua</b> & {text}" in asked(run).accessibleName()
