"""The report as words and order: what a reader finds, and what the fingerprint covers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from checklists.assessment import Answer, Dossier
from checklists.compiling import current_edition
from checklists.errors import Language
from checklists.recording import make_sample
from checklists.records import Records
from exports.material import Material
from exports.report import blank, body, report, report_fingerprint
from exports.report_model import Band, Heading, Paragraph, Report, Table
from resources import path

TODAY = date(2026, 11, 22)
Make = Callable[..., Material]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    file = tmp_path_factory.mktemp("sample") / "样例.zhiping"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHIPING_DATA", str(file.parent / "data"))
        make_sample(file, path("sample/profile.yaml").parent)
        with Records.open(file, write=False) as records:
            return records.dossier()


@pytest.fixture(scope="module")
def make(sample: Dossier) -> Make:
    """A material of the sample, or of the sample as if it were a real enterprise's (`real`)."""

    def build(
        language: Language = "zh",
        *,
        dossier: Dossier = sample,
        real: bool = False,
        day: date = TODAY,
        internal: bool = False,
    ) -> Material:
        chosen = dossier._replace(file_id="00000000-0000-4000-8000-000000000000") if real else dossier
        return Material(current_edition(language), chosen, day, internal)

    return build


def texts(made: Report) -> str:
    """Every text of the chapters."""
    found: list[str] = []
    for chapter in made.chapters:
        found += [chapter.title, chapter.note]
        for block in chapter.blocks:
            match block:
                case Paragraph():
                    found.append(block.text)
                case Heading():
                    found += [block.title, block.note]
                case Table():
                    rows = [*block.rows, *(row for band in block.bands for row in band.rows)]
                    found += [cell.text for row in rows for cell in row]
                    found += [text for band in block.bands for text in (band.title, band.total)]
    return "\n".join(found)


def bands(made: Report) -> list[Band]:
    return [band for c in made.chapters for b in c.blocks if isinstance(b, Table) for band in b.bands]


def changed(dossier: Dossier, item: str, **fields: object) -> Dossier:
    answers = {**dossier.answers, item: dossier.answer(item)._replace(**fields)}  # type: ignore[arg-type]
    return dossier._replace(answers=answers)


def test_every_item_is_printed_once_with_its_note(make: Make, sample: Dossier) -> None:
    material = make()
    made = report(material, 1)
    numbers = [row[0].text for band in bands(made) for row in band.rows]
    assert numbers == [s.number for s in material.scope.items]
    everything = texts(made)
    for answer in sample.answers.values():
        assert answer.note in everything
        assert answer.internal == "" or answer.internal not in everything


def test_internal_notes_and_improvements_stand_in_the_internal_copy_alone(
    make: Make, sample: Dossier
) -> None:
    outside, inside = texts(report(make(), 1)), texts(report(make(internal=True), 1))
    internal = [a.internal for a in sample.answers.values() if a.internal]
    assert internal
    assert all(note in inside and note not in outside for note in internal)
    assert "改进机会" in inside
    assert "改进机会" not in outside


def test_a_finished_assessment_can_be_stamped_a_draft_and_a_sample_cannot(
    make: Make, sample: Dossier
) -> None:
    final = report(make(real=True), 2)
    assert final.statement.stamp == "河北澄川小家电有限公司（盖章）"
    assert final.furniture.tag == ""
    assert "第 2 版" in final.furniture.number
    draft = report(make(real=True, dossier=changed(sample, "recall-procedure", status="unanswered")), 1)
    assert draft.statement.stamp == ""
    assert draft.furniture.tag == "草稿　不得签章"
    assert "暂计" in draft.chapters[0].blocks[1].figures[0].label  # type: ignore[union-attr]
    assert report(make(), 1).furniture.watermark == "样　例"
    assert report(make(), 1).statement.stamp == ""


def test_not_applicable_without_a_reason_is_said_to_be_unanswered(make: Make, sample: Dossier) -> None:
    dossier = changed(sample, "traceability-returns", note="")
    material = make(real=True, dossier=dossier)
    assert material.state == "draft"
    assert "没有写理由，按未评计" in texts(report(material, 1))


def test_english_words_and_chinese_titles(make: Make) -> None:
    made = texts(report(make("en"), 1))
    assert "Findings" in made
    assert "中华人民共和国产品质量法" in made
    assert "Product Quality Law" in made
    assert "检查项" not in made


def test_the_fingerprint_is_of_what_is_said_not_of_how(make: Make, sample: Dossier) -> None:
    print_of = report_fingerprint(make())
    assert report_fingerprint(make("en")) == print_of
    assert report_fingerprint(make(internal=True)) == print_of
    assert report_fingerprint(make(day=date(2027, 1, 5))) == print_of
    assert report_fingerprint(make(dossier=changed(sample, "recall-procedure", internal="别处"))) == print_of
    assert report_fingerprint(make(dossier=changed(sample, "recall-procedure", note="别的"))) != print_of
    assert report_fingerprint(make(dossier=changed(sample, "recall-procedure", status="partial"))) != print_of
    assert report_fingerprint(make(dossier=sample._replace(actions=sample.actions[:1]))) != print_of
    assert report_fingerprint(make(dossier=sample._replace(evidence=sample.evidence[:1]))) != print_of
    assert body(make()).isascii() is False


def test_an_empty_assessment_makes_a_whole_draft(make: Make, sample: Dossier) -> None:
    empty = sample._replace(answers={}, findings=(), actions=(), evidence=())
    made = report(make(real=True, dossier=empty), 1)
    everything = texts(made)
    assert "还没有评定任何一项。" in everything
    assert "100" not in made.chapters[0].blocks[1].figures[0].figure  # type: ignore[union-attr]
    assert len(made.chapters) == 8


def test_measures_show_own_figures_beside_targets_and_never_a_zero(make: Make, sample: Dossier) -> None:
    table = next(
        b for b in report(make(), 1).chapters[0].blocks if isinstance(b, Table) and b.kind == "benchmarks"
    )
    by_level = {row[0].text[-4:]: [cell.text for cell in row[1:4]] for row in table.rows}
    assert by_level["国家级）"] == ["1/1（100.0%）", "—", "≥ 90%"]
    assert by_level["（省级）"] == ["4/4（100.0%）", "≥ 93%", "—"]
    without = sample._replace(
        answers={**sample.answers, "sampling-pass-rate": Answer("sampling-pass-rate", "x")}
    )
    table = next(
        b
        for b in report(make(dossier=without), 1).chapters[0].blocks
        if isinstance(b, Table) and b.kind == "benchmarks"
    )
    assert {row[1].text for row in table.rows} == {"未填报"}


def test_no_sampling_is_said_and_has_no_percent(make: Make, sample: Dossier) -> None:
    none = Answer("sampling-pass-rate", "x", measure={"national": ("0", "0")})
    material = make(dossier=sample._replace(answers={**sample.answers, "sampling-pass-rate": none}))
    table = next(
        b for b in report(material, 1).chapters[0].blocks if isinstance(b, Table) and b.kind == "benchmarks"
    )
    assert {row[1].text for row in table.rows} == {"被抽批次：0", "未填报"}


def test_blank_checklist_has_every_item(make: Make) -> None:
    material = make()
    sheets = blank(material).sheets
    assert [i.number for s in sheets for i in s.items] == [s.number for s in material.scope.items]
    measure = next(i for s in sheets for i in s.items if i.blanks)
    assert len(measure.blanks) == 3


def test_overdue_actions_stand_out(make: Make) -> None:
    late = report(make(day=date(2026, 12, 10)), 1)
    assert "逾期 5 天" in texts(late)
    assert "逾期 10 天" in texts(late)
    assert "逾期 1" not in texts(report(make(), 1)).replace("逾期 10", "")
