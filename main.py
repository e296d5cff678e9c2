"""质评: the front door. A file or nothing opens the window; every command runs without it and loads no Qt."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from checklists.errors import Language, UserError

#: Said where nothing else can be relied on: Chinese, English.
_OUR_FAULT_SAID: Final = (
    "质评出错了，这是程序的问题；文件没有损坏。请把下面的内容发给我们：",
    "Zhiping failed; the fault is ours and your file is intact. Please send us what follows:",
)

_DONE, _USAGE, _OUR_FAULT, _INTERRUPTED = 0, 2, 3, 130


def _language(arguments: Sequence[str]) -> Language:
    """The language asked for, also where a command could not be read."""
    asked = "en" in arguments and "--lang" in arguments
    return "en" if asked or "--lang=en" in arguments else "zh"


def _faults(error: BaseException) -> Iterable[UserError]:
    """The user's faults in an error or a group of them; a fault of ours is raised again."""
    if isinstance(error, UserError):
        yield error
    elif isinstance(error, ExceptionGroup):
        for inner in error.exceptions:
            yield from _faults(inner)
    else:
        raise error


def _opens_window(arguments: Sequence[str]) -> bool:
    """Whether the window is wanted: nothing is said, or only the name of a file."""
    return not arguments or (len(arguments) == 1 and arguments[0].endswith(".zhiping"))


def _show_window(path: Path | None) -> int:
    gc.disable()  # while the window opens it would only delay it, and then see `desktop.garbage`
    try:
        from desktop.app import run

        return run(path)
    finally:
        gc.enable()


def _run_command(arguments: Sequence[str]) -> int:
    import click

    from exports.commands import USERS_INPUT, cli

    language = _language(arguments)
    try:
        return int(cli.main(list(arguments), standalone_mode=False) or _DONE)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return _USAGE
    except (UserError, ExceptionGroup) as error:
        for fault in _faults(error):
            click.echo(fault.sentence(language), err=True)
        return USERS_INPUT
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 done, 1 the user's input, 2 usage, 3 our fault, 130 interrupted."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        if _opens_window(given):
            return _show_window(Path(given[0]) if given else None)
        return _run_command(given)
    except Exception:
        import traceback

        sys.stderr.write(f"{_OUR_FAULT_SAID[_language(given) == 'en']}\n")
        traceback.print_exc()
        return _OUR_FAULT


if __name__ == "__main__":
    sys.exit(main())
