"""What this machine remembers: who records on it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from checklists import files, places
from checklists.errors import UserError


def person(given: str = "") -> str:
    """Who records: the name given, else the one remembered, else the system's user, else this machine.

    The first name given is remembered, so that it is asked once per machine; where that cannot be kept it
    is asked again.
    """
    known = kept()
    name = given.strip()
    if name and not known.get("person"):
        keep({"person": name})
    return name or str(known.get("person") or "") or _user()


def kept() -> dict[str, Any]:
    """What is remembered, by name; nothing where it was never kept or cannot be read."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def keep(values: Mapping[str, Any]) -> None:
    """Remember values beside what is kept now, which another window may have written; where that cannot be
    done nothing is said: no work is lost by it.
    """
    with suppress(OSError, UserError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        files.write_file(_file(), json.dumps({**kept(), **values}, ensure_ascii=False).encode())


def _file() -> Path:
    return places.data_folder() / "preferences.json"


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # where the system knows no user
        return places.host()
