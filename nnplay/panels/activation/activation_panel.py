"""ActivationPanel: an activation function with derivative, formula and range, and a button to give it to a layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import percent_text
from nnplay.appearance.theme import Role
from nnplay.document import Change, Document, EditName
from nnplay.engine.activations import ACTIVATIONS, ActivationFunction
from nnplay.engine.errors import QT_TRANSLATE_NOOP, NnplayError
from nnplay.panels.activation.compare_button import CompareButton
from nnplay.panels.activation.distribution import Distribution, Observer
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.plots.plot_readout import CurveStyle
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.table import Table
from nnplay.project import Project, edits

if TYPE_CHECKING:
    from nnplay.engine.layers import Layer
    from nnplay.panels.plots.curve_plot import CurvePlot
    from nnplay.runs import Snapshot
    from nnplay.training import TrainingController

_N_POINTS = 481
_FIRST_SHOWN = "tanh"
_CHOICE_LENGTH = 8
_OTHER_ROLES = (Role.POSITIVE, Role.ERROR, Role.MUTED, Role.TEXT)
_OTHER_OPACITY = 0.6
_MOST_ROOM = 0.3
"""Share of the plot's height that other curves may add on each side."""

_LOOK_INTERVAL_S = 0.5
"""Interval at which a layer is examined while it trains: short enough to see it move, too long to slow training down.
"""


class ActivationPanel(LivePanel):
    """Shows any activation function; if a layer is selected, it starts with that layer's own and can change it.

    Below the curve are the selected layer's weighted sums with the newest weights.
    """

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._controller = controller
        self._question = controller.new_question(self)
        self._observer: Observer | None = None
        self._distribution: Distribution | None = None
        self._looked_at = -_LOOK_INTERVAL_S
        self._layer_name: str | None = None
        self._plot: CurvePlot | None = None  # created when first seen: pyqtgraph is slow to import
        self._choice = QComboBox()
        self._choice.addItems(list(ACTIVATIONS))
        self._choice.setCurrentText(_FIRST_SHOWN)
        self._choice.setAccessibleName(self.tr("Activation function"))
        self._choice.setToolTip(self.tr("The activation function to look at"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(_CHOICE_LENGTH)
        self._compare = CompareButton()
        self._state = QLabel()
        self._state.setProperty("look", "caption")
        self._state.setWordWrap(True)
        self._state.setToolTip(
            self.tr(
                "z are the weighted sums of up to 256 training examples. An output is saturated where the slope is"
                " below a twentieth of the steepest; a dead unit has no slope for any of them."
            )
        )
        self._use_button = QPushButton()
        self._use_button.setMinimumWidth(1)  # a long name must not widen the dock
        self._use_button.setAccessibleName(self.tr("Use this activation in the chosen layer"))
        self._use_everywhere = QAction(self.tr("Use in all &hidden layers"), self)
        self._formula, self._derivative, self._range = (self._make_formula_label() for _ in range(3))
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("look", "muted")

        row = FlowRow(self._choice, self._compare, self._use_button)
        facts = QGridLayout()
        facts.setHorizontalSpacing(metrics.MEDIUM)
        facts.setVerticalSpacing(2)
        facts.setColumnStretch(1, 1)
        captions = (self.tr("Function"), self.tr("Derivative"), self.tr("Range"))
        for line, (caption, value) in enumerate(
            zip(captions, (self._formula, self._derivative, self._range), strict=True)
        ):
            label = QLabel(caption)
            label.setProperty("look", "muted")
            facts.addWidget(label, line, 0)
            facts.addWidget(value, line, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(metrics.SMALL,) * 3, metrics.TINY)
        self._column.setSpacing(metrics.SMALL)
        self._column.addLayout(row)
        self._column.addLayout(facts)
        self._column.addWidget(self._note)
        self._column.addWidget(self._state)

        self._choice.currentTextChanged.connect(self.invalidate)
        self._use_button.clicked.connect(self._on_use_clicked)
        self._use_everywhere.triggered.connect(self._on_use_everywhere_triggered)
        document.changed.connect(self._on_document_changed)
        self._compare.changed.connect(self.invalidate)
        self._question.answered.connect(self._on_looked)
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        controller.dataset_changed.connect(self.invalidate)

    def picture(self) -> QWidget | None:
        return self._plot

    def menu_actions(self) -> Sequence[QAction]:
        return [self._use_everywhere]

    def table(self) -> Table | None:
        z, values, slopes = self._curves()
        others = {f"f(z) {name}": y for name, y in self._other_values(z).items()}
        return Table({"z": z, "f(z)": values, "f'(z)": slopes, **others})

    @property
    def plot(self) -> CurvePlot | None:
        """The plot; None before the panel was first seen."""
        return self._plot

    def show_function(self, name: str) -> None:
        """Show one of the functions by its name, whatever layer is selected."""
        self._choice.setCurrentText(name)
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def set_layer(self, name: str | None) -> None:
        """Show the activation function of a layer, by its node's name; None keeps the present one."""
        self._layer_name = name
        self._show_activation_of_layer()

    def refresh(self) -> None:
        activation = ACTIVATIONS[self._choice.currentText()]
        self._formula.setText(activation.formula)
        self._derivative.setText(activation.derivative_formula)
        self._range.setText(activation.range)
        self._note.setText(self._note_on(activation))
        self._note.setVisible(bool(self._note.text()))
        self._show_curves(self._plot or self._make_plot(), activation)
        self._update_button()
        self._ask()

    def apply_theme(self) -> None:
        if self._plot is not None:
            self._plot.apply_theme()

    def _layer(self) -> Layer | None:
        """Return the selected layer if its activation can be chosen."""
        for node in self._document.project.network.nodes:
            if node.name == self._layer_name and any(field.name == "activation" for field in fields(node.layer)):
                return node.layer
        return None

    def _note_on(self, activation: ActivationFunction) -> str:
        if not activation.is_elementwise:
            return self.tr("Drawn for one of two outputs: z moves, the other input stays at 0.")
        if activation.learned is not None:
            return self.tr("α is learned separately for each unit; the curve shows its initial value.")
        if not activation.has_gradient:
            return self.tr("No slope, no learning: gradient descent cannot train the layers before it.")
        return ""

    def _show_activation_of_layer(self) -> None:
        layer = self._layer()
        if layer is not None:
            self._choice.setCurrentText(layer.activation_name)
        self.invalidate()

    def _update_button(self) -> None:
        layer = self._layer()
        self._use_button.setVisible(layer is not None)
        if layer is not None:
            is_used = layer.activation_name == self._choice.currentText()
            text = self.tr("Used in {layer}") if is_used else self.tr("&Use in {layer}")
            self._use_button.setText(text.format(layer=self._layer_name))
            self._use_button.setDisabled(is_used)

    def _curves(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return z, f(z) and f'(z) of the function shown."""
        activation = ACTIVATIONS[self._choice.currentText()]
        z = np.linspace(*activation.plot_range, _N_POINTS)
        # Softmax needs at least two inputs: it is shown as one of two outputs, with the other input at 0.
        inputs = z if activation.is_elementwise else np.stack([z, np.zeros_like(z)])
        values, slopes = activation.function(inputs), activation.derivative(inputs)
        return (z, values, slopes) if activation.is_elementwise else (z, values[0], slopes[0])

    def _other_values(self, z: np.ndarray) -> dict[str, np.ndarray]:
        names = [name for name in self._compare.names if name != self._choice.currentText()]
        return {name: ACTIVATIONS[name].function(z) for name in names}

    def _show_curves(self, plot: CurvePlot, activation: ActivationFunction) -> None:
        from nnplay.panels.plots.curve_plot import OtherCurve

        z, values, slopes = self._curves()
        others = self._other_values(z)
        low, high = min(values.min(), slopes.min()), max(values.max(), slopes.max())
        margin, most = 0.08 * (high - low), _MOST_ROOM * (high - low)
        # Other curves may extend the range, but not so far that the function shown becomes flat.
        low = max(low - most, min([low - margin, *(y.min() for y in others.values())]))
        high = min(high + most, max([high + margin, *(y.max() for y in others.values())]))
        plot.set_range(activation.plot_range, (float(low), float(high)))
        plot.set_curves(z, values, slopes)
        styles = [
            CurveStyle(name, _OTHER_ROLES[index % len(_OTHER_ROLES)], opacity=_OTHER_OPACITY)
            for index, name in enumerate(others)
        ]
        plot.set_others([OtherCurve(style, z, y) for style, y in zip(styles, others.values(), strict=True)])
        self._show_distribution()

    # -- where the chosen layer lies ----------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Count the selected layer's weighted sums, if there is a layer and data."""
        project, snapshot, dataset = self._controller.project, self._controller.snapshot, self._controller.dataset
        name = self._layer_name
        if project is None or snapshot is None or dataset is None or not len(dataset.train):
            self._forget_distribution()
            return
        if name is None or self._layer() is None or name not in project.network.shapes:
            self._forget_distribution()
            return
        self._looked_at = perf_counter()
        observer, span = self._observer, ACTIVATIONS[self._choice.currentText()].plot_range
        seen = (project.network, dataset.train, project.training.loss, snapshot.muted)
        if observer is None or not observer.is_for(*seen):
            observer = self._observer = Observer(*seen)
        self._question.ask(partial(observer.observe, snapshot.parameters, name, span))

    def _forget_distribution(self) -> None:
        self._question.forget()
        self._distribution = None
        self._show_distribution()

    @Slot(object)
    def _on_looked(self, distribution: Distribution) -> None:
        if distribution.layer == self._layer_name and not self.is_frozen:
            self._distribution = distribution
            self._show_distribution()

    @Slot(object)
    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        is_due = not snapshot.is_running or perf_counter() - self._looked_at >= _LOOK_INTERVAL_S
        if is_due and self.isVisible() and not self.is_frozen:
            self._ask()

    def _show_distribution(self) -> None:
        found, layer = self._distribution, self._layer()
        if self._plot is None:
            return
        if found is None or layer is None:
            self._plot.set_histogram(None)
            self._state.setText(self.tr("Choose a layer of the network to see its weighted sums."))
            self._state.setVisible(layer is None)
            return
        from nnplay.panels.plots.curve_plot import Histogram

        self._plot.set_histogram(Histogram(found.edges, found.shares))
        text = self.tr("Bars: z in {layer}")
        if layer.activation_name == self._choice.currentText():
            text = self.tr("Bars: z in {layer} – {saturated} saturated, {dead} dead units")
        shares = found.statistics.saturated_share, found.statistics.dead_share, found.outside
        saturated, dead, outside = (percent_text(share) for share in shares)
        text = text.format(layer=found.layer, saturated=saturated, dead=dead)
        self._state.setText(
            self.tr("{text}, {share} outside").format(text=text, share=outside) if found.outside else text
        )
        self._state.show()

    def _make_plot(self) -> CurvePlot:
        from nnplay.panels.plots.curve_plot import CurvePlot

        self._plot = CurvePlot(
            "z",
            "f(z)",
            (CurveStyle("f(z)", Role.ACCENT, 2), CurveStyle("f′(z)", Role.NEGATIVE, 2, Qt.PenStyle.DashLine)),
            "z = {:.2f}".format,
            grows=False,
        )
        self._plot.setAccessibleName(self.tr("Activation function and its derivative"))
        self._column.addWidget(self._plot, 1)
        return self._plot

    def _make_formula_label(self) -> QLabel:
        label = QLabel()
        label.setFont(metrics.font(metrics.Text.HEADING))
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    @Slot()
    def _on_use_clicked(self) -> None:
        if self._layer_name is not None:
            self._use_in([self._layer_name])

    @Slot()
    def _on_use_everywhere_triggered(self) -> None:
        """Give this function to all hidden layers with units, in one step; the data decide the output's function."""
        network = self._document.project.network
        hidden = [node for node in network.nodes if node is not network.output]
        self._use_in([node.name for node in hidden if _field_names(node.layer) >= {"units", "activation"}])

    def _use_in(self, names: Sequence[str]) -> None:
        fields_changed = {"activation": self._choice.currentText()}

        def edit(project: Project) -> Project:
            for name in names:
                project = edits.change_layer(project, name, fields_changed)
            return project

        try:
            self._document.perform(EditName(QT_TRANSLATE_NOOP("steps", "Change activation")), edit)
        except NnplayError as error:
            self._document.report(error)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.network:
            self._show_activation_of_layer()


def _field_names(layer: Layer) -> set[str]:
    return {field.name for field in fields(layer)}
