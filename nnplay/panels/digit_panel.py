"""DigitPanel: draw a digit and watch the network read it, with every stroke and with every step of the training."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from nnplay.data import drawing
from nnplay.engine import Network, NetworkSpec
from nnplay.look import metrics
from nnplay.look.icons import set_icon
from nnplay.panels.digit_pad import DigitPad
from nnplay.panels.digit_preview import DigitPreview
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.pad_page import PadPage
from nnplay.panels.probability_bars import ProbabilityBars

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_FRAME_MS = 16
_SURE = 0.5
_DIGIT_PX = 46
_PIXEL_SCALE = np.float32(1 / 255)
_IMAGE_SHAPES = ((28, 28), (28, 28, 1), (784,))


def reads_digits(spec: NetworkSpec) -> bool:
    """Whether a network takes a picture of 28 x 28 pixels and answers with ten probabilities."""
    output = spec.output
    return (
        spec.shapes[spec.input.name] in _IMAGE_SHAPES
        and spec.shapes[output.name] == (len(drawing.DIGITS),)
        and output.layer.activation_name == "softmax"
    )


class DigitPanel(LivePanel):
    """The pad, what the network sees of it, and what it makes of that.

    Signals
    -------
    request_digits
        The user wants generated digits.
    request_mnist
        The user wants to open a folder of digit images.
    """

    request_digits = Signal()
    request_mnist = Signal()

    def __init__(self, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._network: Network | None = None
        self._picture: np.ndarray | None = None  # what the network sees; None until it is computed from the strokes
        self._pad = DigitPad()
        self._preview = DigitPreview()
        self._bars = ProbabilityBars(drawing.DIGITS)
        self._answer = QLabel()
        self._digit_font = metrics.font(metrics.Text.DISPLAY, bold=True)
        self._digit_font.setPixelSize(_DIGIT_PX)
        self._undo_button = self._make_button("undo", self.tr("Undo the last stroke (Ctrl+Z)"), self._pad.undo_stroke)
        self._clear_button = self._make_button("clear", self.tr("Clear the pad (Delete)"), self._pad.clear)
        # Many movements of the pen within one frame cost one prediction.
        self._timer = QTimer(self, singleShot=True, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.invalidate)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._make_invitation())
        self._pages.addWidget(self._make_page())
        self._pad.strokes_changed.connect(self._on_strokes_changed)
        controller.snapshot_changed.connect(self.invalidate)
        self._show(None)

    def refresh(self) -> None:
        project, snapshot = self._controller.project, self._controller.snapshot
        if project is None or snapshot is None or not reads_digits(project.network):
            self._pages.setCurrentIndex(0)
            return
        self._pages.setCurrentIndex(1)
        if self._picture is None and not self._pad.is_empty:
            self._picture = drawing.from_strokes(self._pad.strokes)
        self._show(self._picture)

    def _show(self, picture: np.ndarray | None) -> None:
        self._undo_button.setDisabled(picture is None)
        self._clear_button.setDisabled(picture is None)
        self._preview.show_picture(picture)
        probabilities = None if picture is None else self._predict(picture)
        self._bars.set_values(probabilities)
        if probabilities is None:
            self._answer.setText("")
        elif probabilities.max() < _SURE:
            self._answer.setFont(metrics.font(metrics.Text.HEADING))
            self._answer.setText(self.tr("not sure"))
        else:
            self._answer.setFont(self._digit_font)
            self._answer.setText(drawing.DIGITS[int(probabilities.argmax())])

    def _predict(self, picture: np.ndarray) -> np.ndarray:
        spec = self._controller.project.network
        if self._network is None or self._network.spec is not spec:
            self._network = Network(spec)
        snapshot = self._controller.snapshot
        self._network.load(snapshot.parameters, snapshot.muted)
        x = (picture * _PIXEL_SCALE).reshape(1, *spec.shapes[spec.input.name])
        return self._network.predict(x)[0]

    # -- the widgets ------------------------------------------------------------------------------------------------

    def _make_page(self) -> QWidget:
        tools, answer = QWidget(), QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, metrics.TINY, 0, 0)
        row.setSpacing(metrics.TINY)
        row.addWidget(self._undo_button)
        row.addWidget(self._clear_button)
        row.addStretch(1)
        row = QHBoxLayout(answer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._preview)
        row.addWidget(self._answer, 1)
        self._answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._answer.setWordWrap(True)
        self._answer.setAccessibleName(self.tr("Answer"))
        return PadPage(self._pad, tools, answer, self._bars)

    def _make_invitation(self) -> QWidget:
        page = QWidget()
        text = QLabel(
            self.tr(
                "To read what you draw, the network needs an input of 28 × 28 pixels and ten softmax outputs,"
                " as for handwritten digits: generated ones, or those of MNIST."
            )
        )
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setProperty("look", "muted")
        generate = QPushButton(self.tr("&Generated digits"))
        generate.setToolTip(self.tr("Take a network for digits, and digits that nnplay writes itself"))
        generate.clicked.connect(self.request_digits)
        browse = QPushButton(self.tr("Open MNIST &folder…"))
        browse.setToolTip(self.tr("Choose the folder that holds the four MNIST files"))
        browse.clicked.connect(self.request_mnist)
        column = QVBoxLayout(page)
        column.setContentsMargins(*(metrics.LARGE,) * 4)
        column.setSpacing(metrics.MEDIUM)
        column.addStretch(1)
        column.addWidget(text)
        column.addWidget(generate, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(browse, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _make_button(self, icon: str, name: str, slot: object) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon)
        button.setIconSize(QSize(metrics.ICON, metrics.ICON))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(slot)
        return button

    @Slot()
    def _on_strokes_changed(self) -> None:
        self._picture = None
        if not self._timer.isActive():
            self._timer.start()
