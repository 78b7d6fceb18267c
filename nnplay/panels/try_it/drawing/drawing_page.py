"""DrawingPage: a picture, drawn, dropped or taken from the data, and a network that reads it, live."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.data_names import shown_names
from nnplay.data import DIGITS, drawing
from nnplay.data.drawing import Stages
from nnplay.engine import NetworkSpec, NnplayError
from nnplay.panels.try_it.answer_view import MOST_BARS
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.asking_page import AskingPage
from nnplay.panels.try_it.bars import ProbabilityBars
from nnplay.panels.try_it.drawing.evidence import EvidenceView
from nnplay.panels.try_it.drawing.neighbours import NeighboursView
from nnplay.panels.try_it.drawing.pad import DigitPad
from nnplay.panels.try_it.drawing.page import PadPage
from nnplay.panels.try_it.drawing.paper import SIDE
from nnplay.panels.try_it.drawing.picture_example import PictureExample
from nnplay.panels.try_it.drawing.pictures import in_grey, shown_picture
from nnplay.panels.try_it.drawing.reader import Fit, Reader, Reading, fit_of
from nnplay.panels.try_it.drawing.samples import SamplesView
from nnplay.panels.try_it.drawing.stages import StagesView
from nnplay.panels.try_it.drawing.starter_network import StarterNetwork
from nnplay.panels.try_it.drawing.teaching import TeachingView
from nnplay.panels.try_it.drawing.tools import PadTools
from nnplay.panels.widgets.flow_row import FlowRow
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.project.fine_tuning import FineTuning

if TYPE_CHECKING:
    from nnplay.runs import Snapshot
    from nnplay.training import TrainingController

_FRAME_MS = 16
_LATER_MS = 80
"""Most time that the reasons, the neighbours and the canvas may lag behind the bars: they cost more to compute."""

_WIDE = 340
"""The width from which the sentence about who reads has room for its buttons beside it."""

_DIGIT_PX = 46
_SHORT = 2
"""Most characters of a class that is shown as large as a digit."""


class DrawingPage(AskingPage):
    """The pad, the steps to the network's input, and the network's prediction.

    The network on the canvas reads if it takes pictures and outputs classes; otherwise, or if the person prefers it,
    the starter network reads, which belongs to no project.

    Parameters
    ----------
    asked
        Owns the example that is asked about: a picture of the data is shown as it is, without the pad's steps.
    folder
        The folder of the person's own digits.

    Signals
    -------
    starter_wanted(Project)
        The person wants to open the starter network, in its present state, as a project.
    parameters_learned(parameters)
        The network on the canvas has learned the person's digits; these are its new weights, (n_parameters,).
    digits_wanted(HeldDigitsChoice)
        The person wants the project to hold their own digits and to train on them.
    """

    starter_wanted = Signal(object)
    parameters_learned = Signal(object)
    digits_wanted = Signal(object)

    interval_s = 0.1

    def __init__(
        self, asked: Asked, controller: TrainingController, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(asked, parent)
        self._controller = controller
        self._reader = Reader()
        self._stages: Stages | None = None
        self._refusal: NnplayError | None = None
        self._reading: Reading | None = None
        self._example = PictureExample(asked, controller, self)
        self._is_stage_stale = True
        self._reads_itself = False
        self._pad = DigitPad()
        self._tools = PadTools(self._pad)
        self._bars = ProbabilityBars(DIGITS)
        self._answer = QLabel()
        self._digit_font = metrics.font(metrics.Text.DISPLAY, bold=True)
        self._digit_font.setPixelSize(_DIGIT_PX)
        self._stages_view = StagesView()
        self._evidence = EvidenceView(controller)
        self._neighbours = NeighboursView(controller)
        self._samples = SamplesView(asked, controller)
        self._teaching = TeachingView(controller, folder)
        self._starter = StarterNetwork(folder, self._teaching)
        self._who = QLabel()
        self._switch = QPushButton(self.tr("Use the starter network"))
        self._open_starter = QPushButton(self.tr("Open it"))
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._tabs = QTabBar()
        self._details = PageStack()
        # Many movements of the pen within one frame cost one prediction; the first after a pause is read at once.
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.invalidate)
        self._since_reading = QElapsedTimer()
        self._since_reading.start()
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._show_details)
        self._lay_out()
        self._pad.sketch_changed.connect(self._on_drawing_changed)
        self._pad.refused.connect(self._on_refused)
        self._pad.lend_pictures(self._takes_picture)
        self._stages_view.steps_changed.connect(self._on_drawing_changed)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._switch.toggled.connect(self.invalidate)
        self._open_starter.clicked.connect(self._on_open_clicked)
        self._teaching.learned.connect(self._on_learned)
        self._teaching.digits_wanted.connect(self.digits_wanted)
        self._starter.changed.connect(self.invalidate)
        controller.snapshot_changed.connect(self._on_snapshot_changed)
        controller.dataset_changed.connect(self.invalidate)
        self._example.given_changed.connect(self._on_given_changed)
        self._example.refused.connect(self._on_refused)

    @property
    def asked(self) -> Asked:
        """Who owns the example that is asked about."""
        return self._asked

    @property
    def pad(self) -> DigitPad:
        """The paper."""
        return self._pad

    @property
    def reading(self) -> Reading | None:
        """What the network makes of the drawing; None while there is nothing to read."""
        return self._reading

    @property
    def answer(self) -> str:
        """The text in large type."""
        return self._answer.text()

    def show_picture(self, path: Path) -> None:
        """Put a picture in a file on the paper; what cannot be read is said in place of the answer."""
        self._pad.take_picture(path)

    def refresh(self) -> None:
        self._since_reading.restart()
        spec, parameters, is_own = self._network()
        self._reads_itself = is_own
        if self._is_stage_stale:
            self._take_stages()
        stages = self._stages
        project = self._controller.project
        muted = project.muted if is_own and project is not None else ()
        given = self._example.given
        if given is not None and is_own:
            self._reading = self._reader.read_input(spec, parameters, given.x, muted)
        elif stages is not None:
            self._reading = self._reader.read(spec, parameters, stages.result, muted)
        else:
            self._reading = None
        names = self._class_names(spec, is_own=is_own)
        hint = self.tr("Draw a digit") if names == DIGITS else self.tr("Draw an example")
        if hint != self._pad.hint:
            self._pad.hint = hint
            self._pad.update()
        self._show_bars(names)
        self._show_answer(names)
        self._stages_view.show_stages(stages)
        self._example.note_drawing(self._reading.x if self._reading is not None and is_own else None)
        if not self._later.isActive():
            self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence on a narrow page."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE * metrics.text_scale()
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    @Slot()
    def _on_given_changed(self) -> None:
        """Show the picture that was chosen elsewhere; undo brings the drawing back."""
        given = self._example.given
        with QSignalBlocker(self._pad):
            self._pad.clear()
            if given is not None:
                self._pad.set_image(shown_picture(given.x))
        self._is_stage_stale, self._refusal = True, None
        self.invalidate()

    def _takes_picture(self, source: Path | QImage) -> bool:
        return self._reads_itself and self._example.take(source)

    @Slot(object)
    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        # Training the network on the canvas does not change the starter network.
        if not snapshot.is_running or self._reads_itself:
            self.follow(snapshot)

    # -- reading ------------------------------------------------------------------------------------------------------

    def _network(self) -> tuple[NetworkSpec, NDArray[np.float32], bool]:
        """Return the network that reads, and whether it is the one on the canvas; say so above the pad."""
        project, snapshot = self._controller.project, self._controller.snapshot
        fit = Fit.NO_PICTURE if project is None or snapshot is None else fit_of(project.network)
        is_own = fit is Fit.READS and not self._switch.isChecked()
        self._switch.setVisible(fit is Fit.READS)
        self._open_starter.setVisible(not is_own)
        if project is not None and snapshot is not None and is_own:
            self._who.setText(self._example.text() or self.tr("The network on the canvas reads."))
            return project.network, snapshot.parameters, True
        if fit is Fit.READS:
            self._who.setText(self.tr("The starter network reads."))
        elif fit is Fit.NO_CLASSES:
            self._who.setText(
                self.tr("The starter network reads: the one on the canvas does not output a few classes.")
            )
        elif fit is Fit.PLACEHOLDER:
            self._who.setText(self.tr("The starter network reads: the one on the canvas has a placeholder."))
        else:
            self._who.setText(self.tr("The starter network reads: the one on the canvas does not take pictures."))
        network = self._starter.project
        return network.network, network.parameters, False

    def _take_stages(self) -> None:
        """Compute the stages of the drawing's preparation; none without a drawing, or with one that cannot be read."""
        self._is_stage_stale = False
        self._stages = None
        sketch, steps = self._pad.sketch, self._stages_view.steps
        if sketch.is_empty or self._example.given is not None:
            return
        try:
            if sketch.image is not None:
                self._stages = drawing.stages_of_image(in_grey(sketch.image), steps)
            else:
                self._stages = drawing.stages_of_strokes(sketch.strokes, SIDE, steps)
            self._refusal = None
        except NnplayError as error:
            self._refusal = error

    def _class_names(self, spec: NetworkSpec, *, is_own: bool) -> tuple[str, ...]:
        """Return the names of the classes of the network that reads."""
        project, n_classes = self._controller.project, spec.shapes[spec.output.name][-1]
        if is_own and project is not None and len(project.data.class_names) == n_classes:
            return shown_names(project.data, project.data.class_names)
        return DIGITS if n_classes == len(DIGITS) else tuple(map(str, range(n_classes)))

    def _show_bars(self, names: tuple[str, ...]) -> None:
        """Show the probabilities; of many classes only those of the most likely ones."""
        reading, places = self._reading, np.arange(len(names))
        if len(names) > MOST_BARS:
            shares = np.zeros(len(names)) if reading is None else reading.probabilities
            places = np.argsort(-shares, kind="stable")[:MOST_BARS]
        self._bars.set_labels([names[place] for place in places])
        self._bars.set_values(None if reading is None else reading.probabilities[places])

    def _show_answer(self, names: tuple[str, ...]) -> None:
        reading, is_large = self._reading, False
        if reading is None:
            text = "" if self._refusal is None else str(self._refusal)
        elif not reading.is_sure:
            text = self.tr("not sure")
        else:
            text, is_large = names[reading.best], len(names[reading.best]) <= _SHORT
        self._answer.setFont(
            self._digit_font if is_large else metrics.font(metrics.Text.HEADING if reading else metrics.Text.CAPTION)
        )
        self._answer.setText(text)

    @Slot()
    def _show_details(self) -> None:
        """Update only the page that is visible."""
        stages, page = self._stages, self._details.currentWidget()
        if page is self._teaching:
            self._teaching.show_reading(None if stages is None else stages.result, self._reading)
        elif page is self._evidence:
            self._evidence.show_reading(self._reading, self._bars.labels)
        elif page is self._samples:
            self._samples.show_present()
        elif page is self._neighbours:
            self._neighbours.show_reading(self._reading, self._bars.labels)
        self._example.ask()

    @Slot()
    def _on_drawing_changed(self) -> None:
        self._is_stage_stale = True
        self._example.drop_given()
        self._refusal = None
        if not self._timer.isActive():
            self._timer.start(max(0, _FRAME_MS - self._since_reading.elapsed()))

    @Slot(object)
    def _on_refused(self, error: NnplayError) -> None:
        self._refusal = error
        self.invalidate()

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        self._details.setCurrentIndex(index)
        self._show_details()

    @Slot(object)
    def _on_learned(self, result: FineTuning) -> None:
        spec, _, is_own = self._network()
        if len(result.parameters) != spec.n_parameters:
            return  # another network reads now
        if is_own:
            self.parameters_learned.emit(result.parameters)
        else:
            self._starter.learn(result.parameters)

    @Slot()
    def _on_open_clicked(self) -> None:
        self.starter_wanted.emit(self._starter.project)

    # -- the widgets --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._answer.setWordWrap(True)
        self._answer.setMinimumHeight(_DIGIT_PX + metrics.SMALL)
        self._answer.setAccessibleName(self.tr("Answer"))
        self._who.setProperty("look", "caption")
        self._who.setWordWrap(True)
        self._switch.setCheckable(True)
        self._switch.setToolTip(self.tr("Use the network that comes with nnplay instead; the project does not change"))
        self._open_starter.setToolTip(
            self.tr("Open the starter network as a project: look inside, change it, train it further")
        )
        for button in (self._switch, self._open_starter):
            button.setProperty("look", "quiet")
        self._head.setSpacing(metrics.TINY)
        self._head.addWidget(self._who, 1)
        self._head.addLayout(FlowRow(self._switch, self._open_starter))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for name, view in (
            (self.tr("Steps"), self._stages_view),
            (self.tr("Why"), self._evidence),
            (self.tr("Similar"), self._neighbours),
            (self.tr("Teach"), self._teaching),
            (self.tr("Examples"), self._samples),
        ):
            self._tabs.addTab(name)
            self._details.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.TINY, metrics.TINY, metrics.TINY, metrics.TINY)
        column.setSpacing(metrics.TINY)
        column.addLayout(self._head)
        column.addWidget(PadPage(self._pad, self._tools, self._answer, self._bars), 1)
        column.addWidget(self._tabs)
        column.addLayout(self._details)

    def sizeHint(self) -> QSize:
        return QSize(360, 480)
