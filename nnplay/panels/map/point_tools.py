"""PointTools: what the mouse does on the map: look, or add, brush, jitter and erase points."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.class_colors import class_color
from nnplay.appearance.values import value_color
from nnplay.data import Dataset, Task
from nnplay.panels.widgets.spin_box import DoubleSpinBox


class Tool(IntEnum):
    """The effect of pressing the mouse on the map."""

    LOOK = 0
    ADD = 1
    BRUSH = 2
    JITTER = 3
    ERASE = 4


class PointTools(QWidget):
    """A list of tools, and the class or value of new points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_tools")
        self._labels: tuple[float, ...] = ()
        self._tool = QComboBox()
        self._tool.addItems(
            [self.tr("Looks"), self.tr("Adds points"), self.tr("Brushes"), self.tr("Jitters"), self.tr("Erases")]
        )
        self._tool.setAccessibleName(self.tr("Tool"))
        self._tool.setToolTip(self.tr("What the mouse does on the map; drawn points become part of the project"))
        self._class = QComboBox()
        self._class.setAccessibleName(self.tr("Class of new points"))
        self._class.setIconSize(QSize(10, 10))
        self._value = DoubleSpinBox()
        self._value.setRange(-1e6, 1e6)
        self._value.setSingleStep(0.1)
        self._value.setAccessibleName(self.tr("Value of new points"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        caption = QLabel(self.tr("Mouse"))
        caption.setProperty("look", "caption")
        caption.setBuddy(self._tool)
        row.addWidget(caption)
        for widget in (self._tool, self._class, self._value):
            row.addWidget(widget)
        self._tool.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    @property
    def tool(self) -> Tool:
        """The selected tool."""
        return Tool(self._tool.currentIndex())

    @property
    def label(self) -> float:
        """The label of new points."""
        return self._labels[self._class.currentIndex()] if self._labels else self._value.value()

    def choose(self, tool: Tool) -> None:
        """Select a tool."""
        self._tool.setCurrentIndex(tool)

    def show_dataset(self, dataset: Dataset) -> None:
        """Offer the classes of these data, last class first because it is the positive one; a value if there are no
        classes.
        """
        labels, colors = _labels_of(dataset)
        if labels != self._labels or self._class.count() != len(dataset.classes):
            self._labels = labels
            with QSignalBlocker(self._class):
                self._class.clear()
                for color, name in zip(colors, dataset.classes, strict=False):
                    pixmap = QPixmap(10, 10)
                    pixmap.fill(color)
                    self._class.addItem(QIcon(pixmap), name)
        self._show_fields()

    def _show_fields(self) -> None:
        is_drawing = self.tool in (Tool.ADD, Tool.BRUSH)
        self._class.setVisible(is_drawing and bool(self._labels))
        self._value.setVisible(is_drawing and not self._labels)


def _labels_of(dataset: Dataset) -> tuple[tuple[float, ...], list[QColor]]:
    if dataset.task is Task.MULTICLASS:
        numbers = range(len(dataset.classes))
        return tuple(map(float, numbers)), [class_color(number) for number in numbers]
    if dataset.classes:
        low = -1.0 if dataset.task is Task.BINARY else 0.0
        return (low, 1.0), [value_color(-1.0), value_color(1.0)]
    return (), []
