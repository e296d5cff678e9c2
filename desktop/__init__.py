"""The window: the only part of the program that knows Qt."""

import builtins

import PySide6.QtWidgets  # noqa: F401  # replaces `__import__` by one of its own

# Qt's bindings look through the source of every module imported after them, for the sake of
# `from __feature__ import`, which we do not use. What Python came with they keep under another name.
if plain := getattr(builtins, "__orig_import__", None):
    setattr(builtins, "__import__", plain)  # noqa: B010  # mypy takes it for one that stays
