"""RegularizationBox: which penalty pulls the weights towards 0 and how strongly, as two lists in the bar."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from nnplay.appearance import glossary, metrics
from nnplay.appearance.number_text import plain_text
from nnplay.document import EditName
from nnplay.engine import Regularization, TrainingSettings
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.training.limits_form import RATES
from nnplay.panels.training.settings_edit import SettingsEdit

_FIRST_RATE = 0.001
_NONE, _L1, _L2, _BOTH = range(4)


class RegularizationBox(QWidget):
    """None, L1 or L2 with its rate. Both at once, which the training panel can set, is shown as such."""

    def __init__(self, edit: SettingsEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._last_rate = _FIRST_RATE
        self.kind = QComboBox()
        self.kind.addItems([self.tr("None"), "L1", "L2"])
        self.kind.setAccessibleName(self.tr("Regularization"))
        self.rate = QComboBox()
        self.rate.setAccessibleName(self.tr("Regularization rate"))
        glossary.explain("regularization", self.kind, self.rate)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TINY)
        row.addWidget(self.kind)
        row.addWidget(self.rate)
        self.setFocusProxy(self.kind)
        self.kind.activated.connect(self._on_activated)
        self.rate.activated.connect(self._on_activated)

    def show_settings(self, settings: TrainingSettings) -> None:
        """Show the project's settings."""
        l1, l2 = settings.regularization.l1, settings.regularization.l2
        kind = _BOTH if l1 and l2 else _L1 if l1 else _L2 if l2 else _NONE
        if (kind == _BOTH) != (self.kind.count() > _BOTH):
            if kind == _BOTH:
                self.kind.addItem("L1 + L2")
            else:
                self.kind.removeItem(_BOTH)
        self.kind.setCurrentIndex(kind)
        rate = max(l1, l2)
        self._last_rate = rate or self._last_rate
        rates = sorted({*RATES[1:], self._last_rate})
        self.rate.clear()
        for each in rates:
            self.rate.addItem(plain_text(each), each)
        self.rate.setMaxVisibleItems(len(rates))
        self.rate.setCurrentIndex(rates.index(self._last_rate))
        self.rate.setEnabled(kind in (_L1, _L2))

    @Slot()
    def _on_activated(self) -> None:
        kind, rate = self.kind.currentIndex(), float(self.rate.currentData())
        if kind != _BOTH:
            l1, l2 = rate * (kind == _L1), rate * (kind == _L2)
            self._edit.perform(
                EditName(QT_TRANSLATE_NOOP("steps", "Change regularization")), lambda settings: _with(settings, l1, l2)
            )
        self.show_settings(self._edit.settings)


def _with(settings: TrainingSettings, l1: float, l2: float) -> TrainingSettings:
    regularization: Regularization = replace(settings.regularization, l1=l1, l2=l2)
    return replace(settings, regularization=regularization)
