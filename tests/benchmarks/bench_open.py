"""Opening a file and its scope at full content, against a file with an edition of some 60 items.

    python tests/benchmarks/bench_open.py [--runs 15]

In turns within one run. Aim: at most 30 ms more.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from checklists.canonical import canonical
from checklists.compiling import compile_folder
from checklists.library import Edition
from checklists.records import Records
from checklists.scope import Scope, scope
from checklists.user_input import read_profile
from resources import path

ITEMS = 60


def main() -> None:
    """Print both medians and the difference."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    whole = compile_folder()
    with tempfile.TemporaryDirectory() as folder:
        files = {
            name: made_file(Path(folder) / f"{name}.zhiping", body)
            for name, body in (("small", small(whole)), ("full", whole))
        }
        times: dict[str, list[float]] = {name: [] for name in files}
        found: dict[str, Scope] = {}
        for _ in range(runs):
            for name, file in files.items():
                start = time.perf_counter()
                found[name] = opened(file)
                times[name].append((time.perf_counter() - start) * 1000)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        items = len(found[name].scoped)
        print(f"{name:6} {items:4} items, {len(found[name].items):4} apply   median {median:5.1f} ms")
    print(f"more {medians['full'] - medians['small']:.1f} ms (aim 30)")


def small(whole: bytes) -> bytes:
    """The same edition with its first items only, and with what they cite."""
    body: dict[str, Any] = json.loads(whole)
    kept: list[dict[str, Any]] = []
    names: set[str] = set()
    for checklist in body["checklists"]:
        if len(names) < ITEMS and not checklist.get("overlay"):
            kept.append({**checklist, "tightens": []})
            names |= {i["id"] for s in checklist["sections"] for i in s["items"]}
    cited = {ask for c in kept for s in c["sections"] for i in s["items"] for ask in i["basis"]}
    for document in body["documents"]:
        document["clauses"] = [
            c for c in document["clauses"] if any(a["id"] in cited for a in c.get("asks", ()))
        ]
    paths = {c["path"] for c in kept} | {"interview", "scale", "edition"}
    english = {p: words for p, words in body["english"].items() if p in paths or p.startswith("sources/")}
    return canonical({**body, "checklists": kept, "english": english})


def made_file(file: Path, body: bytes) -> Path:
    """A file with an assessment of that edition."""
    edition = Edition(body)
    profile, _ = read_profile(path("sample/profile.yaml"), edition)
    with Records.create(file, person="周敏") as records:
        records.start_assessment(edition, profile, title="自评", year="2026", started_on="2026-11-02")
    return file


def opened(file: Path) -> Scope:
    """The scope of a file, with the items that apply, as the window opens it."""
    with Records.open(file, person="周敏") as records:
        dossier = records.dossier()
        edition = records.edition(dossier.assessment.edition)
        found = scope(edition, dossier.profile.known_facts(edition.interview), dossier.assessment.selection)
        assert found.items
    return found


if __name__ == "__main__":
    main()
