"""A report of full size: 300 answered items, 60 findings, 40 photos, from the shipped content repeated."""

from __future__ import annotations

import io
import json
import random
from datetime import date
from typing import Any

from checklists.assessment import Answer, Assessment, Dossier, Evidence, Finding
from checklists.canonical import canonical
from checklists.compiling import current_edition
from checklists.library import Edition
from checklists.profile import Profile
from checklists.scope import scope
from exports.material import Material

ITEMS, FINDINGS, PHOTOS = 300, 60, 40
PRINT_SIZE = (980, 666)  # 83 x 56.4 mm at 300 dpi
FACTS = {"domain": ("appliances",), "role": ("manufacturer", "exporter")}
YES = ("ccc", "catalogue-75", "food-contact", "own-standard", "installs", "paid-service", "collects-data")
NOTE = (
    "2026 年 {n} 月现场看了作业书和当月记录，日期、签名齐全；"
    "抽 {n} 台 AF-35，批号 2604{n:02d}，均符合 GB 4706.1-2024。"
)


def big_material() -> tuple[Material, dict[str, bytes]]:
    """The material of the report and its photos by SHA-256 (here only a name)."""
    edition = big_edition()
    profile = Profile(
        name="河北澄川小家电有限公司",
        credit_code="91130605MA0CX4578R",
        region="hebei",
        staff="45",
        turnover="2600",
        in_charge="沈立言",
        facts=FACTS | dict.fromkeys(YES, ("yes",)),
    )
    items = scope(edition, profile.known_facts(edition.interview)).items
    chosen = [s for s in items if not s.is_measure][:ITEMS]
    unmet = {s.id for s in [s for s in chosen if s.is_duty][:FINDINGS]}
    assert len(chosen) == ITEMS
    assert len(unmet) == FINDINGS
    answers = {
        s.id: Answer(
            s.id,
            "e",
            "nonconform" if s.id in unmet else "conform",
            NOTE.format(n=n % 12 + 1),
            meaning=s.meaning,
        )
        for n, s in enumerate(chosen)
    }
    assessment = Assessment(
        "a",
        "self_assessment",
        "",
        "ZP-2026-0001",
        "2026",
        edition.hash,
        "1",
        "full",
        "e",
        "2026-10-12",
        "2026-11-13",
    )
    photos = {f"photo-{n}": photo(n) for n in range(PHOTOS)}
    evidence = tuple(
        Evidence(name, "a", chosen[n].id, "e", f"{name}.jpg", "image/jpeg", f"{n:064x}", len(data),
                 caption=f"现场照片 {n + 1}", taken_at="2026-10-16T08:30:00Z", print_sha256=name, position=n)
        for n, (name, data) in enumerate(photos.items())
    )  # fmt: skip
    findings = tuple(Finding(f"f-{item}", "a", item, "e", "minor") for item in unmet)
    dossier = Dossier("x", assessment, profile, answers, findings, (), evidence, {"p": "沈立言"})
    return Material(edition, dossier, date(2026, 11, 22), internal=True), photos


def big_edition() -> Edition:
    """The shipped content, each item standing six times under its own id."""
    raw: dict[str, Any] = json.loads(current_edition().body)
    for checklist in raw["checklists"]:
        for section in checklist["sections"]:
            section["items"] = [
                {**item, "id": f"{item['id']}-{copy}"} | ({"requires": []} if "requires" in item else {})
                for copy in range(6)
                for item in section["items"]
            ]
        checklist["tightens"] = [
            {**t, "id": f"{t.get('id', t['item'])}-{copy}", "item": f"{t['item']}-{copy}"}
            for copy in range(6)
            for t in checklist["tightens"]
        ]
    return Edition(canonical(raw))


def photo(seed: int) -> bytes:
    """A JPEG of the size that a print copy has, with as much in it as a photo."""
    from PIL import Image

    noise = random.Random(seed).randbytes(PRINT_SIZE[0] // 4 * (PRINT_SIZE[1] // 4))
    image = Image.frombytes("L", (PRINT_SIZE[0] // 4, PRINT_SIZE[1] // 4), noise).resize(PRINT_SIZE)
    target = io.BytesIO()
    image.convert("RGB").save(target, "JPEG", quality=85)
    return target.getvalue()
