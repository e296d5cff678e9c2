"""A file of every released version opens; a foreign or newer one is refused and left byte for byte as it
was.
"""

from __future__ import annotations

import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from checklists import file_identity, migrations, open_file
from checklists.backups import backups
from checklists.file_identity import APPLICATION_ID, identify
from checklists.records import Records
from tests.checklists.refusal import refused
from tests.checklists.small_edition import DRILL, FAILURES, PROCEDURE, RECALL

#: Made by version 1.0 of the file and never since: every entity is in it, a photo and an issued report too.
V1000 = Path(__file__).parent.parent / "files" / "v1000.zhiping"


@pytest.fixture
def v1000(tmp_path: Path) -> Path:
    """A copy of the file of version 1.0."""
    return Path(shutil.copyfile(V1000, tmp_path / "v1000.zhiping"))


def patched(path: Path, offset: int, form: str, value: int) -> bytes:
    """The file with one number of its header changed; returns its bytes."""
    data = bytearray(path.read_bytes())
    struct.pack_into(form, data, offset, value)
    path.write_bytes(data)
    return bytes(data)


def test_a_new_file_is_marked_as_ours(file: Path) -> None:
    header = file.read_bytes()[:100]
    assert header[68:72] == b"ZPG1"
    assert struct.unpack_from(">I", header, 60) == (1000,)
    assert identify(file).version == 1000
    with closing(sqlite3.connect(file)) as plain:
        settings = {
            name: plain.execute(f"pragma {name}").fetchone()[0] for name in ("page_size", "auto_vacuum")
        }
        assert settings == {"page_size": 8192, "auto_vacuum": 2}
        assert plain.execute("pragma journal_mode").fetchone() == ("delete",)
        loose = plain.execute("select name from pragma_table_list where type = 'table' and schema = 'main'")
        strict = plain.execute("select name from pragma_table_list where strict and schema = 'main'")
        assert {name for (name,) in loose} - {name for (name,) in strict} <= {
            "sqlite_schema",
            "sqlite_sequence",
        }


def test_a_writer_is_careful(records: Records) -> None:
    wanted = {"foreign_keys": 1, "synchronous": 2, "journal_mode": "delete", "trusted_schema": 0}
    found = {name: records._connection.execute(f"pragma {name}").fetchone()[0] for name in wanted}
    assert found == wanted


def test_the_file_of_version_1_0_opens(v1000: Path) -> None:
    with Records.open(v1000, person="后来人") as records:
        dossier = records.dossier()
        assert dossier.profile.name == "河北某某电器有限公司"
        assert dossier.answer(RECALL).status == "nonconform"
        assert dossier.answer(RECALL).note == "仓库里还有两箱。\n已叫停。"
        assert dossier.answer(FAILURES).measure == {"national": ("1", "12")}
        assert [f.grade for f in dossier.findings if f.item == RECALL] == ["minor"]
        assert [a.owner for a in dossier.actions] == ["林"]
        (photo,) = dossier.evidence
        assert records.evidence_bytes(photo.sha256) is not None
        assert records.evidence_bytes(photo.print_sha256) is not None
        (issued,) = records.issued(dossier.assessment.id)
        assert records.issued_bytes(issued.pdf_sha256) == b"%PDF-1.7 as issued"
        assert set(dossier.people.values()) == {"沈立言"}
        assert len(records.scope(dossier.assessment.id).items) == 11
        records.rebuild()
        assert records.dossier() == dossier
        records.answer(dossier.assessment.id, PROCEDURE, status="conform")
        records.undo(records.history()[-1].id)
        assert records.dossier().answers == dossier.answers


def test_the_schema_is_that_of_version_1_0(v1000: Path, file: Path) -> None:
    def schema(path: Path) -> set[tuple[str, str]]:
        with closing(sqlite3.connect(path)) as plain:
            return set(plain.execute("select name, sql from sqlite_master where sql is not null"))

    assert schema(file) == schema(v1000)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-foreign"),
        (b"SQLite format 3\0", "file-foreign"),
        ("企业名称,答案\n".encode() * 50, "file-foreign"),
    ],
)
def test_what_is_no_database(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "别的.zhiping"
    path.write_bytes(content)
    with refused(code):
        Records.open(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "别家.zhiping"
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table t(x)")
        other.execute("pragma user_version = 1000")
    before = path.read_bytes()
    for write in (True, False):
        with refused("file-foreign"):
            Records.open(path, write=write)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("version", [2000, 2001, 9_999_999])
def test_a_newer_major(v1000: Path, version: int) -> None:
    before = patched(v1000, 60, ">I", version)
    for write in (True, False):
        with refused("file-newer") as failure:
            Records.open(v1000, write=write)
    assert "升级" in failure.value.sentence("zh")
    assert v1000.read_bytes() == before
    assert list(v1000.parent.iterdir()) == [v1000]


@pytest.mark.parametrize("version", [0, 999, 0xFFFF_FFFF])
def test_a_version_that_never_was(v1000: Path, version: int) -> None:
    patched(v1000, 60, ">I", version)
    with refused("file-foreign"):
        identify(v1000)


def test_another_application(v1000: Path) -> None:
    patched(v1000, 68, ">I", APPLICATION_ID + 1)
    with refused("file-foreign"):
        identify(v1000)


def test_a_missing_file(tmp_path: Path) -> None:
    with refused("file-missing"):
        Records.open(tmp_path / "没有.zhiping")
    with refused("file-unreadable"):
        Records.open(tmp_path)


def test_a_later_minor_opens_and_keeps_what_it_added(v1000: Path) -> None:
    with closing(sqlite3.connect(v1000)) as later:
        later.execute("alter table answers add column mood text not null default ''")
        later.execute("update answers set mood = 'calm'")
        later.execute("create table sites (id text primary key) strict")
        later.execute("pragma user_version = 1007")
        later.commit()
    with Records.open(v1000, person="甲") as records:
        assessment = records.assessments()[-1].id
        records.answer(assessment, RECALL, note="旧版本写的")
        records.answer(assessment, DRILL, status="conform")
        assert records.dossier().answer(RECALL).note == "旧版本写的"
    with closing(sqlite3.connect(v1000)) as later:
        assert later.execute("select mood from answers where item = ?", (RECALL,)).fetchone() == ("calm",)
    assert identify(v1000).version == 1007


@pytest.fixture
def next_minor(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """A program whose file has one step more: version 1.1."""
    steps = Migrations("zhiping")

    @steps()
    def m001_first_release(db: Database) -> None:
        raise AssertionError(f"a step is applied once: {db}")

    @steps()
    def m002_moods(db: Database) -> None:
        db.execute("alter table answers add column mood text not null default 'calm'")
        db.execute("pragma user_version = 1001")

    monkeypatch.setattr(migrations, "STEPS", steps)
    for module in (file_identity, open_file):
        monkeypatch.setattr(module, "VERSION", 1001)
    return steps


@pytest.mark.usefixtures("next_minor")
def test_an_older_file_is_copied_and_brought_forward(v1000: Path) -> None:
    with Records.open(v1000, write=False) as reader:
        before = reader.dossier()
    assert identify(v1000).version == 1000
    with Records.open(v1000, person="甲") as records:
        assert records.dossier() == before
    assert identify(v1000).version == 1001
    (copy,) = backups(before.file_id)
    assert identify(copy.path).version == 1000
    assert copy.answers == len(before.answers)


def test_a_step_that_fails_leaves_the_file_as_it_was(v1000: Path, next_minor: Migrations) -> None:
    @next_minor()
    def m003_broken(db: Database) -> None:
        db.execute("alter table answers add column half text")
        raise sqlite3.OperationalError("no such luck")

    before = v1000.read_bytes()
    del next_minor._migrations[1]
    with pytest.raises(sqlite3.OperationalError, match="no such luck"):
        Records.open(v1000, person="甲")
    assert v1000.read_bytes() == before
    assert list(v1000.parent.iterdir()) == [v1000]
