"""Photos come onto the session or a card by Ctrl+V, by a drop, or from a file; typing goes on meanwhile."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.cards import Card
from facilitator.domain.notes import Photo
from facilitator.domain.people import ConsentKind
from facilitator.domain.values import Text
from tests import builders as make
from tests.test_pictures import a_picture, notes
from tests.ui.operator.run.conftest import press, type_in

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _clipboard(qapp):
    QApplication.clipboard().clear()
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def photos(qtbot, desk, run):
    """Wait until so many photos are stored, and return them, oldest first."""

    def stored(count):
        qtbot.waitUntil(lambda: len(desk.records.where(Photo)) == count, timeout=5000)
        panel = run.doors.photos.panel
        qtbot.waitUntil(lambda: not panel.intake._background.is_busy)
        panel.view.viewport().repaint()  # what is shown now asks for its small pictures
        qtbot.waitUntil(lambda: not panel.thumbnails._asked and not panel.thumbnails._background.is_busy)
        return desk.records.where(Photo)

    return stored


@pytest.fixture
def panel(run):
    """The panel of photos, open."""
    run.doors.photos.toggle()
    return run.doors.photos.panel


def an_image():
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#92DFB4"))
    return image


def a_file(tmp_path, name="IMG_0001.jpg", data=None):
    file = tmp_path / name
    file.write_bytes(a_picture(exif=notes()) if data is None else data)
    return file


def drop(widget, at, *files):
    """Pull files over a widget and let them go; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    entering = QDragEnterEvent(at, *how)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), *how, QEvent.Type.Drop))
    return entering.isAccepted()


def test_an_image_pasted_into_the_capture_bar_becomes_a_photo_of_the_session(run, photos, afternoon):
    type_in(run.capture.frame.text, "Half a thought")
    QApplication.clipboard().setImage(an_image())

    press(run.capture.frame.text, Qt.Key.Key_V, CTRL)

    (photo,) = photos(1)
    assert photo.session == afternoon.round.id
    assert photo.of is None
    assert run.capture.frame.text.toPlainText() == "Half a thought"


def test_text_is_pasted_as_text_even_where_an_image_lies_beside_it(run, desk):
    data = QMimeData()
    data.setText("From a table")
    data.setImageData(an_image())
    QApplication.clipboard().setMimeData(data)

    press(run.capture.frame.text, Qt.Key.Key_V, CTRL)

    assert run.capture.frame.text.toPlainText() == "From a table"
    assert desk.records.where(Photo) == []


def test_pasted_while_a_card_has_the_keyboard_the_photo_goes_on_the_card(run, enter, photos, desk):
    enter("A photo of each slip")
    run.stream.view.setFocus()
    run.stream.view.setCurrentIndex(run.stream.view.model().index(0, 0))
    QApplication.clipboard().setImage(an_image())

    press(run.stream.view, Qt.Key.Key_V, CTRL)

    (photo,) = photos(1)
    assert photo.of == desk.records.where(Card)[0].id


def test_a_dropped_file_keeps_its_name_and_its_moment_and_nothing_else(run, photos, tmp_path):
    accepted = drop(run, QPoint(600, 300), a_file(tmp_path))

    (photo,) = photos(1)
    assert accepted
    assert photo.file_name == "IMG_0001.jpg"
    assert photo.taken_at is not None


def test_a_file_dropped_on_a_card_goes_on_that_card(run, enter, photos, desk, tmp_path):
    enter("The first")
    enter("The second")
    view = run.stream.view
    at = view.viewport().mapTo(view, view.visualRect(view.model().index(1, 0)).center())

    drop(view, at, a_file(tmp_path))

    (photo,) = photos(1)
    assert desk.records.get(Card, photo.of).text.text == "The first"


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("photo.jpg", b"%PDF-1.7", "picture-unknown"),
        ("photo.png", a_picture()[:900], "picture-broken"),
        ("IMG_0002.heic", b"ftypheic" * 20, "picture-unknown"),
    ],
)
def test_a_file_that_is_no_good_picture_is_said_and_nothing_is_stored(
    qtbot, run, desk, tmp_path, name, data, key
):
    with qtbot.waitSignal(desk.failed) as failed:
        drop(run, QPoint(600, 300), a_file(tmp_path, name, data))

    assert failed.args[0].key == key
    assert desk.records.where(Photo) == []


def test_a_file_that_is_not_named_like_a_picture_is_not_taken(run, desk, tmp_path):
    assert not drop(run, QPoint(600, 300), a_file(tmp_path, "agenda.pdf", b"%PDF-1.7"))


def test_undo_takes_the_photo_back(qtbot, run, desk, photos, tmp_path):
    drop(run, QPoint(600, 300), a_file(tmp_path))
    photos(1)

    desk.undo()

    qtbot.waitUntil(lambda: desk.records.where(Photo) == [])


def test_the_panel_shows_each_photo_small_and_takes_its_caption(qtbot, run, panel, photos, desk, tmp_path):
    panel.intake.take_files([str(a_file(tmp_path))], run.session.id)
    (photo,) = photos(1)
    qtbot.waitUntil(lambda: panel.thumbnails.image(photo.id) is not None)

    panel.details.caption.setPlainText("The <b>wall</b>")
    panel.details.caption.commit()

    qtbot.waitUntil(lambda: desk.records.where(Photo)[0].caption == Text("The <b>wall</b>", "en"))
    assert panel.model.tiles[0].caption == "The <b>wall</b>"
    assert panel.view.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("The <b>wall</b>")


def test_who_is_on_a_photo_without_consent_keeps_it_out_of_the_minutes_and_the_panel_says_so(
    qtbot, run, panel, photos, desk, do, afternoon, tmp_path
):
    panel.intake.take_files([str(a_file(tmp_path))], run.session.id)
    photos(1)

    panel.details.people.chosen.emit([str(afternoon.marisol.id)])
    qtbot.waitUntil(lambda: desk.records.where(Photo)[0].people == (afternoon.marisol.id,))
    without = (panel.model.tiles[0].shown, panel.details.warning.text())
    do(lambda w: w.books.add(make.a_consent(afternoon.marisol, ConsentKind.PHOTO)))

    assert without[0] is False
    assert "Marisol Ejemplo" in without[1]
    assert panel.model.tiles[0].shown
    assert panel.details.warning.isHidden()


def test_a_photo_is_deleted_by_its_key_and_comes_back_by_undo(qtbot, run, panel, photos, desk, tmp_path):
    panel.intake.take_files([str(a_file(tmp_path))], run.session.id)
    photos(1)
    panel.view.setFocus()

    press(panel.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.records.where(Photo) == [])
    desk.undo()

    photos(1)
    assert len(panel.model.tiles) == 1


def test_escape_closes_the_panel_and_typing_goes_on(run, panel):
    press(panel, Qt.Key.Key_Escape)

    assert panel.isHidden()
    assert run.capture.frame.text.hasFocus()


def test_the_forms_are_offered_only_while_the_session_is_an_evaluation(qtbot, run, do, afternoon):
    before = [action.text() for action in run.header_actions()]
    do(lambda w: w.books.edit(Session, afternoon.round.id, type=SessionType.EVALUATION))
    actions = list(run.header_actions())

    with qtbot.waitSignal(run.page_wanted) as wanted:
        actions[-1].trigger()

    assert before == ["Photos"]
    assert actions[-1].text() == "Evaluation forms"
    assert wanted.args == ["evaluation"]


def test_several_files_are_chosen_at_once_and_nothing_stands_still_meanwhile(run, panel, photos, tmp_path):
    files = [a_file(tmp_path, f"IMG_{n}.jpg") for n in range(2)]

    panel.add.click()
    panel.files.dialog.filesSelected.emit([str(file) for file in files])
    panel.files.dialog.reject()

    assert {photo.file_name for photo in photos(2)} == {"IMG_0.jpg", "IMG_1.jpg"}


def test_a_photo_is_read_in_large_and_the_arrows_lead_to_the_others(qtbot, run, panel, photos, tmp_path):
    panel.intake.take_files([str(a_file(tmp_path, f"IMG_{n}.jpg")) for n in range(2)], run.session.id)
    photos(2)
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.view.setFocus()

    press(panel.view, Qt.Key.Key_Space)
    large = panel.large
    shown = large._photo
    press(large, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: large._pictures.image(large._photo) is not None)
    other = large._photo
    press(large, Qt.Key.Key_Escape)

    assert [shown, other] == [tile.id for tile in panel.model.tiles]
    assert large.isHidden()
    assert panel.isVisible()
    assert panel.view.hasFocus()
    qtbot.waitUntil(lambda: not large._pictures._asked)


def test_a_card_with_a_photo_is_marked_in_the_stream_and_said_to_have_one(run, enter, photos, desk):
    enter("A photo of each slip")
    run.stream.view.setFocus()
    run.stream.view.setCurrentIndex(run.stream.view.model().index(0, 0))
    QApplication.clipboard().setImage(an_image())
    before = run.stream.model.card_at(0)

    press(run.stream.view, Qt.Key.Key_V, CTRL)
    photos(1)
    marked = run.stream.model.card_at(0)
    desk.undo()
    run.stream.view.viewport().repaint()

    assert (before.photos, marked.photos) == (0, 1)
    assert "1 photo" in marked.spoken(in_plan=False)
    assert "photo of each slip" in before.spoken(in_plan=False)
    assert "1 photo" not in before.spoken(in_plan=False)
