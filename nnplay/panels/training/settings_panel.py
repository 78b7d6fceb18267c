"""SettingsPanel: all settings that are not in the control bar: a run's progress, when it stops, and how it trains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError, Schedule
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.training.limits_form import LimitsForm
from nnplay.panels.training.loss_form import LossForm
from nnplay.panels.training.optimizer_form import OptimizerForm
from nnplay.panels.training.run_facts import RunFacts
from nnplay.panels.training.schedule_form import ScheduleForm
from nnplay.panels.training.settings_edit import SettingsEdit
from nnplay.panels.training.stop_form import StopForm

if TYPE_CHECKING:
    from nnplay.training import TrainingController


class SettingsPanel(LivePanel):
    """Sections below each other; each field is an undoable edit that a running training takes over, too."""

    interval_s = 0.25

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(0)
        self._document = document
        self._controller = controller
        self._edit = SettingsEdit(document)
        self.facts = RunFacts()
        self.stop = StopForm(document)
        self.optimizer = OptimizerForm(self._edit)
        self.loss = LossForm(document, controller)
        self.schedule = ScheduleForm()
        self.limits = LimitsForm(self._edit)

        page = QWidget()
        page.setProperty("look", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(metrics.MEDIUM, metrics.SMALL, metrics.MEDIUM, metrics.MEDIUM)
        self._column.setSpacing(metrics.SMALL)
        self._add_section(self.tr("So far"), self.facts, "")
        self._add_section(self.tr("Stop when"), self.stop, "stop_rules")
        self._add_section(self.tr("Optimizer"), self.optimizer, "optimizer.settings")
        self._add_section(self.tr("Loss function"), self.loss, "loss_function.formula")
        self._add_section(self.tr("Learning rate schedule"), self.schedule, "schedule")
        self._add_section(self.tr("Regularization and clipping"), self.limits, "regularization")
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside it takes the focus
        area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

        for form in (self.stop, self.optimizer.form, self.schedule, self.limits):
            form.refused.connect(self._on_refused)
        self.schedule.chosen.connect(self._on_schedule_chosen)
        self.loss.stepper.changed.connect(self.invalidate)
        document.changed.connect(self._on_document_changed)
        controller.snapshot_changed.connect(self.follow)
        self._show_settings()

    @property
    def can_freeze(self) -> bool:
        return False

    def title(self) -> str:
        return self.tr("Training")

    def picture(self) -> QWidget | None:
        return None

    def refresh(self) -> None:
        self.loss.refresh()
        snapshot, dataset = self._controller.snapshot, self._controller.dataset
        if snapshot is not None:
            self.facts.show_snapshot(snapshot, 0 if dataset is None else len(dataset.train))

    def _add_section(self, title: str, contents: QWidget, control: str) -> None:
        """Add a section, which a teacher can lock or hide by the name of its control."""
        heading = QLabel(title)
        heading.setFont(metrics.font(metrics.Text.BODY, bold=True))
        section = QWidget()
        section.setObjectName(control)
        column = QVBoxLayout(section)
        column.setContentsMargins(0, metrics.SMALL if self._column.count() else 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addWidget(heading)
        column.addWidget(contents)
        self._column.addWidget(section)

    def _show_settings(self) -> None:
        settings = self._edit.settings
        self.optimizer.show_settings(settings)
        self.schedule.show_schedule(settings.schedule)
        self.limits.show_settings(settings)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.training:
            self._show_settings()
        if change.stop:
            self.stop.show_rules(change.after.stop)

    @Slot(object)
    def _on_schedule_chosen(self, schedule: Schedule) -> None:
        self._edit.perform(
            EditName(QT_TRANSLATE_NOOP("steps", "Change schedule")),
            lambda settings: replace(settings, schedule=schedule),
        )
        self._show_settings()

    @Slot(object)
    def _on_refused(self, error: NnplayError) -> None:
        self._document.report(error)
