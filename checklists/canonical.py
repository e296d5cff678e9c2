r"""The one canonical form of data and its fingerprints (for ever; test vectors are committed).

UTF-8 JSON without blanks, keys ASCII and sorted, no floats (decimals and dates are text), null left out,
user text as typed but with LF line ends and never Unicode-normalised. A fingerprint is SHA-256 over
`zhiping/<kind>/1\n` and the body; the prefix is stored and printed with it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Literal

Kind = Literal["meaning", "text", "edition", "report"]

_LINE_END = re.compile("\r\n?")


def canonical(value: object) -> bytes:
    """The canonical bytes of nested mappings, sequences, sets, text, whole numbers, decimals, dates and
    times.

    Mappings lose the keys whose value is None; sets are sorted by their canonical form. Raises TypeError for
    a float, for a key that is not ASCII text, for a time without a zone and for any other type; ValueError
    for a decimal that is not finite or text with a lone surrogate.
    """
    return json.dumps(
        _plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
    ).encode()


def fingerprint(kind: Kind, body: bytes) -> str:
    """The 64 hex digits of a canonical body of that kind."""
    return hashlib.sha256(f"zhiping/{kind}/1\n".encode() + body).hexdigest()


def _plain(value: object) -> object:
    match value:
        case None | bool() | int():
            return value
        case str():
            return _LINE_END.sub("\n", value) if "\r" in value else value
        case Decimal():
            return _decimal(value)
        case datetime():
            if value.tzinfo is None:
                raise TypeError("a time without a zone has no canonical form")
            return value.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
        case date():
            return value.isoformat()
        case Mapping():
            return {_key(k): _plain(v) for k, v in value.items() if v is not None}
        case list() | tuple():
            return [_plain(v) for v in value]
        case set() | frozenset():
            return sorted((_plain(v) for v in value), key=canonical)
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _key(key: object) -> str:
    if isinstance(key, str) and key.isascii():
        return key
    raise TypeError(f"a key must be ASCII text: {key!r}")


def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError("a decimal must be finite")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").removesuffix(".")
    return "0" if text == "-0" else text
