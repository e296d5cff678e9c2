"""Words, photos, front matter and charts of the hand-made report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from hashlib import sha256
from io import BytesIO

from exports.report_model import (
    Bar,
    Cell,
    Charts,
    Count,
    Cover,
    Furniture,
    Legend,
    LegendEntry,
    Mark,
    Spoke,
    Statement,
    Tag,
)

MARKS: tuple[Mark, ...] = ("conform", "partial", "nonconform", "not_applicable", "unanswered")
WORDS = ("符合", "部分符合", "不符合", "不适用", "未评")
ENGLISH_WORDS = ("Conform", "Partial", "Nonconform", "Not applicable", "Not assessed")

FILES = (
    ("质量主体责任", 13),
    ("首席质量官", 11),
    ("标准自我声明与标识", 14),
    ("监督抽查与市场准入", 12),
    ("缺陷召回与质量追溯", 13),
    ("售后服务与消费维权", 12),
    ("家用电器", 15),
    ("河北省地方补充", 10),
)
ENGLISH_FILES = (
    ("Quality responsibility", 13),
    ("Chief quality officer", 11),
    ("Standards declared and labelling", 14),
    ("Sampling and market access", 12),
    ("Recall and traceability", 13),
    ("Service and consumer rights", 12),
    ("Household appliances", 15),
    ("Additions of Hebei", 10),
)
ASKS = (
    "有没有一份书面的质量责任制，写明每个岗位对质量负什么责？",
    "进厂的关键件是否逐批查验合格证明并留下记录？",
    "发现不合格品后是否隔离、标识，并由有权的人决定怎么处置？",
    "出厂检验由谁放行？",
    "产品执行的标准是否已在公共服务平台上自我声明公开，且公开的是现行版本？",
    "铭牌、说明书和网店页面上写的标准号，是否与实际执行的一致？",
    "消费者投诉是否在规定时限内答复，并分析原因？",
    "能否从一台成品的编号查到生产批次、关键件和检验员？",
    "近两年有没有被监督抽查？结果如何处理？",
    "计量器具是否都在检定或校准有效期内？",
    "出现可能危及人身安全的缺陷时，是否知道向谁报告、多长时间内报告？",
    "是否每年至少开一次由最高管理者主持的质量分析会？",
)
NOTES = (
    "制度 QM-02 于 2026 年 3 月修订，已发到各车间。",
    "抽查 12 批，11 批有记录；4 月 1 批漏填供应商批号。",
    "见附件。",
    "平台上公开的是 2023 年版，2025 年换版后没有更新。",
    "客服台账 2026-01 至 2026-09 共 37 件，平均 2 天答复。\n证明：客服台账 KF-2026，售后部",
    "现场抽 3 台，均能查到。",
    "—",
)
FIRST_STEPS = (
    "先查清涉及哪些批次，通知仓库停止发货。",
    "改程序，写明谁报告、多长时间内报告、怎样回收；培训后抽问三人。",
    "校准前每 2 小时人工记录。",
)
PEOPLE = ("顾言之", "白若溪", "欧阳明远")


def picture(number: int) -> bytes:
    """A photo: shapes on a grey ground, upright or lying, each different."""
    from PIL import Image, ImageDraw

    size = (600, 450) if number % 3 else (400, 600)
    image = Image.new("RGB", size, (200 - 7 * number % 90, 205, 210))
    pen = ImageDraw.Draw(image)
    for line in range(8):
        pen.line(
            (60, 60 + 40 * line, 200 + 30 * ((line * number) % 6), 60 + 40 * line), fill=(60, 60, 60), width=9
        )
    pen.ellipse((size[0] - 180, size[1] - 180, size[0] - 60, size[1] - 60), outline=(160, 40, 40), width=10)
    target = BytesIO()
    image.save(target, "JPEG", quality=80)
    return target.getvalue()


PICTURES = {sha256(data).hexdigest(): data for data in map(picture, range(13))}


def photo_source(missing: int = -1) -> Callable[[str], bytes | None]:
    """Gives the pictures, but for one that this copy does not have."""
    absent = list(PICTURES)[missing] if missing >= 0 else ""
    return lambda digest: None if digest == absent else PICTURES[digest]


def furniture() -> Furniture:
    return Furniture(
        head_left="冀州明溪小家电有限公司",
        head_right="质量自我评估报告　2026 年度",
        number="报告编号 ZP-2026-0117　第 1 版",
        fingerprint="内容指纹 7C1E 93AF 04B2 5D68",
        page="第 {page} 页　共 {total} 页",
        continued="（续）",
        overleaf="{name}续下页",
        qr="ZP1/ZP-2026-0117/1/7C1E93AF04B25D68",
    )


def cover() -> Cover:
    return Cover(
        kicker="消费品质量政策　企业自查",
        enterprise="冀州明溪小家电有限公司",
        title="质量自我评估报告",
        year="2026 年度",
        rows=(
            ("统一社会信用代码", "91131181MA0TEST012"),
            ("所在地区", "河北省　衡水市冀州区开元路 18 号"),
            ("企业规模", "小型（从业人员 146 人，按国家统计划型标准推算）"),
            ("适用领域", "家用电器　生产者、网上销售者"),
            ("评估期间", "2026 年 9 月 14 日至 2026 年 10 月 30 日"),
            ("质量负责人", "首席质量官　顾言之"),
        ),
        small_rows=(("本册", "报送版"), ("报告日期", "2026 年 11 月 6 日"), ("版次", "第 1 版")),
        check="扫右侧二维码，核对纸质文本与数据文件",
        number="报告编号　ZP-2026-0117",
    )


def statement() -> Statement:
    return Statement(
        title="真实性声明",
        paragraphs=(
            (
                "本报告由本企业对照适用的检查表自行评出。每一项评定都由本企业作出；"
                "没有查看的一律记为“未评”，不作“符合”计。"
            ),
            (
                "本企业声明：报告中的企业信息、评定、说明和证据真实、准确、完整；"
                "所附证据都是本企业实际产生的，没有改动；判为不适用的检查项都写明了理由。"
            ),
            (
                "报告引用的文件和标准以所注日期的文本为准；标有“待核”“待实施”“即将被代替”的，"
                "使用前由本企业核对现行版本。"
            ),
            "本报告是企业自查的记录，不是认证证书、检验报告或行政机关的认定。",
        ),
        scope_title="本次评估的范围与方法",
        scope=(
            ("适用范围", "家用电器；生产者、网上销售者；电热水壶、空气炸锅；河北省"),
            (
                "检查表",
                (
                    "质量主体责任、首席质量官、标准自我声明与标识、监督抽查与市场准入、"
                    "缺陷召回与质量追溯、售后服务与消费维权、家用电器、河北省地方补充，共 100 项"
                ),
            ),
            ("内容版本", "2026.11 版（2026-11-01），评分规则第 1 版"),
            ("证据", "附件 1 至附件 47，每件登记 SHA-256 摘要"),
            ("评估人员", "顾言之、白若溪、欧阳明远"),
        ),
        limits_title="评估的限制",
        limits=(
            (
                "评估按抽样进行，没有抽到的批次、岗位和时段可能有未发现的问题。供应商现场没有去，"
                "只看了书面材料。法规状态截至 2026 年 11 月 1 日。"
            ),
        ),
        sign_title="签署",
        roles=("编制", "审核", "批准"),
        signature="签名",
        date_label="日期",
        date_parts=("年", "月", "日"),
        stamp="冀州明溪小家电有限公司（盖章）",
        stamp_note="方框 50 mm × 50 mm，盖单位公章；另在全部书页右缘盖骑缝章。涂改无效，更正须另出新版。",
    )


def legend() -> Legend:
    def entry(text: str, meaning: str, *, bold: bool = False, mark: Mark = "", tag: Tag = "") -> LegendEntry:
        return LegendEntry(Cell(text, bold=bold, mark=mark, tag=tag), meaning)

    statuses = (
        entry("符合／已做到", "计 1", mark="conform"),
        entry("部分符合／部分做到", "计 0.5", mark="partial"),
        entry("不符合／尚未做到", "计 0，须整改", mark="nonconform", bold=True),
        entry("不适用", "须写理由，不计入", mark="not_applicable"),
        entry("未评", "不作符合计", mark="unanswered"),
    )
    kinds = (
        entry("必须", "法律法规或政策要求必须", bold=True),
        entry("应当", "计入改进指数"),
        entry("鼓励", "计入改进指数"),
    )
    grades = (
        entry("严重", "关键项或法律法规项不符合", tag="major"),
        entry("一般", "其他必须项不符合，或部分符合", tag="minor"),
        entry("观察项", "人工写下的提示", tag="observation"),
    )
    standing = (
        entry("现行", "按所查资料有效"),
        entry("待核", "使用前核对", tag="check"),
        entry("待实施", "已发布，日期在后", tag="coming"),
        entry("即将被代替", "新文本已发布，目前仍适用", tag="superseded"),
    )
    levels = tuple(
        entry(word, meaning, bold=True)
        for word, meaning in (
            ("一级", "必须项 ≥ 100%，指数 ≥ 85"),
            ("二级", "必须项 ≥ 90%，指数 ≥ 75"),
            ("三级", "必须项 ≥ 75%，指数 ≥ 60"),
            ("四级", "其余情形"),
        )
    )
    numbers = (
        entry("A01", "检查表字母加序号", bold=True),
        entry("附件", "证据的编号，见附录一", bold=True),
        entry("★", "关键项：做不到即不安全或违法", bold=True),
    )
    return Legend(
        "怎样读本报告",
        (
            (("评定（必须项／其他项）", statuses), ("要求的强度", kinds), ("审核发现的级别", grades)),
            (("法规标准的状态", standing), ("等级", levels), ("编号与记号", numbers)),
        ),
    )


def counts(numbers: Sequence[int], words: Sequence[str] = WORDS, unit: str = " 项") -> tuple[Count, ...]:
    return tuple(Count(m, w, n, f"{n}{unit}") for m, w, n in zip(MARKS, words, numbers, strict=True))


def charts(spokes: int = 9) -> Charts:
    labels = (
        "主体责任",
        "改进人才",
        "标准标识",
        "安全召回",
        "检测认证",
        "供销贸易",
        "设计创新",
        "品牌产权",
        "服务维权",
        "信用",
    )
    values = (92, 68, 85, None, 76, 70, 94, 78, 83, 55)
    numbers: tuple[tuple[int, ...], ...] = (
        (10, 2, 1, 0, 0),
        (9, 1, 0, 1, 0),
        (9, 2, 2, 1, 0),
        (10, 1, 1, 0, 0),
        (8, 3, 1, 1, 0),
        (11, 1, 0, 0, 0),
    )
    numbers += ((9, 3, 1, 2, 0), (5, 1, 0, 4, 0))
    return Charts(
        radar_title="图 1　按主题的落实率",
        spokes=tuple(
            Spoke(labels[i], None if values[i] is None else Decimal(values[i] or 0), str(values[i] or "未评"))
            for i in range(spokes)
        ),
        radar_note="已评不足 5 项的主题不画：信用、设计创新" if spokes else "",
        bars_title=f"图 {2 if spokes else 1}　按检查表的评定构成与落实率",
        bars_column="落实率",
        bars=tuple(
            Bar(
                "ABCDEFGH"[i],
                FILES[i][0],
                counts(numbers[i]),
                ("88", "95", "77", "88", "79", "96", "81", "5.5/6")[i],
            )
            for i in range(8)
        ),
        legend=counts((71, 14, 6, 9, 0)),
        note="条内数字为项数，窄条不标",
    )
