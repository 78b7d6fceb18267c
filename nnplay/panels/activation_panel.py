"""ActivationPanel: an activation function with its derivative, formula and range, and the way to give it to a layer."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnplay.engine.activations import ACTIVATIONS, ActivationFunction
from nnplay.engine.errors import NnplayError
from nnplay.look import metrics
from nnplay.look.theme import Role
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.plot_readout import CurveStyle
from nnplay.project import edits

if TYPE_CHECKING:
    from nnplay.document import Change, Document
    from nnplay.engine.layers import Layer
    from nnplay.panels.curve_plot import CurvePlot
    from nnplay.training import TrainingController

_N_POINTS = 481
_FIRST_SHOWN = "tanh"
_CHOICE_LENGTH = 8


class ActivationPanel(LivePanel):
    """Looks at any activation function; with a layer chosen it starts at that layer's own and can change it.

    It takes the controller as every panel that follows a run does, though a function is the same at every step.
    """

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._layer_name: str | None = None
        self._plot: CurvePlot | None = None  # made when first seen: pyqtgraph is slow to import
        self._choice = QComboBox()
        self._choice.addItems(list(ACTIVATIONS))
        self._choice.setCurrentText(_FIRST_SHOWN)
        self._choice.setAccessibleName(self.tr("Activation function"))
        self._choice.setToolTip(self.tr("The activation function to look at"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(_CHOICE_LENGTH)
        self._use_button = QPushButton()
        self._use_button.setMinimumWidth(1)  # a long name must not widen the dock
        self._use_button.setAccessibleName(self.tr("Use this activation in the chosen layer"))
        self._formula, self._derivative, self._range = (self._make_formula_label() for _ in range(3))
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("look", "muted")

        row = QHBoxLayout()
        row.addWidget(self._choice)
        row.addStretch(1)
        row.addWidget(self._use_button)
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

        self._choice.currentTextChanged.connect(self.invalidate)
        self._use_button.clicked.connect(self._on_use_clicked)
        document.changed.connect(self._on_document_changed)

    @property
    def plot(self) -> CurvePlot | None:
        """The plot; None before the panel was first seen."""
        return self._plot

    @Slot(object)
    def set_layer(self, name: str | None) -> None:
        """Show the activation function of a layer, by its node's name; None leaves what is shown."""
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

    def apply_theme(self) -> None:
        if self._plot is not None:
            self._plot.apply_theme()

    def _layer(self) -> Layer | None:
        """Return the chosen layer when it has an activation to choose."""
        for node in self._document.project.network.nodes:
            if node.name == self._layer_name and any(field.name == "activation" for field in fields(node.layer)):
                return node.layer
        return None

    def _note_on(self, activation: ActivationFunction) -> str:
        if not activation.is_elementwise:
            return self.tr("Drawn for one of two outputs: z moves, the other input stays at 0.")
        if activation.learned is not None:
            return self.tr("α is learned, for each unit its own; drawn is how it begins.")
        if not activation.has_gradient:
            return self.tr("No slope, no learning: gradient descent cannot train what lies in front of it.")
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

    def _show_curves(self, plot: CurvePlot, activation: ActivationFunction) -> None:
        z = np.linspace(*activation.plot_range, _N_POINTS)
        # A softmax needs company: it is shown as one of two outputs, whose other input rests at 0.
        inputs = z if activation.is_elementwise else np.stack([z, np.zeros_like(z)])
        values, slopes = activation.function(inputs), activation.derivative(inputs)
        if not activation.is_elementwise:
            values, slopes = values[0], slopes[0]
        least, greatest = min(values.min(), slopes.min()), max(values.max(), slopes.max())
        margin = 0.08 * (greatest - least)
        plot.set_range(activation.plot_range, (float(least - margin), float(greatest + margin)))
        plot.set_curves(z, values, slopes)

    def _make_plot(self) -> CurvePlot:
        from nnplay.panels.curve_plot import CurvePlot

        self._plot = CurvePlot(
            "z",
            "f(z)",
            (CurveStyle("f(z)", Role.ACCENT, 2), CurveStyle("f′(z)", Role.NEGATIVE, 2, Qt.PenStyle.DashLine)),
            "z = {:.2f}".format,
            has_legend_left=True,
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
        name, fields_changed = self._layer_name, {"activation": self._choice.currentText()}
        if name is None:
            return
        try:
            self._document.perform(
                self.tr("Change activation"), lambda project: edits.change_layer(project, name, fields_changed)
            )
        except NnplayError as error:
            self._document.report(error)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.network:
            self._show_activation_of_layer()
