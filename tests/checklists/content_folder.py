"""A small sound content folder as text, to be written below tmp_path with a change or two.

enterprise/recall   stop-sale: duty by law, critical; procedure: expected; drill: encouraged, readiness
products/toys       toy-label: duty by law of toys only; tightens procedure
provinces/hebei     he-hotline: duty by the province's own ask; tightens procedure, which the plan expects
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from checklists.compiling import CONTENT
from checklists.problems import Problem

RECALL: Final = """\
id: "recall"
title: "缺陷产品召回"
order: "110"
sections:
  - id: "recall-main"
    title: "停售与召回"
    topic: "recall"
    items:
      - id: "stop-sale"
        ask: "发现产品可能伤人后，是否立即停售并召回？"
        kind: "duty"
        critical: "yes"
        basis: ["CN-2016-68/2.7.1#1"]
        demands: ["law-consumer 第十九条"]
        see_if:
          toy: ["std-toy"]
        proof: ["缺陷判定记录", "停售通知和客户回执"]
        guide: "写明谁有权叫停出货。"
        na: "近三年没有发现安全缺陷"
        requires: ["procedure"]
      - id: "procedure"
        ask: "有没有一份召回办法，写明谁判定、谁决定？"
        kind: "expected"
        basis: ["CN-2016-68/2.7.1#1"]
        proof: ["现行的召回办法", "人员分工表"]
        guide: "写两页纸，各写岗位和时限。"
      - id: "drill"
        ask: "近一年是否做过一次召回演练，并记下用时？"
        kind: "encouraged"
        mode: "readiness"
        basis: ["CN-2016-68/2.7.1#2"]
        proof: ["演练方案和签到", "用时与找回比例"]
        guide: "选一批老产品，半天做完。"
        requires: ["procedure"]
        contradicts: ["conform procedure nonconform"]
      - id: "failures"
        ask: "近三年各级监督抽查的合格率是多少？"
        kind: "encouraged"
        mode: "awareness"
        basis: ["CN-2016-68/2.7.1#2"]
        answer:
          type: "measure"
          unit: "%"
          better: "higher"
          count: "合格批次"
          of: "被抽批次"
          levels: ["national", "provincial"]
          benchmarks:
            - region: "national"
              level: "national"
              value: "90"
              year: "2020"
              use: "comparable"
              clause: "CN-2016-68/2.7.1"
        proof: ["近三年抽样单", "按级别统计的小表"]
        guide: "翻出近三年的抽样单数一次。"
"""

TOYS: Final = """\
id: "toys"
title: "玩具"
order: "310"
applies:
  - domain: ["special-groups"]
sections:
  - id: "toys-main"
    title: "玩具的标识"
    topic: "labelling"
    items:
      - id: "toy-label"
        ask: "每个型号的玩具，是否都标明了适用年龄？"
        kind: "duty"
        per: "product"
        applies:
          - toy: ["yes"]
        basis: ["CN-2016-68/2.7.1#2"]
        demands_if:
          toy: ["law-toy 第二条"]
        proof: ["每个型号的标签样张", "包装正面照片"]
        guide: "拿来每个型号的一件实物，对着标准逐项打钩。"
tightens:
  - item: "procedure"
    critical: "yes"
    when:
      - toy: ["yes"]
    basis: ["CN-2016-68/2.7.1#1"]
"""

HEBEI: Final = """\
id: "hebei"
title: "河北补充"
order: "420"
overlay: "hebei"
sections:
  - id: "he-service"
    title: "服务"
    topic: "after-sales"
    items:
      - id: "he-hotline"
        ask: "顾客打来的质量投诉，是否当天有人答复？"
        kind: "duty"
        basis: ["HE-2017/2.3#2"]
        proof: ["投诉登记表", "近三个月的答复记录"]
        guide: "定一个人接电话。"
tightens:
  - item: "procedure"
    kind: "duty"
    basis: ["HE-2017/2.3#2"]
    note: "河北要求所有企业都有。"
  - item: "failures"
    basis: ["HE-2017/2.3#1"]
    benchmarks:
      - region: "hebei"
        level: "provincial"
        value: "93"
        year: "2020"
        use: "comparable"
        clause: "HE-2017/2.3"
"""

PLAN: Final = """\
id: "CN-2016-68"
title: "消费品标准和质量提升规划"
issuing_body: "国务院办公厅"
date: "2016-09-06"
level: "national"
region: "national"
clauses:
  - id: "CN-2016-68/2.7"
    audience: "other"
  - id: "CN-2016-68/2.7.1"
    heading: "召回"
    parent: "CN-2016-68/2.7"
    audience: "both"
    asks:
      - id: "CN-2016-68/2.7.1#1"
        ask: "有召回办法"
        kind: "expected"
        stated: "explicit"
        topic: "recall"
      - id: "CN-2016-68/2.7.1#2"
        ask: "演练召回"
        kind: "encouraged"
        stated: "implied"
        topic: "recall"
"""

PROVINCE: Final = """\
id: "HE-2017"
title: "河北规划"
issuing_body: "河北省人民政府办公厅"
date: "2017-01-16"
level: "province"
region: "hebei"
implements: "CN-2016-68"
clauses:
  - id: "HE-2017/2.3"
    audience: "enterprise"
    counterpart: "CN-2016-68/2.7.1"
    asks:
      - id: "HE-2017/2.3#1"
        ask: "演练召回"
        kind: "encouraged"
        stated: "implied"
        topic: "recall"
        vs_national: "same"
        national_ask: "CN-2016-68/2.7.1#2"
      - id: "HE-2017/2.3#2"
        ask: "当天答复投诉"
        kind: "duty"
        stated: "explicit"
        topic: "after-sales"
        vs_national: "added"
targets:
  - clause: "HE-2017/2.3"
    indicator: "合格率"
    use: "comparable"
    level: "provincial"
    comparator: ">="
    value: "93"
"""

REGULATIONS: Final = """\
as_of: "2026-11-22"
check_at: ["国家法律法规数据库"]
regulations:
  - id: "law-consumer"
    kind: "law"
    rank: "法律"
    title: "消费者权益保护法"
    standing: "现行"
    duty: "立即停售并召回（第十九条至第二十一条）。"
    confidence: "sure"
  - id: "law-toy"
    kind: "regulation"
    rank: "行政法规"
    title: "玩具条例"
    standing: "即将被代替"
    domains: ["special-groups"]
    duty: "标明适用年龄（第二条）。"
    confidence: "verified"
  - id: "std-toy"
    kind: "mandatory-standard"
    rank: "强制性国家标准"
    title: "玩具安全"
    standing: "待核"
    duty: "限量。"
    confidence: "verified"
"""

SOUND: Final = {
    "edition.yaml": 'id: "2026.11"\ndate: "2026-11-22"\ntitle: "检查表"\n',
    "scale.yaml": (CONTENT / "scale.yaml").read_text(encoding="utf-8"),
    "interview.yaml": (CONTENT / "interview.yaml").read_text(encoding="utf-8"),
    "enterprise/recall.yaml": RECALL,
    "products/toys.yaml": TOYS,
    "provinces/hebei.yaml": HEBEI,
    "sources/cn-2016-68.yaml": PLAN,
    "sources/he-2017.yaml": PROVINCE,
    "sources/regulations.yaml": REGULATIONS,
    "en/edition.yaml": 'title: "Checklists"\n',
    "en/scale.yaml": (CONTENT / "en/scale.yaml").read_text(encoding="utf-8"),
    "en/interview.yaml": (CONTENT / "en/interview.yaml").read_text(encoding="utf-8"),
    "en/enterprise/recall.yaml": """\
title: "Recall"
sections:
  recall-main: "Stop selling and recall"
items:
  stop-sale:
    ask: "Do you stop selling and recall at once?"
    proof: ["Record of the decision", "Stop notices"]
    guide: "Write down who may stop a shipment."
    na: "No defect in the past three years"
  procedure:
    ask: "Is there a recall procedure?"
    proof: ["The procedure in force", "Who does what"]
    guide: "Write two pages."
  drill:
    ask: "Was a recall drill held in the past year?"
    proof: ["Plan and attendance", "Time taken"]
    guide: "Take an old batch."
  failures:
    ask: "What was the pass rate of spot checks?"
    count: "Lots passed"
    of: "Lots sampled"
    proof: ["Sampling sheets", "Table by level"]
    guide: "Count them once."
""",
    "en/products/toys.yaml": """\
title: "Toys"
sections:
  toys-main: "Labels"
items:
  toy-label:
    ask: "Does every toy state its age range?"
    proof: ["Label of each model", "Photo of the pack"]
    guide: "Take one of each model."
""",
    "en/provinces/hebei.yaml": """\
title: "Hebei"
sections:
  he-service: "Service"
items:
  he-hotline:
    ask: "Is every complaint answered the same day?"
    proof: ["Register of complaints", "Answers of three months"]
    guide: "Name one person."
tightens:
  procedure:
    note: "Hebei asks it of everyone."
""",
    "en/sources/cn-2016-68.yaml": 'title: "Plan"\nissuing_body: "State Council"\n',
    "en/sources/he-2017.yaml": 'title: "Hebei plan"\nissuing_body: "Hebei government"\n',
    "en/sources/regulations.yaml": """\
regulations:
  law-consumer:
    title: "Consumer law"
  law-toy:
    title: "Toy regulation"
  std-toy:
    title: "Toy safety"
""",
}


def write_folder(folder: Path, changes: dict[str, str | None] | None = None) -> Path:
    """Write the sound folder, with the files of `changes` instead (None: without that file)."""
    for name, text in (SOUND | (changes or {})).items():
        path = folder / name
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def changed(name: str, old: str, new: str) -> str:
    """A file of the sound folder with its first `old` replaced."""
    assert old in SOUND[name], f"{old!r} is not in {name}"
    return SOUND[name].replace(old, new, 1)


def at(problem: Problem, folder: Path) -> str:
    """The text that stands at the place of a problem, to the end of its line."""
    path = folder.parent / problem.place.file
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else [""]
    return lines[problem.place.line - 1][problem.place.column - 1 :] if lines else ""
