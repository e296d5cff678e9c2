"""Hand-made reports for the tests of the printed page: full, draft, sample, nearly empty and extreme."""

from __future__ import annotations

from datetime import date

from exports.report_model import (
    Band,
    Bar,
    Cell,
    Chapter,
    Charts,
    CountsStrip,
    Heading,
    KeyFigure,
    KeyFigures,
    Legend,
    Paragraph,
    Report,
    Table,
)
from tests.exports.report_chapters import (
    actions,
    basis,
    evidence,
    formula,
    gaps,
    items,
    not_applicable,
    summary,
)
from tests.exports.report_parts import (
    WORDS,
    charts,
    counts,
    cover,
    furniture,
    legend,
    statement,
)


def full() -> Report:
    """A complete Chinese report: all blocks, 100 items, 13 photos."""
    return Report(
        language="zh",
        cover=cover(),
        statement=statement(),
        contents_title="目次",
        legend=legend(),
        chapters=(summary(), items(), gaps(), not_applicable(), actions(), evidence(), basis(), formula()),
        furniture=furniture(),
        printed_on=date(2026, 11, 6),
    )


def draft() -> Report:
    """A report that is not finished: tag, watermark, no stamp, no grade, open points."""
    report = full()
    summary = report.chapters[0]
    blocks = list(summary.blocks)
    figures = blocks[1]
    assert isinstance(figures, KeyFigures)
    duties, index, _ = figures.figures
    grade = KeyFigure(
        "等级",
        "未评完，不评等级",
        "",
        ("共四级，一级最高；规则见附录三",),
        "还有 2 项必须项未评。",
        small=True,
    )
    blocks[1] = KeyFigures((duties, index, grade))
    blocks[2] = CountsStrip(counts((61, 14, 6, 9, 6)))
    blocks[4] = charts()._replace(
        legend=counts((61, 14, 6, 9, 6)),
        bars=tuple(
            bar._replace(counts=counts((5 + n, 2, 1, 1, n % 3), WORDS)) for n, bar in enumerate(charts().bars)
        ),
    )
    points = (
        (Cell("1", bold=True), Cell("必须项未评：C09、D11"), Cell("必须补", bold=True)),
        (Cell("2", bold=True), Cell("“不适用”没有写理由：F08"), Cell("必须补", bold=True)),
        (Cell("3"), Cell("应当项、鼓励项未评：D13、F05、G02、H06"), Cell("建议补")),
    )
    blocks[7:] = [
        Heading("1.3", "待补的 3 处", "补齐后方可签章"),
        Table("points", ("编号", "事项", "说明"), points),
    ]
    return report._replace(
        statement=report.statement._replace(stamp="", stamp_note="草稿未评完，不得签章。"),
        chapters=(summary._replace(blocks=tuple(blocks)), *report.chapters[1:]),
        furniture=report.furniture._replace(tag="草稿　不得签章", watermark="草　稿"),
    )


def sample() -> Report:
    """A report of invented data: tag, watermark, no stamp."""
    report = full()
    return report._replace(
        statement=report.statement._replace(stamp="", stamp_note="样例数据均为虚构，不得签章，不得报送。"),
        furniture=report.furniture._replace(tag="样例　不得签章", watermark="样　例"),
    )


def sparse() -> Report:
    """A report in which next to nothing was answered: no radar, no findings, no evidence."""
    report = full()
    none = Paragraph("没有登记。")
    line = (Cell("A01"), Cell("?"), Cell(""), Cell("未评", mark="unanswered"), Cell(""), Cell(""))
    head = ("编号", "检查项", "强度", "评定", "说明", "附件")
    table = Table("items", head, bands=(Band("A", "质量主体责任", "1 项", (line,)),))
    chapters = (
        _sparse_summary(),
        Chapter("2", "逐项评估", "", "逐项评估", (table,)),
        Chapter("3", "审核发现", "", "审核发现", (none,)),
        Chapter("4", "不适用的检查项", "", "不适用", (none,), new_page=False),
        Chapter("附录一", "证据", "", "证据", ()),
    )
    rows = (("所在地区", "（未填）"),)
    cover = report.cover._replace(enterprise="甲", rows=rows, small_rows=(), number="")
    statement = report.statement._replace(paragraphs=(), scope=(), limits=(), stamp="", stamp_note="")
    legend = Legend("怎样读本报告", ())
    return report._replace(cover=cover, statement=statement, legend=legend, chapters=chapters)


def _sparse_summary() -> Chapter:
    bars = (
        Bar("A", "质量主体责任", counts((0, 0, 0, 0, 13)), "—"),
        Bar("B", "首席质量官", counts((0,) * 5), "—"),
    )
    legend = counts((0, 0, 0, 0, 13))
    few = Charts("", (), "", "图 1　按检查表的评定构成", "落实率", bars, legend, "条内数字为项数")
    figures = (
        KeyFigure("必须项（符合／已评）", "—"),
        KeyFigure("改进指数", "—"),
        KeyFigure("等级", "未评完，不评等级", small=True),
    )
    blocks = (
        Paragraph("还没有评定任何一项。"),
        KeyFigures(figures),
        CountsStrip(counts((0, 0, 0, 0, 0))),
        Heading("1.1", "结果"),
        few,
    )
    return Chapter("1", "评估结论", "", "评估结论", blocks)


WILD = (
    "<img src=x onerror=alert(1)> & &amp; </para> <font color=red>",
    "控制字符\x00\x07\x1b[31m\x7f结束",
    "从右到左 \u202e\u200f שלום مرحبا \u202c 之后",
    "表情 😀👍🏽 旗 🇨🇳 与组合 é",
    "生僻字 𠮷𪻐𥖄䶮㼆 龘靐齉",
    "制表\t符\u2028行\u2029段\r\n换行",
    "https://example.invalid/" + "very-long-path/" * 14,
)


def extreme() -> Report:
    """A report that goes to the limits: endless notes, markup, control characters, rare "
    "characters, 30 findings."""
    report = full()
    endless = "没有停顿的说明" * 1430
    items = report.chapters[1].blocks[0]
    assert isinstance(items, Table)
    first = items.bands[0]
    rows = list(first.rows)
    for place, text in enumerate((endless, *WILD)):
        row = list(rows[place])
        row[4] = Cell(text)
        row[1] = Cell(text[:400])
        rows[place] = tuple(row)
    band = first._replace(
        title="名称特别长的检查表" * 8, rows=tuple(rows), note="13 项　必须 7　应当 5　鼓励 1"
    )
    wide = tuple(bar._replace(title=bar.title * 5) for bar in charts().bars * 3)
    summary = list(report.chapters[0].blocks)
    summary[4] = charts(10)._replace(bars=wide)
    chapters = (
        report.chapters[0]._replace(blocks=tuple(summary), title="评估结论" * 7, note="评估期间" * 20),
        report.chapters[1]._replace(blocks=(items._replace(bands=(band, *items.bands[1:])),)),
        gaps(30),
        *report.chapters[3:],
    )
    cover = report.cover._replace(
        enterprise="名字很长的" * 14 + "有限公司",
        rows=tuple((f"第 {n} 行", "内容 <b>&</b> " * 11) for n in range(9)),
    )
    statement = report.statement._replace(limits=("评估的限制写得特别长。" * 90,))
    return report._replace(
        cover=cover,
        statement=statement,
        chapters=chapters,
        furniture=report.furniture._replace(head_left=cover.enterprise, qr=report.furniture.qr + "0" * 20),
    )
