"""Runs the declared form of a file over what was read of it: every problem at once, each with its place."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from checklists.forms import Form
from checklists.problems import Both, Problem
from checklists.strict_yaml import Loaded

_TYPES: Final[Mapping[str, Both]] = {
    "string": Both("一段加双引号的文字", "a quoted text"),
    "array": Both("列表（每行以“- ”开头，或写在方括号里）", "a list"),
    "object": Both("一组“键: 值”", "a mapping"),
    "string object": Both("一段文字或一组“键: 值”", "a text or a mapping"),
}


def shape_problems(loaded: Loaded, form: Form) -> list[Problem]:
    """What in a file is not of the form; nothing where the file holds no mapping at all."""
    if loaded.marks is None:
        return []
    return [_problem(loaded, error) for error in _SHAPE(form).iter_errors(loaded.data)]


def _required(
    _validator: Any, required: list[str], instance: object, _schema: Form
) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for key in required:
            if key not in instance:
                yield ValidationError(key)


def _properties(
    validator: Any, properties: Form, instance: object, _schema: Form
) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    written = [key for key in instance if key in properties]
    declared = [key for key in properties if key in instance]
    if written != declared:
        wrong = next(w for w, d in zip(written, declared, strict=True) if w != d)
        yield ValidationError("、".join(declared), validator="keyOrder", path=[wrong])
    for key in written:
        yield from validator.descend(instance[key], properties[key], path=key)


def _additional(
    validator: Any, form: Form | bool, instance: object, schema: Form
) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    known = schema.get("properties", {})
    for key in instance.keys() - known.keys():
        if isinstance(form, dict):
            yield from validator.descend(instance[key], form, path=key)
        else:
            close = difflib.get_close_matches(key, known, 1)
            yield ValidationError("、".join(close or known), path=[key])


def _property_names(_v: Any, form: Form, instance: object, _schema: Form) -> Iterator[ValidationError]:
    names = Draft202012Validator(form)
    for key in instance if isinstance(instance, dict) else ():
        if not names.is_valid(key):
            yield ValidationError(form["pattern"], path=[key])


def _unique(_validator: Any, _unique: bool, instance: object, _schema: Form) -> Iterator[ValidationError]:
    texts = (
        [(n, e) for n, e in enumerate(instance) if isinstance(e, str)] if isinstance(instance, list) else []
    )
    seen: set[str] = set()
    for index, text in texts:
        if text in seen:
            yield ValidationError(text, path=[index])
        seen.add(text)


def _usual_length(_v: Any, usual: list[int], instance: object, schema: Form) -> Iterator[ValidationError]:
    least, most = usual
    if (
        isinstance(instance, str)
        and not least <= len(instance) <= most
        and len(instance) <= schema["maxLength"]
    ):
        yield ValidationError(str(len(instance)))


#: The keywords of JSON Schema where a problem wants a place or a name of its own, and the two of ours.
_KEYWORDS: Final[Mapping[str, Callable[..., Iterator[ValidationError]]]] = {
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": _property_names,
    "uniqueItems": _unique,
    "usualLength": _usual_length,
}
_SHAPE: Final[Any] = extend(Draft202012Validator, dict(_KEYWORDS))  # type: ignore[no-untyped-call]


def _problem(loaded: Loaded, error: ValidationError) -> Problem:
    keyword = str(error.validator)
    path = list(error.absolute_path)
    if keyword in _OF_KEYS:
        place = loaded.place(path, key=keyword != "required")
        return Problem(place, _OF_KEYS[keyword], _key_values(keyword, error))
    return Problem(loaded.place(path), *_of_value(keyword, error))


_OF_KEYS: Final = {
    "required": "missing-key",
    "additionalProperties": "unknown-key",
    "propertyNames": "bad-key",
    "keyOrder": "key-order",
}


def _key_values(keyword: str, error: ValidationError) -> dict[str, object]:
    if keyword == "required":
        return {"key": error.message, "expected": _expected(_form(error)["properties"][error.message])}
    if keyword == "keyOrder":
        return {"order": error.message}
    return {"key": error.path[-1], "known": error.message, "expected": _expected(_form(error))}


def _of_value(keyword: str, error: ValidationError) -> tuple[str, dict[str, object]]:
    """The code and values of the problem that a keyword found in a value."""
    value: Any = error.instance
    wanted: Any = error.validator_value
    form = _form(error)
    expected = _expected(form)
    match keyword:
        case "type":
            kinds = wanted if isinstance(wanted, str) else " ".join(wanted)
            return "wrong-type", {"kind": _TYPES[kinds], "expected": expected}
        case "enum":
            choices = "、".join(wanted)
            return "not-a-choice", {"value": _short(value), "choices": choices, "expected": expected}
        case "maxLength":
            return "too-long", {"length": len(value), "most": wanted, "expected": expected}
        case "usualLength":
            return "unusual-length", {"length": error.message, "least": wanted[0], "most": wanted[1]}
        case "minItems" | "maxItems" | "minProperties":
            limits = {"least": form.get("minItems", 1), "most": form.get("maxItems", "…")}
            return "wrong-count", {"count": len(value), "expected": expected, **limits}
        case "uniqueItems":
            return "repeated", {"value": error.message}
        case "dependentRequired":
            return "incomplete-pair", {}
        case "anyOf":
            return "no-questions", {}
    return "bad-value", {"value": _short(value), "expected": expected}


def _form(error: ValidationError) -> Form:
    return error.schema if isinstance(error.schema, dict) else {}


def _expected(form: Form) -> Both:
    """What a form describes itself as."""
    zh, _, en = str(form.get("description", "")).partition(" / ")
    return Both(zh, en)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 30 else f"{text[:30]}…"
