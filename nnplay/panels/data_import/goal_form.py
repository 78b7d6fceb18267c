"""GoalForm: what is predicted and as which kind of target, how the rows are split, and the number of rows per class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.number_text import percent_text
from nnplay.data import Task
from nnplay.data.table import Role
from nnplay.data.table.draft import TableDraft
from nnplay.engine.seeds import MAX_SEED
from nnplay.panels.data_import.words import word
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.labelled_field import labelled_field
from nnplay.panels.widgets.spin_box import SpinBox

Change = Callable[[TableDraft], TableDraft]

_MOST_CLASSES = 8


class GoalForm(QWidget):
    """Two rows of fields and a line.

    Signals
    -------
    changed(Change)
        The person wants the draft that this function returns for the present one.
    """

    changed = Signal(object)

    def __init__(self, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = QComboBox()
        self._target.setMinimumContentsLength(12)
        self._goal = QComboBox()
        self._goal.setMinimumContentsLength(14)
        for choice in (self._target, self._goal):  # the items are filled in later
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._share = SpinBox()
        self._share.setRange(10, 100)
        self._share.setSingleStep(5)
        self._share.setSuffix(" %")
        self._seed = SpinBox()
        self._seed.setRange(0, min(MAX_SEED, 2**31 - 1))
        self._seed.setValue(seed)
        self._stratified = QCheckBox(self.tr("Same share of every class"))
        self._stratified.setToolTip(self.tr("Training and test part each get their share of every class"))
        self._balance = QLabel()
        self._balance.setProperty("look", "caption")
        self._balance.setWordWrap(True)
        row = FlowRow(spacing=metrics.MEDIUM)
        for caption, field, explanation in (
            (self.tr("Predict"), self._target, self.tr("The column that the network should predict")),
            (self.tr("As"), self._goal, self.tr("The kind of answer; it decides output and loss")),
            (self.tr("Training data"), self._share, self.tr("The share of the rows used for training")),
            (self.tr("Seed of the split"), self._seed, self.tr("A different number splits the rows differently")),
        ):
            row.add(labelled_field(caption, field, explanation))
        row.add(self._stratified)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addLayout(row)
        column.addWidget(self._balance)
        self._target.activated.connect(self._on_target_chosen)
        self._goal.activated.connect(self._on_goal_chosen)
        self._share.valueChanged.connect(self._on_share_changed)
        self._stratified.clicked.connect(self._on_stratified_clicked)

    @property
    def seed(self) -> int:
        """The seed of the split."""
        return self._seed.value()

    def show_draft(self, draft: TableDraft | None) -> None:
        """Show the target, or nothing."""
        self.setEnabled(draft is not None)
        self._target.clear()
        self._goal.clear()
        self._balance.clear()
        if draft is None:
            return
        for number, column in enumerate(draft.columns):
            self._target.addItem(column.name, number)
        self._target.setCurrentIndex(-1 if draft.target is None else draft.target)
        for goal in draft.goals:
            self._goal.addItem(word(goal), goal)
        self._goal.setCurrentIndex(self._goal.findData(draft.goal))
        self._share.blockSignals(True)
        self._share.setValue(round(100 * draft.train_share))
        self._share.blockSignals(False)
        self._stratified.setChecked(draft.is_stratified)
        self._stratified.setEnabled(draft.goal is not Task.REGRESSION)
        self._balance.setText(self._balance_text(draft))

    def _balance_text(self, draft: TableDraft) -> str:
        """Return the number of rows of each class, and the accuracy of always predicting the most frequent one."""
        balance = draft.balance
        n = sum(count for _, count in balance)
        if not n:
            return ""
        parts = [f"{name}: {count:,} ({percent_text(count / n)})" for name, count in balance[:_MOST_CLASSES]]
        if len(balance) > _MOST_CLASSES:
            parts.append("…")
        most = max(count for _, count in balance)
        text = self.tr("Rows of each class: {counts}. Always predicting the most frequent one is right in {share}.")
        return text.format(counts=" · ".join(parts), share=percent_text(most / n))

    @Slot()
    def _on_target_chosen(self) -> None:
        number = self._target.currentData()
        self.changed.emit(lambda draft: draft.with_role({number}, Role.TARGET))

    @Slot()
    def _on_goal_chosen(self) -> None:
        goal = self._goal.currentData()
        self.changed.emit(lambda draft: draft.with_goal(goal))

    @Slot(int)
    def _on_share_changed(self, percent: int) -> None:
        self.changed.emit(lambda draft: replace(draft, train_share=percent / 100))

    @Slot(bool)
    def _on_stratified_clicked(self, is_stratified: bool) -> None:
        self.changed.emit(lambda draft: replace(draft, is_stratified=is_stratified))
