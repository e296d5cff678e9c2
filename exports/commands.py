"""The commands of the command line: each thin, headless and quick to load; the window needs none of them."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from checklists.errors import Language, UserError

if TYPE_CHECKING:
    from checklists.library import Edition
    from checklists.records import Records
    from exports.material import Material

#: Where the policy documents' texts lie, beside the project; they are no part of it.
TEXTS: Final = Path(__file__).resolve().parents[2] / "shared" / "sources"
#: The exit code where the user's input is at fault.
USERS_INPUT: Final = 1

_FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
_LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", help="中文或英文。 Chinese or English."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。 Print JSON for programs.")
_PERSON = click.option(
    "--person", default="", help="记录人；本机记住。 Who records; remembered on this machine."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("0.1.0", prog_name="质评")
def cli() -> None:
    """质评：企业质量自我评估，离线填写，打印签字盖章。

    Self-assessment of an enterprise's quality duties, offline, to a printed report.
    """


@cli.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@_LANG
def check(folder: Path | None, lang: Language) -> None:
    """检查检查表内容，列出全部问题。 Check the content and list every problem."""
    from checklists.check import check as problems_of
    from checklists.compiling import CONTENT
    from resources import path

    texts = TEXTS if TEXTS.is_dir() else None
    problems = problems_of(folder or CONTENT, path("fonts/NotoSansSC-Regular.ttf"), texts)
    if texts is None:
        _say("texts-missing", lang, folder=TEXTS)
    for problem in problems:
        click.echo(problem.printed(lang))
    count = {g: sum(p.grade == g for p in problems) for g in ("error", "warning", "remark")}
    _say("checked", lang, error=count["error"], warning=count["warning"], remark=count["remark"])
    if count["error"]:
        raise click.exceptions.Exit(USERS_INPUT)


@cli.command("compile")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--release", is_flag=True, help="把本版各项的含义记入 ledger.csv。 Enter meanings into ledger.csv."
)
@_LANG
def compile_content(folder: Path | None, release: bool, lang: Language) -> None:
    """把检查表内容编译成一个版本。 Compile the content into one edition."""
    from checklists import compiling, ledger
    from checklists.canonical import fingerprint

    content = folder or compiling.CONTENT
    body = compiling.compile_folder(content)
    place = compiling.write_compiled(body, content)
    if release:
        ledger.release(content)
    _say("compiled", lang, place=place, print=fingerprint("edition", body))


@cli.command()
@click.option("--document", default="", help="只看一份文件，如 HE-2017。 One document only.")
@_JSON
@_LANG
def coverage(document: str, as_json: bool, lang: Language) -> None:
    """列出条款要求与检查项的对照。 List what covers each clause, and what each item stems from."""
    from checklists.compiling import current_edition
    from exports.coverage_lines import coverage_data, coverage_lines

    edition = current_edition(lang)
    if as_json:
        _print_json(coverage_data(edition, document))
        return
    for line in coverage_lines(edition, document):
        click.echo(line)


@cli.command()
@_FILE
@click.option(
    "--profile", required=True, type=click.Path(path_type=Path, dir_okay=False), help="企业概况文件。"
)
@click.option("--selection", default="full", help="full、quick 或 sections:部分,部分。")
@click.option("--audit", is_flag=True, help="审核而非自评。 An audit, not a self-assessment.")
@_PERSON
@_LANG
def new(file: Path, profile: Path, selection: str, audit: bool, person: str, lang: Language) -> None:
    """按企业概况新建企业文件，开始一次评估。 Make a new file and start an assessment."""
    from checklists.compiling import current_edition
    from checklists.records import Records
    from checklists.scope import checked_selection
    from checklists.user_input import read_profile

    edition = current_edition(lang)
    chosen = checked_selection(edition, selection)
    stated, round_of = read_profile(profile, edition)
    today = _today().isoformat()
    with Records.create(file, person=_who(person)) as records:
        records.start_assessment(
            edition,
            stated,
            kind="audit" if audit else "self_assessment",
            title=round_of.get("title", ""),
            year=round_of.get("year", today[:4]),
            selection=chosen,
            started_on=round_of.get("started_on", today),
        )
        if "ended_on" in round_of:
            records.update_assessment(_newest(records), ended_on=round_of["ended_on"])
        material = _material(records, lang)
    items, undecided = material.scope.items, material.scope.undecided
    duties = sum(1 for s in items if s.is_duty)
    _say("made", lang, file=file, n=len(items), duties=duties, open=len(undecided))


@cli.command("scope")
@_FILE
@click.option("--all", "everything", is_flag=True, help="也列出不适用的。 List what does not apply, too.")
@_JSON
@_LANG
def show_scope(file: Path, everything: bool, as_json: bool, lang: Language) -> None:
    """列出适用的检查项和理由。 List the items that apply, each with its reason."""
    from exports.scope_lines import scope_data, scope_lines

    with _open(file, write=False) as records:
        material = _material(records, lang)
    if as_json:
        _print_json(scope_data(material, everything=everything))
        return
    for line in scope_lines(material, everything=everything):
        click.echo(line)


@cli.command()
@_FILE
@click.argument("item")
@click.argument("status")
@click.option("--note", help="说明；不适用的理由。 Note, or the reason why not applicable.")
@click.option("--proof", help="证明：名称、编号、存放处。 Proof: name, number, place.")
@click.option("--internal", help="内部备注，只印在内部版。 Internal note.")
@click.option("--ask-person", help="谁能回答。 Who can answer.")
@click.option("--later/--no-later", default=None, help="稍后再看。 Mark for later.")
@_PERSON
@_LANG
def answer(
    file: Path,
    item: str,
    status: str,
    note: str | None,
    proof: str | None,
    internal: str | None,
    ask_person: str | None,
    later: bool | None,
    person: str,
    lang: Language,
) -> None:
    """记录一项评定：符合、部分符合、不符合、不适用、未评。 Record one rating."""
    from checklists.user_input import status_words

    given = {"note": note, "proof_ref": proof, "internal": internal, "person": ask_person, "later": later}
    with _open(file, person=person) as records:
        edition = _edition(records, lang)
        words = status_words(edition)
        if status not in words:
            raise UserError("unknown-status", status=status, choices="、".join(words))
        fields = {"status": words[status], **{k: v for k, v in given.items() if v is not None}}
        saved = records.answer(_newest(records), item, **fields)
    _say("answered", lang, item=item, status=status)
    if saved.lacks_reason:
        _say("reason-missing", lang)


@cli.command()
@_FILE
@click.argument("answers_file", type=click.Path(path_type=Path, dir_okay=False))
@_PERSON
@_LANG
def answers(file: Path, answers_file: Path, person: str, lang: Language) -> None:
    """一次记录一个答案文件。 Record a file of answers at once."""
    from checklists.recording import record_answers
    from checklists.user_input import read_answers

    with _open(file, person=person) as records:
        given = read_answers(answers_file, _edition(records, lang))
        count = record_answers(records, _newest(records), given)
    _say("recorded", lang, n=count)


@cli.command()
@_FILE
@_JSON
@_LANG
def status(file: Path, as_json: bool, lang: Language) -> None:
    """显示进度、数字和待补的事。 Show progress, figures and what is missing."""
    from exports.overview import overview, overview_lines

    with _open(file, write=False) as records:
        material = _material(records, lang)
    if as_json:
        _print_json(overview(material))
        return
    for line in overview_lines(material):
        click.echo(line)


@cli.command()
@_FILE
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--blank", is_flag=True, help="空白检查表，供手填。 A blank checklist to fill in by hand.")
@click.option("--internal", is_flag=True, help="内部版。 The internal copy.")
@_PERSON
@_LANG
def report(file: Path, output: Path, blank: bool, internal: bool, person: str, lang: Language) -> None:
    """生成 PDF 报告；没有评完的标为草稿。 Make the PDF report; an unfinished one is a draft."""
    from checklists.files import write_file
    from exports.issuing import blank_pdf, keep_issued, report_pdf

    with _open(file, person=person) as records:
        material = _material(records, lang, internal=internal)
        pdf = blank_pdf(material) if blank else report_pdf(material, records)
        if not blank:
            keep_issued(material, pdf, records)
        write_file(output, pdf)
    _say("blank" if blank else material.state, lang, output=output, points=len(material.points))


@cli.command()
@_FILE
@click.argument("item", required=False)
@_JSON
@_LANG
def history(file: Path, item: str | None, as_json: bool, lang: Language) -> None:
    """列出改动：何时、何人、改了什么。 List the changes: when, who, what."""
    from exports.change_lines import change_data, change_lines

    with _open(file, write=False) as records:
        edition = _edition(records, lang)
        if item and item not in edition.items:
            raise UserError("unknown-item", item=item)
        changes = records.history(_newest(records), item)
    if as_json:
        _print_json([change_data(c) for c in changes])
        return
    for line in change_lines(changes, edition):
        click.echo(line)


@cli.command()
@_FILE
@_LANG
def sample(file: Path, lang: Language) -> None:
    """生成样例企业的文件。 Make the file of the sample enterprise."""
    from checklists.recording import make_sample
    from resources import path

    make_sample(file, path("sample/profile.yaml").parent)
    _say("sample-made", lang, file=file)


def _who(person: str) -> str:
    """The name given (and remembered), else the one asked before on this machine, else the system's user."""
    from checklists.preferences import person as remembered

    return remembered(person)


def _open(file: Path, *, person: str = "", write: bool = True) -> Records:
    from checklists.records import Records

    return Records.open(file, person=_who(person) if write else "", write=write)


def _newest(records: Records) -> str:
    return records.assessments()[-1].id


def _edition(records: Records, language: Language) -> Edition:
    return records.edition(records.assessments()[-1].edition, language)


def _material(records: Records, language: Language, *, internal: bool = False) -> Material:
    from exports.material import Material

    return Material(_edition(records, language), records.dossier(), _today(), internal)


def _say(code: str, language: Language, **values: object) -> None:
    from exports.words import Words

    click.echo(Words(language)(f"said-{code}", **values))


def _today() -> date:
    """The day where the user is."""
    return datetime.now().astimezone().date()


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
