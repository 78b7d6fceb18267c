"""Strip: a row of widgets in less room than it needs; the wheel and two arrows move it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QWidget

from nnplay.look import metrics
from nnplay.look.icons import set_icon

_NOTCH = 120
_STEP_PX = 60
_ARROW_WIDTH = 32


class Strip(QScrollArea):
    """A horizontal scroll area without bars, as high as its contents; an arrow stands where there is more."""

    def __init__(self, contents: QWidget) -> None:
        super().__init__()
        self.setWidget(contents)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        contents.setProperty("look", "page")
        self._back = self._make_arrow("left", self.tr("Back"))
        self._on = self._make_arrow("right", self.tr("More"))
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(self._update_arrows)
        bar.valueChanged.connect(self._update_arrows)
        self._update_arrows()

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.widget().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._back.setGeometry(0, 0, _ARROW_WIDTH, self.height())
        self._on.setGeometry(self.width() - _ARROW_WIDTH, 0, _ARROW_WIDTH, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._move(-round(turned / _NOTCH * _STEP_PX))
        event.accept()

    def _make_arrow(self, side: str, name: str) -> QToolButton:
        arrow = QToolButton(self)
        arrow.setProperty("look", f"arrow-{side}")
        arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes through the contents, which scroll with it
        arrow.setIconSize(QSize(metrics.ICON, metrics.ICON))
        arrow.setAccessibleName(name)
        arrow.setToolTip(name)
        set_icon(arrow, f"chevron-{side}")
        return arrow

    def _move(self, distance: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + distance)

    @Slot()
    def _go_back(self) -> None:
        self._move(-self.viewport().width() // 2)

    @Slot()
    def _go_on(self) -> None:
        self._move(self.viewport().width() // 2)

    @Slot()
    def _update_arrows(self) -> None:
        bar = self.horizontalScrollBar()
        self._back.setVisible(bar.value() > bar.minimum())
        self._on.setVisible(bar.value() < bar.maximum())
