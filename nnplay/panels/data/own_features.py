"""OwnFeatures: inputs given by a person's own formulas: a field to type one, and a chip for each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.data import FEATURES, feature_label, find_feature, own_feature
from nnplay.data.formula import FormulaError
from nnplay.engine import NnplayError
from nnplay.panels.widgets.thumbnail import Thumbnail
from nnplay.panels.widgets.thumbnail_pictures import feature_picture

_PER_ROW = 2
_CHIP_SIDE = 32
_LONGEST = 18
"""Characters of a formula below its picture; the tooltip shows all of it."""


class OwnFeatures(QWidget):
    """A list of features that are formulas; those no longer in use stay available until they are removed.

    Signals
    -------
    features_chosen(tuple)
        The person wants these own features, in this order.
    feature_edited(str, str)
        The person has changed the formula of a feature: its name before, and after.
    """

    features_chosen = Signal(object)
    feature_edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, Thumbnail] = {}
        self._edited: str | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Own: sin(x1 x2)"))
        self.field.setAccessibleName(self.tr("Own formula"))
        self.field.setToolTip(
            self.tr(
                "Your own input, made from x1 and x2 with + − * / ^, parentheses, pi, e, and functions such as"
                " sin, exp, sqrt, abs, min, max, sigmoid. Enter adds it."
            )
        )
        self.add = QToolButton()
        self.add.setIconSize(QSize(metrics.ICON, metrics.ICON))
        self.add.setToolTip(self.tr("Add this formula as an input"))
        self.add.setAccessibleName(self.add.toolTip())
        set_icon(self.add, "add")
        self.problem = QLabel()
        self.problem.setProperty("look", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(metrics.TINY)
        row = QHBoxLayout()
        row.setSpacing(metrics.TINY)
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addLayout(self._grid)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.field.returnPressed.connect(self._on_entered)
        self.field.textEdited.connect(self._forget_problem)
        self.add.clicked.connect(self._on_entered)

    @property
    def chips(self) -> dict[str, Thumbnail]:
        """The chips by the names of their features."""
        return self._chips

    def show_features(self, features: tuple[str, ...]) -> None:
        """Check the own features among these; new ones get a chip."""
        for name in features:
            if name not in FEATURES and name not in self._chips:
                self._add_chip(name)
        for name, chip in self._chips.items():
            chip.setChecked(name in features)

    def show_problem(self, error: NnplayError) -> None:
        """Show an error below the field, and move the cursor into it."""
        self.problem.setText(QCoreApplication.translate("errors", error.template).format(**error.values))
        self.problem.show()
        self._set_valid(False)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, FormulaError):
            self.field.setCursorPosition(error.index)

    def _add_chip(self, name: str) -> None:
        label = feature_label(name)
        short = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
        chip = Thumbnail(short, _CHIP_SIDE, partial(feature_picture, name))
        chip.setToolTip(self.tr("Use {feature} as an input; right-click to change or remove it").format(feature=label))
        chip.setAccessibleName(label)
        chip.setAccessibleDescription(chip.toolTip())
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(self._on_menu_requested)
        chip.clicked.connect(self._on_chip_clicked)
        self._chips[name] = chip
        self._arrange()

    def _drop_chip(self, name: str) -> None:
        chip = self._chips.pop(name)
        chip.hide()
        chip.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        for index, chip in enumerate(self._chips.values()):
            self._grid.addWidget(chip, *divmod(index, _PER_ROW))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name, chip in self._chips.items() if chip.isChecked())

    def _set_valid(self, is_valid: bool) -> None:
        self.field.setProperty("valid", "true" if is_valid else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    @Slot()
    def _forget_problem(self) -> None:
        self.problem.hide()
        self._set_valid(True)

    @Slot()
    def _on_entered(self) -> None:
        name = own_feature(self.field.text())
        try:
            find_feature(name)
        except NnplayError as error:
            self.show_problem(error)
            return
        edited, self._edited = self._edited, None
        self.field.clear()
        if edited is not None and edited in self._chips:
            self._drop_chip(edited)
            self.feature_edited.emit(edited, name)
        elif name not in self._chosen():
            self.features_chosen.emit((*self._chosen(), name))

    @Slot()
    def _on_chip_clicked(self) -> None:
        self.features_chosen.emit(self._chosen())

    @Slot(QPoint)
    def _on_menu_requested(self, at: QPoint) -> None:
        chip = self.sender()
        assert isinstance(chip, Thumbnail)
        name = next(name for name, other in self._chips.items() if other is chip)
        menu = QMenu(chip)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, slot in (
            (self.tr("Change Formula"), self._on_change_triggered),
            (self.tr("Remove"), self._on_remove_triggered),
        ):
            action = menu.addAction(text)
            action.setData(name)
            action.triggered.connect(slot)
        menu.popup(chip.mapToGlobal(at))

    @Slot()
    def _on_change_triggered(self) -> None:
        self._edited = self._sent_name()
        self.field.setText(feature_label(self._edited))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    @Slot()
    def _on_remove_triggered(self) -> None:
        name = self._sent_name()
        was_chosen = self._chips[name].isChecked()
        self._drop_chip(name)
        if was_chosen:
            self.features_chosen.emit(self._chosen())

    def _sent_name(self) -> str:
        action = self.sender()
        assert isinstance(action, QAction)
        return str(action.data())
