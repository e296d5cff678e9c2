"""The identifiers of what is new: records, changes, files, machines."""

from __future__ import annotations


def new_id() -> str:
    """A random UUID as text."""
    import uuid  # it looks at the system before it can be used, which would delay every start

    return str(uuid.uuid4())
