"""Every command as a person uses it: exit code, message, and that the README names it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import main as front_door
from exports import commands

PROFILE = """
name: 保定某某小家电厂
credit_code: 91130605MA0CX4578R
region: 河北省
staff: 45
turnover: 2,600
in_charge: 李某
facts:
  domain: [家用电器]
  role: [manufacturer]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def file(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    file = folder / "某某.zhiping"
    assert run("new", file, "--profile", folder / "profile.yaml", "--person", "李某") == 0
    capsys.readouterr()
    return file


def run(*arguments: object) -> int:
    return front_door.main([str(a) for a in arguments])


def test_readme_names_every_command() -> None:
    readme = (Path(front_door.__file__).parent / "README.md").read_text(encoding="utf-8")
    missing = [name for name in commands.cli.commands if f"| `{name} " not in readme]
    assert not missing
    assert len(readme.splitlines()) < 80


def test_new_says_what_applies(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", folder / "a.zhiping", "--profile", folder / "profile.yaml") == 0
    said = capsys.readouterr().out
    assert "项，其中必须" in said
    assert (folder / "a.zhiping").stat().st_size > 10_000


def test_new_leaves_a_file_that_is_there(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert run("new", file, "--profile", folder / "profile.yaml") == 1
    assert "没有覆盖" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_all_faults_of_a_profile_are_said_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = folder / "bad.yaml"
    bad.write_text("name: 甲\nregion: 火星\nstaff: 很多\ncolour: 红\n", encoding="utf-8")
    assert run("new", folder / "b.zhiping", "--profile", bad) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line.partition("：")[0] for line in said] == ["bad.yaml:2:9", "bad.yaml:3:8", "bad.yaml:4:1"]
    assert not (folder / "b.zhiping").exists()


def test_scope_gives_each_item_with_its_reason(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("scope", file, "--all", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    items = {row["item"]: row for row in found["items"]}
    assert items["cqo-appointed"]["kind"] == "duty"
    assert "河北省地方补充" in items["cqo-appointed"]["reason"]
    assert items["recall-importer"]["applies"] == "no"
    assert "ccc" in found["open_facts"]
    assert run("scope", file) == 0
    assert "待回答：" in capsys.readouterr().out


@pytest.mark.parametrize("status", ["nonconform", "不符合"])
def test_answer_is_kept_and_told_in_the_history(
    file: Path, status: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("answer", file, "recall-procedure", status, "--note", "没有书面办法") == 0
    assert run("history", file, "recall-procedure") == 0
    said = capsys.readouterr().out
    assert "已保存 recall-procedure" in said
    assert "评定：（空） → 不符合" in said
    assert "李某" in said


def test_not_applicable_wants_a_reason(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("answer", file, "helpers-list", "不适用") == 0
    assert "待补理由" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such-item", "符合"), "没有检查项 no-such-item"),
        (("recall-importer", "符合"), "不适用于本企业"),
        (("recall-procedure", "很好"), "没有“很好”这种评定"),
        (("sampling-pass-rate", "符合"), "数据项"),
    ],
)
def test_a_wrong_answer_is_one_sentence(
    file: Path, arguments: tuple[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("answer", file, *arguments) == 1
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1


def test_answers_status_and_report_of_a_file(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = folder / "answers.yaml"
    given.write_text(
        "answers:\n  recall-procedure:\n    status: 不符合\n    note: 没有\n"
        "  sampling-pass-rate:\n    measure:\n      provincial: [9, 10]\n",
        encoding="utf-8",
    )
    assert run("answers", file, given) == 0
    assert "已保存 2 项答案" in capsys.readouterr().out
    assert run("status", file, "--json") == 0
    state = json.loads(capsys.readouterr().out)
    assert state["state"] == "draft"
    assert state["duties"]["nonconform"] == 1
    assert any(p["code"] == "duty-unanswered" and p["blocks"] for p in state["points"])
    for options in ((), ("--internal",), ("--lang", "en"), ("--blank",)):
        pdf = folder / "out.pdf"
        assert run("report", file, "-o", pdf, *options) == 0
        assert pdf.read_bytes().startswith(b"%PDF-")
    assert "草稿在" in capsys.readouterr().out


def test_bad_answers_record_nothing(file: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = folder / "answers.yaml"
    given.write_text(
        "answers:\n  recall-procedure:\n    status: 不符合\n  recall-drill:\n    status: 棒\n",
        encoding="utf-8",
    )
    assert run("answers", file, given) == 1
    assert "answers.yaml:5:13" in capsys.readouterr().err
    assert run("history", file) == 0
    assert capsys.readouterr().out.strip() == "还没有改动。"


def test_report_keeps_the_former_pdf_where_it_cannot_be_written(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", file, "-o", folder / "missing" / "out.pdf") == 1
    assert "无法写入" in capsys.readouterr().err


def test_sample_cannot_be_handed_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.zhiping"
    assert run("sample", file) == 0
    assert run("status", file, "--json") == 0
    state = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert state["state"] == "sample"
    assert not [p for p in state["points"] if p["blocks"]]
    assert run("report", file, "-o", tmp_path / "x.pdf") == 0
    assert "不能报送" in capsys.readouterr().out


def test_check_and_compile_speak_of_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "edition.yaml").write_text("id: 1\n", encoding="utf-8")
    assert run("check", tmp_path) == 1
    assert f"{tmp_path.name}/edition.yaml:1:5: 错误" in capsys.readouterr().out
    assert run("check", tmp_path, "--lang", "en") == 1
    assert "errors" in capsys.readouterr().out
    assert run("compile", tmp_path) == 1
    assert "没有编译" in capsys.readouterr().err


def test_usage_and_foreign_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("answer") == 2
    assert run("no-such-command") == 2
    assert run("status", tmp_path / "nothing.zhiping") == 1
    text = tmp_path / "text.zhiping"
    text.write_text("不是数据库", encoding="utf-8")
    assert run("status", text) == 1
    assert "不是质评文件" in capsys.readouterr().err
    assert text.read_text(encoding="utf-8") == "不是数据库"


def test_our_own_fault_is_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(commands.cli, "main", broken)
    assert front_door.main(["status"]) == 3
    assert "ZeroDivisionError" in capsys.readouterr().err

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands.cli, "main", interrupted)
    assert front_door.main(["status"]) == 130


def test_a_selection_gives_figures_but_no_grade(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = folder / "profile.yaml"
    assert run("new", folder / "c.zhiping", "--profile", profile, "--selection", "quik") == 1
    assert not (folder / "c.zhiping").exists()
    assert run("new", folder / "c.zhiping", "--profile", profile, "--selection", "quick") == 0
    assert run("status", folder / "c.zhiping") == 0
    assert "只评了一部分检查项；适用的都评了，才评等级。" in capsys.readouterr().out


def test_coverage_in_both_directions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("coverage", "--document", "HE-2017") == 0
    said = capsys.readouterr().out
    assert said.startswith("HE-2017  ")
    assert "CN-2016-68/0" not in said
    assert run("coverage", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    forth = {
        (i, a["ask"]) for d in data["documents"] for c in d["clauses"] for a in c["asks"] for i in a["items"]
    }
    back = {(i["item"], ask) for i in data["items"] for ask in i["asks"]}
    assert back <= forth
    counts = [(d["n"], d["covered"] + d["waived"] + d["open"]) for d in data["documents"]]
    assert [n for n, _ in counts] == [n for _, n in counts]


def test_coverage_of_what_is_no_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("coverage", "--document", "XX-2017") == 1
    assert "HE-2017" in capsys.readouterr().err


def test_check_says_where_it_could_not_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "TEXTS", tmp_path / "nowhere")
    run("check")
    assert "没有检查是否照抄" in capsys.readouterr().out
