"""StepBar: the buttons that lead through a calculation, the example, and the choice between example and batch."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.panels.calculation.stepper import Stepper
from nnplay.panels.calculation.words import phase_title
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.project.calculation import Kind

_ONE, _BATCH = range(2)


class StepBar(QWidget):
    """Buttons for first, back, play, next and last; the present step; the example; the button that applies the weights.

    The keys are those of the panel: Home, Page Up, Page Down, End, and P for playing.
    """

    def __init__(self, stepper: Stepper, panel: QWidget) -> None:
        super().__init__(panel)
        self._stepper = stepper
        self._first = self._make(panel, "first", self.tr("Back to the first step"), "Home", stepper.go_first)
        self._back = self._make(panel, "chevron-left", self.tr("Previous step"), "PgUp", stepper.go_back)
        self._play = self._make(panel, "play", self.tr("Play the steps slowly"), "P", None)
        self._play.setCheckable(True)
        self._play.toggled.connect(stepper.play)
        self._on = self._make(panel, "chevron-right", self.tr("Next step"), "PgDown", stepper.go_on)
        self._last = self._make(panel, "last", self.tr("Go to the new weights"), "End", stepper.go_last)
        self._where = QLabel()
        self._where.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Preferred)
        self._where.setIndent(metrics.SMALL)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setFont(metrics.font(metrics.Text.HEADING, bold=True))
        self._example = SpinBox()
        self._example.setObjectName("example")
        self._example.setAccessibleName(self.tr("Example"))
        self._example.setToolTip(self.tr("Number of the training example, counted from 1"))
        self._example.setPrefix(self.tr("Example") + " ")
        self._example.setKeyboardTracking(False)
        self._how = QComboBox()
        self._how.addItems([self.tr("One example"), self.tr("Mean of a batch")])
        self._how.setAccessibleName(self.tr("One example or a batch"))
        self._how.setToolTip(self.tr("Whether the step uses one example, or the mean of a batch that starts with it"))
        self._apply = QPushButton(self.tr("&Apply the new weights"))
        self._apply.setToolTip(self.tr("Give the network the weights of this step; Undo takes them back"))

        row = FlowRow(spacing=metrics.TINY)
        self.setLayout(row)
        for action in (self._first, self._back, self._play, self._on, self._last):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setIconSize(QSize(metrics.ICON, metrics.ICON))
            button.setProperty("look", "raised")
            row.addWidget(button)
        self._own = QLabel(self.tr("the example asked about"))
        self._own.setProperty("look", "caption")
        row.addWidget(self._where)
        row.addWidget(self._own)
        row.addWidget(self._example)
        row.addWidget(self._how)
        row.addWidget(self._apply)

        self._example.valueChanged.connect(self._on_example_changed)
        self._how.currentIndexChanged.connect(self._on_how_changed)
        self._apply.clicked.connect(stepper.apply)
        stepper.playing_changed.connect(self._on_playing_changed)

    def refresh(self) -> None:
        """Show where the stepper is."""
        stepper, place = self._stepper, self._stepper.stepping
        has_data = stepper.calculation is not None
        self._where.setText(
            self.tr("{number} of {count} · {phase}").format(
                number=place.position + 1, count=len(place.phases), phase=phase_title(place.phase)
            )
        )
        self._where.setToolTip(self._where.text())
        for action in (self._first, self._back):
            action.setEnabled(has_data and not place.is_first)
        for action in (self._on, self._last):
            action.setEnabled(has_data and not place.is_last)
        self._play.setEnabled(has_data)
        self._apply.setVisible(place.is_last and place.phase.kind is Kind.UPDATE)
        self._own.setVisible(stepper.is_own)
        self._how.setEnabled(not stepper.is_own)
        self._apply.setEnabled(has_data)
        with QSignalBlocker(self._example):
            self._example.setRange(1, max(1, stepper.n_examples))
            self._example.setValue(stepper.example + 1)
        with QSignalBlocker(self._how):
            self._how.setCurrentIndex(_BATCH if stepper.is_batch else _ONE)

    def _make(self, panel: QWidget, icon: str, words: str, key: str, slot: object) -> QAction:
        action = QAction(words, panel)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(self.tr("{words} ({key})").format(words=words, key=action.shortcut().toString()))
        set_icon(action, icon)
        if slot is not None:
            action.triggered.connect(slot)
        panel.addAction(action)
        return action

    @Slot(int)
    def _on_example_changed(self, number: int) -> None:
        self._stepper.set_example(number - 1)

    @Slot(int)
    def _on_how_changed(self, index: int) -> None:
        self._stepper.set_batch(index == _BATCH)

    @Slot(bool)
    def _on_playing_changed(self, is_playing: bool) -> None:
        self._play.setChecked(is_playing)
        set_icon(self._play, "pause" if is_playing else "play")
