"""The check of a content folder: each fault with its place, many at once, nothing in a sound folder."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.check import check
from checklists.glyphs import code_points
from checklists.problem_words import WORDS
from resources import path as resource
from tests.checklists import test_schema, test_strict_yaml
from tests.checklists.content_folder import HEBEI, SOUND, at, changed, write_folder

RECALL = "enterprise/recall.yaml"
TOYS = "products/toys.yaml"
OVERLAY = "provinces/hebei.yaml"
PLAN = "sources/cn-2016-68.yaml"
PROVINCE = "sources/he-2017.yaml"
REGULATIONS = "sources/regulations.yaml"
ENGLISH = "en/enterprise/recall.yaml"
FONT = resource("fonts/NotoSansSC-Regular.ttf")

Case = tuple[str, str, str, str]
_SECOND = 'id: "CN-2016-68/2.7.1#2"\n        ask: "演练召回"\n'
_THIRD = """\
id: "CN-2016-68/2.7.1#3"
        ask: "保险"
        kind: "encouraged"
        stated: "explicit"
        topic: "insurance"
"""

_WAIVED = _THIRD.replace('topic: "insurance"', 'topic: "insurance"\n        waived: "只对政府说"')

#: code -> file, old text, new text, what stands at the place of the problem.
FILES: dict[str, Case] = {
    "file-name": (RECALL, 'id: "recall"', 'id: "recalls"', '"recalls"'),
    "id-twice": (TOYS, '"310"', '"110"', '"110"'),
    "tightening-id-twice": (OVERLAY, 'item: "failures"', 'item: "procedure"', '"procedure"'),
    "overlay-place": (OVERLAY, 'overlay: "hebei"\n', "", 'id: "hebei"'),
    "no-domain": (TOYS, 'applies:\n  - domain: ["special-groups"]\n', "", 'id: "toys"'),
    "no-prefix": (OVERLAY, 'id: "he-hotline"', 'id: "hotline"', '"hotline"'),
    "foreign-prefix": (RECALL, 'id: "drill"', 'id: "he-drill"', '"he-drill"'),
}
NAMES: dict[str, Case] = {
    "unknown-ask": (RECALL, "2.7.1#1", "2.7.1#9", '"CN-2016-68/2.7.1#9"'),
    "unknown-clause": (RECALL, 'clause: "CN-2016-68/2.7.1"', 'clause: "CN-2016-68/9"', '"CN-2016-68/9"'),
    "unknown-document": (PROVINCE, '"CN-2016-68"', '"CN-2016-69"', '"CN-2016-69"'),
    "unknown-fact": (TOYS, '- toy: ["yes"]', '- doll: ["yes"]', '["yes"]'),
    "unknown-group": ("scale.yaml", 'group: "responsibility"', 'group: "nobody"', '"nobody"'),
    "unknown-item": (RECALL, 'requires: ["procedure"]', 'requires: ["nothing"]', '"nothing"'),
    "unknown-region": (OVERLAY, 'region: "hebei"', 'region: "nowhere"', '"nowhere"'),
    "unknown-regulation": (RECALL, "law-consumer", "law-nothing", '"law-nothing'),
    "unknown-topic": (RECALL, 'topic: "recall"', 'topic: "nothing"', '"nothing"'),
    "unknown-value": (TOYS, '["special-groups"]', '["toys"]', '["toys"]'),
    "not-yes-no": (RECALL, "          toy: [", "          role: [", '["std-toy"]'),
    "foreign-id": (PLAN, 'id: "CN-2016-68/2.7"', 'id: "CN-2016-70/2.7"', '"CN-2016-70/2.7"'),
    "no-topic": (RECALL, '    topic: "recall"\n', "", 'id: "stop-sale"'),
    "same-as-nothing": (PROVINCE, '        national_ask: "CN-2016-68/2.7.1#2"\n', "", '"same"'),
}
STRENGTH: dict[str, Case] = {
    "same-ask": (OVERLAY, '["HE-2017/2.3#2"]', '["HE-2017/2.3#2", "HE-2017/2.3#1"]', '"HE-2017/2.3#1"'),
    "mode-of-stronger": (
        RECALL,
        'kind: "expected"',
        'kind: "expected"\n        mode: "readiness"',
        '"readiness"',
    ),
    "demands-of-weaker": (RECALL, 'kind: "duty"', 'kind: "expected"', '"expected"'),
    "duty-ask-weakened": (OVERLAY, 'kind: "duty"', 'kind: "expected"', '"expected"'),
    "implied-without-mode": (RECALL, '        mode: "readiness"\n', "", '"encouraged"'),
    "kind-above-ask": (PLAN, 'kind: "expected"', 'kind: "encouraged"', '"expected"'),
    "target-without-benchmark": (PROVINCE, 'value: "93"', 'value: "95"', '"合格率"'),
    "ungrounded-duty": (RECALL, 'kind: "expected"', 'kind: "duty"', '"duty"'),
    "not-in-force": (RECALL, 'demands: ["law-consumer 第十九条"', 'demands: ["std-toy"', '"std-toy"'),
    "not-verified": (RECALL, "law-consumer 第十九条", "law-consumer", '"law-consumer"'),
    "unnamed-article": (RECALL, "第十九条", "第二十二条", '"law-consumer 第二十二条"'),
    "foreign-regulation": (
        REGULATIONS,
        'domains: ["special-groups"]',
        'domains: ["food"]',
        '"law-toy 第二条"',
    ),
    "names-itself": (RECALL, 'requires: ["procedure"]', 'requires: ["stop-sale"]', '"stop-sale"'),
    "names-measure": (RECALL, 'requires: ["procedure"]', 'requires: ["failures"]', '"failures"'),
    "contradicts-required": (RECALL, "procedure nonconform", "procedure conform", '"conform'),
    "replaces-living": (
        RECALL,
        'contradicts: ["conform procedure nonconform"]',
        'replaces: ["procedure"]',
        '"proc',
    ),
    "circle": (RECALL, "各写岗位和时限。", '各写岗位和时限。"\n        requires: ["drill"]\n#', '["drill"]'),
    "tightens-own": (OVERLAY, 'item: "procedure"', 'item: "he-hotline"', '"he-hotline"'),
    "not-stricter": (OVERLAY, 'item: "procedure"', 'item: "stop-sale"', '"duty"'),
    "already-critical": (TOYS, 'item: "procedure"', 'item: "stop-sale"', '"yes"'),
    "needless-also": (TOYS, "    when:\n", "    also:\n", '- toy: ["yes"]'),
    "benchmark-without-measure": (OVERLAY, 'item: "failures"', 'item: "stop-sale"', '- region: "hebei"'),
}
COVERAGE: dict[str, Case] = {
    "ask-uncovered": (PLAN, f"      - {_SECOND}", f"      - {_THIRD}      - {_SECOND}", '"保险"'),
    "ask-unreached": (
        PROVINCE,
        'topic: "after-sales"',
        'topic: "after-sales"\n        applies:\n          - region: ["jiangxi"]',
        '"当天答复投诉"',
    ),
    "waived-duty": (
        PROVINCE,
        'vs_national: "added"',
        'vs_national: "added"\n        waived: "没有事可评"',
        '"没有事可评"',
    ),
    "waived-needlessly": (
        PLAN,
        'stated: "implied"',
        'stated: "implied"\n        waived: "没有事可评"',
        '"没有事可评"',
    ),
    "many-waived": (PLAN, f"      - {_SECOND}", f"      - {_WAIVED}      - {_SECOND}", "id"),
}
WORDING: dict[str, Case] = {
    "dead-name": (RECALL, "写两页纸", "写两页纸交质监局", '"写两页纸交质监局'),
    "empty-word": (RECALL, '"人员分工表"', '"相关制度"', '"相关制度"'),
    "strength-in-ask": (RECALL, "是否立即停售", "是否必须停售", '"发现'),
    "no-question": (RECALL, "有没有一份召回办法，写明", "召回办法写明了", '"召回办法'),
    "long-guide": (RECALL, "写明谁有权叫停出货。", "甲。乙。丙。丁。", '"甲'),
    "alike": (
        RECALL,
        "近一年是否做过一次召回演练，并记下用时？",
        "有没有一份召回办法，写明由谁判定、谁决定？",
        '"有没有',
    ),
    "alike-guide": (RECALL, "选一批老产品，半天做完。", "写三页纸，各写岗位和时限。", '"写三页纸'),
    "shared-proof": (
        RECALL,
        '["现行的召回办法", "人员分工表"]',
        '["停售通知和客户回执", "缺陷判定记录"]',
        '["停售',
    ),
    "half-width": (RECALL, "写两页纸，", "写两页纸,", '"写两页纸,'),
    "blank": (RECALL, "写两页纸，", "写 2 页纸，", '"写 2'),
    "no-glyph": (RECALL, "写两页纸", "写两页纸\U0002a6a5", '"写两页纸'),
}
ENGLISH_WORDS: dict[str, Case] = {
    "english-missing": (
        ENGLISH,
        '    guide: "Write down who may stop a shipment."\n',
        "",
        'ask: "Do you stop',
    ),
    "english-unknown": (ENGLISH, "  drill:", "  drills:", "drills:"),
    "english-proof": (ENGLISH, '"Record of the decision", ', "", '["Stop'),
    "chinese-in-english": (ENGLISH, "Take an old batch.", "Take 一批.", '"Take'),
}
CASES = FILES | NAMES | STRENGTH | COVERAGE | WORDING | ENGLISH_WORDS


def test_a_sound_folder_has_no_problems(tmp_path: Path) -> None:
    assert [p.printed() for p in check(write_folder(tmp_path / "content"), FONT)] == []


@pytest.mark.parametrize("code", CASES)
def test_found_with_its_place(code: str, tmp_path: Path) -> None:
    file, old, new, stands = CASES[code]
    folder = write_folder(tmp_path / "content", {file: changed(file, old, new)})
    found = [p for p in check(folder, FONT) if p.code == code]
    assert found, "not found"
    assert at(found[0], folder).startswith(stands)
    assert found[0].sentence("zh")
    assert found[0].sentence("en")


def test_missing_and_needless_files(tmp_path: Path) -> None:
    changes = {"scale.yaml": None, "en/scale.yaml": None, "en/edition.yaml": None, "notes.yaml": 'a: "1"\n'}
    changes |= {"en/enterprise/old.yaml": SOUND[ENGLISH]}
    found = {(p.code, p.place.file) for p in check(write_folder(tmp_path / "content", changes))}
    assert ("missing-file", "content") in found
    assert ("unknown-file", "content/notes.yaml") in found
    assert ("english-file-missing", "content/edition.yaml") in found
    assert ("english-of-nothing", "content/en/enterprise/old.yaml") in found


def test_all_at_once_and_in_order(tmp_path: Path) -> None:
    """A fault in the text of a file hides neither those of its shape nor those of its meaning."""
    text = changed(RECALL, 'kind: "duty"', "kind: duty").replace("CN-2016-68/2.7.1#2", "CN-2016-68/9#9")
    text = text.replace('mode: "readiness"', 'mode: "ready"').replace('order: "110"', 'order: ["110"]')
    problems = check(write_folder(tmp_path / "content", {RECALL: text, TOYS: "a: [\n"}))
    assert {"unquoted", "not-a-choice", "wrong-type", "unknown-ask", "syntax"} <= {p.code for p in problems}
    assert [p.place for p in problems] == sorted(p.place for p in problems)
    assert sum(p.place.line == 11 and p.place.file.endswith("recall.yaml") for p in problems) == 1


@given(data=st.data())
def test_whatever_is_written_gives_problems_at_most(data: st.DataObject) -> None:
    """Lines removed, doubled, indented otherwise or with another value never make the check fail."""
    file = data.draw(st.sampled_from(sorted(SOUND)))
    lines = SOUND[file].splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        key, _, value = line.partition(": ")
        new = ["", line * 2, "  " + line, f'{key}: "x"\n', f'{key}: ["x"]\n', f"{key}:\n", f"- {value}"]
        lines[number] = data.draw(st.sampled_from(new))
    with tempfile.TemporaryDirectory() as folder:
        for problem in check(write_folder(Path(folder) / "content", {file: "".join(lines)})):
            assert problem.printed("zh")
            assert problem.printed("en")


def test_ids_of_tightenings_are_of_the_whole_library(tmp_path: Path) -> None:
    changes: dict[str, str | None] = {
        file: changed(file, '  - item: "procedure"', f'  - id: "{name}"\n    item: "procedure"')
        for file, name in ((TOYS, "by-age"), (OVERLAY, "by-age"))
    }
    english = SOUND["en/provinces/hebei.yaml"].replace("  procedure:", "  by-age:")
    folder = write_folder(tmp_path / "content", changes | {"en/provinces/hebei.yaml": english})
    assert [(p.code, p.place.file) for p in check(folder)] == [("id-twice", "content/provinces/hebei.yaml")]
    write_folder(
        folder, {TOYS: changed(TOYS, '  - item: "procedure"', '  - id: "drill"\n    item: "procedure"')}
    )
    assert [p.code for p in check(folder)] == ["tightening-id-twice"]


def test_more_critical_items_than_wise(tmp_path: Path) -> None:
    item = SOUND[RECALL][
        SOUND[RECALL].index('      - id: "stop-sale"') : SOUND[RECALL].index('      - id: "procedure"')
    ]
    more = "".join(item.replace('id: "stop-sale"', f'id: "stop-sale-{n}"') for n in range(25))
    problems = check(
        write_folder(tmp_path / "content", {RECALL: SOUND[RECALL].replace(item, item + more, 1)})
    )
    (many,) = [p for p in problems if p.code == "many-critical"]
    assert many.values["count"] == 26


class TestGroundOfDuties:
    """A duty needs a demand in force or a duty ask for everyone it reaches."""

    @staticmethod
    def ungrounded(tmp_path: Path, file: str, text: str) -> list[str]:
        problems = check(write_folder(tmp_path / "content", {file: text}))
        return [
            f"{p.values['domains']} {p.values['region']}" for p in problems if p.code == "ungrounded-duty"
        ]

    def test_a_regulation_of_one_domain_does_not_bind_the_others(self, tmp_path: Path) -> None:
        text = changed(RECALL, "law-consumer 第十九条", "law-toy 第二条")
        assert self.ungrounded(tmp_path, RECALL, text) == ["apparel national"]

    def test_it_binds_where_the_item_reaches_only_that_domain(self, tmp_path: Path) -> None:
        text = changed(RECALL, "law-consumer 第十九条", "law-toy 第二条")
        text = text.replace(
            'critical: "yes"', 'critical: "yes"\n        applies:\n          - domain: ["special-groups"]'
        )
        assert self.ungrounded(tmp_path, RECALL, text) == []

    def test_a_fact_brings_the_domains_it_is_asked_in(self, tmp_path: Path) -> None:
        """Toys are asked for in two domains; who makes them in the other is not under products/toys."""
        assert self.ungrounded(tmp_path, TOYS, SOUND[TOYS]) == []
        everywhere = changed(TOYS, '["special-groups"]', '["special-groups", "sports-edu"]')
        assert self.ungrounded(tmp_path, TOYS, everywhere) == ["sports-edu national"]

    def test_demands_if_count_only_where_the_fact_is_sure(self, tmp_path: Path) -> None:
        text = changed(TOYS, '        applies:\n          - toy: ["yes"]\n', "")
        assert self.ungrounded(tmp_path, TOYS, text) == ["special-groups national"]

    def test_a_province_asks_only_its_own(self, tmp_path: Path) -> None:
        text = changed(
            RECALL,
            'kind: "expected"\n        basis: ["CN-2016-68/2.7.1#1"]',
            'kind: "duty"\n        basis: ["HE-2017/2.3#2"]',
        )
        assert self.ungrounded(tmp_path, RECALL, text) == ["apparel national"]
        here = text.replace(
            'kind: "duty"\n        basis: ["HE',
            'kind: "duty"\n        applies:\n          - region: ["hebei"]\n        basis: ["HE',
        )
        assert self.ungrounded(tmp_path, RECALL, here) == []

    def test_an_ask_of_some_does_not_bind_all(self, tmp_path: Path) -> None:
        ask = 'stated: "explicit"\n        topic: "after-sales"'
        limited = changed(PROVINCE, ask, f'{ask}\n        applies:\n          - size: ["large"]')
        assert "apparel hebei" in self.ungrounded(tmp_path, PROVINCE, limited)

    def test_a_tightening_that_widens_a_duty(self, tmp_path: Path) -> None:
        narrow = changed(
            RECALL, 'critical: "yes"', 'critical: "yes"\n        applies:\n          - size: ["large"]'
        )
        narrow = narrow.replace("law-consumer 第十九条", "law-toy 第二条")
        widening = (
            HEBEI
            + '  - item: "stop-sale"\n    also:\n      - size: ["small"]\n    basis: ["HE-2017/2.3#2"]\n'
        )
        folder = write_folder(tmp_path / "content", {RECALL: narrow, OVERLAY: widening})
        found = [p for p in check(folder) if p.code == "ungrounded-duty"]
        assert [p.place.file for p in found] == ["content/enterprise/recall.yaml"]


def test_characters_of_the_font() -> None:
    found = code_points(FONT)
    assert {ord(c) for c in "质评，。“”①≤℃Aé"} <= found
    assert 0x2A6A5 not in found


def test_what_is_no_font(tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(b"no font")
    with pytest.raises(ValueError, match="font"):
        code_points(path)


def test_every_problem_is_provoked_by_a_test() -> None:
    texts = {code for _, code, *_ in test_strict_yaml.REFUSED.values()} | {
        "not-utf8",
        "too-large",
        "too-many",
    }
    shapes = {case[3] for case in test_schema.REFUSED.values()}
    files = {"missing-file", "unknown-file", "english-file-missing", "english-of-nothing", "many-critical"}
    files |= {"copied"}
    history = {"id-vanished", "id-revived", "meaning-changed", "ledger-row"}
    assert texts | shapes | files | history | set(CASES) == set(WORDS)


@pytest.mark.parametrize("code", WORDS)
def test_both_languages_name_the_same_values(code: str) -> None:
    words = WORDS[code]
    names = [set(re.findall(r"\{(\w+)\}", text)) for text in (words.zh, words.en)]
    assert names[0] == names[1]
