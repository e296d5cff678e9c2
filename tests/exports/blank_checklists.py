"""Blank checklists for the tests of the sheets to be filled in by hand."""

from __future__ import annotations

from datetime import date

from exports.report_model import (
    BlankChecklist,
    Mark,
    Sheet,
    SheetItem,
)
from tests.exports.report_parts import (
    ASKS,
    furniture,
)
from tests.exports.reports_english import ENGLISH_ASKS, english


def blank() -> BlankChecklist:
    """Two sheets: nineteen items on three pages, one of them a measure, some questions long; "
    "and a short one."""
    asks = (
        *ASKS,
        (
            "是否在发现缺陷之后，立即停止生产和销售，通知经销商下架，告知已经买到的消费者，"
            "并在规定的时限内向市场监督管理部门报告召回计划和进展，直到召回完成？"
        ),
    )
    looks = (
        "看：抽 2 台成品，从编号查到批次",
        "看：程序文件签发件；最近一次演练的记录",
        "看：台账；当面询问检验员怎样处置，谁有权放行，放行后怎样追回，记录保存多久",
    )
    items = tuple(
        SheetItem(
            f"E{n + 1:02}", ("必须", "应当", "鼓励")[n % 3], n % 3 == 0, asks[n % len(asks)], looks[n % 3]
        )
        for n in range(19)
    )
    measure = SheetItem(
        "E20",
        "数据项",
        False,
        "近一年被监督抽查的批次和合格批次",
        "看：抽查通知书",
        ("国家级：合格 ____ / 抽查 ____", "省级：合格 ____ / 抽查 ____", "市县级：合格 ____ / 抽查 ____"),
    )
    statuses: tuple[tuple[Mark, str, str], ...] = (
        ("conform", "符合", "已做到"),
        ("partial", "部分符合", "部分做到"),
        ("nonconform", "不符合", "尚未做到"),
        ("not_applicable", "不适用", "不适用"),
    )
    return BlankChecklist(
        language="zh",
        title="现场检查表",
        labels=("企业", "检查人", "日期"),
        hint="每项只在一格内打勾。改错：把错格涂满，再选另一格。没有查看的留空，录入时记为“未评”。",
        head=("编号", "检查项和看什么"),
        statuses=statuses,
        note_label="说明",
        attachment_label="附件",
        photo_label="照片",
        sheets=(
            Sheet("E", "缺陷召回与质量追溯", (*items, measure)),
            Sheet("F", "售后服务", (items[0]._replace(number="F01"), items[1]._replace(number="F02"))),
        ),
        furniture=furniture(),
        printed_on=date(2026, 11, 6),
    )


def english_blank() -> BlankChecklist:
    """An English sheet: wide words over the boxes, questions of three lines."""
    items = tuple(
        SheetItem(
            f"AA{n + 1:02}",
            ("Must", "Should", "Encouraged")[n % 3],
            n % 3 == 0,
            ENGLISH_ASKS[n % 6] * (1 + n % 2),
            "Look at: the register of the last twelve months",
        )
        for n in range(8)
    )
    statuses: tuple[tuple[Mark, str, str], ...] = (
        ("conform", "Conform", "Done"),
        ("partial", "Partial", "Partly done"),
        ("nonconform", "Nonconform", "Not yet done"),
        ("not_applicable", "Not applicable", "Not applicable"),
    )
    return blank()._replace(
        language="en",
        title="Checklist",
        labels=("Enterprise", "Checked by", "Date"),
        hint="Tick one box per item. To correct, fill the wrong box and tick another. What "
        "was not examined stays blank.",
        head=("No.", "Item and what to look at"),
        statuses=statuses,
        note_label="Note",
        attachment_label="Att.",
        photo_label="Photo",
        sheets=(Sheet("AA", "Household appliances: safety in use", items),),
        furniture=english().furniture._replace(
            head_left="Jizhou Mingxi Household Appliances Manufacturing Co., Ltd."
        ),
    )
