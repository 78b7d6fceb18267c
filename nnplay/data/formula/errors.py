"""The error of a formula that cannot be read; its sentence says where."""

from __future__ import annotations

from nnplay.engine import NnplayError


class FormulaError(NnplayError):
    """The text is not a formula. No text raises any other error.

    Attributes
    ----------
    index
        Index of the character at fault, counted from 0; the length of the text if something is missing at its end. The
        sentences count from 1, as people do.
    """

    def __init__(self, template: str, index: int = 0, **values: object) -> None:
        super().__init__(template, place=index + 1, **values)
        self.index = index
