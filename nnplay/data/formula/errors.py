"""What can be wrong with a formula: a sentence that says where."""

from __future__ import annotations

from nnplay.engine import NnplayError


class FormulaError(NnplayError):
    """A text that is no formula; nothing but this is raised for any text.

    Attributes
    ----------
    index
        The character at which it goes wrong, counted from 0; the length of the text where something is missing at its
        end. The sentences count from 1, as people do.
    """

    def __init__(self, template: str, index: int = 0, **values: object) -> None:
        super().__init__(template, place=index + 1, **values)
        self.index = index
