"""PointDrawing: adds, moves and erases points of the project with the mouse on the map."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from nnplay.data import Dataset
from nnplay.document import Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.map.map_frame import EXTENT
from nnplay.panels.map.plane_source import Place
from nnplay.panels.map.point_tools import PointTools, Tool
from nnplay.project.drawn_edits import add_points, erase_points, jitter_points

if TYPE_CHECKING:
    from nnplay.project import Project

_RADIUS = 0.6
_BRUSHED = 3
_JITTER = 0.12
"""The brush: its radius, the points that it adds at each move, and how far it moves those under it."""


class PointDrawing(QObject):
    """Draws with the selected tool; a whole stroke is one step in the Undo menu."""

    def __init__(self, document: Document, tools: PointTools, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._tools = tools
        self._rng = np.random.default_rng()  # of the brush, whose points then become part of the project
        self._strokes = count()
        self._stroke = next(self._strokes)

    def begin_stroke(self, dataset: Dataset, place: Place) -> None:
        """Use the tool where the mouse was pressed."""
        self._stroke = next(self._strokes)
        self._draw(dataset, place)

    def continue_stroke(self, dataset: Dataset, place: Place) -> None:
        """Use the tool where the mouse was dragged, if it is one that draws strokes."""
        if self._tools.tool in (Tool.BRUSH, Tool.JITTER, Tool.ERASE):
            self._draw(dataset, place)

    def _draw(self, dataset: Dataset, place: Place) -> None:
        tool = self._tools.tool
        edit: Callable[[Project], Project]
        if tool is Tool.ERASE:
            text, edit = (
                EditName(QT_TRANSLATE_NOOP("steps", "Erase points")),
                partial(erase_points, dataset=dataset, place=place, radius=_RADIUS),
            )
        elif tool is Tool.JITTER:
            # Drawn beforehand: an edit that is done twice must give the same project.
            seed = int(self._rng.integers(2**31))
            text, edit = (
                EditName(QT_TRANSLATE_NOOP("steps", "Jitter points")),
                partial(_jittered, dataset=dataset, place=place, seed=seed),
            )
        else:
            n, spread = (1, 0.0) if tool is Tool.ADD else (_BRUSHED, _RADIUS / 2)
            points = np.clip(np.array(place) + self._rng.normal(0, 1, (n, 2)) * spread, -EXTENT, EXTENT)
            text = EditName(QT_TRANSLATE_NOOP("steps", "Draw points"))
            edit = partial(add_points, dataset=dataset, points=points, label=self._tools.label)
        try:
            self._document.perform(text, edit, f"points {id(self)} {self._stroke}")
        except NnplayError as error:
            self._document.report(error)


def _jittered(project: Project, *, dataset: Dataset, place: Place, seed: int) -> Project:
    return jitter_points(project, dataset, place, _RADIUS, _JITTER, np.random.default_rng(seed))
