"""The change log in words."""

from __future__ import annotations

from checklists.compiling import current_edition
from checklists.history import Change
from exports.change_lines import change_data, change_lines


def change(field: str, former: object, value: object, *, entity: str = "answer", kind: str = "set") -> Change:
    return Change(
        id="1", at="2026-11-22T02:32:00Z", clock=1, person="沈立言", device="d", kind=kind,  # type: ignore[arg-type]
        entity=entity, entity_id="a/recall-drill/s", field=field, former=former, value=value,
    )  # fmt: skip


def test_a_change_is_told_by_who_what_from_and_to() -> None:
    (line,) = change_lines([change("status", None, "nonconform")], current_edition())
    assert line.startswith("2026-11-2")
    assert line.endswith("沈立言　检查项 recall-drill　评定：（空） → 不符合")
    (line,) = change_lines([change("later", False, True)], current_edition("en"))
    assert line.endswith("沈立言  item recall-drill  later: no → yes")


def test_the_same_field_has_its_own_word_in_each_record() -> None:
    measure = {"national": ["4", "4"]}
    lines = list(
        change_lines(
            [change("measure", {}, measure), change("measure", "", "换标签", entity="action")],
            current_edition(),
        )
    )
    assert lines[0].endswith("数据：（空） → national 4/4")
    assert lines[1].endswith("纠正措施　措施：（空） → 换标签")


def test_bookkeeping_is_left_out_and_nothing_is_said_to_be_nothing() -> None:
    assert list(change_lines([change("meaning", None, ["x"])], current_edition())) == ["还没有改动。"]


def test_a_removal_is_told() -> None:
    (line,) = change_lines([change("", None, None, kind="remove", entity="finding")], current_edition())
    assert line.endswith("审核发现　删除")


def test_data_names_the_item() -> None:
    assert change_data(change("note", "甲", "乙"))["item"] == "recall-drill"
