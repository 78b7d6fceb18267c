"""AnotherDialog: asks which setting of a twin should be another one, and what."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.qt_types import remove_completer
from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError
from nnplay.panels.training.control_names import control_title, value_text
from nnplay.project import Project
from nnplay.project.kept_weights import is_at_start
from nnplay.project.sweep import SweptControl, parse_axis, swept_controls
from nnplay.project.sweep.controls import EXAMPLES, Value
from nnplay.project.sweep.proposals import best_proposal, proposals
from nnplay.project.twins import Difference, twin_of

_WIDTH = 420

_OF_LAYERS = ("units", "filters", "activation", "rate", "kernel_initializer")
"""Settings of a single layer that are offered; the others are seldom compared."""


class AnotherDialog(QDialog):
    """Two lists and a sentence: the setting, its other value, and why that cannot be, if it cannot.

    Parameters
    ----------
    control
        The control that is chosen first, as in ``swept_controls``.

    Signals
    -------
    chosen(Difference, bool)
        What the twin is to differ in, and whether both begin from the start.
    """

    chosen = Signal(object, bool)

    def __init__(self, project: Project, control: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Try another setting"))
        self._project = project
        self._controls = offered_controls(project)
        text = QLabel(
            self.tr(
                "A twin learns beside this network, with the same seeds and the same batches. All that differs is the"
                " setting you choose here."
            )
        )
        text.setWordWrap(True)
        self.setting = QComboBox()
        for each in self._controls.values():
            self.setting.addItem(control_title(each.name), each.name)
        self.setting.setCurrentIndex(max(0, self.setting.findData(control)))
        self.value = QComboBox()
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._now = QLabel()
        self.from_start = QRadioButton(self.tr("from the &start: this network begins again, too"))
        self.from_here = QRadioButton(self._here_text())
        self.from_start.setChecked(True)
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._reason.setProperty("look", "muted")
        self.train = QPushButton(self.tr("&Train both"))
        self._lay_out(text)
        self.setting.currentIndexChanged.connect(self._show_setting)
        self.value.currentTextChanged.connect(self._check)
        self.from_start.toggled.connect(self._check)
        self._show_setting()

    def _here_text(self) -> str:
        history = self._project.history
        if not len(history.epoch):
            return self.tr("from the &weights as they are now")
        return self.tr("from &here, epoch {epoch}").format(epoch=f"{history.epoch[-1]:,.4g}")

    def _lay_out(self, text: QLabel) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("S&etting"), self.setting)
        form.addRow(self.tr("Now"), self._now)
        form.addRow(self.tr("Tw&in"), self.value)
        start = QWidget()
        choices = QVBoxLayout(start)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.addWidget(self.from_start)
        choices.addWidget(self.from_here)
        form.addRow(self.tr("Both begin"), start)
        form.setRowVisible(start, not is_at_start(self._project))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.train, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        column.addWidget(text)
        column.addLayout(form)
        column.addWidget(self._reason)
        column.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

    @property
    def _control(self) -> SweptControl:
        return self._controls[self.setting.currentData()]

    @Slot()
    def _show_setting(self) -> None:
        """Offer values for the setting that has been chosen."""
        control = self._control
        self._now.setText(value_text(control.name, control.present))
        with QSignalBlocker(self.value):
            self.value.setEditable(control.kind is not str)
            if control.kind is not str:
                remove_completer(self.value)
            self.value.clear()
            for each in proposals(control, self._project):
                self.value.addItem(value_text(control.name, each), each)
            self.value.setCurrentIndex(self.value.findData(best_proposal(control, self._project)))
        self.value.setAccessibleName(self.tr("The twin’s value"))
        self._check()

    @Slot()
    def _check(self) -> None:
        """Say why there can be no such twin; otherwise it can be trained."""
        try:
            difference = self._difference()
            twin_of(self._project, difference, is_from_start=self.from_start.isChecked())
        except NnplayError as error:
            self._say(sentence(error))
            return
        is_same = difference.value == self._control.present
        self._say(self.tr("That is the value it has now.") if is_same else "")

    def _say(self, reason: str) -> None:
        """Show why there can be no such twin; "" if there can be."""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.train.setEnabled(not reason)

    def _difference(self) -> Difference:
        """What has been chosen; SweepError if a typed number is none."""
        control, place = self._control, self.value.currentIndex()
        if place >= 0 and self.value.itemText(place) == self.value.currentText():
            value: Value = self.value.itemData(place)
        else:
            axis = parse_axis(f"{control.name}={self.value.currentText()}", self._controls)
            value = axis.at(0.0, control.kind)
        return Difference(control.name, value)

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(self._difference(), self.from_start.isChecked())
        self.accept()


def offered_controls(project: Project) -> dict[str, SweptControl]:
    """What of a project can be another in its twin: what it has and uses now, and has one value."""
    found = {}
    for name, control in swept_controls(project).items():
        setting, _, layer = name.partition(":")
        is_of_layer = bool(layer) and setting != "seed"
        is_unclear = control.present is None and setting not in ("max_norm", "clip_value", "clip_norm")
        has_values = bool(proposals(control, project)) or control.kind is not str
        if control.is_idle or name == EXAMPLES or is_unclear or not has_values:
            continue
        if not is_of_layer or setting in _OF_LAYERS:
            found[name] = control
    return found
