"""The schema of the file, step by step: a released step is never edited, the next one goes below it."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from checklists.file_identity import APPLICATION_ID

STEPS = Migrations("zhiping")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a new or older file to this version; each step is one transaction with its own record."""
    STEPS.apply(Database(connection, strict=True))


def prepare(connection: sqlite3.Connection) -> None:
    """Set what can only be set before the first table of a new file."""
    connection.execute("pragma page_size = 8192")
    connection.execute("pragma auto_vacuum = incremental")


@STEPS()
def m001_first_release(db: Database) -> None:
    """Version 1.0: the change log, the tables that follow from it, and what is kept by its hash."""
    db.executescript(_LOG + _RECORDS + _BYTES)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("pragma user_version = 1000")


# Foreign keys wait for the commit, since the records of one transaction may come in any order.
_LOG = """
create table changes (
  id text primary key,
  replaces text references changes(id) deferrable initially deferred,
  at_utc text not null,
  clock integer not null,
  person text not null references people(id) deferrable initially deferred,
  device text not null,
  kind text not null,
  entity text not null,
  entity_id text not null,
  field text not null,
  value text
) strict, without rowid;
create index changes_of on changes(entity, entity_id, field, clock);
create index changes_by_clock on changes(clock);
create trigger changes_stay before delete on changes
begin select raise(abort, 'changes are never deleted'); end;
create trigger changes_hold before update on changes
begin select raise(abort, 'changes are never altered'); end;
"""

_RECORDS = """
create table file (id text primary key, created_at text not null default '') strict, without rowid;
create table people (id text primary key, name text not null default '') strict, without rowid;
create table subjects (
  id text primary key, kind text not null default '', name text not null default ''
) strict, without rowid;
create table assessments (
  id text primary key,
  kind text not null default '',
  title text not null default '',
  number text not null default '',
  year text not null default '',
  edition text not null default '' references editions(hash) deferrable initially deferred,
  scoring text not null default '',
  selection text not null default '',
  subject text not null default '' references subjects(id) deferrable initially deferred,
  started_on text not null default '',
  ended_on text not null default '',
  conclusion text not null default ''
) strict, without rowid;
create table profiles (
  assessment text primary key references assessments(id) deferrable initially deferred,
  name text not null default '',
  credit_code text not null default '',
  region text not null default '',
  address text not null default '',
  trade text not null default 'industry',
  staff text not null default '',
  turnover text not null default '',
  size text not null default '',
  products text not null default '',
  legal_representative text not null default '',
  chief_quality_officer text not null default '',
  in_charge text not null default '',
  contact text not null default '',
  telephone text not null default '',
  facts text not null default '{}'
) strict, without rowid;
create table answers (
  assessment text not null default '' references assessments(id) deferrable initially deferred,
  item text not null,
  subject text not null default '' references subjects(id) deferrable initially deferred,
  status text not null default 'unanswered',
  note text not null default '',
  proof_ref text not null default '',
  internal text not null default '',
  person text not null default '',
  later integer not null default 0,
  measure text not null default '{}',
  meaning text not null default '[]',
  at text not null default '',
  primary key (assessment, item, subject)
) strict, without rowid;
create table findings (
  id text primary key,
  assessment text not null default '' references assessments(id) deferrable initially deferred,
  item text not null default '',
  subject text not null default '' references subjects(id) deferrable initially deferred,
  opened_as text not null default '',
  grade text not null default '',
  facts text not null default '',
  closed_on text not null default ''
) strict, without rowid;
create index findings_of on findings(assessment, item);
create table actions (
  id text primary key,
  finding text not null default '' references findings(id) deferrable initially deferred,
  cause text not null default '',
  correction text not null default '',
  measure text not null default '',
  owner text not null default '',
  due text not null default '',
  progress text not null default '',
  verification text not null default '',
  verified_by text not null default '',
  closed_on text not null default ''
) strict, without rowid;
create index actions_of on actions(finding);
create table evidence (
  id text primary key,
  assessment text not null default '' references assessments(id) deferrable initially deferred,
  item text not null default '',
  subject text not null default '' references subjects(id) deferrable initially deferred,
  name text not null default '',
  kind text not null default '',
  sha256 text not null default '',
  size integer not null default 0,
  caption text not null default '',
  person text not null default '',
  taken_at text not null default '',
  number text not null default '',
  issuer text not null default '',
  valid_until text not null default '',
  print_sha256 text not null default '',
  position integer not null default 0
) strict, without rowid;
create index evidence_of on evidence(assessment, item);
create table issued (
  id text primary key,
  assessment text not null default '' references assessments(id) deferrable initially deferred,
  number text not null default '',
  revision integer not null default 0,
  fingerprint text not null default '',
  body_sha256 text not null default '',
  pdf_sha256 text not null default '',
  at text not null default '',
  person text not null default '' references people(id) deferrable initially deferred
) strict, without rowid;
"""

# Bytes by their SHA-256 in parts of 1 MiB, the last one shorter; those of evidence may be missing in a light
# copy.
_BYTES = """
create table editions (hash text primary key, body blob not null) strict;
create table evidence_bytes (
  sha256 text not null, part integer not null, bytes blob not null, primary key (sha256, part)
) strict;
create table issued_bytes (
  sha256 text not null, part integer not null, bytes blob not null, primary key (sha256, part)
) strict;
"""
