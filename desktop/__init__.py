"""The window: the only part of the program that knows Qt."""

from desktop.bindings import explain_late

explain_late()
