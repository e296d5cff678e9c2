"""What was reported saved is there, whatever happens to the program, and saving is never kept waiting."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from checklists.records import Records
from tests.checklists.small_edition import PROFILE, RECALL, small_edition

KILLS = 200
ITEMS = 200
#: Milliseconds: nobody notices a save that is faster.
NOTICED = 100


def answered(path: Path, assessment: str, out: int, first: int) -> None:
    """Answer without end and name each answer once it was reported saved."""
    records = Records.open(path, person="甲")
    for n in range(first, first + 10_000):
        item = f"routine-{n % 5 + 1:03d}"
        records.answers(assessment, {item: {"status": "partial", "note": f"{n}"}, RECALL: {"note": f"{n}"}})
        os.write(out, f"{n}\n".encode())


def killed_writer(path: Path, assessment: str, first: int, chance: random.Random) -> list[int]:
    """What a program reported as saved until it was killed at a moment left to chance."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answered(path, assessment, write_end, first)
        finally:
            os._exit(1)
    os.close(write_end)
    heard = os.read(read_end, 1 << 16)
    deadline = time.perf_counter() + chance.uniform(0, 0.006)
    while time.perf_counter() < deadline:
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(read_end, 1 << 16):
        heard += more
    os.close(read_end)
    return [int(line) for line in heard.split(b"\n")[:-1]]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a killed child needs fork")
def test_a_killed_program_loses_nothing_that_it_reported(file: Path) -> None:
    chance = random.Random(7)
    with Records.open(file, write=False) as records:
        assessment = records.assessments()[0].id
    first, interrupted = 1, 0
    expected: dict[int, int] = {}
    for _ in range(KILLS):
        reported = killed_writer(file, assessment, first, chance)
        interrupted += Path(f"{file}-journal").exists()
        expected |= {n % 5 + 1: n for n in reported}
        with Records.open(file, write=False) as records:
            answers = records.dossier().answers
            last = int(answers[RECALL].note)
            check = records._connection.execute("pragma integrity_check").fetchall()
            assert check == [("ok",)]
            assert records._connection.execute("pragma foreign_key_check").fetchall() == []
        # One answer may have been saved in the moment before it could be reported, and then whole.
        assert last in {reported[-1], reported[-1] + 1}
        expected[last % 5 + 1] = last
        assert {int(a.note) for i, a in answers.items() if i != RECALL} == set(expected.values())
        first = last + 1
    assert interrupted > KILLS / 10


def long_reader(path: Path, done: threading.Event, rounds: list[int]) -> None:
    """Read everything over and over, as a report with photos does: rows at once, bytes part by part."""
    while not done.is_set():
        with Records.open(path, write=False) as records:
            dossier = records.dossier()
            for evidence in dossier.evidence:
                records.evidence_bytes(evidence.sha256)
            records.history(dossier.assessment.id)
        rounds.append(len(dossier.evidence))


def test_no_save_waits_for_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "大.zhiping"
    times, rounds, done = list[float](), list[int](), threading.Event()
    with Records.create(path, person="甲") as records:
        assessment = records.start_assessment(
            small_edition(ITEMS), PROFILE, title="", year="2026", started_on="2026-01-01"
        )
        for n in range(8):
            records.add_evidence(assessment, RECALL, bytes([n]) * (5 << 19), f"{n}.bin")
        reader = threading.Thread(target=long_reader, args=(path, done, rounds))
        reader.start()
        try:
            for n in range(1, ITEMS + 1):
                start = time.perf_counter()
                records.answer(assessment, f"routine-{n:03d}", status="partial", note="注" * n)
                times.append((time.perf_counter() - start) * 1000)
        finally:
            done.set()
            reader.join()
        assert len(records.dossier().answers) == ITEMS
    assert max(times) < NOTICED
    assert rounds
    assert set(rounds) == {8}


def test_reading_needs_no_sqlite_utils(file: Path) -> None:
    import subprocess
    import sys

    program = (
        "import sys; from pathlib import Path; from checklists.records import Records\n"
        f"with Records.open(Path({str(file)!r}), write=False) as records: records.dossier()\n"
        "print(sorted({'sqlite_utils', 'PIL', 'yaml', 'reportlab'} & set(sys.modules)))"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_every_part_of_large_evidence_is_a_short_transaction(records: Records, assessment: str) -> None:
    with closing(sqlite3.connect(records.path)) as other:
        seen = other.execute("pragma data_version").fetchone()[0]
        records.add_evidence(assessment, RECALL, bytes(3 << 20), "a.bin")
        assert other.execute("pragma data_version").fetchone()[0] > seen
    assert records._connection.execute("select max(length(bytes)) from evidence_bytes").fetchone() == (
        1 << 20,
    )
