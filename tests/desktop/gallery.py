"""One window with every control in every state, to be looked at: `python -m tests.desktop.gallery FOLDER`.

Writes a picture for each theme and font size into the folder; QT_SCALE_FACTOR=1.5 shows how sharp they are.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.appearance import ARGUMENTS, Appearance, FontSize, ThemeChoice
from desktop.controls.buttons import Button, Chip, MarkButton, Role, StatusButton
from desktop.controls.choices import CheckBox, Choice, RadioButton, Tile
from desktop.controls.fields import Field, NoteField, SearchField, TextField
from desktop.controls.navigation import FoldButton, RailButton, RowButton, StepLine
from desktop.controls.panels import (
    Card,
    EmptyState,
    Ground,
    Kind,
    SectionTitle,
    Separator,
    Strip,
    Toast,
)
from desktop.controls.signs import Badge, MarkView, ProgressBar
from desktop.controls.texts import ElidedLabel, Figure, Label, WrappedText
from desktop.controls.thumbnails import DropBox, Thumbnail
from desktop.marks import BADGES, SEVERITY_TOKENS, STATUS_TOKENS
from tests.desktop.gallery_lists import WORDS, table, tree

STATES: Final = ("", "hover", "pressed", "focus", "disabled")
QUESTION: Final = (
    "发现产品可能危及人身、财产安全时，是否按书面程序停止生产和销售，通知经销商与用户，并在规定时限内报告？"
)


def in_state(widget: QWidget, state: str) -> QWidget:
    """Put a control into a state that otherwise only a pointer or a key brings about."""
    if state == "hover":
        widget.underMouse = lambda: True  # type: ignore[method-assign]
    elif state == "pressed" and isinstance(widget, QAbstractButton):
        widget.setDown(True)
    elif state == "focus":
        widget.hasFocus = lambda: True  # type: ignore[method-assign]
    elif state == "disabled":
        widget.setEnabled(False)
    return widget


def row(*widgets: QWidget, spacing: int = 12) -> QHBoxLayout:
    """Set widgets side by side, from the left."""
    layout = QHBoxLayout()
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addStretch(1)
    return layout


def states(make: Callable[[], QWidget]) -> QHBoxLayout:
    """One control in all its states."""
    return row(*(in_state(make(), state) for state in STATES))


def texts(look: Appearance) -> list[QLayout | QWidget]:
    """Every text and sign."""
    marks = [
        *STATUS_TOKENS,
        *SEVERITY_TOKENS,
        "clock/part",
        "warning/bad",
        "shield-check/accent",
        "arrow-up/ok",
    ]
    elided = ElidedLabel(look, "广东明禾电器股份有限公司佛山市顺德区分公司2026年度自评.zhiping", middle=True)
    elided.setFixedWidth(240)
    bar, running, complete = (ProgressBar(look, "进度") for _ in range(3))
    bar.set_counts({"conform": 118, "partial": 11, "nonconform": 9, "not_applicable": 4, "unanswered": 44})
    running.set_done(93, 204)
    complete.set_done(171, 171)
    return [
        WrappedText(look, QUESTION, size=20, bold=True),
        WrappedText(look, QUESTION * 3, size=14, tone="text2", most_lines=2),
        row(
            Label("正文"),
            Label("次要", tone="text2"),
            Label("说明", tone="text3", size=12),
            Label("标题", size=16, bold=True),
            Label("逾期 12 天", tone="bad", bold=True),
            elided,
        ),
        row(Figure(look, "91.2", "%"), Figure(look, "142", "/ 186 项已评"), Figure(look, "C")),
        row(*(MarkView(look, mark, WORDS.get(mark, mark)) for mark in marks)),
        row(*(Badge(look, code, WORDS.get(code, code)) for code in BADGES), spacing=6),
        bar,
        running,
        complete,
    ]


def buttons(look: Appearance) -> list[QLayout | QWidget]:
    """Every button in every state."""
    roles: tuple[Role, ...] = get_args(Role)
    made: list[QLayout | QWidget] = [
        states(lambda role=role: Button(look, "继续填写", role=role, trailing="arrow-right"))  # type: ignore[misc]
        for role in roles
    ]
    made.append(
        row(
            Button(look, "打开文件…", icon="folder", height=36),
            Button(look, "新建企业文件", icon="plus", role="primary", height=36),
            Button(look, "生成 PDF（草稿）", role="primary", height=40),
            Button(look, icon="undo", role="quiet", name="撤销"),
            in_state(Button(look, icon="redo", role="quiet", name="重做"), "hover"),
            Button(look, "删除附件 12", danger=True, role="primary"),
            Button(look, "删除", danger=True),
        )
    )
    for checked in (False, True):
        chips = [Chip(look, "不符合", 9) for _ in STATES]
        for chip in chips:
            chip.setChecked(checked)
        made.append(row(*map(in_state, chips, STATES), spacing=8))
    for chosen in ("", *STATUS_TOKENS):
        statuses = [
            StatusButton(look, code, WORDS[code], str(key)) for key, code in enumerate(STATUS_TOKENS, 1)
        ]
        for button in statuses:
            button.setChecked(button.code == chosen)
        if chosen in {"", "nonconform", "conform"}:
            in_state(statuses[2], "focus")
            in_state(statuses[3], "hover")
            made.append(row(*statuses, spacing=8))
    grades = [MarkButton(look, code, WORDS[code]) for code in SEVERITY_TOKENS]
    grades[0].setChecked(True)
    made.append(row(*grades, spacing=8))
    others = [MarkButton(look, code, WORDS[code]) for code in SEVERITY_TOKENS]
    for grade, state in zip(others, ("focus", "hover", "pressed", "disabled"), strict=True):
        grade.setChecked(state == "focus")
        in_state(grade, state)
    made.append(row(*others, spacing=8))
    rail = [RailButton(look, "flag", "整改") for _ in range(7)]
    for number, place in enumerate(rail):
        place.setChecked(number > 3)
        place.set_count(2 if number in {0, 4} else 128 if number == 1 else 0)
        in_state(place, ("", "hover", "focus", "disabled", "", "focus", "pressed")[number])
    made.append(row(*rail, spacing=4))
    return made


def choices(look: Appearance) -> list[QLayout | QWidget]:
    """Boxes, tiles, lists and fields."""
    made: list[QLayout | QWidget] = []
    for kind in (CheckBox, Tile):
        for checked in (False, True):
            boxes = [kind(look, "家用电器") for _ in STATES]
            for box in boxes:
                box.setChecked(checked)
            made.append(row(*map(in_state, boxes, STATES)))
    radios = [RadioButton(look, word) for word in ("是", "否", "不确定", "未定", "停用")]
    holder = QWidget()
    holder.setLayout(row(*map(in_state, radios, STATES)))
    radios[0].setChecked(True)
    made.append(holder)
    lists = [Choice(look, "地区", [("gd", "广东省"), ("hb", "河北省")], width=120) for _ in STATES]
    for choice in lists:
        choice.choose("gd")
    made.append(row(*map(in_state, lists, STATES)))
    code = Field(look, "信用代码", TextField("信用代码", "91440606MA4X7K2P37", width=248), stretch=False)
    code.show_result("conform", "校验正确")
    wrong = Field(look, "信用代码", TextField("信用代码", "91440606MA4X7K2P38", width=248), stretch=False)
    wrong.show_result("nonconform", "第 18 位应为 7")
    locked, off = TextField("只读", "已交回签字件"), TextField("停用", "不可填写")
    locked.setReadOnly(True)
    off.setEnabled(False)
    search = SearchField(look, "搜索", placeholder="搜索检查项、条款、附件", clear_name="清除", width=232)
    filled = SearchField(look, "搜索", placeholder="搜索", clear_name="清除", width=232)
    filled.setText("召回")
    made += [
        Field(look, "企业名称", TextField("企业名称", "佛山市明禾电器有限公司")),
        code,
        wrong,
        row(TextField("人数", placeholder="人数", width=96), locked, off),
        row(search, filled),
        NoteField(
            "备注", "已有召回程序文件（QP-14），但 2025 年 8 月 KT-180 电热水壶手柄松脱一事，只口头通知。"
        ),
        NoteField("备注", placeholder="写明不适用的理由", height=56),
        Field(look, "Company name", TextField("Company name", "Minghe"), above=True),
    ]
    return made


def panels(look: Appearance) -> list[QLayout | QWidget]:
    """Cards, strips and what else holds or says something."""
    card = Card("先做什么", "按风险与期限排序")
    card.body.addWidget(RowButton(look, "2 项“必须”选了符合，但没有证据", mark="nonconform", link="检查"))
    card.body.addWidget(
        in_state(RowButton(look, "3 项“不适用”没有写理由", mark="warning/part", link="检查"), "hover")
    )
    card.body.addWidget(
        in_state(
            RowButton(look, "补做缺陷报告", mark="warning/bad", note="逾期 12 天", note_tone="bad"), "focus"
        )
    )
    card.body.addWidget(RowButton(look, "附件 1–34 与登记的校验值一致", mark="conform", quiet=True))
    steps = StepLine(look, ["企业", "产品与角色", "产品情况", "确认"], "步骤")
    steps.set_current(1)
    fold, unfolded = FoldButton(look, "lightbulb", "怎样做", "4 步"), FoldButton(look, "book", "依据", "2 条")
    unfolded.setChecked(True)
    sentences: list[tuple[Kind, str, str, str]] = [
        ("info", "按划型标准：小型企业", "", "手工指定"),
        ("ok", "勾选“网上销售者”后加入 11 项", "", "撤销"),
        (
            "part",
            "还缺一类应有的证据：向监管部门的报告或不需报告的判断记录",
            "“必须”项没有证据也能保存。",
            "",
        ),
        ("bad", "期限 2026-11-10，已逾期 12 天", "", "改期"),
        ("lock", "已交回签字件，内容不能再改。", "", "新建修订版"),
    ]
    strips = [Strip(look, kind, text, detail=detail, link=link) for kind, text, detail, link in sentences]
    picture = QPixmap(400, 300)
    picture.fill(QColor("#A7BCD3"))
    return [
        SectionTitle("提交前检查", "14 项中 8 项通过"),
        card,
        steps,
        unfolded,
        Separator(),
        fold,
        in_state(FoldButton(look, "history", "上次评定", "2025：部分符合"), "hover"),
        *strips,
        EmptyState(look, "paperclip", "还没有证据。拖入文件、粘贴截图，或用拍照件。", "添加文件"),
        row(
            Thumbnail(look, "附件 12", "召回控制程序第三版修订稿QP-14.pdf"),
            Thumbnail(look, "附件 13", "仓库隔离区.jpg", picture),
            in_state(Thumbnail(look, "附件 14", "通知函.pdf"), "focus"),
            DropBox(look, "拖到这里"),
            Thumbnail(look, "附件 31", "回执.pdf", small=True),
        ),
    ]


def column(parts: Sequence[QLayout | QWidget]) -> QVBoxLayout:
    """Set parts one below the other."""
    made = QVBoxLayout()
    made.setSpacing(12)
    for part in parts:
        if isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
    made.addStretch(1)
    return made


def gallery(look: Appearance) -> QWidget:
    """The window with all of it."""
    window = Ground("surface")
    grid = QGridLayout(window)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setHorizontalSpacing(32)
    for number, make in enumerate((texts, choices)):
        grid.addLayout(column(make(look)), number, 0)
    grid.addLayout(column(buttons(look)), 0, 1)
    grid.addLayout(column(panels(look)), 1, 1)
    lists = QHBoxLayout()
    lists.setSpacing(16)
    listed = tree(look)
    listed.setFixedWidth(312)
    lists.addWidget(listed)
    lists.addWidget(table(look), 1)
    grid.addLayout(lists, 2, 0, 1, 2)
    grid.setRowMinimumHeight(2, 340)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    toast = Toast(look, window)
    window.resize(1340, 1500)
    toast.say("已把 7 项评为不适用", "撤销", lambda: None)
    toast.timer.stop()
    return window


def main(folder: Path) -> None:
    """Write the pictures into the folder."""
    app = QApplication.instance() or QApplication(["gallery", *ARGUMENTS])
    assert isinstance(app, QApplication)
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    look = Appearance(app, "light")
    window = gallery(look)
    window.show()
    shots: list[tuple[ThemeChoice, FontSize]] = [("light", "normal"), ("dark", "normal"), ("light", "large")]
    for theme, size in shots:
        look.choose(theme=theme, size=size)
        app.processEvents()
        window.grab().save(str(folder / f"gallery-{theme}-{size}-{scale}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
