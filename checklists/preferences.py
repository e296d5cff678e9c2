"""What this machine remembers: who records on it."""

from __future__ import annotations

import getpass
import json
import platform
from contextlib import suppress
from typing import Any

from checklists import files, places
from checklists.errors import UserError


def person(given: str = "") -> str:
    """Who records: the name given, else the one remembered, else the system's user, else this machine.

    The first name given is remembered, so that it is asked once per machine; where that cannot be kept it
    is asked again.
    """
    kept = _kept()
    name = given.strip()
    if name and not kept.get("person"):
        _keep({**kept, "person": name})
    return name or str(kept.get("person") or "") or _user()


def _kept() -> dict[str, Any]:
    try:
        kept = json.loads((places.data_folder() / "preferences.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _keep(preferences: dict[str, Any]) -> None:
    path = places.data_folder() / "preferences.json"
    with suppress(OSError, UserError):
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write_file(path, json.dumps(preferences, ensure_ascii=False).encode())


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # where the system knows no user
        return platform.node()
