"""Evidence is kept byte for byte, in parts, and read back as it was or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from checklists.records import Records
from tests.checklists.refusal import refused
from tests.checklists.small_edition import (
    RECALL,
)


def test_a_large_file_comes_back_byte_for_byte(records: Records, assessment: str, tmp_path: Path) -> None:
    data = hashlib.sha256(b"seed").digest() * 90_000
    path = tmp_path / "现场录像.mp4"
    path.write_bytes(data)
    kept = records.add_evidence(assessment, RECALL, path, caption="录像")
    assert (kept.name, kept.kind, kept.size, kept.print_sha256) == (
        "现场录像.mp4",
        "video/mp4",
        len(data),
        "",
    )
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    parts = records._connection.execute("select part, length(bytes) from evidence_bytes order by part")
    assert parts.fetchall() == [(0, 1 << 20), (1, 1 << 20), (2, len(data) - (2 << 20))]
    records.close()
    with Records.open(records.path, write=False) as read:
        assert read.evidence_bytes(kept.sha256) == data


def test_an_empty_file_is_kept(records: Records, assessment: str) -> None:
    kept = records.add_evidence(assessment, RECALL, b"", "空.txt")
    assert records.evidence_bytes(kept.sha256) == b""


def test_attachments_have_an_order(records: Records, assessment: str) -> None:
    for n in (1, 2, 3):
        records.add_evidence(assessment, RECALL, b"same bytes", f"{n}.txt")
    evidence = records.dossier().evidence
    assert [(e.name, e.position) for e in evidence] == [("1.txt", 1), ("2.txt", 2), ("3.txt", 3)]
    records.remove("evidence", evidence[1].id)
    assert records.add_evidence(assessment, RECALL, b"x", "4.txt").position == 4


def test_bytes_of_a_light_copy_are_missing(records: Records, assessment: str) -> None:
    kept = records.add_evidence(assessment, RECALL, b"original", "a.txt")
    records._connection.execute("delete from evidence_bytes")
    assert records.evidence_bytes(kept.sha256) is None
    assert records.dossier().evidence == (kept,)


def test_damaged_bytes_are_never_handed_out(records: Records, assessment: str) -> None:
    kept = records.add_evidence(assessment, RECALL, b"original", "a.txt")
    records._connection.execute("update evidence_bytes set bytes = x'00'")
    with refused("file-damaged"):
        records.evidence_bytes(kept.sha256)


def test_a_missing_file_is_not_added(records: Records, assessment: str, tmp_path: Path) -> None:
    with refused("evidence-unreadable"):
        records.add_evidence(assessment, RECALL, tmp_path / "没有.jpg")
    with refused("evidence-unreadable"):
        records.must_be_readable(tmp_path)
    assert records.dossier().evidence == ()


def test_only_items_in_scope_have_evidence(records: Records, assessment: str) -> None:
    with refused("unknown-item"):
        records.add_evidence(assessment, "no-such-item", b"x", "a.txt")
