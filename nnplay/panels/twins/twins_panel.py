"""TwinsPanel: the present network and its twin side by side while they learn."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.data_names import shown_names
from nnplay.appearance.number_text import loss_text, percent_text
from nnplay.document import Document
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.runs.differences import differences, sentence
from nnplay.panels.runs.pair import Learned, PairAnswer, Sources, compute_pair, source_of
from nnplay.panels.runs.pair_maps import PairMaps
from nnplay.panels.runs.pair_matrices import PairMatrices
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.project import Project, Setup
from nnplay.project.run_edits import setup_of
from nnplay.runs import Snapshot
from nnplay.training import Companion, TrainingController, Twin

_WIDE = 1.6
"""Width of a panel, as a multiple of its height, from which its pictures are beside its words."""


class TwinsPanel(LivePanel):
    """What differs, both networks' scores, their maps or confusion matrices, and the way to exchange or end them.

    Signals
    -------
    exchange_wanted(): the twin should be the network on the canvas, and the present one its twin.
    end_wanted(): both should be kept, and only the present one go on.
    """

    exchange_wanted = Signal()
    end_wanted = Signal()

    interval_s = 0.15

    def __init__(
        self, document: Document, controller: TrainingController, twin: Twin, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._controller, self._twin = document, controller, twin
        self._question = controller.new_question(self)
        self._sources: Sources = (None, None)
        self._source_setups: tuple[Setup, Setup] | None = None
        self._difference = QLabel()
        self._difference.setWordWrap(True)
        self.maps = PairMaps()
        self.matrices = PairMatrices()
        self._box = QWidget()
        self._pictures = PageStack(self._box)
        self._scores = _Scores()
        self.exchange = QPushButton(self.tr("&Show the twin on the canvas"))
        self.exchange.setToolTip(
            self.tr("Exchange the two: the canvas and all panels show the twin, and this network becomes its twin")
        )
        self.end = QPushButton(self.tr("&End the twin"))
        self.end.setToolTip(self.tr("Keep both in the list of runs, and train this network alone"))
        self._lay_out()
        self.exchange.clicked.connect(self.exchange_wanted)
        self.end.clicked.connect(self.end_wanted)
        self._question.answered.connect(self._on_answered)
        self._question.failed.connect(document.report)
        twin.changed.connect(self._on_twin_changed)
        controller.snapshot_changed.connect(self.follow)
        controller.project_changed.connect(self.invalidate)

    def refresh(self) -> None:
        companion, project = self._twin.companion, self._controller.project
        dataset, snapshot = self._controller.dataset, self._controller.snapshot
        if companion is None or project is None or dataset is None or snapshot is None:
            self._question.forget()
            self._pages.say(
                self.tr(
                    "What would another learning rate do, or another activation? A twin learns beside this network with"
                    " one difference."
                ),
                Wish.TWIN,
            )
            return
        self._pages.show_content()
        self._show_words(project, companion, snapshot)
        own, other = setup_of(project), setup_of(companion.project)
        pair = (
            Learned(own, snapshot.parameters, dataset),
            Learned(other, companion.snapshot.parameters, companion.dataset),
        )
        self._question.ask(partial(compute_pair, pair, self._sources_of(own, other), self._question.note_share))

    def _show_words(self, project: Project, companion: Companion, snapshot: Snapshot) -> None:
        words = sentence([each.change for each in differences(setup_of(project), setup_of(companion.project))])
        text = self.tr("The twin: {difference}. All else is the same.") if words else self.tr("The twin is the same.")
        if companion.error is not None:
            text += " " + self.tr("It has diverged.")
        self._difference.setText(text.format(difference=words))
        self._scores.show_snapshots(snapshot, companion.snapshot)
        self.exchange.setEnabled(any(run.number == companion.number for run in self._twin.runs_beside(project)))

    def _sources_of(self, own: Setup, other: Setup) -> Sources:
        """The planes of both networks, as long as the networks stay."""
        known = self._source_setups
        is_known = known is not None and all(
            one.network is two.network and one.data is two.data for one, two in zip(known, (own, other), strict=True)
        )
        if not is_known:
            self._source_setups = own, other
            self._sources = source_of(own), source_of(other)
        return self._sources

    @Slot(object)
    def _on_answered(self, answer: PairAnswer) -> None:
        project = self._controller.project
        if self._twin.companion is None or project is None:
            return
        if self.is_frozen or not self.isVisible():
            self.invalidate()
            return
        names = self.tr("This network"), self.tr("Its twin")
        if answer.planes is not None:
            self._pictures.setCurrentWidget(self.maps)
            self.maps.show_planes(answer.planes, names)
        elif answer.counts is not None:
            self._pictures.setCurrentWidget(self.matrices)
            self.matrices.show_answer(answer, names, shown_names(project.data, project.data.class_names))
        self._box.setVisible(answer.planes is not None or answer.counts is not None)

    @Slot()
    def _on_twin_changed(self) -> None:
        if self._twin.companion is None or not self._controller.state.is_active:
            self.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put words and pictures side by side, or below each other in a narrow panel."""
        super().resizeEvent(event)
        is_wide = self.width() > _WIDE * self.height()
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _lay_out(self) -> None:
        self._pages = EmptyPages(self)
        self._pages.empty.wished.connect(self.wished)
        for page in (self.maps, self.matrices):
            self._pictures.addWidget(page)
        words = QVBoxLayout()
        words.setSpacing(metrics.SMALL)
        words.addWidget(self._difference)
        words.addWidget(self._scores)
        words.addLayout(FlowRow(self.exchange, self.end, spacing=metrics.TINY))
        words.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._pages.content)
        self._halves.setContentsMargins(*(metrics.SMALL,) * 4)
        self._halves.setSpacing(metrics.MEDIUM)
        self._halves.addLayout(words, 2)
        self._halves.addWidget(self._box, 3)


class _Scores(QWidget):
    """Losses and accuracy of both, in a small table."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[tuple[int, int], QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(metrics.MEDIUM)
        self._grid.setColumnStretch(4, 1)
        titles = (self.tr("Epoch"), self.tr("Training loss"), self.tr("Test loss"), self.tr("Test accuracy"))
        for row, title in enumerate((self.tr("This network"), self.tr("Its twin")), 1):
            self._cell(row, 0).setText(title)
        for column, title in enumerate(titles, 1):
            self._cell(0, column).setText(title)
            self._cell(0, column).setProperty("look", "caption")

    def show_snapshots(self, own: Snapshot, twin: Snapshot) -> None:
        """Show the scores of both at their latest moments."""
        for row, each in enumerate((own, twin), 1):
            texts = (
                f"{each.epoch:,}",
                loss_text(each.train_loss),
                loss_text(each.test_loss),
                percent_text(each.test_accuracy),
            )
            for column, text in enumerate(texts, 1):
                self._cell(row, column).setText(text)
        for row in range(3):
            self._cell(row, 4).setVisible(own.test_accuracy is not None)

    def _cell(self, row: int, column: int) -> QLabel:
        label = self._cells.get((row, column))
        if label is None:
            label = self._cells[row, column] = QLabel()
            self._grid.addWidget(label, row, column)
        return label
