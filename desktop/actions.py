"""The rail and the commands of the window with their keys, as data; `window.py` carries them out."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.pages import PageName


class Place(NamedTuple):
    """A page on the rail: its word on the rail, its icon, its key; `foot` stands at the bottom."""

    page: PageName
    word: str
    icon: str
    keys: str = ""
    foot: bool = False
    needs_file: bool = True


class Command(NamedTuple):
    """What can be done anywhere by a key: the method of the window, a word, the keys."""

    does: str
    word: str
    keys: str
    needs_file: bool = False


PLACES: Final = (
    Place("profile", str(QT_TRANSLATE_NOOP("Window", "概况")), "company", "Ctrl+1"),
    Place("questions", str(QT_TRANSLATE_NOOP("Window", "检查")), "checklist", "Ctrl+2"),
    Place("summary", str(QT_TRANSLATE_NOOP("Window", "总览")), "chart", "Ctrl+3"),
    Place("findings", str(QT_TRANSLATE_NOOP("Window", "整改")), "flag", "Ctrl+4"),
    Place("library", str(QT_TRANSLATE_NOOP("Window", "依据")), "library", "Ctrl+5", needs_file=False),
    Place("report", str(QT_TRANSLATE_NOOP("Window", "报告")), "report", "Ctrl+6"),
    Place("start", str(QT_TRANSLATE_NOOP("Window", "首页")), "home", foot=True, needs_file=False),
    Place("preferences", str(QT_TRANSLATE_NOOP("Window", "设置")), "settings", foot=True, needs_file=False),
)

COMMANDS: Final = (
    Command("undo", str(QT_TRANSLATE_NOOP("Window", "撤销")), "Ctrl+Z", needs_file=True),
    Command("redo", str(QT_TRANSLATE_NOOP("Window", "重做")), "Ctrl+Shift+Z", needs_file=True),
    Command("find_here", str(QT_TRANSLATE_NOOP("Window", "在本页查找")), "Ctrl+F"),
    Command("search", str(QT_TRANSLATE_NOOP("Window", "全部搜索")), "Ctrl+K"),
    Command("print_report", str(QT_TRANSLATE_NOOP("Window", "打印报告")), "Ctrl+P", needs_file=True),
    Command("new_file", str(QT_TRANSLATE_NOOP("Window", "新建企业文件")), "Ctrl+N"),
    Command("choose_file", str(QT_TRANSLATE_NOOP("Window", "打开文件")), "Ctrl+O"),
    Command("next_pane", str(QT_TRANSLATE_NOOP("Window", "下一区域")), "F6"),
    Command("previous_pane", str(QT_TRANSLATE_NOOP("Window", "上一区域")), "Shift+F6"),
)


def place(page: PageName) -> Place:
    """The place of a page."""
    return next(p for p in PLACES if p.page == page)
