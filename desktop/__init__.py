"""The window: the only part of the program that knows Qt."""

import builtins

_plain_import = builtins.__import__

import PySide6.QtWidgets  # noqa: E402, F401  # with it comes what the next line takes back

# For the sake of `from __feature__ import`, which we do not use, Qt's bindings look through the source of
# every module that is imported after them.
setattr(builtins, "__import__", _plain_import)  # noqa: B010  # mypy takes it for a function that stays
