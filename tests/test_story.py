"""The way through: from an empty profile to a line in the PDF, and the same paper again."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

import main as front_door
from checklists.records import Records
from exports.pdf_font import printable

PROFILE = """
name: 河北某某电器厂
credit_code: 91130605MA0CX4578R
region: hebei
staff: 45
turnover: 2600
in_charge: 李𬭚
facts:
  domain: [appliances]
  role: [manufacturer]
  ccc: no
  catalogue-75: no
  food-contact: no
  own-standard: no
  installs: no
  paid-service: no
  collects-data: no
"""
NOTE = "没有书面办法。𬭚 <img src='/etc/passwd'> & A<B> \u202e倒序\u202c 🙂 " + "长" * 300


def run(*arguments: object) -> int:
    return front_door.main([str(a) for a in arguments])


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def plain(text: str) -> str:
    return "".join(text.split())


def test_from_profile_to_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    file, pdf = tmp_path / "电器厂.zhiping", tmp_path / "报告.pdf"
    assert run("new", file, "--profile", tmp_path / "profile.yaml", "--person", "李𬭚") == 0
    with Records.open(file, write=False) as records:
        assessment = records.assessments()[-1].id
        items = records.scope(assessment).items
    lines = ["answers:"]
    for scoped in items:
        if not scoped.is_measure:
            lines += [f"  {scoped.id}:", "    status: 符合", "    proof_ref: 记录一册，品管部"]
    (tmp_path / "answers.yaml").write_text("\n".join(lines).replace("符合", "conform"), encoding="utf-8")
    assert run("answers", file, tmp_path / "answers.yaml") == 0
    assert run("report", file, "-o", pdf) == 0
    first = pdf.read_bytes()
    assert run("answer", file, "recall-drill", "unanswered") == 0
    assert run("answer", file, "recall-procedure", "nonconform", "--note", NOTE) == 0
    assert run("report", file, "-o", pdf) == 0
    second = pdf.read_bytes()
    said = capsys.readouterr().out
    assert said.count("可以打印、签字、盖章") == 2
    assert "第1版" in plain(text_of(first))
    words = plain(text_of(second))
    assert "第2版" in words
    assert "一般" in words
    assert plain(printable(NOTE)) in words.replace("[U+1F642]", "🙂")
    with Records.open(file, write=False) as records:
        issued = records.issued(assessment)
        kept = records.issued_bytes(issued[1].pdf_sha256)
    assert [i.revision for i in issued] == [1, 2]
    assert kept == second


def test_the_same_content_is_the_same_revision(tmp_path: Path) -> None:
    file, pdf = tmp_path / "x.zhiping", tmp_path / "x.pdf"
    assert run("sample", file) == 0
    assert run("report", file, "-o", pdf) == 0
    first = pdf.read_bytes()
    assert run("report", file, "-o", pdf) == 0
    assert pdf.read_bytes() == first
    with Records.open(file, write=False) as records:
        assert records.issued(records.assessments()[-1].id) == ()
