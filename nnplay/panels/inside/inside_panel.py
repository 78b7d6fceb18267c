"""InsidePanel: statistics of the layers, histograms over time, and pictures of weights and feature maps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import percent_text, short_text
from nnplay.panels.inside.layer_table import LayerTable
from nnplay.panels.inside.picture_grid import PictureGrid
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.panels.widgets.table import Table
from nnplay.project.doctor.layers import EXPLODING, VANISHING, gradient_growth
from nnplay.project.inspection.inside import KINDS, Distributions, Inside, feature_maps, look_inside, weight_pictures

if TYPE_CHECKING:
    from nnplay.data import Dataset
    from nnplay.panels.inside.histogram_plot import HistogramPlot
    from nnplay.project import Project
    from nnplay.runs import Snapshot
    from nnplay.training import TrainingController

_LAYERS, _HISTOGRAMS, _PICTURES = range(3)


class InsidePanel(LivePanel):
    """Three pages; only the visible one is computed, but the histograms record continuously."""

    interval_s = 1.0

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._question = controller.new_question(self)
        self._distributions = Distributions()
        self._inside: Inside | None = None
        self._before: Snapshot | None = None
        self._plot: HistogramPlot | None = None  # created when first needed: pyqtgraph is slow to import
        self._verdict = QLabel()
        self._verdict.setWordWrap(True)
        self._layers = LayerTable()
        self._layer, self._kind, self._source = QComboBox(), QComboBox(), QComboBox()
        self._layer.setAccessibleName(self.tr("Layer"))
        self._kind.setAccessibleName(self.tr("Quantity"))
        self._kind.addItems([self.tr("Weights"), self.tr("Outputs"), self.tr("Gradients"), self.tr("Updates")])
        self._source.setAccessibleName(self.tr("What to show"))
        self._number = SpinBox()
        self._number.setAccessibleName(self.tr("Number of the example"))
        self._number.setToolTip(self.tr("Which training example the network sees"))
        self._grid = PictureGrid()
        self._reading = QLabel()
        self._reading.setProperty("look", "muted")
        self._reading.setWordWrap(True)
        self._pages = _Pages()
        self._pages.setDocumentMode(True)
        self._histogram_page, self._histogram_column = _page(self._layer, self._kind)
        self._histogram_column.addStretch()
        layer_page, layer_column = _page()
        layer_column.addWidget(self._verdict)
        layer_column.addWidget(self._layers, 1)
        picture_page, picture_column = _page(self._source, self._number)
        picture_column.addWidget(self._grid, 1)
        self._pages.addTab(layer_page, self.tr("Layers"))
        self._pages.addTab(self._histogram_page, self.tr("Histograms"))
        self._pages.addTab(picture_page, self.tr("Pictures"))
        self._empty = EmptyPages(self)
        self._empty.empty.wished.connect(self.wished)
        column = QVBoxLayout(self._empty.content)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        column.addWidget(self._pages, 1)
        column.addWidget(self._reading)
        self._pages.currentChanged.connect(self.invalidate)
        self._layer.currentIndexChanged.connect(self._show_histogram)
        self._kind.currentIndexChanged.connect(self._show_histogram)
        self._source.currentIndexChanged.connect(self._show_pictures)
        self._number.valueChanged.connect(self._show_pictures)
        self._grid.pointed.connect(self._on_pixel_pointed)
        self._log = QAction(self.tr("Magnitudes on a logarithmic scale"), self)
        self._log.setCheckable(True)
        self._log.toggled.connect(self._show_histogram)
        self._question.answered.connect(self._on_answered)
        controller.snapshot_changed.connect(self.follow)
        controller.dataset_changed.connect(self._on_dataset_changed)

    def refresh(self) -> None:
        controller = self._controller
        project, dataset, snapshot = controller.project, controller.dataset, controller.snapshot
        if project is None or dataset is None or snapshot is None or not len(dataset.train):
            self._empty.say(self.tr("Choose data to see what goes on in each layer."), Wish.DATA)
            return
        self._empty.show_content()
        self._offer_layers(project, dataset)
        if self._pages.currentIndex() == _PICTURES:
            self._show_pictures()
            return
        before, self._before = self._before, snapshot
        epoch = snapshot.epoch + (snapshot.step_in_epoch / snapshot.steps_per_epoch if snapshot.steps_per_epoch else 0)
        earlier, n_steps = None, 1
        if before is not None and before.parameters.shape == snapshot.parameters.shape:
            if before.step < snapshot.step:
                earlier, n_steps = before.parameters, snapshot.step - before.step
            elif before.step > snapshot.step:
                self._distributions.clear()
        self._question.ask(partial(look_inside, project, dataset, snapshot.parameters, epoch, earlier, n_steps))

    def apply_theme(self) -> None:
        if self._plot is not None:
            self._plot.apply_theme()

    def menu_actions(self) -> Sequence[QAction]:
        return (self._log,) if self._pages.currentIndex() == _HISTOGRAMS else ()

    def table(self) -> Table | None:
        """Return one row per layer; for histograms, a row per moment and bin."""
        if self._pages.currentIndex() == _HISTOGRAMS:
            return self._plot.table() if self._plot is not None and not self._plot.isHidden() else None
        if self._inside is None:
            return None
        states = self._inside.layers
        columns = ("gradient_rms", "update_ratio", "activation_mean", "activation_std", "dead_share", "saturated_share")
        values = {name: [getattr(state, name) for state in states.values()] for name in columns}
        return Table({"layer": list(states), **values})

    # -- answers ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_dataset_changed(self, dataset: Dataset | None) -> None:
        self._distributions.clear()
        self._before = None
        self.invalidate()

    @Slot(object)
    def _on_answered(self, inside: Inside | list[np.ndarray]) -> None:
        if not isinstance(inside, Inside):
            if self._pages.currentIndex() == _PICTURES:
                self._grid.show_pictures(inside)
            return
        if self._inside is not None and list(self._inside.layers) != list(inside.layers):
            self._distributions.clear()
        self._inside = inside
        self._distributions.add(inside)
        self._layers.show_layers(inside.layers)
        self._verdict.setText(self._verdict_on(inside))
        self._show_histogram()

    def _verdict_on(self, inside: Inside) -> str:
        if inside.silent:
            text = self.tr("Muted: {layers}. No gradient reaches the layers before.")
            return text.format(layers=", ".join(inside.silent))
        growth = gradient_growth(inside.layers)
        if growth is None:
            return self.tr("Fewer than three layers: too few for a gradient to vanish.")
        if growth < VANISHING:
            text = self.tr("Vanishing gradients: the first layer gets only {growth} times the last layer’s gradient.")
        elif growth > EXPLODING:
            text = self.tr("Exploding gradients: the first layer gets {growth} times the last layer’s gradient.")
        else:
            text = self.tr("Gradients arrive: the first layer gets {growth} times the last layer’s gradient.")
        return text.format(growth=short_text(growth, 2))

    @Slot()
    def _show_histogram(self) -> None:
        if self._pages.currentIndex() != _HISTOGRAMS:
            return
        kind = KINDS[max(0, self._kind.currentIndex())]
        is_log = self._log.isChecked()
        found = self._distributions.density(self._layer.currentText(), kind, is_log=is_log)
        if found is None:
            self._reading.setText(self.tr("Nothing is known yet: train, or choose another layer."))
            if self._plot is not None:
                self._plot.hide()
            return
        if self._plot is None:
            from nnplay.panels.inside.histogram_plot import HistogramPlot

            self._plot = HistogramPlot()
            self._plot.pointed.connect(self._on_bin_pointed)
            self._histogram_column.addWidget(self._plot, 100)
        self._plot.show()
        self._reading.setText("")
        self._plot.show_density(*found, is_log=is_log)

    @Slot()
    def _show_pictures(self) -> None:
        controller = self._controller
        project, dataset, snapshot = controller.project, controller.dataset, controller.snapshot
        if project is None or dataset is None or snapshot is None or self._pages.currentIndex() != _PICTURES:
            return
        row = min(self._number.value(), len(dataset.train)) - 1
        layer = "" if self._source.currentIndex() <= 0 else self._source.currentText()
        self._number.setVisible(bool(layer))
        self._question.ask(partial(_pictures, project, dataset, snapshot, layer, row))

    def _offer_layers(self, project: Project, dataset: Dataset) -> None:
        self._number.setRange(1, len(dataset.train))
        first = self.tr("Weights of the first layer")
        for box, names in (
            (
                self._layer,
                [node.name for node in project.network.nodes[1:] if not node.layer.is_view(is_training=True)],
            ),
            (self._source, [first, *(node.name for node in project.network.nodes)]),
        ):
            if [box.itemText(index) for index in range(box.count())] != names:
                chosen = box.currentText()
                with QSignalBlocker(box):
                    box.clear()
                    box.addItems(names)
                    box.setCurrentIndex(max(0, box.findText(chosen)))

    @Slot(object)
    def _on_bin_pointed(self, at: tuple[float, float, float] | None) -> None:
        text = self.tr("Epoch {epoch}, {value}: {share} of the values")
        epoch, value, share = at or (0.0, 0.0, 0.0)
        values = {"epoch": short_text(epoch, 4), "value": short_text(value), "share": percent_text(share)}
        self._reading.setText("" if at is None else text.format(**values))

    @Slot(object)
    def _on_pixel_pointed(self, at: tuple[int, int, int, float] | None) -> None:
        if at is None:
            text = self.tr("Blue is positive, orange negative; the full colours stand for ±{scale}")
            self._reading.setText(text.format(scale=short_text(self._grid.scale)))
            return
        number, row, column, value = at
        text = self.tr("Picture {number}, row {row}, column {column}: {value}")
        self._reading.setText(
            text.format(number=number + 1, row=row + 1, column=column + 1, value=short_text(value, 4))
        )


def _page(*fields: QWidget) -> tuple[QWidget, QVBoxLayout]:
    """Return a page with a row of fields at the top."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, metrics.TINY, 0, 0)
    column.setSpacing(metrics.TINY)
    if fields:
        row = QHBoxLayout()
        for field in fields:
            row.addWidget(field)
        row.addStretch(1)
        column.addLayout(row)
    return page, column


def _pictures(project: Project, dataset: Dataset, snapshot: Snapshot, layer: str, row: int) -> list[np.ndarray]:
    """Return the first layer's weights, or a layer's outputs for one training example."""
    if not layer:
        return weight_pictures(project.network, snapshot.parameters)[1]
    example = dataset.train.inputs(slice(row, row + 1))[0]
    return feature_maps(project.network, snapshot.parameters, example, snapshot.muted)[layer]


class _Pages(QTabWidget):
    """Tabs as high as their pages need; Qt would ask for the preferred height of a page with wrapped text."""

    def hasHeightForWidth(self) -> bool:
        return False
