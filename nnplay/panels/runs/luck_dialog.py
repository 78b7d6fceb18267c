"""LuckDialog: trains a run again with other seeds and shows how much of its result was luck."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.number_text import loss_text
from nnplay.appearance.sentences import sentence
from nnplay.appearance.theme import Role
from nnplay.background import Operation
from nnplay.engine import NnplayError
from nnplay.panels.plots.curve_plot import CurvePlot
from nnplay.panels.plots.headings import epoch_heading
from nnplay.panels.plots.plot_readout import CurveStyle
from nnplay.panels.plots.round_numbers import round_up
from nnplay.panels.runs.run_scores import name_of
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.project import Project, Run
from nnplay.runs.luck import REPEATS, Luck, luck_of

_PERMILLE = 1000
_SIZE = (560, 460)


class LuckDialog(QDialog):
    """Asks how many other starts, trains them beside the window, and draws where half of them lie."""

    def __init__(self, project: Project, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Was it luck?"))
        self.resize(*_SIZE)
        self._project, self._run = project, run
        self._operation = Operation(self)
        self.text = QLabel(
            self.tr(
                "{run} began with starting weights, batches and, where data are drawn, examples that chance has chosen."
                " Train it again with others, and see how far its result depends on that."
            ).format(run=name_of(run))
        )
        self.text.setWordWrap(True)
        self._count = QComboBox()
        self._count.setAccessibleName(self.tr("How many other starts"))
        for n in REPEATS:
            self._count.addItem(self.tr("{n} other starts").format(n=n), n)
        self.train = QPushButton(self.tr("&Train them"))
        self._bar = QProgressBar()
        self._bar.setRange(0, _PERMILLE)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.plot = self._make_plot()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self.text)
        column.addLayout(FlowRow(self._count, self.train))
        column.addWidget(self._bar)
        column.addWidget(self.plot, 1)
        column.addWidget(buttons)
        self.train.clicked.connect(self._on_train_clicked)
        self._operation.progressed.connect(self._on_progressed)
        self._operation.done.connect(self._on_done)
        self._operation.failed.connect(self._on_failed)

    def done(self, result: int) -> None:
        self._operation.stop()
        super().done(result)

    def _make_plot(self) -> CurvePlot:
        plot = CurvePlot(
            self.tr("Epoch"),
            self.tr("Loss"),
            (
                CurveStyle(self.tr("This run"), Role.ACCENT, width_px=2),
                CurveStyle(self.tr("Median"), Role.TEXT),
                CurveStyle(self.tr("Three quarters lie below"), Role.NEGATIVE, line=Qt.PenStyle.DashLine),
                CurveStyle(self.tr("A quarter lies below"), Role.POSITIVE, line=Qt.PenStyle.DashLine),
            ),
            epoch_heading,
        )
        plot.setAccessibleName(self.tr("Loss by epoch"))
        plot.hide()
        return plot

    @Slot()
    def _on_train_clicked(self) -> None:
        if self._operation.is_under_way:
            self._operation.stop()
            self._show_idle()
            return
        self.train.setText(self.tr("&Stop"))
        self._bar.setValue(0)
        self._bar.show()
        self._operation.begin(partial(luck_of, self._project, self._run, self._count.currentData()))

    @Slot(float, str)
    def _on_progressed(self, share: float) -> None:
        self._bar.setValue(round(share * _PERMILLE))

    @Slot(object)
    def _on_done(self, luck: Luck | None) -> None:
        self._show_idle()
        if luck is None:  # it was stopped
            return
        lower, median, upper = luck.quartiles
        own = luck.losses[0]
        known = np.concatenate([own, lower, median, upper])
        known = known[np.isfinite(known)]
        self.plot.show()
        self.plot.set_range((0.0, float(luck.epochs[-1])), (0.0, round_up(float(known.max())) if len(known) else 1.0))
        self.plot.set_curves(luck.epochs, own, *(np.where(np.isinf(y), np.nan, y) for y in (median, upper, lower)))
        self.text.setText(self._verdict(luck))

    @Slot(object)
    def _on_failed(self, error: NnplayError) -> None:
        self._show_idle()
        self.text.setText(sentence(error))

    def _show_idle(self) -> None:
        self.train.setText(self.tr("&Train them"))
        self._bar.hide()

    def _verdict(self, luck: Luck) -> str:
        """What a beginner should know: where half of them end, how many fail, and where this run stands."""
        n_others = len(luck.losses) - 1
        lower, median, upper = luck.quartiles[:, -1]
        text = self.tr(
            "Half of all {n} starts end with a loss between {lower} and {upper}; in the middle is {median}."
            " This run ended with {own}: better than {worse} of the {others} others."
        ).format(
            n=n_others + 1,
            lower=loss_text(lower),
            upper=loss_text(upper),
            median=loss_text(median),
            own=loss_text(luck.last[0]),
            worse=luck.n_worse,
            others=n_others,
        )
        if luck.n_failed:
            text += " " + self.tr("{n} of them failed: their loss grew beyond all bounds.").format(n=luck.n_failed)
        return text
