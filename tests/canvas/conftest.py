"""A canvas on the default project, with a real document and a real controller, as the window wires them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from nnplay.canvas import CanvasView
from nnplay.document import Change, Document
from nnplay.project.presets import preset
from nnplay.training import TrainingController
from tests.canvas.pointer import scene_of


class Wiring(QObject):
    """What the window does: every change of the document is shown to the controller, before any view hears of it."""

    def __init__(self, document: Document, controller: TrainingController) -> None:
        super().__init__()
        self._controller = controller
        self.reports: list[str] = []
        document.changed.connect(self._on_changed)
        document.reported.connect(self._on_reported)
        controller.show(document.project)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._controller.show(change.after)

    @Slot(object)
    def _on_reported(self, error: Exception) -> None:
        self.reports.append(str(error))


@pytest.fixture
def document(qapp: object) -> Document:
    """Circle data, 2-4-2-1."""
    return Document(preset("circle"))


@pytest.fixture
def controller(qapp: object) -> Iterator[TrainingController]:
    controller = TrainingController()
    yield controller
    controller.close()


@pytest.fixture
def wiring(document: Document, controller: TrainingController) -> Wiring:
    return Wiring(document, controller)


@pytest.fixture
def canvas(qtbot: QtBot, document: Document, controller: TrainingController, wiring: Wiring) -> CanvasView:
    """A shown canvas whose cards jump to their places."""
    canvas = CanvasView(document, controller)
    qtbot.addWidget(canvas)
    canvas.resize(700, 480)
    with qtbot.waitExposed(canvas):
        canvas.show()
    scene_of(canvas).arrangement.is_smooth = False
    return canvas
