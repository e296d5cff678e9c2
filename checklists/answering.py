"""What may be recorded as an answer to an item of a scope, checked before anything is written."""

from __future__ import annotations

from collections.abc import Mapping

from checklists.assessment import STATUSES
from checklists.errors import UserError
from checklists.library import Measure
from checklists.profile import amount
from checklists.reasons import reason_of
from checklists.scope import Scope, ScopedItem


def checked(scope: Scope, item: str, fields: Mapping[str, object]) -> dict[str, object]:
    """The fields of an answer as they are to be kept.

    A status or measure brings along the meaning hashes of the question that it answers; a blank one has
    none. Raises UserError: unknown-item, item-out-of-scope, item-undecided, item-not-selected,
    unknown-status, measure-has-no-status, not-a-measure, measure-invalid.
    """
    scoped = in_scope(scope, item)
    kept = dict(fields)
    if "status" in fields:
        if scoped.is_measure:
            raise UserError("measure-has-no-status", item=item)
        if fields["status"] not in STATUSES:
            raise UserError("unknown-status", status=fields["status"], choices=", ".join(STATUSES))
    if "measure" in fields:
        if scoped.item.measure is None:
            raise UserError("not-a-measure", item=item)
        kept["measure"] = _figures(item, scoped.item.measure, fields["measure"])
    if not fields.keys().isdisjoint({"status", "measure"}):
        blank = kept.get("status") == "unanswered" or kept.get("measure") == {}
        kept["meaning"] = () if blank else scoped.meaning
    return kept


def in_scope(scope: Scope, item: str) -> ScopedItem:
    """The item of the scope with that id. Raises UserError: unknown-item, item-out-of-scope, item-undecided,
    item-not-selected.
    """
    if found := scope.by_id.get(item):
        return found
    outside = next((s for s in scope.scoped if s.id == item), None)
    if outside is None:
        raise UserError("unknown-item", item=item)
    if outside.verdict.applies:
        raise UserError("item-not-selected", item=item)
    code = "item-undecided" if outside.verdict.applies is None else "item-out-of-scope"
    raise UserError(code, item=item, reason=reason_of(outside, scope.edition))


def _figures(item: str, measure: Measure, given: object) -> dict[str, tuple[str, ...]]:
    """The figures of a measure in canonical decimal text; a level without any is left out."""
    if not isinstance(given, Mapping):
        raise UserError("measure-invalid", item=item, detail=given)
    levels = measure.levels or ("",)
    length = 2 if measure.of else 1
    kept: dict[str, tuple[str, ...]] = {}
    for level, figures in given.items():
        if level not in levels:
            raise UserError("measure-invalid", item=item, detail=f"{level} ({', '.join(levels)})")
        if isinstance(figures, str) or not all(isinstance(f, str) for f in figures):
            raise UserError("measure-invalid", item=item, detail=figures)
        texts = tuple(_figure(item, text) for text in figures)
        if not any(texts):
            continue
        if len(texts) != length or not all(texts) or (length == 2 and not _counts(*texts)):
            raise UserError("measure-invalid", item=item, detail=" / ".join(figures))
        kept[level] = texts
    return kept


def _figure(item: str, text: str) -> str:
    try:
        return amount(item, text)
    except UserError as error:
        raise UserError("measure-invalid", item=item, detail=text) from error


def _counts(count: str, of: str) -> bool:
    """Whether the two are n of m in whole numbers."""
    return "." not in count + of and int(count) <= int(of)
