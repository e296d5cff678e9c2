"""Chapters of the hand-made report, each with its kinds of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from exports.report_model import (
    Band,
    Block,
    Cell,
    Chapter,
    CountsStrip,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Photo,
    Photos,
    Table,
    Tag,
)
from tests.exports.report_parts import (
    ASKS,
    FILES,
    FIRST_STEPS,
    MARKS,
    NOTES,
    PEOPLE,
    PICTURES,
    WORDS,
    charts,
    counts,
)


def _first_rows() -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (Cell(n, bold=True), Cell(matter), Cell(who, unbroken=True), Cell(due, unbroken=True), Cell(grade))
        for n, matter, who, due, grade in (
            (
                "E03",
                "写出并发布召回程序，补作 4 月那批的风险评估",
                "顾言之",
                "2026-11-30",
                "严重不符合",
            ),
            ("C04", "在平台上改为现行标准，指定专人在换版当日更新", "白若溪", "2026-10-31", "一般不符合"),
            ("G09", "要求电源线供应商补交有害物质检测报告", "欧阳明远", "2026-11-20", "一般不符合"),
        )
    )


def _benchmark_rows() -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(Cell(text, bold=place == 1) for place, text in enumerate(row))
        for row in (
            ("D02 监督抽查合格率（省级）", "12/12（100.0%）", "≥ 93%", "—", "抽查通知书 4 份"),
            ("D03 主要产品与国际标准一致性程度", "91.7%", "≥ 95%", "≥ 95%", "附件 12"),
            ("D04 监督抽查合格率（国家级）", "未填报", "—", "≥ 90%", "—"),
        )
    )


def summary() -> Chapter:
    blocks: tuple[Block, ...] = (
        Paragraph(
            "适用的 91 项全部评完。必须项已评 25 项，22 项符合，符合率 88.0%。改进指数 81.8。"
            "有 1 项严重不符合没有关闭，须先处理 E03。"
        ),
        KeyFigures(
            (
                KeyFigure(
                    "必须项（符合／已评）",
                    "22/25",
                    "88.0%",
                    (
                        "法律法规 14/15（93.3%）　已评 15 / 适用 15",
                        "政策 8/10（80.0%）　已评 10 / 适用 10",
                    ),
                ),
                KeyFigure("改进指数", "81.8", "", ("满分 100", "应当项、鼓励项：已评 66 / 适用 66")),
                KeyFigure(
                    "等级",
                    "三级",
                    "",
                    ("共四级，一级最高；规则见附录三",),
                    "改进指数可评二级，必须项可评三级；1 项关键项未达到，封顶三级。",
                ),
            )
        ),
        CountsStrip(counts((71, 14, 6, 9, 0))),
        Heading("1.1", "分主题与分类结果", "落实率 %，部分符合计一半；未评与不适用不计；坐标自 0 起"),
        charts(),
        Heading("1.2", "区域指标对照", "区域指标是政府规划目标，仅供参照，不是企业的合格线"),
        Table(
            "benchmarks",
            ("指标", "本企业", "河北省目标", "国家目标", "数据出处"),
            _benchmark_rows(),
            footnote="目标取自 HE-2017/1.1、CN-2016-68/1.3，目标年 2020，系历史目标。"
            "没有被抽查的级别留空，既不是 0，也不是 100。",
        ),
        Heading("1.3", "首先要办的事", "没有达到“符合”的必须项，共 3 项"),
        Table("first", ("编号", "事项", "负责人", "期限", "说明"), _first_rows()),
    )
    return Chapter("1", "评估结论", "评估期间 2026-09-14 至 2026-10-30", "评估结论", blocks)


def item_row(
    number: str, index: int, words: Sequence[str], asks: Sequence[str], notes: Sequence[str]
) -> tuple[Cell, ...]:
    place = (0, 0, 1, 0, 0, 2, 0, 0, 0, 3, 0, 1)[index % 12]
    kind = ("必须\n法律", "必须\n政策", "应当", "应当", "鼓励")[index % 5]
    if words is not WORDS:
        kind = ("Must\nlaw", "Must\npolicy", "Should", "Should", "Encouraged")[index % 5]
    unmet = place == 2 or (place == 1 and index % 5 < 2)
    return (
        Cell(number, bold=unmet),
        Cell(asks[index % len(asks)]),
        Cell(kind, bold=unmet and index % 5 < 2),
        Cell(words[place], bold=place == 2, mark=MARKS[place]),
        Cell(notes[index % len(notes)]),
        Cell("、".join(str(n) for n in range(index % 40 + 1, index % 40 + 1 + index % 3)) or "—"),
    )


def bands(
    files: Sequence[tuple[str, int]], words: Sequence[str], asks: Sequence[str], notes: Sequence[str]
) -> tuple[Band, ...]:
    made, index = [], 0
    for place, (title, size) in enumerate(files):
        letter = "ABCDEFGH"[place]
        rows = tuple(item_row(f"{letter}{n + 1:02}", index + n, words, asks, notes) for n in range(size))
        index += size
        note, total = (
            f"{size} 项　必须 7　应当 {size - 8}　鼓励 1",
            "小计　符合 8　部分符合 2　不符合 1　不适用 1　未评 0　｜　落实率 82%",
        )
        if words is not WORDS:
            note, total = (
                f"{size} items, 7 must",
                "Conform 8, partial 2, nonconform 1, not applicable 1, not assessed 0 | 82 %",
            )
        made.append(Band(letter, title, note, rows, total))
    return tuple(made)


def items() -> Chapter:
    head = ("编号", "检查项", "强度", "评定", "说明", "附件")
    table = Table("items", head, bands=bands(FILES, WORDS, ASKS, NOTES))
    return Chapter("2", "逐项评估", "按检查表顺序；依据见附录二", "逐项评估", (table,))


def gaps(findings: int = 14) -> Chapter:
    head = ("编号", "现状（事实）", "先做什么", "应有的证据")

    def rows(start: int, stop: int, *, bold: bool) -> tuple[tuple[Cell, ...], ...]:
        return tuple(
            (
                Cell(f"{'ABCDEFGH'[n % 8]}{n + 1:02}", bold=bold),
                Cell(NOTES[n % len(NOTES)].split("\n")[0]),
                Cell(FIRST_STEPS[n % 3]),
                Cell(("程序文件；会议记录", "检测报告", "平台截图，含日期；专人任命书")[n % 3]),
            )
            for n in range(start, stop)
        )

    severe = Heading("", "1 项", "报送前必须有整改措施和期限", tag="major", tag_word="严重", listed=False)
    plain = Heading(
        "", f"{findings - 5} 项", "须有整改措施和期限", tag="minor", tag_word="一般", listed=False
    )
    watch = Heading("", "4 项", "不影响符合率", tag="observation", tag_word="观察项", listed=False)
    blocks = (
        Paragraph("按级别排列。每项先写现状，再写先做什么；办完之后应拿出的证据列在最后。"),
        severe,
        Table("gaps", head, rows(0, 1, bold=True)),
        plain,
        Table("gaps", head, rows(1, findings - 4, bold=True)),
        watch,
        Table("gaps", head, rows(findings - 4, findings, bold=False)),
    )
    return Chapter(
        "3",
        "审核发现",
        f"{findings} 项：严重不符合 1　一般不符合 {findings - 5}　观察项 4",
        "审核发现",
        blocks,
    )


def not_applicable() -> Chapter:
    rows = tuple(
        (Cell(number), Cell(ask), Cell(kind), Cell(reason), Cell(""))
        for number, ask, kind, reason in (
            (
                "A10",
                "进口的零部件有没有入境检验的档案？",
                "应当",
                "全部零部件在国内采购，近三年没有报关记录。",
            ),
            (
                "C08",
                "执行儿童用品安全标准的产品是否有警示语？",
                "必须\n法律",
                "产品和包装都写明不供儿童单独使用，没有儿童系列。",
            ),
            ("F11", "境外消费者的投诉由谁受理？", "鼓励", "没有境外销售。"),
        )
    )
    excluded = tuple(
        (Cell(part, bold=part == "合计"), Cell(number, bold=part == "合计"), Cell(why))
        for part, number, why in (
            ("出口企业的职责", "12", "企业概况：没有出口"),
            ("进口企业的职责", "7", "企业概况：没有进口"),
            ("电子商务平台的职责", "6", "企业概况：不经营平台"),
            ("消费类电子产品", "9", "企业概况：产品不属此领域"),
            ("合计", "34", ""),
        )
    )
    blocks = (
        Paragraph("下列检查项由本企业判为不适用，逐项写明理由。不适用项不计分；理由由审核人复核。"),
        Table("not_applicable", ("编号", "检查项", "强度", "理由", "复核"), rows),
        Heading("4.1", "由适用范围排除的检查项", "由企业概况的回答得出"),
        Table("excluded", ("排除的部分", "项数", "原因（企业概况的回答）"), excluded),
    )
    return Chapter("4", "不适用的检查项", "9 项，另有 34 项由适用范围排除", "不适用", blocks, new_page=False)


def actions() -> Chapter:
    tags: tuple[tuple[Tag, str], ...] = (("major", "严重"), ("minor", "一般"), ("minor", "一般"))
    rows = tuple(
        (
            Cell(f"{'ECG'[n % 3]}{n + 3:02}", bold=True),
            Cell(tags[n % 3][1], tag=tags[n % 3][0]),
            Cell(
                (
                    "第一次遇到整批异常，没有程序可循",
                    "换版流程里没有“更新公开信息”这一步",
                    "合同没有约定年度报告",
                )[n % 3]
            ),
            Cell(
                (
                    "写出并发布召回程序；对 2026 年 4 月那批补作风险评估",
                    "更新平台信息；流程加一步确认",
                    "补报告；修订采购合同",
                )[n % 3]
            ),
            Cell(PEOPLE[n % 3], unbroken=True),
            Cell("2026-10-31\n逾期 6 天" if n % 3 == 1 else "2026-11-30", bold=n % 3 == 1, unbroken=True),
            Cell(("程序已成稿，待批准", "未开始", "已关闭 2026-10-18\n验证人 顾言之")[n % 3]),
        )
        for n in range(9)
    )
    head = ("编号", "级别", "原因", "措施", "负责人", "期限", "进展与验证")
    lead = Paragraph(
        "截至 2026 年 11 月 6 日，逾期 3 项，以“逾期”加粗标出，并注明天数；关闭须由措施负责人以外的人验证。"
    )
    table = Table("actions", head, rows)
    return Chapter("5", "整改计划", "9 项：未开始 3　进行中 3　已关闭 3", "整改计划", (lead, table))


def evidence(missing: str = "本副本不含此照片") -> Chapter:
    names = (
        "放行否决单，缺签字页",
        "铭牌，标准号与说明书一致",
        "耐压测试台，点检记录在右侧",
        "仓库隔离区，标识牌和处置单都在，照片左侧是 4 月那批退货",
        "召回告知的电话记录",
    )
    rows = tuple(
        (
            Cell(f"附件 {n + 1}", unbroken=True),
            Cell(f"{'ABCDEFGH'[n % 8]}{n % 9 + 1:02}"),
            Cell(f"IMG_{n:04}.jpg\n{names[n % 5]}"),
            Cell(("—", "JC-2026-118\n河北省产品质量监督检验研究院\n有效期至 2027-03-31")[n % 2]),
            Cell(sha256(str(n).encode()).hexdigest()[:16]),
        )
        for n in range(8)
    )
    photos = tuple(
        Photo(
            digest,
            f"附件 {n + 7}",
            names[n % 5],
            (
                f"检查项 {'ABCDEFGH'[n % 8]}05　2026-09-16 10:4{n % 10}　{PEOPLE[n % 3]}",
                f"SHA-256　{digest[:8]} {digest[8:16]} …",
            ),
            missing,
        )
        for n, digest in enumerate(PICTURES)
    )
    blocks = (
        Heading("", "附件清单"),
        Table(
            "attachments", ("附件", "编号", "名称与说明", "编号、出具方、有效期", "SHA-256（前 16 位）"), rows
        ),
        Heading("", "照片"),
        Photos(photos),
    )
    return Chapter("附录一", "证据", "附件 1 至 47；照片按 300 dpi 印，原件在数据文件内", "证据", blocks)


def basis() -> Chapter:
    documents = (
        (
            Cell("CN-2016-68", unbroken=True),
            Cell("国务院办公厅关于印发消费品标准和质量提升规划（2016—2020年）的通知\n国办发〔2016〕68号"),
            Cell("2016-09-06", unbroken=True),
            Cell("历史"),
            Cell("31 条"),
        ),
        (
            Cell("HE-2017", unbroken=True),
            Cell("河北省消费品标准和质量提升规划（2016-2020年）"),
            Cell("2017-01-16", unbroken=True),
            Cell("历史"),
            Cell("28 条"),
        ),
    )
    clauses = tuple(
        (Cell(code, unbroken=True), Cell(heading), Cell(numbers))
        for code, heading, numbers in (
            ("CN-2016-68/2.1.1", "夯实消费品质量安全标准基础", "C01"),
            ("CN-2016-68/2.3", "发挥企业质量主体作用", "A01、A09"),
            ("HE-2017/2.1.4", "改革企业标准管理制度", "C03、C04、C08、C09"),
            ("HE-2017/2.3", "发挥企业质量主体作用", "A01、A02、A03、A04、E01、E03、F01"),
        )
    )
    standing: tuple[tuple[str, str, str, str, Tag], ...] = (
        ("中华人民共和国产品质量法", "2018年修正", "2018-12-29", "现行", ""),
        ("消费品召回管理暂行规定", "国家市场监督管理总局令第19号", "2020-01-01", "现行", ""),
        ("家用电器、电动工具和类似器具的电磁兼容要求 第1部分：发射", "GB 4343.1-2024", "—", "待核", "check"),
        ("电器电子产品有害物质限制使用要求", "GB 26572-2025", "2027-08-01", "待实施", "coming"),
        ("中华人民共和国商标法（2019年修正）", "2019年修正", "2019-11-01", "即将被代替", "superseded"),
    )
    regulations = tuple(
        (
            Cell(f"{name}\n必须项 A01（第二十六条）、G04"),
            Cell(number),
            Cell(day, unbroken=True),
            Cell(word, tag=tag),
        )
        for name, number, day, word, tag in standing
    )
    blocks = (
        Paragraph("检查项由下列文件的条款得出；规划期至 2020 年，说明今日要求的由来。"),
        Heading("", "政策文件", "各文件原文以发文机关公布的为准"),
        Table("documents", ("代号", "文件", "日期", "性质", "引用条款"), documents),
        Heading("", "条款与检查项对照", "要求点是本软件的概括，不是文件原文"),
        Table("clauses", ("条款", "条款标题与要求点", "检查项"), clauses),
        Heading(
            "",
            "法规标准及其效力状态",
            "法规状态截至 2026-11-01；待核、待实施、即将被代替的，使用前须到官方平台核对",
        ),
        Table("regulations", ("名称", "编号", "实施日期", "状态"), regulations),
    )
    return Chapter("附录二", "依据与法规标准", "", "依据", blocks)


def formula() -> Chapter:
    rows = tuple(
        (Cell(word, bold=True), Cell(duties), Cell(index))
        for word, duties, index in (
            ("一级", "不低于 100%", "不低于 85"),
            ("二级", "不低于 90%", "不低于 75"),
            ("三级", "不低于 75%", "不低于 60"),
            ("四级", "其余情形", "其余情形"),
        )
    )
    blocks = (
        Paragraph("未评、不适用和数据项不进入任何比率。“不适用”没有写理由的，按未评计。", indented=True),
        Paragraph(
            "必须项符合率 ＝ 符合 ÷（符合＋部分符合＋不符合）。本次为 22 ÷ 25 ＝ 88.0%。", indented=True
        ),
        Paragraph(
            "改进指数 ＝ 100 × 应当项、鼓励项得分的平均数；已做到计 1，部分做到计 0.5，"
            "尚未做到计 0，不加权。本次为 100 ×（49 ＋ 0.5 × 10）÷ 66 ＝ 81.8。",
            indented=True,
        ),
        Heading("", "等级的界限"),
        Table("formula", ("等级", "必须项符合率", "改进指数"), rows),
    )
    return Chapter("附录三", "数字怎样得出", "评分规则第 1 版", "数字怎样得出", blocks)
