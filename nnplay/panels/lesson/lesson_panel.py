"""LessonPanel: the lessons to choose from; while one is running, its steps with answers, hints and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.document import Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.lessons import load_shipped, shipped
from nnplay.panels.lesson.lesson_list import LessonList
from nnplay.panels.lesson.step_page import StepPage
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from pathlib import Path

    from nnplay.panels.lesson.guide import LessonGuide


class LessonPanel(LivePanel):
    """A reader for lessons.

    Signals
    -------
    lesson_chosen(Lesson)
        The person wants to start it.
    file_wanted()
        The person wants to open a lesson file.
    back_wanted()
        The person wants to return to their own network.
    """

    lesson_chosen = Signal(object)
    file_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, document: Document, guide: LessonGuide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._guide = guide
        self._shown: tuple[str, str] | None = None
        self._list: LessonList | None = None
        self._pages = PageStack(self)
        self._reader = self._make_reader()
        self._pages.addWidget(self._reader)
        guide.changed.connect(self.invalidate)

    @property
    def can_freeze(self) -> bool:
        return False

    def refresh(self) -> None:
        lesson = self._guide.lesson
        if lesson is None:
            self._shown = None
            self._show_list()
            return
        self._pages.setCurrentWidget(self._reader)
        language = QLocale().name()
        step, text, progress = self._guide.step, self._guide.text(language), self._guide.progress
        n_steps = len(lesson.plan.steps)
        is_other = self._shown != (lesson.id, step.id)
        has_keyboard = _has_keyboard(self._reader)
        if is_other:
            self._shown = (lesson.id, step.id)
            self._step.show_step(text, step.check, "" if self._guide.place else lesson.text(language).summary)
            self._area.verticalScrollBar().setValue(0)
        self._title.setText(lesson.text(language).title)
        self._bar.setRange(0, n_steps)
        self._bar.setValue(len(progress.done))
        self._place.setText(self.tr("{step} of {all}").format(step=self._guide.place + 1, all=n_steps))
        is_done = self._guide.is_step_done
        self._step.show_state(text, is_done=is_done, n_wrong=progress.wrong, deserves_hint=progress.deserves_hint)
        self._back.setEnabled(self._guide.place > 0)
        is_last = self._guide.place == n_steps - 1
        self._next.setText(self._last_word() if is_last else self.tr("Next"))
        self._next.setProperty("look", "primary" if is_done else "")
        self._next.style().polish(self._next)
        self._hint.setVisible(not is_done and bool(text.hint))
        self._hint.setText(self.tr("Show me") if progress.deserves_hint else self.tr("Hint"))
        if is_other and has_keyboard and not self._step.take_keyboard():
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        """Show all lessons; reading them takes long enough not to do so before."""
        if self._list is None:
            self._list = LessonList([load_shipped(path) for path in shipped()], self._guide)
            self._list.chosen.connect(self.lesson_chosen)
            self._list.file_wanted.connect(self.file_wanted)
            self._pages.addWidget(self._list)
        self._list.update_progress()
        self._pages.setCurrentWidget(self._list)

    @property
    def _following(self) -> Path | None:
        """The lesson after the one that is running; None after the last, and after a lesson from a file."""
        paths, lesson = shipped(), self._guide.lesson
        names = [path.name for path in paths]
        place = names.index(lesson.id) + 1 if lesson is not None and lesson.id in names else len(names)
        return paths[place] if place < len(paths) else None

    def _last_word(self) -> str:
        return self.tr("Finish") if self._following is None else self.tr("Next lesson")

    def _make_reader(self) -> QWidget:
        self._title = QLabel()
        self._title.setProperty("look", "heading")
        self._title.setWordWrap(True)
        self._place = QLabel()
        self._place.setProperty("look", "caption")
        leave = QPushButton("‹ " + self.tr("All lessons"))
        leave.setProperty("look", "link")
        leave.setToolTip(self.tr("Leave this lesson; you can come back to this step"))
        back = QPushButton(self.tr("Back to my network"))
        back.setProperty("look", "link")
        back.setToolTip(self.tr("End this lesson and go on where you were; you can come back to this step"))
        back.clicked.connect(self.back_wanted)
        head = QHBoxLayout()
        head.addWidget(leave)
        head.addWidget(back)
        head.addStretch(1)
        head.addWidget(self._place)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(metrics.TINY)
        self._step = StepPage()
        self._area = QScrollArea()
        self._area.setWidget(self._step)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside it takes the focus
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = QPushButton()
        self._back = QPushButton(self.tr("Back"))
        self._next = QPushButton()
        foot = QHBoxLayout()
        foot.addWidget(self._hint)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        reader = QWidget()
        column = QVBoxLayout(reader)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.SMALL)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._bar)
        column.addWidget(self._area, 1)
        column.addLayout(foot)
        leave.clicked.connect(self._guide.end)
        self._step.answered.connect(self._on_answered)
        self._step.went_on.connect(self._on_next_clicked)
        self._hint.clicked.connect(self._on_hint_clicked)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        return reader

    @Slot(str)
    def _on_answered(self, answer: str) -> None:
        try:
            self._guide.answer(answer)
        except NnplayError as error:
            self._document.report(error)

    @Slot()
    def _on_hint_clicked(self) -> None:
        if self._guide.progress.deserves_hint:
            answer = self._guide.show_how(EditName(QT_TRANSLATE_NOOP("steps", "Show me")))
            if answer:
                self._step.show_answer(answer)
                self._on_answered(answer)
        else:
            self._guide.ask_for_hint()

    @Slot()
    def _on_back_clicked(self) -> None:
        self._guide.go(-1)

    @Slot()
    def _on_next_clicked(self) -> None:
        lesson = self._guide.lesson
        assert lesson is not None
        if self._guide.place < len(lesson.plan.steps) - 1:
            self._guide.go(1)
            return
        following = self._following
        self._guide.finish()
        if following is None:
            self.back_wanted.emit()
        else:
            self.lesson_chosen.emit(load_shipped(following))


def _has_keyboard(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)
