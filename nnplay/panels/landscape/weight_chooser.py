"""WeightChooser: selects one weight of a network: the layer and its array, from where, to where."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from nnplay.appearance import metrics
from nnplay.engine import NetworkSpec
from nnplay.engine.specs import ParameterSlot
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.spin_box import SpinBox

_NAME_LENGTH = 9


class WeightChooser(QWidget):
    """A list of the network's trainable arrays, and a number for each axis of the selected one, counted from 1.

    Signals
    -------
    index_changed()
        Another weight is selected.
    """

    index_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network: NetworkSpec | None = None
        self._array = QComboBox()
        self._array.setAccessibleName(name)
        self._array.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._array.setMinimumContentsLength(_NAME_LENGTH)
        self._array.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._axes = [SpinBox() for _ in range(4)]
        row = FlowRow(self._array, spacing=metrics.TINY)
        self.setLayout(row)
        for axis in self._axes:
            axis.setMinimum(1)
            axis.setKeyboardTracking(False)
            axis.valueChanged.connect(self.index_changed)
            row.addWidget(axis)
        self._array.currentIndexChanged.connect(self._on_array_changed)

    @property
    def index(self) -> int:
        """The index of the weight in the flat vector."""
        assert self._network is not None
        slot = self._slots()[max(0, self._array.currentIndex())]
        place = [axis.value() - 1 for axis in self._axes[: len(slot.shape)]]
        return slot.offset + int(np.ravel_multi_index(place, slot.shape))

    def text(self) -> str:
        """Return the name of the weight: "weights of dense [1, 2]"."""
        axes = [str(axis.value()) for axis in self._axes if not axis.isHidden()]
        return f"{self._array.currentText()} [{', '.join(axes)}]"

    def show_network(self, network: NetworkSpec) -> bool:
        """Offer the weights of a network and return whether it has any; the selection stays if it still exists."""
        if network is not self._network:
            self._network = network
            chosen = self._array.currentText()
            names = [self._name_of(slot) for slot in self._slots()]
            with QSignalBlocker(self._array):
                self._array.clear()
                self._array.addItems(names)
                self._array.setCurrentIndex(max(0, self._array.findText(chosen)))
            self._show_axes()
        return bool(self._slots())

    def choose(self, index: int) -> None:
        """Select the weight at an index of the flat vector."""
        for row, slot in enumerate(self._slots()):
            if slot.offset <= index < slot.offset + slot.size:
                with QSignalBlocker(self):
                    self._array.setCurrentIndex(row)
                    for axis, at in zip(self._axes, np.unravel_index(index - slot.offset, slot.shape), strict=False):
                        axis.setValue(int(at) + 1)
        self.index_changed.emit()

    def _name_of(self, slot: ParameterSlot) -> str:
        texts = {"kernel": self.tr("weights of {layer}"), "bias": self.tr("biases of {layer}")}
        text = texts.get(slot.name, self.tr("{array} of {layer}"))
        return text.format(layer=slot.node, array=slot.name)

    def _slots(self) -> list[ParameterSlot]:
        return [] if self._network is None else [slot for slot in self._network.slots if slot.spec.is_trainable]

    def _show_axes(self) -> None:
        slots = self._slots()
        shape = slots[max(0, self._array.currentIndex())].shape if slots else ()
        titles = self._titles(len(shape))
        for place, axis in enumerate(self._axes):
            with QSignalBlocker(axis):
                axis.setVisible(place < len(shape))
                if place < len(shape):
                    axis.setMaximum(shape[place])
                    axis.setToolTip(titles[place])
                    axis.setAccessibleName(titles[place])

    def _titles(self, n_axes: int) -> list[str]:
        ends = [self.tr("From input"), self.tr("To unit")]
        return [self.tr("Row"), self.tr("Column"), *ends] if n_axes == 4 else ends[2 - n_axes :] if n_axes < 3 else []

    @Slot()
    def _on_array_changed(self) -> None:
        self._show_axes()
        self.index_changed.emit()
