"""Whether every ask of an enterprise is covered by an item that can reach those it concerns."""

from __future__ import annotations

from pathlib import Path

import pytest

from checklists.check import check
from tests.checklists.content_folder import HEBEI, PLAN, PROVINCE, RECALL, changed, write_folder

ADDED = 'topic: "after-sales"\n'


def problems(folder: Path, changes: dict[str, str | None]) -> list[tuple[str, object]]:
    """The problems of the coverage by code and whom they name."""
    found = check(write_folder(folder / "content", changes))
    return [
        (p.code, p.values.get("whom"))
        for p in found
        if p.code.startswith(("ask-", "waived-")) or p.code == "many-waived"
    ]


def province(applies: str) -> str:
    """The province's document, whose own ask concerns only some."""
    return PROVINCE.replace(ADDED, f"{ADDED}        applies:\n          - {applies}\n")


def hotline(applies: str) -> str:
    """The overlay, whose item that names the ask reaches only some; its tightening cites it no more."""
    only = HEBEI.replace('    basis: ["HE-2017/2.3#2"]\n    note', '    basis: ["HE-2017/2.3#1"]\n    note')
    return only.replace(
        '        basis: ["HE-2017/2.3#2"]',
        f'        applies:\n          - {applies}\n        basis: ["HE-2017/2.3#2"]',
    )


def test_what_repeats_a_national_ask_follows_it(tmp_path: Path) -> None:
    text = changed("provinces/hebei.yaml", 'basis: ["HE-2017/2.3#1"]', 'basis: ["HE-2017/2.3#2"]')
    assert problems(tmp_path, {"provinces/hebei.yaml": text}) == []


def test_its_waiver_follows_too(tmp_path: Path) -> None:
    """Two of the four asks are then waived, which is more than may be."""
    waived = PLAN.replace('stated: "implied"', 'stated: "implied"\n        waived: "只对政府说"')
    uncited = RECALL.replace("2.7.1#2", "2.7.1#1")
    toys = changed("products/toys.yaml", "2.7.1#2", "2.7.1#1")
    overlay = HEBEI.replace("HE-2017/2.3#1", "HE-2017/2.3#2")
    changes: dict[str, str | None] = {
        "sources/cn-2016-68.yaml": waived,
        "enterprise/recall.yaml": uncited,
        "products/toys.yaml": toys,
        "provinces/hebei.yaml": overlay,
    }
    assert {code for code, _ in problems(tmp_path, changes)} == {"many-waived"}
    changes["sources/cn-2016-68.yaml"] = PLAN
    assert [code for code, _ in problems(tmp_path, changes)] == ["ask-uncovered", "ask-uncovered"]


@pytest.mark.parametrize(
    ("concerns", "reaches", "missed"),
    [
        ('role: ["exporter"]', 'role: ["exporter", "importer"]', None),
        ('role: ["exporter"]', 'role: ["importer"]', "role exporter"),
        ('domain: ["food", "apparel"]', 'domain: ["food"]', "domain apparel"),
        ('size: ["small"]', 'size: ["medium", "large"]', "size small"),
        ('size: ["large"]', 'role: ["exporter"]', None),
    ],
)
def test_those_it_concerns_are_reached(
    tmp_path: Path, concerns: str, reaches: str, missed: str | None
) -> None:
    changes: dict[str, str | None] = {
        "sources/he-2017.yaml": province(concerns),
        "provinces/hebei.yaml": hotline(reaches),
    }
    found = [whom for code, whom in problems(tmp_path, changes) if code == "ask-unreached"]
    assert len(found) == (missed is not None)
    assert all(missed in str(whom) for whom in found if missed)


def test_a_province_does_not_cover_what_is_asked_everywhere(tmp_path: Path) -> None:
    overlay = HEBEI.replace('basis: ["HE-2017/2.3#2"]', 'basis: ["HE-2017/2.3#2", "CN-2016-68/2.7.1#3"]', 1)
    third = PLAN + (
        '      - id: "CN-2016-68/2.7.1#3"\n        ask: "保险"\n        kind: "expected"\n'
        '        stated: "explicit"\n        topic: "insurance"\n'
    )
    changes: dict[str, str | None] = {"sources/cn-2016-68.yaml": third, "provinces/hebei.yaml": overlay}
    assert problems(tmp_path, changes) == [("ask-unreached", "national")]


def test_a_tightening_reaches_only_those_of_its_item_and_those_it_adds(tmp_path: Path) -> None:
    narrow = RECALL.replace(
        'kind: "expected"\n', 'kind: "expected"\n        applies:\n          - size: ["large"]\n'
    )
    only = HEBEI.replace(
        'basis: ["HE-2017/2.3#2"]\n        proof', 'basis: ["CN-2016-68/2.7.1#1"]\n        proof'
    )
    changes: dict[str, str | None] = {
        "sources/he-2017.yaml": province('size: ["small"]'),
        "enterprise/recall.yaml": narrow,
        "provinces/hebei.yaml": only,
    }
    assert ("ask-unreached", "region hebei、size small") in problems(tmp_path, changes)
    wider = only.replace(
        '    kind: "duty"\n    basis', '    kind: "duty"\n    also:\n      - size: ["small"]\n    basis'
    )
    changes["provinces/hebei.yaml"] = wider
    assert "ask-unreached" not in dict(problems(tmp_path, changes))
