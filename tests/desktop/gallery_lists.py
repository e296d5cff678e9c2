"""Lists for the gallery and for tests: a tree and a table with all that their rows can hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView

from desktop.appearance import Appearance
from desktop.record_table import Column, RecordTable
from desktop.rows import NODE, Cell, Node, Row, TreeDelegate

WORDS: Final = {
    "conform": "符合",
    "partial": "部分符合",
    "nonconform": "不符合",
    "not_applicable": "不适用",
    "unanswered": "未评",
    "major": "严重",
    "minor": "一般",
    "observation": "观察项",
    "improvement": "改进",
    "duty": "必须",
    "expected": "应当",
    "encouraged": "鼓励",
    "critical": "关键",
    "plan": "规划期至 2020",
    "provisional": "暂计",
    "neutral": "中性",
    "done": "已关闭",
    "danger": "逾期",
}


def tree(look: Appearance) -> QTreeView:
    """Rows of the tree of sections and items."""
    sections = [
        Node("s1", "质量主体责任", answered=18, total=18, section=True),
        Node("s2", "过程管控与检验", answered=27, total=31, section=True),
        Node("a", "缺陷召回与风险监测", answered=5, total=9, section=True),
        Node("s3", "家用电器·产品安全与能效标识及说明书", answered=0, total=43, section=True),
    ]
    items = (
        Node("a1", "召回制度已成文并指定负责人", "conform", done=True),
        Node("a2", "风险信息有固定的收集渠道", "partial", done=True),
        Node("a3", "发现危险缺陷时按程序停产停售并通知经销商", "nonconform", star=True, done=True),
        Node("a4", "召回记录完整并保存五年", "unanswered"),
        Node("a5", "进口缺陷产品的召回", "not_applicable", done=True),
        Node("a6", "客诉中的伤害信息单独登记", "unanswered", star=True),
    )
    return tree_of(look, sections, {"a": items}, "a3")


def tree_of(
    look: Appearance, sections: Sequence[Node], items: Mapping[str, Sequence[Node]], current: str
) -> QTreeView:
    """A tree of these sections, with the items of some of them, opened, and one current."""
    view = QTreeView()
    model = QStandardItemModel(view)
    view.setModel(model)
    for section in sections:
        parent = QStandardItem(section.title)
        parent.setData(section, NODE)
        model.appendRow(parent)
        for node in items.get(section.id, ()):
            child = QStandardItem(node.title)
            child.setData(node, NODE)
            parent.appendRow(child)
            if node.id == current:
                view.setCurrentIndex(child.index())
    view.setItemDelegate(TreeDelegate(look, view))
    view.setAccessibleName("检查项")
    view.setProperty("ground", "chrome")
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setIndentation(0)
    view.setUniformRowHeights(True)
    view.expandAll()
    return view


def table(look: Appearance) -> RecordTable:
    """A table with everything that a cell can hold."""
    columns = [
        Column("程度", 84),
        Column("编号", 56),
        Column("不符合事项"),
        Column("要求", 64),
        Column("期限", 176),
        Column("进度", 148),
        Column("符合率", 72, right=True),
    ]
    made = RecordTable(look, "审核发现", columns)
    made.set_rows(
        [
            finding(
                "F-03",
                "major",
                "召回：缺陷未按程序通知与报告，也没有留下书面记录供查",
                "duty",
                "逾期 12 天",
                142,
            ),
            finding("F-07", "major", "能效标识与备案型号不一致", "duty", "逾期 3 天", 186),
            finding("F-01", "minor", "追溯码未覆盖 KT 系列", "expected", "", 12),
            finding("F-10", "observation", "首席质量官未列席经营例会", "encouraged", "", 0, muted=True),
        ]
    )
    made.sort_by(1)
    made.select("F-03")
    made._hovered = 2
    return made


def finding(
    number: str, severity: str, title: str, kind: str, late: str, done: int, *, muted: bool = False
) -> Row:
    """A row of the table."""
    after = "warning/bad" if late else ""
    cells = (
        Cell(WORDS[severity], mark=severity, name=WORDS[severity]),
        Cell(number, tone="text2", whole=True),
        Cell(title, main=True),
        Cell(badge=(kind, WORDS[kind]), name=WORDS[kind]),
        Cell(
            "11-10",
            bold=bool(late),
            tone="bad" if late else "text",
            whole=True,
            after=late,
            after_mark=after,
            after_tone="bad",
        ),
        Cell(f"{done}/186", bar=(done, 186), tone="text2"),
        Cell("91 %", right=True, whole=True),
    )
    return Row(number, cells, muted=muted, stick="ok" if number == "F-01" else None)
