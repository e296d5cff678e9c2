"""首页: what it tells of files is what is in them; what is not there is not made up."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from checklists.compiling import current_edition
from checklists.file_lock import lock_path
from checklists.profile import Profile
from checklists.records import Records
from desktop import moments
from desktop.document import Document
from desktop.pages import start
from desktop.pages.start import StartPage
from desktop.shelf import files_in, look
from desktop.tasks import Progress
from exports.material import Material
from tests.desktop.driving import StandInShell
from tests.desktop.names import nameless

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test is on one day."""
    moment = moments.now().replace(year=TODAY.year, month=TODAY.month, day=TODAY.day)
    monkeypatch.setattr(moments, "now", lambda: moment)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    """A folder of three clients, one of them in a folder of its own, and two files that cannot be opened."""
    folder = tmp_path / "客户资料"
    (folder / "福建").mkdir(parents=True)
    client(folder / "甲厂.zhiping", "佛山市甲电器有限公司", "guangdong", answered=5, due=-3)
    client(folder / "乙厂.zhiping", "保定乙家电有限公司", "hebei", answered=10_000)
    client(folder / "福建" / "丙厂.zhiping", "泉州丙电器厂", "fujian", due=5)
    (folder / "表格.zhiping").write_bytes(b"PK\x03\x04" + bytes(200))
    newer = bytearray((folder / "甲厂.zhiping").read_bytes())
    newer[60:64] = (99_000).to_bytes(4, "big")
    (folder / "明年.zhiping").write_bytes(newer)
    return folder


def client(path: Path, name: str, region: str, *, answered: int = 0, due: int | None = None) -> Path:
    """Make a file with so many items answered, and an action that is due in so many days."""
    profile = Profile(
        name=name,
        region=region,
        staff="45",
        turnover="2600",
        facts={"domain": ("appliances",), "role": ("manufacturer",)},
    )
    with Records.create(path, person="周敏") as records:
        edition = current_edition()
        made = records.start_assessment(
            edition, profile, title="2026 年度自评", year="2026", started_on="2026-10-01"
        )
        items = [s for s in records.scope(made).items if not s.is_measure]
        records.answers(made, {s.id: {"status": "conform"} for s in items[:answered]})
        if answered > len(items):
            measures = [s.id for s in records.scope(made).items if s.is_measure]
            records.answers(made, {m: {"measure": {"national": ("0", "0")}} for m in measures})
        if due is not None:
            duty = next(s for s in items if s.is_duty)
            records.answer(made, duty.id, status="nonconform")
            finding = records.dossier().findings[0].id
            day = (TODAY + timedelta(days=due)).isoformat()
            records.save("action", "", {"finding": finding, "measure": f"{name}要补的记录", "due": day})
    return path


@pytest.fixture
def page(qtbot: QtBot, shell: StandInShell) -> Iterator[StartPage]:
    """The page without a file."""
    made = StartPage(None, shell)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.leave()


def enter(qtbot: QtBot, page: StartPage) -> None:
    """Show the page and wait until all files are read."""
    page.enter()
    for task in [t for t in page.reading if t.running]:
        if task.running:
            with qtbot.waitSignal(task.finished):
                pass


def column(page: StartPage, place: int) -> list[str]:
    return [row.cells[place].text for row in page.shelf.table.rows()]


def test_nothing_is_made_up_where_there_is_nothing(qtbot: QtBot, page: StartPage) -> None:
    enter(qtbot, page)
    assert page.first.isVisible()
    assert not page.resume.isVisible()
    assert page.due.rows() == []
    assert page.none_due.isVisible()
    assert page.cards == []
    assert not page.shelf.table.isVisible()
    assert page.shelf.empty.isVisible()
    assert page.new.hasFocus()


def test_the_ways_in_ask_the_shell(page: StartPage, shell: StandInShell) -> None:
    for button in (page.new, page.open, page.sample, page.restore, page.settings):
        button.click()
    assert shell.asked == [("new", None), ("choose", None), ("sample", None), ("restore", None)]
    assert shell.went == [("preferences", "")]


def test_the_folder_is_listed_as_it_is(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    shell.preferences.set(client_folder=str(clients))
    enter(qtbot, page)
    page.shelf.table.sort_by(0)
    assert column(page, 0) == ["佛山市甲电器有限公司", "保定乙家电有限公司", "泉州丙电器厂"]
    assert column(page, 1) == ["广东省·家用电器", "河北省·家用电器", "福建省·家用电器"]
    assert column(page, 5) == ["1", "—", "—"]
    seen = look([clients / "乙厂.zhiping"], "zh", TODAY)[0]
    with Records.open(clients / "乙厂.zhiping", write=False) as records:
        dossier = records.dossier()
        figures = Material(records.edition(dossier.assessment.edition), dossier, TODAY).figures
    assert seen.answered == figures.answered
    assert seen.answered.complete
    assert column(page, 3)[1] == f"{seen.answered.total}/{seen.answered.total}"
    assert column(page, 4)[1] == "100.0 %"
    assert page.shelf._total.text() == "共 3 家·已完成 1 家"


def test_files_that_cannot_be_opened_are_counted_with_their_reasons(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    shell.preferences.set(client_folder=str(clients))
    enter(qtbot, page)
    assert page.shelf.faulty.text() == "2 个文件打不开，看原因"
    page.shelf.faulty.click()
    said = [w.accessibleName() for w in page.shelf.faults.findChildren(QWidget)]
    assert any("表格.zhiping 不是质评文件" in text for text in said)
    assert any("明年.zhiping 由更新版本的质评写成" in text for text in said)


def test_reading_leaves_the_files_as_they_are(clients: Path) -> None:
    before = {p: p.read_bytes() for p in clients.rglob("*") if p.is_file()}
    look(files_in(clients), "zh", TODAY)
    assert {p: p.read_bytes() for p in clients.rglob("*") if p.is_file()} == before


def test_the_list_is_filtered_and_sorted(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    shell.preferences.set(client_folder=str(clients))
    enter(qtbot, page)
    page.shelf.filter.setText("保定")
    assert column(page, 0) == ["保定乙家电有限公司"]
    page.shelf.filter.setText("查无此家")
    assert page.shelf.empty.accessibleName() == "“查无此家”没有找到。"
    page.shelf.empty.pressed.emit()
    page.shelf.table.sort_by(3, descending=True)
    assert column(page, 0) == ["保定乙家电有限公司", "佛山市甲电器有限公司", "泉州丙电器厂"]


def test_enter_on_a_row_opens_the_file(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    shell.preferences.set(client_folder=str(clients))
    enter(qtbot, page)
    page.shelf.table.select(str(clients / "乙厂.zhiping"))
    QTest.keyClick(page.shelf.table, Qt.Key.Key_Return)
    assert shell.asked == [("open", clients / "乙厂.zhiping")]


def test_a_folder_that_is_gone_says_so(
    qtbot: QtBot, page: StartPage, shell: StandInShell, tmp_path: Path
) -> None:
    shell.preferences.set(client_folder=str(tmp_path / "拔掉的盘"))
    enter(qtbot, page)
    assert page.shelf.empty.accessibleName().startswith("找不到文件")


def test_choosing_a_folder_is_remembered(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    page.choose_folder(clients)
    for task in list(page.reading):
        if task.running:
            with qtbot.waitSignal(task.finished):
                pass
    assert shell.preferences.now.client_folder == str(clients)
    assert len(page.shelf.table.rows()) == 3


def test_what_is_due_comes_from_the_folder_most_urgent_first(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    shell.preferences.set(client_folder=str(clients))
    shell.preferences.opened(clients / "甲厂.zhiping")
    enter(qtbot, page)
    told = [tuple(cell.text for cell in row.cells) for row in page.due.rows()]
    assert told == [
        ("佛山市甲电器有限公司要补的记录", "佛山市甲电器", "逾期 3 天"),
        ("泉州丙电器厂要补的记录", "泉州丙电器厂", "5 天后到期"),
    ]
    page.due.opened.emit(page.due.rows()[0].id)
    assert shell.asked == [("open", clients / "甲厂.zhiping")]


def test_a_closed_action_is_not_due(clients: Path) -> None:
    path = clients / "甲厂.zhiping"
    with Records.open(path, person="周敏") as records:
        records.save("action", records.dossier().actions[0].id, {"closed_on": "2026-11-21"})
    assert look([path], "zh", TODAY)[0].due == ()


def test_the_sample_adds_nothing_to_what_is_due(
    qtbot: QtBot, page: StartPage, sample: Path, shell: StandInShell
) -> None:
    assert look([sample], "zh", TODAY)[0].due
    shell.preferences.opened(sample)
    enter(qtbot, page)
    assert page.due.rows() == []


def test_the_last_file_is_gone_on_with(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    for name in ("乙厂.zhiping", "甲厂.zhiping"):
        shell.preferences.opened(clients / name)
    enter(qtbot, page)
    assert page.resume.resume.hasFocus()
    page.resume.resume.click()
    assert shell.asked == [("open", clients / "甲厂.zhiping")]
    assert [card.text() for card in page.cards] == ["保定乙家电有限公司"]
    page.cards[0].click()
    assert shell.asked[-1] == ("open", clients / "乙厂.zhiping")


def test_a_file_that_is_gone_says_so_and_can_be_forgotten(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    for path in (clients / "没了.zhiping", clients / "明年.zhiping", clients / "甲厂.zhiping"):
        shell.preferences.opened(path)
    enter(qtbot, page)
    assert ["由更新版本的质评写成" in c.accessibleName() for c in page.cards] == [True, False]
    assert "文件不在原处" in page.cards[1].accessibleName()
    page.cards[1].actions()[0].trigger()
    assert all("没了" not in path for path in shell.preferences.now.recent)


def test_a_file_in_use_elsewhere_says_so(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell
) -> None:
    path = clients / "乙厂.zhiping"
    for name in ("乙厂.zhiping", "甲厂.zhiping"):
        shell.preferences.opened(clients / name)
    lock_path(path).write_text("{}", encoding="utf-8")
    assert look([path], "zh", TODAY)[0].busy
    enter(qtbot, page)
    assert page.cards[0].seen.busy


def test_the_file_open_here_is_not_in_use_elsewhere(
    qtbot: QtBot, document: Document, shell: StandInShell
) -> None:
    shell.preferences.opened(document.path)
    page = StartPage(document, shell)
    qtbot.addWidget(page)
    page.show()
    enter(qtbot, page)
    assert not page._recent[0].busy
    page.resume.resume.click()
    assert (shell.asked, shell.went) == ([], [("questions", "")])
    page.resume.look.click()
    assert shell.went[-1] == ("summary", "")


def test_only_what_was_written_since_is_read_again(clients: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = files_in(clients)
    seen = {s.path: s for s in look(paths, "zh", TODAY)}
    client_changed = clients / "乙厂.zhiping"
    with Records.open(client_changed, person="周敏") as records:
        records.update_assessment(records.dossier().assessment.id, title="重做")
    opened: list[Path] = []
    real = Records.open

    def spy(path: Path, **options: object) -> Records:
        opened.append(path)
        return real(path, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Records, "open", spy)
    again = {s.path: s for s in look(paths, "zh", TODAY, known=seen)}
    sound = [p for p in opened if p.name not in {"表格.zhiping", "明年.zhiping"}]
    assert sound == [client_changed]
    assert again[client_changed].title == "重做"


def test_looking_stops_when_it_is_told_to(clients: Path) -> None:
    assert len(look(files_in(clients), "zh", TODAY, lambda done, _total: done < 2)) == 2


@pytest.mark.parametrize("width", [840, 1280])
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell, width: int
) -> None:
    shell.preferences.set(client_folder=str(clients))
    for name in ("乙厂.zhiping", "甲厂.zhiping"):
        shell.preferences.opened(clients / name)
    page.resize(width, 520)
    enter(qtbot, page)
    assert page.width() == width
    assert page.content.width() <= width - page.side.width()
    assert page.content.minimumSizeHint().width() <= width - page.side.width()


def test_every_control_has_a_name(qtbot: QtBot, page: StartPage, clients: Path, shell: StandInShell) -> None:
    shell.preferences.set(client_folder=str(clients))
    enter(qtbot, page)
    assert nameless(page) == []


def test_what_is_still_being_read_when_the_page_goes_is_told_to_nobody(
    qtbot: QtBot, shell: StandInShell, clients: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = threading.Event()

    def slow(paths: Sequence[Path], _language: str, _day: date, progress: Progress, _known: object) -> object:
        gone.wait()
        progress(len(paths), len(paths))
        return ()

    monkeypatch.setattr(start, "look", slow)
    shell.preferences.set(client_folder=str(clients))
    page = StartPage(None, shell)
    page.refresh()
    tasks = page.reading
    assert len(tasks) == 2
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    with qtbot.waitSignals([task.finished for task in tasks]):
        gone.set()
