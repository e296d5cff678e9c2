"""Failures that a user is told of, as tests wait for them."""

from __future__ import annotations

import pytest

from checklists.errors import UserError


def refused(code: str) -> pytest.RaisesExc[UserError]:
    """A failure with that code, which has a sentence in both languages."""

    def told(error: UserError) -> bool:
        return error.code == code and bool(error.sentence("zh")) and bool(error.sentence("en"))

    return pytest.raises(UserError, check=told)
