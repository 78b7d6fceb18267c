"""PadTools: pen or eraser and their width, undo, clear, and loading and saving pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QMenu, QSlider, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.data.drawing import WHITE, ink_picture
from nnplay.engine import NnplayError
from nnplay.panels.try_it.drawing.pad import DigitPad
from nnplay.project.drawing_files import write_picture, write_strokes

_PERCENT = 100


class PadTools(QWidget):
    """The buttons of a pad."""

    def __init__(self, pad: DigitPad, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = pad
        self._pen = self._make_button("pen", self.tr("Pen"))
        self._eraser = self._make_button("eraser", self.tr("Eraser"))
        tools = QButtonGroup(self)
        for button in (self._pen, self._eraser):
            button.setCheckable(True)
            tools.addButton(button)
        self._pen.setChecked(True)
        self._eraser.toggled.connect(pad.set_eraser)
        self._width = QSlider(Qt.Orientation.Horizontal)
        self._width.setRange(50, 150)
        self._width.setValue(_PERCENT)
        self._width.setFixedWidth(38)
        self._width.setToolTip(self.tr("Width of pen and eraser"))
        self._width.setAccessibleName(self.tr("Width of pen and eraser"))
        self._width.valueChanged.connect(self._on_width_changed)
        self._undo = self._make_button("undo", self.tr("Undo the last stroke (Ctrl+Z)"))
        self._undo.clicked.connect(pad.undo_stroke)
        self._clear = self._make_button("clear", self.tr("Clear the pad (Delete)"))
        self._clear.clicked.connect(pad.clear)
        self._file = self._make_button("more", self.tr("Load or save a drawing"))
        menu = QMenu(self._file)
        load = menu.addAction(self.tr("Load a picture…"), self._ask_picture)
        load.setToolTip(self.tr("A picture of a digit; you can also paste it with Ctrl+V, or drop it on the pad"))
        menu.addSeparator()
        self._save_strokes = menu.addAction(self.tr("Save as pen strokes (JSON)…"), self._ask_strokes)
        self._save_strokes.setToolTip(self.tr("The format that “nnplay predict --strokes” reads"))
        self._save_picture = menu.addAction(self.tr("Save as a picture (PNG)…"), self._ask_png)
        menu.setToolTipsVisible(True)
        self._file.setMenu(menu)
        self._file.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, metrics.TINY, 0, 0)
        row.setSpacing(2)
        for widget in (self._pen, self._eraser, self._width, self._undo, self._clear, self._file):
            row.addWidget(widget)
        row.addStretch(1)
        pad.sketch_changed.connect(self._on_sketch_changed)
        self._on_sketch_changed()

    def _make_button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon)
        button.setIconSize(QSize(metrics.ICON, metrics.ICON))
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    @Slot()
    def _on_sketch_changed(self) -> None:
        self._undo.setEnabled(self._pad.can_undo)
        self._clear.setEnabled(not self._pad.is_empty)
        self._save_picture.setEnabled(not self._pad.is_empty)
        self._save_strokes.setEnabled(bool(self._pad.sketch.strokes))

    @Slot(int)
    def _on_width_changed(self, percent: int) -> None:
        self._pad.set_width(percent / _PERCENT)

    @Slot()
    def _ask_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Load a picture of a digit"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_picture_selected)
        dialog.open()

    @Slot(str)
    def _on_picture_selected(self, name: str) -> None:
        self._pad.take_picture(Path(name))

    @Slot()
    def _ask_strokes(self) -> None:
        self._ask_target("json").fileSelected.connect(self._on_strokes_target)

    @Slot()
    def _ask_png(self) -> None:
        self._ask_target("png").fileSelected.connect(self._on_png_target)

    def _ask_target(self, suffix: str) -> QFileDialog:
        dialog = QFileDialog(self, self.tr("Save the drawing"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.open()
        return dialog

    @Slot(str)
    def _on_strokes_target(self, name: str) -> None:
        try:
            write_strokes(self._pad.strokes, Path(name))
        except NnplayError as error:
            self._pad.refused.emit(error)

    @Slot(str)
    def _on_png_target(self, name: str) -> None:
        sketch = self._pad.sketch
        try:
            # Dark on light, as on paper; ``from_image`` reads both alike.
            picture = WHITE - ink_picture(sketch.strokes) if sketch.image is None else sketch.image
            write_picture(picture, Path(name))
        except NnplayError as error:
            self._pad.refused.emit(error)
