"""LessonList: the lessons to choose from, in their order, each with its length and how far one is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nnplay.lessons import Lesson
from nnplay.look import metrics

if TYPE_CHECKING:
    from nnplay.panels.lesson.guide import LessonGuide


class LessonList(QScrollArea):
    """A button for each lesson.

    Signals
    -------
    chosen(Lesson)
        The person wants it.
    file_wanted()
        The person has a lesson of somebody else's.
    """

    chosen = Signal(object)
    file_wanted = Signal()

    def __init__(self, lessons: Sequence[Lesson], guide: LessonGuide) -> None:
        super().__init__()
        self._guide = guide
        self._buttons: list[_LessonButton] = []
        page = QWidget()
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.TINY)
        invitation = QLabel(self.tr("Each takes a few minutes and brings a network of its own: yours is not touched."))
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
        """Show anew how far one is."""
        for button in self._buttons:
            button.show_progress(len(self._guide.kept(button.lesson).done))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, _LessonButton)
        self.chosen.emit(button.lesson)


class _LessonButton(QPushButton):
    """A lesson's number, title, length and progress; its summary is the tooltip."""

    def __init__(self, number: int, lesson: Lesson) -> None:
        super().__init__()
        self.lesson = lesson
        self._number = number
        self._words = lesson.text(QLocale().name())
        self.setProperty("look", "entry")
        self.setToolTip(self._words.summary)
        self.show_progress(0)

    def show_progress(self, n_done: int) -> None:
        """Show how many steps are done."""
        n_steps = len(self.lesson.plan.steps)
        if n_done >= n_steps:
            state = "✓"
        elif n_done:
            state = f"{n_done}/{n_steps}"
        else:
            state = self.tr("{minutes} min").format(minutes=self.lesson.plan.minutes)
        self.setText(f"{self._number}.  {self._words.title}   {state}")


def load_all(paths: Sequence[Path]) -> list[Lesson]:
    """Read lessons; they ship with the program, so that a damaged one is a defect and raises."""
    from nnplay.lessons import load

    return [load(path) for path in paths]
