"""Files that the product carries along (fonts, icons, translations) and the one function that finds them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


def path(name: str) -> Path:
    """Where the resource file `name` lies, for example `path("fonts/OFL.txt")`.

    Raises FileNotFoundError if the product carries no such file. The product is always unpacked on disk
    (source tree, wheel or one-folder bundle), so a path can be given and nothing has to be copied out first.
    """
    found = _FOLDER.joinpath(*name.split("/"))
    if not found.is_file():
        raise FileNotFoundError(f"no resource file {name!r}")
    return found
