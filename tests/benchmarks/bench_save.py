"""What saving one answer costs, against plain sqlite3 with the same file, settings and rows.

python tests/benchmarks/bench_save.py [--writes 400] [--folder FOLDER]

Both write one change and one answer per transaction, in turns within one run, so that other load falls on
both. FOLDER must be on a disk: on a memory file system the figures mean nothing. The aim is a ratio of at
most 2.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from checklists.connections import connect
from checklists.records import Records
from tests.checklists.small_edition import PROFILE, small_edition

ITEMS = 200
NOTE = "现场看了作业书和当月记录，日期、签名齐全，第 {n} 次。"


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--writes", type=int, default=400)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        os.environ["ZHIPING_DATA"] = folder
        product, plain = measured(Path(folder), given.writes)
    ratio = statistics.median(product) / statistics.median(plain)
    for name, times in (("Records.answer", product), ("plain sqlite3", plain)):
        p99 = sorted(times)[int(len(times) * 0.99)]
        sys.stdout.write(
            f"{name:15} median {statistics.median(times):6.3f} ms   p99 {p99:6.3f} ms   {len(times)} writes\n"
        )
    sys.stdout.write(f"ratio {ratio:.2f} (SQLite {sqlite3.sqlite_version})\n")


def measured(folder: Path, writes: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each write through Records and through plain sqlite3."""
    path = folder / "product.zhiping"
    with Records.create(path, person="甲") as records:
        assessment = records.start_assessment(
            small_edition(ITEMS), PROFILE, title="", year="2026", started_on="2026-01-01"
        )
        items = [f"routine-{n:03d}" for n in range(1, ITEMS + 1)]
        records.answers(assessment, {item: {"status": "conform"} for item in items})
    shutil.copyfile(path, folder / "plain.zhiping")
    with Records.open(path, person="甲") as records:
        plain = plain_writer(folder / "plain.zhiping", assessment)
        times: tuple[list[float], list[float]] = ([], [])
        for n in range(writes):
            item, note = items[n % ITEMS], NOTE.format(n=n)
            times[0].append(timed(partial(records.answer, assessment, item, note=note)))
            times[1].append(timed(partial(plain, item, note)))
    return times


def plain_writer(path: Path, assessment: str) -> Callable[[str, str], None]:
    """A function that writes the same rows with nothing around them."""
    connection = connect(path, write=True)
    person, subject = connection.execute("select p.id, s.id from people p, subjects s").fetchone()
    (clock,) = connection.execute("select max(clock) from changes").fetchone()

    def write(item: str, note: str) -> None:
        nonlocal clock
        clock += 1
        now = "2026-11-22T00:00:00Z"
        change = (str(uuid.uuid4()), None, now, clock, person, "device", "set", "answer")
        connection.execute("begin immediate")
        connection.execute(
            "insert into changes values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*change, f"{assessment}/{item}/{subject}", "note", f'"{note}"'),
        )
        connection.execute(
            "insert into answers (assessment, item, subject, note, at) values (?, ?, ?, ?, ?)"
            " on conflict (assessment, item, subject) do update set note = excluded.note, at = excluded.at",
            (assessment, item, subject, note, now),
        )
        connection.execute("commit")

    return write


def timed(work: Callable[[], object]) -> float:
    """The milliseconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
