"""OptionsForm: the options of a format; rows that it does not have are hidden but keep their values."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.theme import theme
from nnplay.exchange.export import DEFAULT_ZOOM, ZOOMS, ExportOptions, Option
from nnplay.panels.widgets.spin_box import SpinBox

_AS_WINDOW = "window"
_MOST_EPOCHS = 1_000_000


class OptionsForm(QWidget):
    """Fields for ``ExportOptions``.

    Signals
    -------
    changed()
        The user has changed an option.
    """

    changed = Signal()

    def __init__(self, n_epochs: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.epochs = SpinBox()
        self.epochs.setRange(1, _MOST_EPOCHS)
        self.epochs.setValue(n_epochs)
        self.epochs.setKeyboardTracking(False)
        self.epochs.setAccessibleName(self.tr("Epochs"))
        self.weights = QComboBox()
        self.weights.addItem(self.tr("New weights, from the project's initializers"), False)
        self.weights.addItem(self.tr("This network's weights, in a file beside it"), True)
        self.weights.setAccessibleName(self.tr("Starts from"))
        self.background = QComboBox()
        for key, text in {
            _AS_WINDOW: self.tr("Same as the window"),
            "white": self.tr("White"),
            "dark": self.tr("Dark"),
            "transparent": self.tr("Transparent"),
        }.items():
            self.background.addItem(text, key)
        self.background.setCurrentIndex(self.background.findData("white"))
        self.background.setAccessibleName(self.tr("Background"))
        self.zoom = QComboBox()
        for zoom in ZOOMS:
            self.zoom.addItem(self.tr("{n}×").format(n=zoom), zoom)
        self.zoom.setCurrentIndex(self.zoom.findData(DEFAULT_ZOOM))
        self.zoom.setAccessibleName(self.tr("Scale"))
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(metrics.SMALL)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._form.addRow(self.tr("&Epochs"), self.epochs)
        self._form.addRow(self.tr("S&tarts from"), self.weights)
        self._form.addRow(self.tr("&Background"), self.background)
        self._form.addRow(self.tr("Sca&le"), self.zoom)
        self._fields: dict[Option, QWidget] = {
            Option.EPOCHS: self.epochs,
            Option.WEIGHTS: self.weights,
            Option.BACKGROUND: self.background,
            Option.ZOOM: self.zoom,
        }
        self.epochs.valueChanged.connect(self.changed)
        for box in (self.weights, self.background, self.zoom):
            box.currentIndexChanged.connect(self.changed)
        theme().changed.connect(self._on_theme_changed)

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Show the rows of these options."""
        for option, field in self._fields.items():
            self._form.setRowVisible(field, option in options)
        self.setVisible(bool(options))

    def options(self) -> ExportOptions:
        """The current options."""
        background = self.background.currentData()
        if background == _AS_WINDOW:
            background = "dark" if theme().is_dark else "white"
        return ExportOptions(self.epochs.value(), self.weights.currentData(), background, self.zoom.currentData())

    def choice(self) -> dict[str, object]:
        """Return the options that are worth saving for other projects."""
        return {option.value: box.currentData() for option, box in self._boxes().items()}

    def set_choice(self, choice: Mapping[str, object]) -> None:
        """Restore saved options; invalid ones are ignored."""
        for option, box in self._boxes().items():
            found = box.findData(choice.get(option.value))
            if found >= 0:
                box.setCurrentIndex(found)

    def _boxes(self) -> dict[Option, QComboBox]:
        return {option: field for option, field in self._fields.items() if isinstance(field, QComboBox)}

    @Slot()
    def _on_theme_changed(self) -> None:
        if self.background.currentData() == _AS_WINDOW:
            self.changed.emit()
