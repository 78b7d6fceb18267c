"""QuantityForm: selects a quantity of the network, and shows its present value."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from nnplay.appearance.number_text import plain_text
from nnplay.appearance.sentences import sentence
from nnplay.engine import NetworkSpec
from nnplay.lessons import Facts, LessonError, Quantity
from nnplay.panels.lesson.author.words import OF_A_NEURON, OF_A_WEIGHT, QUANTITY_TITLES, quantity_title
from nnplay.panels.widgets.spin_box import SpinBox

_MOST = 99_999


class QuantityForm(QWidget):
    """A kind of quantity and, if it needs them, a layer, a neuron, an input and an example.

    Positions are counted from 1, as people do.

    Signals
    -------
    changed()
        Another quantity is selected.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QComboBox()
        for name in QUANTITY_TITLES:
            self.name.addItem(quantity_title(name), name)
        self.node = QComboBox()
        self.parameter = QComboBox()
        self.parameter.addItem(self.tr("Weight"), "kernel")
        self.parameter.addItem(self.tr("Bias"), "bias")
        self.source, self.unit, self.example = (SpinBox() for _ in range(3))
        self.now = QLabel()
        self.now.setProperty("look", "muted")
        self.now.setWordWrap(True)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        for title, field in (
            (self.tr("Number"), self.name),
            (self.tr("Layer"), self.node),
            (self.tr("Kind"), self.parameter),
            (self.tr("From input"), self.source),
            (self.tr("Neuron"), self.unit),
            (self.tr("Example"), self.example),
            (self.tr("Now"), self.now),
        ):
            self._form.addRow(title, field)
            field.setAccessibleName(title)
        for box in (self.source, self.unit, self.example):
            box.setRange(1, _MOST)
            box.valueChanged.connect(self._on_changed)
        for choice in (self.name, self.node, self.parameter):
            choice.currentIndexChanged.connect(self._on_changed)
        self._show_fields()

    @property
    def quantity(self) -> Quantity:
        """The selected quantity."""
        name = self.name.currentData()
        example = self.example.value() - 1
        if name in OF_A_NEURON:
            return Quantity(name, self.node.currentText(), index=(self.unit.value() - 1,), example=example)
        if name in OF_A_WEIGHT:
            parameter = self.parameter.currentData()
            unit = self.unit.value() - 1
            index = (self.source.value() - 1, unit) if parameter == "kernel" else (unit,)
            return Quantity(name, self.node.currentText(), parameter, index, example)
        return Quantity(name, example=example if name in ("loss", "new_loss") else 0)

    def offer_layers(self, network: NetworkSpec) -> None:
        """Offer the layers of a network whose neurons are in a row."""
        flat = [name for name, shape in network.shapes.items() if len(shape) == 1]
        chosen = self.node.currentText()
        self.node.blockSignals(True)
        self.node.clear()
        self.node.addItems([name for name in flat if name != network.input.name])
        self.node.setCurrentText(chosen)
        self.node.blockSignals(False)

    def show_quantity(self, quantity: Quantity) -> None:
        """Show an existing quantity."""
        self.blockSignals(True)
        self.name.setCurrentIndex(max(0, self.name.findData(quantity.name)))
        self.node.setCurrentText(quantity.node)
        self.parameter.setCurrentIndex(max(0, self.parameter.findData(quantity.parameter)))
        self.unit.setValue(quantity.index[-1] + 1 if quantity.index else 1)
        self.source.setValue(quantity.index[0] + 1 if quantity.index else 1)
        self.example.setValue(quantity.example + 1)
        self.blockSignals(False)
        self._show_fields()

    def show_now(self, facts: Facts) -> None:
        """Show the value of the quantity in a project."""
        try:
            self.now.setText(plain_text(self.quantity.value(facts)))
        except LessonError as error:
            self.now.setText(sentence(error))

    @Slot()
    def _on_changed(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        name = self.name.currentData()
        is_weight = name in OF_A_WEIGHT
        has_place = is_weight or name in OF_A_NEURON
        for field, is_wanted in (
            (self.node, has_place),
            (self.parameter, is_weight),
            (self.source, is_weight and self.parameter.currentData() == "kernel"),
            (self.unit, has_place),
            (self.example, (has_place and name != "weight") or name in ("loss", "new_loss")),
        ):
            self._form.setRowVisible(field, is_wanted)
