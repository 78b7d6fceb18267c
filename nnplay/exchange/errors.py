"""The error of exports and imports."""

from __future__ import annotations

from nnplay.engine import NnplayError


class ExchangeError(NnplayError):
    """A model, table or picture cannot be written or read."""
