"""Welcome: a page over the window with ways to start; it closes when the user uses anything around it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.appearance.qt_types import has_inside, parent_of
from nnplay.appearance.theme import theme
from nnplay.project.presets import PRESETS
from nnplay.shell.images.network_picture import network_picture
from nnplay.shell.images.picture_queue import PictureQueue
from nnplay.shell.images.thumbnails import Sight, Trouble, look_at
from nnplay.shell.settings import Settings
from nnplay.shell.start.gallery import Gallery, caption
from nnplay.shell.start.next_lesson import NextLesson, next_lesson
from nnplay.shell.start.starts import digit_picture, example_starts
from nnplay.shell.start.way import PICTURE, Way

_WAYS_WIDTH = 310
_MOST_WIDENING = 1.4
"""Maximum text scale: rows and pictures must fit beside each other in 1024 pixels."""

_MARGIN = metrics.LARGE + metrics.SMALL
_MOST_RECENT = 3
_PER_ROW = 3
_EXAMPLES = (
    *("circle", "spiral", "mnist-mlp"),
    *("logic-xor", "forward-by-hand", "body-measures"),
    *("multi-gaussian", "two-three-one", "mnist-cnn"),
)
"""A few of each kind, from seeing to computing."""

_LESSON, _DIGIT = "lesson", "digit"
"""Keys in the background queue; the others are paths."""


class Welcome(QFrame):
    """Continue, a lesson, a digit, a file or an example; closes on a choice, its button, Escape or a click elsewhere.

    Signals
    -------
    recent_chosen(Path), example_chosen(str), lesson_chosen(Lesson)
        One of the user's projects, a preset by name, or a lesson to start or continue.
    closed()
        It has closed, for whatever reason.
    lessons_wanted(), templates_wanted(), digit_wanted(), open_wanted()
        One of the other ways to start.
    """

    closed = Signal()
    recent_chosen = Signal(object)
    example_chosen = Signal(str)
    lesson_chosen = Signal(object)
    lessons_wanted = Signal()
    templates_wanted = Signal()
    digit_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._next: NextLesson | None = None
        self._recent: dict[Path, Way] = {}
        self._queue = PictureQueue(self)
        self._queue.made.connect(self._on_looked_up)
        self.setProperty("look", "popup")
        self.setAccessibleName(self.tr("Welcome"))
        self._body = QWidget()
        self._body.setProperty("look", "page")
        columns = QHBoxLayout(self._body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(2 * metrics.LARGE)
        columns.addLayout(self._make_ways())
        columns.addLayout(self._make_examples())
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.gallery.reached.connect(self._scroll.ensureWidgetVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(_MARGIN,) * 4)
        column.setSpacing(metrics.LARGE)
        column.addLayout(self._make_head())
        column.addWidget(self._scroll, 1)
        column.addLayout(self._make_foot())
        theme().changed.connect(self._look_up)
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, focus: QWidget | None) -> None:
        """Close when the user clicks on something else in the window."""
        is_clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        is_here = focus is not None and focus.window() is self.window()
        if self.isVisible() and is_clicked and is_here and not has_inside(self, focus):
            QTimer.singleShot(0, self, self.hide)  # not while the focus is changing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_up()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._queue.close()
        self.closed.emit()

    def open(self) -> None:
        """Show it, with the first way to start in focus."""
        self._place()
        self.show()
        self.raise_()
        next(iter((*self._recent.values(), self.lesson))).setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        """Take the size of its content, up to that of the window; the rest can be scrolled."""
        window = parent_of(self)
        wanted = self.sizeHint() - self._scroll.sizeHint() + self._body.sizeHint()
        width = min(self._body.sizeHint().width() + 2 * _MARGIN + 2, window.width() - 2 * metrics.LARGE)
        height = min(wanted.height(), window.height() - 2 * metrics.LARGE)
        self.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)

    # -- the parts ----------------------------------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        heading = QLabel(self.tr("What would you like to do?"))
        heading.setFont(metrics.font(metrics.Text.FIGURE, bold=True))
        heading.setContentsMargins(metrics.TINY, 0, 0, 0)
        close = QToolButton()
        close.setToolTip(self.tr("Close and use the open project"))
        close.setAccessibleName(self.tr("Close the welcome page"))
        set_icon(close, "close")
        close.clicked.connect(self.close)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(close)
        return head

    def _make_ways(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(metrics.TINY)
        recent = self._settings.recent_files[:_MOST_RECENT]
        if recent:
            column.addWidget(caption(self.tr("Continue")))
        for path in recent:
            way = self._recent[path] = Way(path.stem, str(path.parent), str(path), "template")
            way.clicked.connect(partial(self._on_recent_clicked, path))
            way.removed.connect(partial(self._on_recent_removed, path))
            column.addWidget(way)
        begin = caption(self.tr("Begin"))
        begin.setContentsMargins(6, metrics.SMALL if recent else 0, 0, 0)
        column.addWidget(begin)
        self.lesson = Way(self.tr("Take a lesson"), self.tr("A few minutes, step by step"), "", "lesson")
        self.digit = Way(self.tr("Draw a digit"), self.tr("A trained network reads it"), "", "digit")
        self.open_file = Way(self.tr("Open a project…"), self.tr("From one of your files"), "", "open")
        self.lesson.clicked.connect(self._on_lesson_clicked)
        self.digit.clicked.connect(partial(self._leave_for, self.digit_wanted))
        self.open_file.clicked.connect(partial(self._leave_for, self.open_wanted))
        for way in (self.lesson, self.digit, self.open_file):
            column.addWidget(way)
        column.addStretch(1)
        self.lesson.setMinimumWidth(round(_WAYS_WIDTH * min(metrics.text_scale(), _MOST_WIDENING)))
        return column

    def _make_examples(self) -> QVBoxLayout:
        names = _EXAMPLES[: _PER_ROW * (2 if len(self._recent) < _PER_ROW else 3)]  # as high as the other column
        examples = example_starts(PRESETS[name] for name in names)
        self.gallery = Gallery({self.tr("New from an example"): examples}, _PER_ROW)
        self.gallery.chosen.connect(self._on_example_chosen)
        column = QVBoxLayout()
        column.addWidget(self.gallery)
        column.addStretch(1)
        return column

    def _make_foot(self) -> QHBoxLayout:
        at_start = QCheckBox(self.tr("Show this at &startup"))
        at_start.setChecked(self._settings.has_welcome)
        at_start.toggled.connect(self._on_at_start_toggled)
        foot = QHBoxLayout()
        foot.addSpacing(metrics.TINY)
        foot.addWidget(at_start)
        foot.addStretch(1)
        self.all_lessons = QPushButton(self.tr("All &lessons"))
        self.all_templates = QPushButton(self.tr("All &examples and networks…"))
        for button, wanted in (
            (self.all_lessons, self.lessons_wanted),
            (self.all_templates, self.templates_wanted),
        ):
            button.setProperty("look", "quiet")
            button.clicked.connect(partial(self._leave_for, wanted))
            foot.addWidget(button)
        return foot

    # -- what is looked up --------------------------------------------------------------------------------------------

    @Slot()
    def _look_up(self) -> None:
        """Find pictures of the recent files, and the next lesson, in the background."""
        if self.isVisible():
            wanted: dict[Hashable, Callable[[], object]] = {path: partial(look_at, path) for path in self._recent}
            wanted[_LESSON] = partial(next_lesson, self._settings.lesson_progress)
            wanted[_DIGIT] = partial(digit_picture, PICTURE * self.devicePixelRatioF())
            self._queue.begin(wanted)

    @Slot(object, object)
    def _on_looked_up(self, key: Path | str, found: Sight | NextLesson | QImage | None) -> None:
        if isinstance(found, Sight) and isinstance(key, Path) and key in self._recent:
            self._show_sight(self._recent[key], found)
        elif isinstance(found, NextLesson):
            self._next = found
            self._show_lesson(found)
        elif isinstance(found, QImage):
            self.digit.show_picture(found)

    def _show_sight(self, way: Way, sight: Sight) -> None:
        if sight.trouble is Trouble.GONE:
            way.show_dead_end(self.tr("This file no longer exists."))
        elif sight.trouble is Trouble.DAMAGED:
            way.show_dead_end(self.tr("This file cannot be read."))
        else:
            way.show_picture(sight.picture)

    def _show_lesson(self, found: NextLesson) -> None:
        self.lesson.show_picture(network_picture(found.lesson.start, PICTURE * self.devicePixelRatioF()))
        title = found.lesson.text(QLocale().name()).title
        n_done, n_steps = len(found.progress.done), len(found.lesson.plan.steps)
        if n_done:
            self.lesson.setText(self.tr("Continue a lesson"))
            note = self.tr("{number}. {title} – {done} of {all} steps")
        else:
            note = self.tr("{number}. {title} – {minutes} minutes")
        minutes = found.lesson.plan.minutes
        self.lesson.show_note(note.format(number=found.number, title=title, done=n_done, all=n_steps, minutes=minutes))

    # -- what the person does -----------------------------------------------------------------------------------------

    def _leave_for(self, wanted: SignalInstance) -> None:
        self.close()
        wanted.emit()

    def _on_recent_clicked(self, path: Path) -> None:
        if not self._recent[path].is_dead_end:
            self.close()
            self.recent_chosen.emit(path)

    def _on_recent_removed(self, path: Path) -> None:
        self._settings.forget_file(path)
        way = self._recent.pop(path)
        way.hide()
        way.deleteLater()
        self.lesson.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_lesson_clicked(self) -> None:
        self.close()
        if self._next is None:
            self.lessons_wanted.emit()
        else:
            self.lesson_chosen.emit(self._next.lesson)

    @Slot(str)
    def _on_example_chosen(self, name: str) -> None:
        self.close()
        self.example_chosen.emit(name)

    @Slot(bool)
    def _on_at_start_toggled(self, is_wanted: bool) -> None:
        self._settings.has_welcome = is_wanted
