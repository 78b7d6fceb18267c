"""StagesView: the steps from the paper to the network's input, each with its switch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from nnplay.appearance import metrics
from nnplay.data.drawing import Stages, Steps
from nnplay.panels.try_it.drawing.pixels import Pixels


class StagesView(QWidget):
    """Four pictures, and a switch below each of the last three.

    Signals
    -------
    steps_changed
        A step was switched on or off.
    """

    steps_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = Pixels(self.tr("Drawn"), has_caption=False)
        self._cropped = Pixels(self.tr("Cropped"), has_caption=False)
        self._scaled = Pixels(self.tr("Scaled"), has_caption=False)
        self._result = Pixels(self.tr("What the network sees"), has_caption=False)
        drawn = QLabel(self.tr("Drawn"))
        drawn.setProperty("look", "caption")
        drawn.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._crop = self._make_switch(
            self.tr("Crop"), self.tr("Only the part with ink is used; if this is off, the whole paper is")
        )
        self._scale = self._make_switch(
            self.tr("Scale"),
            self.tr("Scaled to 20 pixels with its proportions kept; if this is off, the whole paper becomes 28 × 28"),
        )
        self._centre = self._make_switch(
            self.tr("Centre"),
            self.tr(
                "The centre of mass moves to the middle of 28 × 28, as in MNIST; if this is off, the drawing stays"
                " where it"
                " was on the paper: draw in a corner and watch the network fail"
            ),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.TINY)
        grid.setVerticalSpacing(2)
        for column, (picture, below) in enumerate(
            zip(self.pictures, (drawn, self._crop, self._scale, self._centre), strict=True)
        ):
            grid.addWidget(picture, 0, column)
            grid.addWidget(below, 1, column, Qt.AlignmentFlag.AlignHCenter)
        grid.setRowStretch(2, 1)

    @property
    def pictures(self) -> tuple[Pixels, ...]:
        """The four pictures: paper, cropped, scaled, the network's input."""
        return self._paper, self._cropped, self._scaled, self._result

    @property
    def steps(self) -> Steps:
        """The steps that are switched on."""
        return Steps(self._crop.isChecked(), self._scale.isChecked(), self._centre.isChecked())

    def show_stages(self, stages: Stages | None) -> None:
        """Show the stages of a drawing; None empties the frames."""
        for picture, name in zip(self.pictures, ("paper", "cropped", "scaled", "result"), strict=True):
            picture.show_grey(None if stages is None else getattr(stages, name))

    def _make_switch(self, text: str, explanation: str) -> QCheckBox:
        switch = QCheckBox(text)
        switch.setFont(metrics.font(metrics.Text.CAPTION))
        switch.setToolTip(explanation)
        switch.setChecked(True)
        switch.toggled.connect(self.steps_changed)
        return switch
