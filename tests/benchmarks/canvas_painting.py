"""What the canvas costs to paint, as a ratio to one bare repaint of the same view.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.canvas_painting

Three networks: 6 layers of 8 neurons with all pictures live, 784-128-10, and 50 layers with 100,000 weights. Live: new
weights as a running training brings them, then the whole view painted once. Panned and zoomed: moved a little, then
painted once. Processor time, medians of turns that alternate with bare repaints of an empty view of the same size.
"""

from __future__ import annotations

import os

for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"  # before NumPy is imported

from collections.abc import Callable  # noqa: E402
from dataclasses import replace  # noqa: E402
from itertools import cycle  # noqa: E402

import numpy as np  # noqa: E402
from PySide6.QtCore import QPointF, QSize  # noqa: E402
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView  # noqa: E402

from nnplay.appearance.theme import theme  # noqa: E402
from nnplay.canvas import CanvasView  # noqa: E402
from nnplay.document import Document  # noqa: E402
from nnplay.engine import Dense, Input, NetworkSpec, initial_parameters  # noqa: E402
from nnplay.project import Project, layout  # noqa: E402
from nnplay.project.presets import preset  # noqa: E402
from nnplay.shell.application import make_application  # noqa: E402
from nnplay.training import TrainingController  # noqa: E402
from tests.benchmarks.timing import interleaved, seconds  # noqa: E402

SIZE = QSize(900, 620)
ROUNDS = 15
N_PICTURES = 8


def with_layers(project: Project, *units: int) -> Project:
    """The project with hidden layers of so many units."""
    last = project.network.output.layer
    network = NetworkSpec.chain(project.network.input.layer, *(Dense(n, "tanh") for n in units), last)
    assert isinstance(network.input.layer, Input)
    parameters = initial_parameters(network, project.seeds.generator("weights"))
    return replace(project, network=network, parameters=parameters, positions=layout(network))


NETWORKS: dict[str, Callable[[], Project]] = {
    "6 x 8, all pictures": lambda: with_layers(preset("spiral"), *[8] * 6),
    "784-128-10": lambda: preset("mnist-mlp"),
    "50 layers, 100,000 weights": lambda: with_layers(preset("spiral"), *[45] * 50),
}


class Case:
    """One network on a canvas, with a few vectors of weights that take turns."""

    def __init__(self, project: Project) -> None:
        self.document, self._controller = Document(project), TrainingController()
        self.canvas = CanvasView(self.document, self._controller)
        self.canvas.resize(SIZE)
        self.canvas.show()
        self._scene = self.canvas.scene()
        self._scene.arrangement.is_smooth = False
        self._scene.arrangement.settle()
        self.canvas.zoom_to_fit()
        rng = np.random.default_rng(1)
        shape = project.parameters.shape
        moved = (project.parameters + rng.normal(0, 0.05, shape).astype(np.float32) for _ in range(N_PICTURES))
        self._vectors = cycle(list(moved))
        self._steps = cycle((30.0, -30.0))

    def live(self) -> float:
        """Paint new weights."""
        self._scene.show_parameters(next(self._vectors), is_running=True)
        return seconds(self.canvas.viewport().grab)

    def told(self) -> float:
        """Take new weights over, without painting: pictures computed, strokes chosen."""
        return seconds(lambda: self._scene.show_parameters(next(self._vectors), is_running=True))

    def panned(self) -> float:
        """Paint after the view has moved by a few pixels."""
        middle = self.canvas.mapToScene(self.canvas.viewport().rect().center())
        self.canvas.look_at(middle + QPointF(next(self._steps), 0))
        return seconds(self.canvas.viewport().grab)

    def zoomed(self) -> float:
        """Paint after the view has been zoomed: nothing that was kept can be used again."""
        (self.canvas.zoom_in if next(self._steps) > 0 else self.canvas.zoom_out)()
        return seconds(self.canvas.viewport().grab)


def main() -> None:
    """Measure and print."""
    application = make_application()
    theme().apply()
    empty_scene = QGraphicsScene()
    bare = QGraphicsView(empty_scene)
    bare.setFrameShape(QFrame.Shape.NoFrame)
    bare.resize(SIZE)
    bare.show()
    for name, make in NETWORKS.items():
        case = Case(make())
        found = interleaved(
            {
                "bare": lambda: seconds(bare.viewport().grab),
                "live": case.live,
                "weights taken over": case.told,
                "panned": case.panned,
                "zoomed": case.zoomed,
            },
            ROUNDS,
        )
        print(f"\n{name}: {case.document.project.network.n_parameters:,} weights")
        for what, spent in found.items():
            print(f"  {what:<20}{1000 * spent:9.2f} ms   {spent / found['bare']:8.1f} bare repaints")
        case.canvas.close()
        case._controller.close()
    application.quit()


if __name__ == "__main__":
    main()
