"""What was released stays: ids, and the meaning of questions within an edition."""

from __future__ import annotations

from pathlib import Path

from checklists.check import check
from checklists.check_history import COLUMNS, ledger_rows
from checklists.content import Content, read
from tests.checklists.content_folder import at, changed, write_folder

RECALL = "enterprise/recall.yaml"
TOYS = "products/toys.yaml"
OVERLAY = "provinces/hebei.yaml"


def released(folder: Path) -> None:
    rows = [COLUMNS, *ledger_rows(Content(read(folder)))]
    (folder / "ledger.csv").write_text("".join(",".join(r) + "\n" for r in rows), encoding="utf-8")


def problems(tmp_path: Path, changes: dict[str, str | None]) -> dict[str, str]:
    """Code -> what stands at its place, after the sound folder was released and then changed."""
    folder = write_folder(tmp_path / "content")
    released(folder)
    write_folder(folder, changes)
    return {p.code: at(p, folder) for p in check(folder)}


def test_a_released_folder_is_sound(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == {}


def test_text_may_change_freely(tmp_path: Path) -> None:
    text = changed(RECALL, "写两页纸", "写三页纸")
    assert problems(tmp_path, {RECALL: text}) == {}


def test_meaning_does_not_change_inside_an_edition(tmp_path: Path) -> None:
    text = changed(RECALL, "写明谁判定、谁决定", "写明谁判定、谁通知")
    assert problems(tmp_path, {RECALL: text}) == {"meaning-changed": '- id: "procedure"'[2:]}


def test_a_tightening_does_not_either(tmp_path: Path) -> None:
    found = problems(tmp_path, {OVERLAY: changed(OVERLAY, 'value: "93"', 'value: "95"')})
    assert found["meaning-changed"] == 'item: "failures"'


def test_it_may_in_the_next_edition(tmp_path: Path) -> None:
    text = changed(RECALL, "写明谁判定、谁决定", "写明谁判定、谁通知")
    edition = changed("edition.yaml", "2026.11", "2027.02")
    assert problems(tmp_path, {RECALL: text, "edition.yaml": edition}) == {}


def test_the_same_in_other_words(tmp_path: Path) -> None:
    text = changed(RECALL, "写明谁判定、谁决定", "写明谁判定、谁通知")
    folder = write_folder(tmp_path / "content")
    released(folder)
    write_folder(folder, {RECALL: text})
    (changed_one,) = check(folder)
    former = str(changed_one.values["meaning"])
    kept = text.replace('"写两页纸，各写岗位和时限。"', f'"写两页纸。"\n        same_as: ["{former}"]')
    write_folder(folder, {RECALL: kept})
    assert check(folder) == []


def test_ids_do_not_vanish(tmp_path: Path) -> None:
    changes: dict[str, str | None] = {TOYS: None, "en/products/toys.yaml": None}
    assert problems(tmp_path, changes)["id-vanished"].startswith("2026.11,")
    gone = "".join(
        f'  - id: "{name}"\n    edition: "2027.02"\n    reason: "不再生产"\n'
        for name in ("toy-label", "toys/procedure")
    )
    folder = write_folder(tmp_path / "content", changes | {"withdrawn.yaml": f"withdrawn:\n{gone}"})
    assert check(folder) == []


def test_ids_do_not_return(tmp_path: Path) -> None:
    gone = 'withdrawn:\n  - id: "drill"\n    edition: "2026.11"\n    reason: "重复"\n'
    gone += '    replaced_by: ["nothing"]\n'
    found = problems(tmp_path, {"withdrawn.yaml": gone})
    assert found == {"id-revived": '"drill"', "unknown-item": '"nothing"]'}


def test_a_broken_ledger(tmp_path: Path) -> None:
    found = problems(tmp_path, {"ledger.csv": "edition,kind,id,meaning,text\n2026.11,item\n"})
    assert found == {"ledger-row": "2026.11,item"}
