"""AxisRow: one thing that an experiment varies, and its values as they are typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.panels.training.control_names import control_title
from nnplay.project import Project
from nnplay.project.sweep import Axis, SweptControl, parse_axis
from nnplay.project.sweep.controls import Value
from nnplay.project.sweep.defaults import default_values


class AxisRow(QWidget):
    """A list of what can be varied, a field for the values, and a button that takes the row away.

    Signals
    -------
    changed(): another control, or other values.
    removed(): the button was pressed.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: Mapping[str, SweptControl] = {}
        self._project: Project | None = None
        self.control = QComboBox()
        self.control.setAccessibleName(self.tr("What is varied"))
        self.control.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.values = QLineEdit()
        self.values.setAccessibleName(self.tr("Values"))
        self.values.setToolTip(self.tr("The values, with commas between them; each gives networks of its own"))
        self.remove = QToolButton()
        self.remove.setIconSize(QSize(metrics.ICON - 4, metrics.ICON - 4))
        self.remove.setToolTip(self.tr("Do not vary this"))
        self.remove.setAccessibleName(self.tr("Do not vary this"))
        set_icon(self.remove, "remove")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(metrics.TINY // 2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.control, 0, 0)
        grid.addWidget(self.remove, 0, 1)
        grid.addWidget(self.values, 1, 0, 1, 2)
        self.control.currentIndexChanged.connect(self._on_control_changed)
        self.values.editingFinished.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    @property
    def name(self) -> str:
        """The name of the control that is varied."""
        name: str = self.control.currentData() or ""
        return name

    def axis(self) -> Axis:
        """Return the axis.

        Raises
        ------
        SweepError
            If what is typed are no values of the control.
        """
        return parse_axis(f"{self.name}={self.values.text()}", self._controls)

    def offer(self, project: Project, controls: Mapping[str, SweptControl]) -> None:
        """Offer what a project has; what is varied stays, even if the project has it no more."""
        name = self.name
        self._project, self._controls = project, controls
        with QSignalBlocker(self.control):
            self.control.clear()
            for each in controls.values():
                self.control.addItem(control_title(each.name), each.name)
            if name and name not in controls:
                self.control.addItem(control_title(name), name)
            self.control.setCurrentIndex(self.control.findData(name))

    def show_axis(self, name: str, values: Sequence[Value] = ()) -> None:
        """Vary this control, with its usual values if none are given."""
        with QSignalBlocker(self.control):
            self.control.setCurrentIndex(self.control.findData(name))
        if not values and self._project is not None and name in self._controls:
            values = default_values(self._controls[name], self._project)
        self.values.setText(", ".join(_typed(value) for value in values))
        self.values.setCursorPosition(0)  # a long list is read from its beginning

    @Slot()
    def _on_control_changed(self) -> None:
        self.show_axis(self.name)
        self.changed.emit()


def _typed(value: Value) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)
