"""Looking into files without opening them to write: what the start page tells of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from checklists.errors import Language, UserError
from checklists.file_lock import lock_path
from checklists.files import is_folder, is_there
from checklists.library import Edition
from checklists.reasons import value_words
from checklists.records import SAMPLE_FILE_ID, Records
from checklists.scoring import NOTHING_ANSWERED, Answered, Tally, shown
from desktop.tasks import Progress
from exports.material import Material

ENDING: Final = ".zhiping"
#: What the name of an enterprise can do without where there is little room: its form in law.
_FORM: Final = re.compile(r"(股份有限公司|有限责任公司|有限公司)$")


class Due(NamedTuple):
    """A corrective action that is not closed and has a due date (ISO text)."""

    path: Path
    finding: str
    text: str
    enterprise: str
    due: str


class Seen(NamedTuple):
    """What is known of a file; of one that could not be read only `path`, `fault` and `changed`.

    `region`, `domains` and `size` are words; `counts` holds by status what is rated; `rate` of the duties is
    decimal text, "" where none is rated; `busy` says that somebody holds its lock.
    """

    path: Path
    fault: UserError | None = None
    enterprise: str = ""
    region: str = ""
    domains: str = ""
    size: str = ""
    title: str = ""
    year: str = ""
    kind: Literal["self_assessment", "audit"] = "self_assessment"
    answered: Answered = NOTHING_ANSWERED
    counts: Mapping[str, int] = MappingProxyType({})
    rate: str = ""
    due: tuple[Due, ...] = ()
    changed: datetime | None = None
    busy: bool = False
    sample: bool = False

    def overdue(self, today: date) -> int:
        """How many actions should have been closed before today."""
        return sum(1 for one in self.due if one.due < today.isoformat())


def short_name(enterprise: str) -> str:
    """The name without the form in law."""
    return _FORM.sub("", enterprise.strip()) or enterprise.strip()


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files of a folder and of the folders in it. Raises UserError (file-missing, file-unreadable)."""
    if not is_folder(folder):
        raise UserError("file-missing", path=folder)
    try:
        found = [*folder.glob(f"*{ENDING}"), *folder.glob(f"*/*{ENDING}")]
    except OSError as error:
        raise UserError("file-unreadable", path=folder, detail=error.strerror or error) from error
    return tuple(sorted(path for path in found if not path.name.startswith(".")))


def look(
    paths: Sequence[Path],
    language: Language,
    today: date,
    progress: Progress = lambda _done, _total: True,
    known: Mapping[Path, Seen] = MappingProxyType({}),
) -> tuple[Seen, ...]:
    """Look into files, in their order; ends early where `progress` says so. For a Task: any thread.

    What is `known` of a file that was not written since is not read again.
    """
    editions: dict[str, Edition] = {}
    seen: list[Seen] = []
    for number, path in enumerate(paths):
        if not progress(number, len(paths)):
            break
        former = known.get(path)
        if former and not former.fault and former.changed == _changed(path):
            seen.append(former._replace(busy=is_there(lock_path(path))))
        else:
            seen.append(_look(path, language, today, editions))
    return tuple(seen)


def _look(path: Path, language: Language, today: date, editions: dict[str, Edition]) -> Seen:
    changed = _changed(path)
    try:
        with Records.open(path, write=False) as records:
            dossier = records.dossier()
            key = dossier.assessment.edition
            if key not in editions:
                editions[key] = records.edition(key, language)
    except UserError as fault:
        return Seen(path, fault, changed=changed)
    seen = _told(path, Material(editions[key], dossier, today))
    return seen._replace(changed=changed, busy=is_there(lock_path(path)))


def _told(path: Path, material: Material) -> Seen:
    edition, dossier = material.edition, material.dossier
    profile, assessment = dossier.profile, dossier.assessment
    size = profile.size_class(edition.interview)
    return Seen(
        path,
        enterprise=profile.name.strip() or path.stem,
        region=value_words("region", (profile.region,), edition) if profile.region else "",
        domains=value_words("domain", profile.facts.get("domain", ()), edition),
        size=value_words("size", (size,), edition) if size else "",
        title=assessment.title,
        year=assessment.year,
        kind=assessment.kind,
        answered=material.figures.answered,
        counts=_counts(material.figures.everything),
        rate=shown(rate) if (rate := material.figures.duties.rate) is not None else "",
        due=tuple(_due(path, material)),
        sample=dossier.file_id == SAMPLE_FILE_ID,
    )


def _counts(tally: Tally) -> dict[str, int]:
    return {status: getattr(tally, status) for status in tally.__slots__}


def _due(path: Path, material: Material) -> Iterator[Due]:
    """The open actions with a date; those of a finding that is closed are done."""
    dossier, items = material.dossier, material.edition.items
    findings = {f.id: f for f in dossier.findings if not f.closed_on}
    for action in dossier.actions:
        finding = findings.get(action.finding)
        if finding and action.due and not action.closed_on:
            texts = [action.measure, action.correction, finding.facts]
            texts += [items[finding.item].ask] if finding.item in items else []
            text = next((t.strip() for t in texts if t.strip()), "")
            yield Due(path, finding.id, text, dossier.profile.name.strip(), action.due)


def _changed(path: Path) -> datetime | None:
    """When the file was last written, in local time."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None
