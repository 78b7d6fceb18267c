"""LessonList: the lessons to choose from, in order, each with its duration and the person's progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.qt_types import layout_of
from nnplay.lessons import Lesson

if TYPE_CHECKING:
    from nnplay.panels.lesson.guide import LessonGuide


class LessonList(QScrollArea):
    """A button for each lesson.

    Signals
    -------
    chosen(Lesson)
        The person wants to start this lesson.
    file_wanted()
        The person wants to open a lesson file.
    """

    chosen = Signal(object)
    file_wanted = Signal()

    def __init__(self, lessons: Sequence[Lesson], guide: LessonGuide) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside it takes the focus
        self._guide = guide
        self._buttons: list[_LessonButton] = []
        page = QWidget()
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        invitation = QLabel(self.tr("Each takes a few minutes and comes with its own network; yours stays as it is."))
        invitation.setWordWrap(True)
        invitation.setProperty("look", "muted")
        column.addWidget(invitation)
        for number, lesson in enumerate(lessons, start=1):
            button = _LessonButton(number, lesson)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
            column.addWidget(button)
        other = QPushButton(self.tr("Open a lesson file…"))
        other.setProperty("look", "quiet")
        other.clicked.connect(self.file_wanted)
        column.addWidget(other)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def update_progress(self) -> None:
        """Update the progress."""
        for button in self._buttons:
            button.show_progress(len(self._guide.kept(button.lesson).done))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, _LessonButton)
        self.chosen.emit(button.lesson)


class _LessonButton(QPushButton):
    """A lesson's number, title, duration and progress; its summary is the tooltip."""

    def __init__(self, number: int, lesson: Lesson) -> None:
        super().__init__()
        self.lesson = lesson
        self._plain_number = str(number)
        words = lesson.text(QLocale().name())
        self.setProperty("look", "entry")
        self.setToolTip(words.summary)
        self.setAccessibleName(words.title)
        self._number, title, self._state = QLabel(), QLabel(words.title), QLabel()
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title.setWordWrap(True)
        self._state.setProperty("look", "caption")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(self._state)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(metrics.SMALL,) * 4)
        row.setSpacing(metrics.MEDIUM)
        row.addWidget(self._number)
        row.addLayout(column, 1)
        for label in (self._number, title, self._state):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_progress(0)

    def sizeHint(self) -> QSize:
        """Return the preferred size of the contents: a button would only count its own text."""
        return layout_of(self).sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size of the contents."""
        return layout_of(self).minimumSize()

    def show_progress(self, n_done: int) -> None:
        """Show how many steps are done."""
        n_steps, minutes = len(self.lesson.plan.steps), self.lesson.plan.minutes
        is_finished = n_done >= n_steps
        if is_finished:
            state = self.tr("Done")
        elif n_done:
            state = self.tr("{done} of {all} steps").format(done=n_done, all=n_steps)
        else:
            state = self.tr("{minutes} min").format(minutes=minutes)
        self._state.setText(state)
        self.setAccessibleDescription(state)
        self._number.setText("✓" if is_finished else self._plain_number)
        self._number.setProperty("look", "number-done" if is_finished else "number")
        self._number.style().polish(self._number)
