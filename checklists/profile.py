"""企业概况: who the enterprise is, its credit code, its size class, the facts that decide what applies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from checklists.errors import UserError
from checklists.facts import Facts

#: GB 32100-2015: the characters of a unified social credit code by their values; no I, O, Z, S, V.
_CODE_CHARACTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
#: GB 32100-2015: the weight of position i is 3 to the power i modulo 31.
_CODE_WEIGHTS: Final = tuple(pow(3, i, 31) for i in range(17))

_PLAIN_DIGITS: Final = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
#: Digits with thousands marks in their places or without any; no more than paper and the size table can take.
_FIGURE: Final = re.compile(r"(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,6})?")


class Profile(NamedTuple):
    """The enterprise as it states itself for one assessment.

    `trade` is an id of the interview's size table; `staff` in persons and `turnover` in 10,000 yuan are
    decimal text or ""; `size` overrules the computed class when set; `facts` holds domains, roles, cities and
    yes/no facts by name.
    """

    name: str = ""
    credit_code: str = ""
    region: str = ""
    address: str = ""
    trade: str = "industry"
    staff: str = ""
    turnover: str = ""
    size: str = ""
    products: str = ""
    legal_representative: str = ""
    chief_quality_officer: str = ""
    in_charge: str = ""
    contact: str = ""
    telephone: str = ""
    facts: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    @property
    def person_in_charge(self) -> str:
        """质量负责人: who is named, else the chief quality officer."""
        return self.in_charge.strip() or self.chief_quality_officer.strip()

    def missing(self) -> tuple[str, ...]:
        """The data without which nothing can be handed in: name, credit code, region, person in charge.

        A credit code that cannot be one is missing too.
        """
        found = {
            "name": bool(self.name.strip()),
            "credit_code": credit_code_fault(self.credit_code) == "",
            "region": bool(self.region),
            "in_charge": bool(self.person_in_charge),
        }
        return tuple(key for key, given in found.items() if not given)

    def size_class(self, interview: Mapping[str, Any]) -> str:
        """large, medium, small or micro: as stated, else by the national table; "" while that cannot say."""
        return self.size or size_class(interview, self.trade, self.staff, self.turnover)

    def known_facts(self, interview: Mapping[str, Any]) -> Facts:
        """All facts that are answered, region and size too; where nothing was chosen nothing was answered."""
        known = {fact: values for fact, values in self.facts.items() if values}
        if self.region:
            known["region"] = (self.region,)
        if size := self.size_class(interview):
            known["size"] = (size,)
        return known


def size_class(interview: Mapping[str, Any], trade: str, staff: str, turnover: str) -> str:
    """The class of the national table, or "" while a figure is missing.

    The table: 工信部联企业〔2011〕300号, 国统字〔2017〕213号. An enterprise is in a class if it reaches the
    lower limit of every measure that its trade has, else one class down.
    """
    row = next(r for r in interview["sizes"] if r["id"] == trade)
    figures = {
        measure: text for measure, text in (("staff", staff), ("turnover", turnover)) if measure in row
    }
    if not all(figures.values()):
        return ""
    for size in ("large", "medium", "small"):
        if all(Decimal(text) >= Decimal(row[measure][size]) for measure, text in figures.items()):
            return size
    return "micro"


def plain_credit_code(typed: str) -> str:
    """A credit code as it is kept: without blanks, in capitals, full-width characters as plain ones."""
    return "".join(unicodedata.normalize("NFKC", typed).split()).upper()


def credit_code_fault(code: str) -> str:
    """Empty for a sound unified social credit code (GB 32100-2015), else length, character or check."""
    if len(code) != len(_CODE_WEIGHTS) + 1:
        return "length"
    if any(c not in _CODE_CHARACTERS for c in code):
        return "character"
    total = sum(_CODE_CHARACTERS.index(c) * w for c, w in zip(code, _CODE_WEIGHTS, strict=False))
    return "" if _CODE_CHARACTERS[-total % 31] == code[-1] else "check"


def amount(field_name: str, text: str) -> str:
    """A figure as typed, in canonical decimal text: full-width digits and thousands marks are understood.

    Raises UserError (profile-invalid) where it is no number, below 0, or over 15 digits or 6 decimals long.
    """
    plain = text.translate(_PLAIN_DIGITS).strip()
    if not plain:
        return ""
    if not _FIGURE.fullmatch(plain):
        raise UserError("profile-invalid", field=field_name, detail=text)
    whole, _, rest = plain.replace(",", "").partition(".")
    return ".".join(p for p in (whole.lstrip("0") or "0", rest.rstrip("0")) if p)
