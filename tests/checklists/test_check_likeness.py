"""What was copied from the documents; likeness is among the cases of test_check.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from checklists.check import check
from tests.checklists.content_folder import RECALL, write_folder

SENTENCE = "企业要对生产的产品，逐批留存检验的原始记录备查。"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "plan.txt").write_text(
        f"　　一、召回\n{SENTENCE}\n按消费品标准和质量提升规划和召回办法统一执行\n", encoding="utf-8"
    )
    return folder


def copied(folder: Path, texts: Path | None, guide: str) -> list[object]:
    """The runs that are found copied in a guide."""
    content = write_folder(
        folder / "content", {"enterprise/recall.yaml": RECALL.replace("写明谁有权叫停出货。", guide)}
    )
    return [p.values["run"] for p in check(content, texts=texts) if p.code == "copied"]


def test_a_run_of_fourteen_is_found_across_blanks_and_marks(tmp_path: Path, texts: Path) -> None:
    assert copied(tmp_path, texts, "写明：对生产的产品逐批留存检验的原始记录。") == [
        "对生产的产品逐批留存检验的原"
    ]


def test_thirteen_are_not_yet_a_sentence(tmp_path: Path, texts: Path) -> None:
    assert copied(tmp_path, texts, "写明产品逐批留存检验的原始记录放哪。") == []


def test_titles_are_facts(tmp_path: Path, texts: Path) -> None:
    assert copied(tmp_path, texts, "按消费品标准和质量提升规划和召回办法统一做。") == []
    assert copied(tmp_path, texts, "抄《消费品标准和质量提升规划和召回办法统一执行》。") == []


def test_nothing_is_looked_for_without_texts(tmp_path: Path) -> None:
    assert copied(tmp_path, None, SENTENCE) == []
