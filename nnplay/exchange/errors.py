"""What can be wrong with what goes to another tool or comes from one."""

from __future__ import annotations

from nnplay.engine import NnplayError


class ExchangeError(NnplayError):
    """A model, table or picture that cannot be written or read."""
