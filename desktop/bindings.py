"""How Qt's bindings start: without what explains a wrong call; that is loaded when one is made.

By themselves they compile eleven modules of their own from source at every start, to tell what a function
takes and to write its help, and read the source of every module imported after them for the sake of
`from __feature__ import`, which we do not use. That would be a sixth of our start (PySide6 6.8.3 to 6.11.3).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import ModuleType

#: The module the bindings run their first Python code in, which is to be there before it.
_FIRST = "signature_bootstrap"
#: Where they look for the types that they name in an explanation, before they ask for one.
_TYPES = "shibokensupport.signature.mapping"


def explain_late() -> None:
    """Let what explains wrong calls wait for one; does nothing where the bindings are loaded already."""
    sys.modules.setdefault(_FIRST, _First(_FIRST))


class _First(ModuleType):
    """The first module of the bindings, and for them the module of all explanations until one is needed."""

    @property
    def bootstrap(self) -> Callable[[], ModuleType]:
        """What the bindings call to load the explanations; their own function stands behind it, in `vars`."""
        return self._stand_in

    def _stand_in(self) -> ModuleType:
        sys.modules[_TYPES] = _types()
        return self

    def finish_import(self, module: ModuleType) -> None:
        """Would add functions of old to a module of Qt; there are none."""

    def post_init(self) -> None:
        """Would replace Python's `__import__`."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name.startswith("_"):
            raise AttributeError(name)
        return partial(self._explain, name)

    def _explain(self, name: str, *values: object) -> object:
        return getattr(_explanations(), name)(*values)


def _types() -> ModuleType:
    """The types known to the explanations; asked to bring itself up to date before it is used."""
    types = ModuleType(_TYPES)

    def update_mapping() -> None:
        _explanations()
        known = sys.modules[_TYPES]
        known.update_mapping()
        vars(types).update(vars(known), update_mapping=update_mapping)

    vars(types)["update_mapping"] = update_mapping
    return types


def _explanations() -> ModuleType:
    """The module that explains wrong calls, loaded once; raises KeyError before Qt is loaded."""
    first = vars(sys.modules[_FIRST])
    if "explanations" not in first:
        first["explanations"] = first["bootstrap"]()
    loaded: ModuleType = first["explanations"]
    return loaded
