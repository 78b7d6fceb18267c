"""ScheduleForm: how the learning rate changes from epoch to epoch, and the settings of that schedule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from nnplay.appearance import glossary, metrics
from nnplay.engine import SCHEDULES, NnplayError, Schedule
from nnplay.engine.schedules import WarmUp
from nnplay.panels.training.field_names import schedule_title, title_of
from nnplay.panels.training.fields_form import FieldsForm


class ScheduleForm(QWidget):
    """A list of schedules and rows of settings; the schedule after a warm-up has a form of its own below.

    Signals
    -------
    chosen(Schedule)
        Another schedule, or another setting of it.
    refused(NnplayError)
        A value is not allowed.
    """

    chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, *, is_inner: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schedule: Schedule = SCHEDULES["Constant"]()
        self._choice = QComboBox()
        for kind in SCHEDULES:
            if not (is_inner and kind == WarmUp.__name__):
                self._choice.addItem(schedule_title(kind), kind)
        self._choice.setAccessibleName(title_of("then") if is_inner else self.tr("Learning rate schedule"))
        glossary.explain("schedule", self._choice)
        self.form = FieldsForm()
        self.inner: ScheduleForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(metrics.TINY)
        self._column.addWidget(self._choice)
        self._column.addWidget(self.form)
        self._choice.activated.connect(self._on_activated)
        self.form.changed.connect(self._on_changed)
        self.form.refused.connect(self.refused)

    def show_schedule(self, schedule: Schedule) -> None:
        """Show a schedule."""
        self._schedule = schedule
        self._choice.setCurrentIndex(self._choice.findData(schedule.kind))
        self.form.show_value(schedule)
        if isinstance(schedule, WarmUp):
            if self.inner is None:
                self.inner = ScheduleForm(is_inner=True)
                self.inner.chosen.connect(self._on_inner_chosen)
                self.inner.refused.connect(self.refused)
                self._column.addWidget(self.inner)
            self.inner.show_schedule(schedule.then)
        if self.inner is not None:
            self.inner.setVisible(isinstance(schedule, WarmUp))

    @Slot()
    def _on_activated(self) -> None:
        kind = self._choice.currentData()
        if kind != self._schedule.kind:
            self.chosen.emit(SCHEDULES[kind]())

    @Slot(str, object)
    def _on_changed(self, name: str, value: object) -> None:
        self._try({name: value})

    @Slot(object)
    def _on_inner_chosen(self, then: Schedule) -> None:
        self._try({"then": then})

    def _try(self, values: dict[str, Any]) -> None:
        try:
            changed = replace(self._schedule, **values)
        except NnplayError as error:
            self.show_schedule(self._schedule)
            self.refused.emit(error)
        else:
            self.chosen.emit(changed)
