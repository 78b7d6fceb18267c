"""Welcome: a page over the window that offers the ways to begin; everything around it works meanwhile."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.look import metrics
from nnplay.look.icons import set_icon
from nnplay.panels.thumbnail import Thumbnail
from nnplay.panels.thumbnail_pictures import scatter_picture
from nnplay.project.presets import PRESETS
from nnplay.shell.settings import Settings

_WIDEST = 720
_SIDE = 56
_MOST_RECENT = 4
_PER_ROW = 3
_EXAMPLES = {
    "circle": "circle",
    "xor": "xor",
    "spiral": "spiral",
    "gaussian": "gaussian",
    "plane": "plane",
    "multi-gaussian": "multi-gaussian",
}
"""The examples with a picture: preset and the set of points that is drawn."""


class Welcome(QFrame):
    """Continue, an example, a lesson, a digit, or a file; goes with a choice, its button or Escape.

    Signals
    -------
    recent_chosen(Path), example_chosen(str)
        A project of the person's, or a preset by its name.
    lessons_wanted(), digit_wanted(), open_wanted()
        One of the other ways to begin.
    """

    recent_chosen = Signal(object)
    example_chosen = Signal(str)
    lessons_wanted = Signal()
    digit_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self.setProperty("look", "popup")
        self.setAccessibleName(self.tr("Welcome"))
        heading = QLabel(self.tr("What would you like to do?"))
        heading.setFont(metrics.font(metrics.Text.FIGURE, bold=True))
        close = QToolButton()
        close.setToolTip(self.tr("Close: begin with what is open"))
        close.setAccessibleName(self.tr("Close the welcome"))
        set_icon(close, "close")
        close.clicked.connect(self.close)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(close)
        columns = QHBoxLayout()
        columns.setSpacing(2 * metrics.LARGE)
        columns.addLayout(self._make_ways(), 1)
        columns.addLayout(self._make_examples(), 1)
        at_start = QCheckBox(self.tr("Show this at the &start"))
        at_start.setChecked(settings.has_welcome)
        at_start.toggled.connect(self._on_at_start_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.LARGE + metrics.SMALL,) * 4)
        column.setSpacing(metrics.LARGE)
        column.addLayout(head)
        column.addLayout(columns)
        column.addStretch(1)
        column.addWidget(at_start)
        window.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def open(self) -> None:
        """Show it, with the first way to begin in focus."""
        self._place()
        self.show()
        self.raise_()
        self.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        window = self.parentWidget()
        width = min(_WIDEST, window.width() - 2 * metrics.LARGE)
        height = min(self.sizeHint().height(), window.height() - 2 * metrics.LARGE)
        self.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)

    def _make_ways(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(metrics.SMALL)
        recent = self._settings.recent_files[:_MOST_RECENT]
        if recent:
            column.addWidget(_caption(self.tr("Continue")))
            for path in recent:
                button = self._make_way("open", path.stem, str(path.parent))
                button.clicked.connect(partial(self._choose_recent, path))
                column.addWidget(button)
        column.addWidget(_caption(self.tr("Begin")))
        for icon, title, explanation, signal in (
            ("lesson", self.tr("Take a lesson"), self.tr("A few minutes, step by step"), self.lessons_wanted),
            ("digit", self.tr("Draw a digit"), self.tr("A trained network reads it"), self.digit_wanted),
            ("open", self.tr("Open a project…"), self.tr("From a file of yours"), self.open_wanted),
        ):
            button = self._make_way(icon, title, explanation)
            button.clicked.connect(self.close)
            button.clicked.connect(signal)
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _make_way(self, icon: str, title: str, explanation: str) -> QPushButton:
        button = QPushButton(title)
        button.setProperty("look", "way")
        button.setToolTip(explanation)
        button.setAccessibleDescription(explanation)
        button.setIconSize(QSize(metrics.ICON, metrics.ICON))
        button.setAutoDefault(True)
        set_icon(button, icon)
        return button

    def _make_examples(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(metrics.SMALL)
        column.addWidget(_caption(self.tr("New from an example")))
        grid = QGridLayout()
        grid.setSpacing(metrics.SMALL)
        for number, (name, kind) in enumerate(_EXAMPLES.items()):
            title = QCoreApplication.translate("presets", PRESETS[name].title)
            picture = Thumbnail(title, _SIDE, partial(scatter_picture, kind))
            picture.setCheckable(False)
            picture.setToolTip(QCoreApplication.translate("presets", PRESETS[name].summary))
            picture.clicked.connect(partial(self._choose_example, name))
            grid.addWidget(picture, *divmod(number, _PER_ROW))
        column.addLayout(grid)
        more = QLabel(self.tr("There are more under File > New from example."))
        more.setProperty("look", "muted")
        more.setWordWrap(True)
        column.addWidget(more)
        column.addStretch(1)
        return column

    def _choose_recent(self, path: Path) -> None:
        self.close()
        self.recent_chosen.emit(path)

    def _choose_example(self, name: str) -> None:
        self.close()
        self.example_chosen.emit(name)

    @Slot(bool)
    def _on_at_start_toggled(self, is_wanted: bool) -> None:
        self._settings.has_welcome = is_wanted


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "muted")
    return label
