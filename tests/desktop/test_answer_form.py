"""One item: what can be answered to it, by mouse, by keys and with an input method."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checklists.assessment import Status
from desktop.answer_form import AnswerForm
from desktop.appearance import Appearance
from desktop.document import Document
from tests.checklists.small_edition import DRILL, FAILURES, OFFICER, PROCEDURE, RECALL, RETURNS
from tests.desktop.keyboard import commit, compose, press
from tests.desktop.small_file import make_small_file


class Desk:
    """The form on a real file: what it hands out is answered, and comes back as on the page."""

    def __init__(self, form: AnswerForm, document: Document) -> None:
        self.form, self.document = form, document
        self.given: list[tuple[str, dict[str, Any]]] = []
        form.given.connect(self._give)
        form.graded.connect(document.grade)
        document.answered.connect(self._refresh)
        document.findings_changed.connect(self._refresh)

    def show(self, item: str) -> None:
        self.form.show_item(self.document.scope.by_id[item], self.document.material)

    def answer(self, item: str, **fields: object) -> None:
        self.document.answer(item, **fields)

    @property
    def status(self) -> Status:
        return self.document.dossier.answer(self.form.item).status

    @property
    def checked(self) -> list[str]:
        return [s for s, button in self.form.statuses.items() if button.isChecked()]

    def leave(self) -> None:
        """Be told nothing any more: the form goes before the file."""
        self.document.answered.disconnect(self._refresh)
        self.document.findings_changed.disconnect(self._refresh)

    def _give(self, item: str, fields: dict[str, Any]) -> None:
        self.given.append((item, fields))
        self.document.answer(item, **fields)

    def _refresh(self, _item: str = "") -> None:
        self.form.refresh(self.document.material)


@pytest.fixture
def desk(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path, open_document: Callable[..., Document]
) -> Desk:
    """The form, shown, with an item that is critical and a duty by law."""
    made = Desk(AnswerForm(appearance), open_document(make_small_file(tmp_path / "河北某某.zhiping")))
    qtbot.addWidget(made.form, before_close_func=lambda _: made.leave())
    made.form.resize(576, 680)
    made.form.show()
    made.form.activateWindow()
    made.show(RECALL)
    return made


def test_a_click_rates_and_only_what_is_answered_is_checked(desk: Desk) -> None:
    QTest.mouseClick(desk.form.statuses["partial"], Qt.MouseButton.LeftButton)
    assert (desk.status, desk.checked) == ("partial", ["partial"])
    QTest.mouseClick(desk.form.statuses["partial"], Qt.MouseButton.LeftButton)
    assert (desk.status, desk.checked) == ("partial", ["partial"])


@pytest.mark.parametrize(
    ("text", "modifiers", "status"),
    [
        ("1", Qt.KeyboardModifier.NoModifier, "conform"),
        ("2", Qt.KeyboardModifier.KeypadModifier, "partial"),
        ("３", Qt.KeyboardModifier.NoModifier, "nonconform"),
    ],
)
def test_a_digit_rates_while_a_status_has_the_focus(
    desk: Desk, text: str, modifiers: Qt.KeyboardModifier, status: str
) -> None:
    button = desk.form.statuses["unanswered"]
    button.setFocus()
    assert not button.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    press(button, Qt.Key.Key_unknown, text, modifiers)
    assert desk.status == status


@pytest.mark.parametrize("field", ["note", "proof", "person"])
def test_a_digit_is_text_where_one_writes(desk: Desk, field: str) -> None:
    place = getattr(desk.form.texts, field)
    place.setFocus()
    press(place, Qt.Key.Key_3, "3")
    commit(place, "１")
    typed = next(t for t in desk.form.texts.typed.values() if t.field is place)
    assert typed.text() == "3１"
    assert desk.status == "unanswered"


def test_ctrl_x_cuts_in_the_note(desk: Desk) -> None:
    note = desk.form.texts.note
    note.setPlainText("只口头通知")
    note.setFocus()
    note.selectAll()
    QTest.keyClick(note, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert note.toPlainText() == ""
    assert QGuiApplication.clipboard().text() == "只口头通知"
    assert desk.status == "unanswered"


def test_a_note_is_saved_soon_after_the_last_key(qtbot: QtBot, desk: Desk) -> None:
    timer = desk.form.texts.typed["note"].timer
    timer.setInterval(0)
    with qtbot.waitSignal(desk.form.given) as given:
        commit(desk.form.texts.note, "当天停售")
    assert given.args == [RECALL, {"note": "当天停售"}]


def test_a_note_is_not_saved_in_mid_composition(qtbot: QtBot, desk: Desk) -> None:
    note, typed = desk.form.texts.note, desk.form.texts.typed["note"]
    commit(note, "当天")
    typed.timer.setInterval(0)
    compose(note, "tingshou")
    with qtbot.waitSignals([typed.timer.timeout, typed.timer.timeout]):
        typed.timer.start()
    assert desk.given == []
    with qtbot.waitSignal(desk.form.given):
        commit(note, "停售")
    assert desk.given == [(RECALL, {"note": "当天停售"})]


def test_a_note_is_saved_on_leaving_it(desk: Desk) -> None:
    desk.form.texts.note.setFocus()
    commit(desk.form.texts.note, "当天停售")
    desk.form.texts.proof.setFocus()
    assert desk.given == [(RECALL, {"note": "当天停售"})]


def test_what_comes_back_leaves_the_cursor_and_the_undo_of_the_note(desk: Desk) -> None:
    note = desk.form.texts.note
    note.setFocus()
    commit(note, "当天停售")
    cursor = note.textCursor()
    cursor.setPosition(2)
    note.setTextCursor(cursor)
    desk.form.settle()
    assert note.textCursor().position() == 2
    QTest.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.toPlainText() == ""


def test_a_change_from_elsewhere_does_not_overwrite_what_is_being_typed(desk: Desk) -> None:
    desk.form.texts.note.setFocus()
    commit(desk.form.texts.note, "还没写完")
    desk.answer(RECALL, note="别处写的", proof_ref="QP-14")
    assert desk.form.texts.note.toPlainText() == "还没写完"
    assert desk.form.texts.proof.text() == "QP-14"


def test_rating_takes_the_note_along_in_one_step(desk: Desk) -> None:
    desk.form.texts.note.setFocus()
    commit(desk.form.texts.note, "只口头通知")
    desk.form.rate(3)
    assert desk.given == [(RECALL, {"status": "nonconform", "note": "只口头通知"})]


def test_esc_leaves_the_note_but_not_in_mid_composition(desk: Desk) -> None:
    note = desk.form.texts.note
    note.setFocus()
    compose(note, "ting")
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is note
    commit(note, "停")
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is desk.form.statuses["conform"]


def test_enter_is_a_new_line_and_tab_goes_on(desk: Desk) -> None:
    note = desk.form.texts.note
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert note.toPlainText() == "\n"
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is desk.form.texts.proof


def test_not_applicable_asks_for_its_reason_and_offers_the_usual_one(qtbot: QtBot, desk: Desk) -> None:
    desk.form.rate(4)
    note = desk.form.texts.note
    assert QApplication.focusWidget() is note
    assert note.placeholderText() == "写明不适用的理由"
    assert desk.form.reason.isVisible()
    with qtbot.waitSignal(desk.form.given):
        desk.form.reason.followed.emit()
    assert note.toPlainText() == "近三年没有发现安全缺陷"
    assert not desk.form.reason.isVisible()
    assert desk.document.dossier.answer(RECALL).counted == "not_applicable"


def test_an_unmet_duty_shows_the_grade_that_the_rules_propose(qtbot: QtBot, desk: Desk) -> None:
    severity = desk.form.severity
    assert not severity.isVisible()
    desk.form.rate(3)
    assert severity.isVisible()
    assert severity.buttons["major"].isChecked()
    QTest.mouseClick(severity.buttons["minor"], Qt.MouseButton.LeftButton)
    finding = desk.document.dossier.finding_of(RECALL)
    assert finding is not None
    assert finding.grade == "minor"
    assert severity.buttons["minor"].isChecked()
    assert severity.remark.text() == "按规则是严重"
    with qtbot.waitSignal(desk.form.graded) as graded:
        QTest.mouseClick(severity.buttons["major"], Qt.MouseButton.LeftButton)
    assert graded.args == [RECALL, ""]


def test_what_is_unmet_but_no_duty_has_no_grade(desk: Desk) -> None:
    desk.show(DRILL)
    desk.form.rate(3)
    assert desk.form.severity.isVisible()
    assert not any(button.isVisible() for button in desk.form.severity.buttons.values())
    assert "改进" in desk.form.severity.remark.text()


def test_words_and_badges_follow_how_strongly_it_binds(desk: Desk) -> None:
    assert desk.form.statuses["nonconform"].text() == "不符合"
    desk.show(DRILL)
    assert desk.form.statuses["nonconform"].text() == "尚未做到"
    desk.show(OFFICER)
    assert desk.form.statuses["nonconform"].text() == "不符合"
    assert desk.form.head._binding.accessibleName() == "政策"
    assert "河北省的中型以上企业必须任命" in desk.form.head._notes.text()


def test_missing_proof_is_said_until_there_is_some(desk: Desk) -> None:
    desk.form.rate(1)
    assert desk.form.missing.isVisible()
    desk.answer(RECALL, proof_ref="停售记录 QR-03，品管部")
    assert not desk.form.missing.isVisible()
    desk.show(DRILL)
    desk.form.rate(1)
    assert not desk.form.missing.isVisible()


def test_figures_are_given_level_by_level_once_they_can_be_kept(desk: Desk) -> None:
    desk.show(FAILURES)
    assert not desk.form.rating.isVisible()
    national, provincial = desk.form.measure._rows
    for field, text in zip(national.fields, ("2", "1"), strict=True):
        field.setText(text)
    desk.form.settle()
    assert desk.given == []
    assert "不大于" in national.result.text()
    national.fields[1].setText("40")
    desk.form.settle()
    assert desk.given == [(FAILURES, {"measure": {"national": ("2", "40")}})]
    assert national.result.text() == "2/40（5.0%）"
    provincial.fields[0].setText("1")
    desk.form.settle()
    assert provincial.result.text() == "两个数都要填"
    assert len(desk.given) == 1


def test_target_figures_stand_beside_the_own_ones(desk: Desk) -> None:
    desk.show(FAILURES)
    national, provincial = desk.form.measure._rows
    assert "10" in national.target.text()
    assert "河北" in provincial.target.text()


def test_one_figure_is_given_alone(desk: Desk) -> None:
    desk.show(RETURNS)
    (row,) = desk.form.measure._rows
    row.fields[0].setText("1.5")
    desk.form.settle()
    assert desk.given == [(RETURNS, {"measure": {"": ("1.5",)}})]


def test_a_digit_rates_nothing_on_a_measure(desk: Desk) -> None:
    desk.show(FAILURES)
    desk.form.rate(1)
    assert desk.given == []


def test_a_picture_pasted_into_the_note_becomes_evidence_and_text_stays_text(
    qtbot: QtBot, desk: Desk
) -> None:
    note = desk.form.texts.note
    note.setFocus()
    QGuiApplication.clipboard().setText("只口头通知")
    note.paste()
    assert note.toPlainText() == "只口头通知"
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(desk.form.offered) as offered:
        note.paste()
    item, ((data, name),) = offered.args
    assert (item, note.toPlainText()) == (RECALL, "只口头通知")
    assert data.startswith(b"\x89PNG")
    assert name.endswith(".png")


def test_nothing_to_paste_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    shown = desk.form.evidence
    before = shown._aside.text()
    QGuiApplication.clipboard().setText("只口头通知")
    with qtbot.assertNotEmitted(desk.form.offered):
        QTest.mouseClick(shown._paste, Qt.MouseButton.LeftButton)
    assert "剪贴板里没有图片或文件" in shown._aside.text()
    desk.form.show_evidence(desk.document.material)
    assert shown._aside.text() == before
    monkeypatch.setattr(QClipboard, "mimeData", lambda _clipboard: None)
    QTest.mouseClick(shown._paste, Qt.MouseButton.LeftButton)
    assert "剪贴板里没有图片或文件" in shown._aside.text()


def test_ctrl_v_on_the_item_takes_a_picture_as_evidence(qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    button = desk.form.statuses["conform"]
    button.setFocus()
    with qtbot.waitSignal(desk.form.offered):
        QTest.keyClick(button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_files_dropped_on_the_note_become_evidence(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "停售记录.pdf"
    file.write_bytes(b"%PDF-1.7")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert desk.form.texts.note.canInsertFromMimeData(data)
    with qtbot.waitSignal(desk.form.offered) as offered:
        desk.form.texts.note.insertFromMimeData(data)
    assert offered.args == [RECALL, [(file, "")]]
    assert desk.form.texts.note.toPlainText() == ""


def test_a_locked_form_looks_as_if_nothing_could_be_rated(desk: Desk) -> None:
    form = desk.form
    before = {code: button.grab().toImage() for code, button in form.statuses.items()}
    form.set_locked(True)
    assert form._hint.text() == "只能看，不能改"
    assert form.texts.proof.placeholderText() == form.texts.note.placeholderText() == "没有填写"
    for code, button in form.statuses.items():
        assert "(" not in button.toolTip()
        assert button.grab().toImage() != before[code]


def test_a_locked_form_gives_nothing(desk: Desk) -> None:
    desk.form.set_locked(True)
    desk.form.rate(1)
    QTest.mouseClick(desk.form.statuses["partial"], Qt.MouseButton.LeftButton)
    press(desk.form.texts.note, Qt.Key.Key_A, "a")
    press(desk.form.texts.proof, Qt.Key.Key_A, "a")
    desk.form.settle()
    assert desk.given == []
    assert desk.checked == ["unanswered"]


def test_later_is_one_click(desk: Desk) -> None:
    QTest.mouseClick(desk.form.head.later, Qt.MouseButton.LeftButton)
    assert desk.document.dossier.answer(RECALL).later
    desk.show(PROCEDURE)
    assert not desk.form.head.later.isChecked()


def test_an_internal_note_is_folded_away_until_there_is_one(desk: Desk) -> None:
    assert not desk.form.texts.internal.isVisible()
    desk.answer(PROCEDURE, internal="问过法务")
    desk.show(PROCEDURE)
    assert desk.form.texts.internal.isVisible()
    assert desk.form.texts.internal.toPlainText() == "问过法务"


def test_a_question_that_means_something_else_now_is_to_be_looked_at_again(desk: Desk) -> None:
    desk.show(OFFICER)
    desk.form.rate(1)
    assert not desk.form.changed.isVisible()
    # In Anhui it is no duty any more.
    desk.document.set_profile(desk.document.dossier.profile._replace(region="anhui"))
    desk.show(OFFICER)
    assert desk.form.changed.isVisible()
    desk.form.changed.followed.emit()
    assert not desk.form.changed.isVisible()
    assert desk.document.dossier.answer(OFFICER).status == "conform"
