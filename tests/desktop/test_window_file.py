"""The window with its file: opening, what is said where it fails, going on, closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from checklists.backups import backups
from checklists.compiling import current_edition
from checklists.errors import UserError
from checklists.profile import Profile
from checklists.records import Records
from desktop import file_dialogs, opening
from desktop import window as window_module
from desktop.controls.panels import Toast
from desktop.document import Document
from desktop.new_file import NewFileDialog
from desktop.window import Window
from tests.desktop.driving import (
    Pages,
    all_saved,
    duty,
    failed,
    faulty,
    gated,
    in_file,
    opened_document,
)

KEY = QTest.keySequence


def question(qapp: QApplication) -> QMessageBox:
    """The one question that is asked."""
    (box,) = [w for w in qapp.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    return box


def answer(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    next(b for b in box.buttons() if box.buttonRole(b) == role).click()


def entry(window: Window, word: str) -> QAction:
    """An entry of the menus, as they are when they are opened now."""
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    return next(a for a in window.findChildren(QAction) if a.text() == word)


def test_closing_waits_until_everything_is_saved(
    qtbot: QtBot, window: Window, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, gate, _ = gated()
    use(monkeypatch, slow)
    window.open_file(sample)
    document = opened_document(window)
    item = duty(document)
    document.answer(item, note="最后一句")
    window.close()
    assert window.isVisible()
    assert "正在保存" in window.notice("saving")
    with qtbot.waitSignal(window.ended):
        gate.release()
    assert not window.isVisible()
    assert in_file(sample).answer(item).note == "最后一句"


def use(monkeypatch: pytest.MonkeyPatch, records: type[Records]) -> None:
    """Have the window open its files with other records."""
    original = Document.open

    def open_it(*given: object, **options: object) -> Document:
        return original(*given, **options, records=records)  # type: ignore[arg-type]

    monkeypatch.setattr(Document, "open", open_it)


def test_closing_asks_where_something_cannot_be_saved(
    qtbot: QtBot, qapp: QApplication, window: Window, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty_records, faults = faulty()
    use(monkeypatch, faulty_records)
    window.open_file(sample)
    document = opened_document(window)
    faults.append(UserError("disk-full", path=sample))
    with qtbot.waitSignal(document.saving, check_params_cb=failed):
        document.answer(duty(document), note="x")
    assert "磁盘已满" in window.notice("saving")
    window.close()
    answer(question(qapp), QMessageBox.ButtonRole.RejectRole)
    assert window.isVisible()
    window.close()
    box = question(qapp)
    with qtbot.waitSignal(window.ended):
        answer(box, QMessageBox.ButtonRole.AcceptRole)


def test_a_failure_offers_a_retry_at_the_place(
    qtbot: QtBot, window: Window, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty_records, faults = faulty()
    use(monkeypatch, faulty_records)
    window.open_file(sample)
    document = opened_document(window)
    faults.append(UserError("disk-full", path=sample))
    with qtbot.waitSignal(document.saving, check_params_cb=failed):
        document.answer(duty(document), note="x")
    faults.clear()
    window.follow_notice("saving")
    with qtbot.waitSignal(document.saving, check_params_cb=all_saved):
        pass
    assert window.notice("saving") == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "找不到文件"),
        (b"not ours" * 40, "不是质评文件"),
        (
            b"SQLite format 3\x00"
            + bytes(44)
            + (9001).to_bytes(4)
            + bytes(4)
            + 0x5A504731.to_bytes(4)
            + bytes(200),
            "更新版本",
        ),
        (
            b"SQLite format 3\x00"
            + bytes(44)
            + (1000).to_bytes(4)
            + bytes(4)
            + 0x5A504731.to_bytes(4)
            + bytes(200),
            "损坏",
        ),
    ],
    ids=["vanished", "foreign", "newer", "damaged"],
)
def test_a_file_that_cannot_be_opened_says_so_and_what_to_do(
    window: Window, tmp_path: Path, content: bytes | None, said: str
) -> None:
    file = tmp_path / "坏的.zhiping"
    if content is not None:
        file.write_bytes(content)
    window.open_file(file)
    assert said in window.notice("failure")
    assert window.document is None
    assert str(window.page) == "start"


def test_a_file_open_elsewhere_can_be_looked_at(qtbot: QtBot, window: Window, sample: Path) -> None:
    with Records.open(sample, person="李雪梅"):
        window.open_file(sample)
        assert "李雪梅" in window.notice("failure")
        window.follow_notice("failure")
        assert opened_document(window).read_only
        assert "只能看" in window.notice("reading")
    window.follow_notice("reading")
    box = question(QApplication.instance())  # type: ignore[arg-type]
    answer(box, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: window.document is not None and not window.document.read_only)
    assert window.notice("reading") == ""


def test_another_file_takes_the_place_of_this_one(
    qtbot: QtBot, opened: Window, pages: Pages, made_sample: Path, tmp_path: Path
) -> None:
    first = opened_document(opened)
    opened.go("summary")
    old_page = pages["summary"]
    other = tmp_path / "另一家.zhiping"
    other.write_bytes(made_sample.read_bytes())
    with qtbot.waitSignal(first.closed):
        opened.open_file(other)
    assert opened_document(opened).path == other
    opened.go("summary")
    assert pages["summary"] is not old_page
    qtbot.waitUntil(lambda: opened.preferences.now.recent[:1] == (str(other),))


def test_what_was_done_in_a_file_cannot_be_taken_back_when_it_is_closed(qtbot: QtBot, opened: Window) -> None:
    document = opened_document(opened)
    opened.toast("已评为不适用", document.undo)
    (toast,) = opened.findChildren(Toast)
    assert toast.isVisible()
    with qtbot.waitSignal(document.closed):
        opened.close_file()
    assert not toast.isVisible()


def test_a_file_is_opened_by_dropping_it(window: Window, sample: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sample))])
    actions, button, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(9, 9), actions, mime, button, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), actions, mime, button, none))
    assert opened_document(window).path == sample


def test_another_file_dropped_is_not_ours(window: Window, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    enter = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def dialog_of(window: Window) -> QDialog:
    """The one dialog over the window."""
    (found,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    return found


def test_a_new_file_begins_with_the_profile(window: Window, tmp_path: Path) -> None:
    window.preferences.set(client_folder=str(tmp_path), person="周敏")
    QTest.keySequence(window, "Ctrl+N")
    dialog = dialog_of(window)
    assert isinstance(dialog, NewFileDialog)
    dialog.name.setText("某某电器有限公司")
    dialog.make.click()
    assert str(window.page) == "profile"
    document = opened_document(window)
    assert document.path.parent == tmp_path
    assert document.dossier.profile.name == "某某电器有限公司"


def test_a_new_file_that_cannot_be_made_is_mended_where_it_was_asked_for(
    window: Window, tmp_path: Path
) -> None:
    window.preferences.set(person="周敏")
    QTest.keySequence(window, "Ctrl+N")
    dialog = dialog_of(window)
    assert isinstance(dialog, NewFileDialog)
    dialog.name.setText("某某电器有限公司")
    dialog.choose_folder(tmp_path / "拔掉的盘")
    dialog.make.click()
    assert dialog.isVisible()
    assert "无法写入" in dialog._fault.text()
    dialog.choose_folder(tmp_path)
    assert not dialog._fault.text()
    dialog.make.click()
    assert opened_document(window).dossier.profile.name == "某某电器有限公司"


def test_a_backup_is_opened_as_a_new_file(
    qtbot: QtBot, opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = opened_document(opened)
    document.answer(duty(document), note="在备份里")
    with qtbot.waitSignal(document.closed):
        opened.close_file()
    (backup,) = backups(document.file_id)
    copy = tmp_path / "恢复.zhiping"
    monkeypatch.setattr(opening, "ask_for_new_file", lambda *_: copy)
    opened.restore_backup(backup.path)
    restored = opened_document(opened)
    assert restored.path == copy
    assert restored.dossier.answer(duty(restored)).note == "在备份里"


def test_a_file_is_opened_at_a_page(window: Window, pages: Pages, sample: Path) -> None:
    window.open_file(sample, "findings", "there")
    assert pages["findings"].entered == ["there"]
    window.open_file(sample, "summary")
    assert str(window.page) == "summary"


def test_a_copy_is_gone_on_with_after_somebody_else_wrote(
    qtbot: QtBot, opened: Window, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = opened_document(opened)
    with Records.open(sample, person="别人", confirmed=True) as records:
        records.answer(document.dossier.assessment.id, duty(document), note="别人写的")
    with qtbot.waitSignal(document.saving, check_params_cb=failed):
        document.answer(duty(document), later=True)
    copy = tmp_path / "另存.zhiping"
    monkeypatch.setattr(window_module, "ask_for_new_file", lambda *_: copy)
    with qtbot.waitSignal(document.moved):
        opened.follow_notice("saving")
    assert document.path == copy
    assert opened.preferences.now.recent[0] == str(copy)
    assert copy.suffix == file_dialogs.SUFFIX


def test_the_folder_of_the_file_is_shown_and_it_is_said_where_it_cannot_be(
    opened: Window, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []

    def open_url(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return len(shown) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    folder = entry(opened, "打开所在文件夹")
    folder.trigger()
    assert not opened.notice("failure")
    folder.trigger()
    assert str(sample.parent) in opened.notice("failure")
    assert shown == [sample.parent, sample.parent]


def test_the_menu_offers_the_files_of_before_the_latest_first(
    qtbot: QtBot, opened: Window, sample: Path, tmp_path: Path
) -> None:
    other = tmp_path / "河北另一家.zhiping"
    with Records.create(other, person="甲") as records:
        records.start_assessment(current_edition(), Profile(), title="", year="2026", started_on="2026-01-01")
    qtbot.waitUntil(lambda: opened.preferences.now.recent[:1] == (str(sample),))
    opened.open_file(other)
    qtbot.waitUntil(lambda: opened.preferences.now.recent[:1] == (str(other),))
    entry(opened, sample.name).trigger()
    qtbot.waitUntil(lambda: opened_document(opened).path == sample)
