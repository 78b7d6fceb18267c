"""AuthorDialog: write a lesson on the present project: its head, its steps, and a preview of each step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError
from nnplay.lessons import Facts
from nnplay.lessons.draft import LessonDraft, StepDraft
from nnplay.panels.lesson.author.head_form import HeadForm
from nnplay.panels.lesson.author.step_form import StepForm
from nnplay.panels.lesson.step_page import StepPage

_SIZE = QSize(980, 700)
_LEFT = 300


class AuthorDialog(QDialog):
    """Edits a lesson; the window stays usable, and the lesson starts with the project as it is when the lesson is
    saved.

    Parameters
    ----------
    facts
        Returns the present project with its data.
    panel_titles
        The titles of the panels, by name.
    language
        The language to write in first.

    Signals
    -------
    drafted()
        The lesson was changed, saved, or replaced by another one.
    open_wanted()
        The person wants to edit another lesson.
    save_wanted()
        The person wants to save the lesson to where it came from.
    file_wanted(), folder_wanted()
        The person wants to save the lesson as one file, or as a folder.
    """

    drafted = Signal()
    open_wanted = Signal()
    save_wanted = Signal()
    file_wanted = Signal()
    folder_wanted = Signal()

    def __init__(
        self, facts: Callable[[], Facts], panel_titles: Mapping[str, str], language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a lesson"))
        self.resize(_SIZE)
        self._facts = facts
        self._draft = self._saved = LessonDraft()
        self._name = ""
        self.head = HeadForm(language)
        self.steps = QListWidget()
        self.steps.setAccessibleName(self.tr("Steps"))
        self.form = StepForm(panel_titles)
        self.page = StepPage()
        self.problem = QLabel()
        self.problem.setProperty("look", "error")
        self.problem.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self._make_left())
        row.addWidget(self._make_right(), 1)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(self.problem)
        column.addWidget(self._make_buttons())
        self.head.changed.connect(self._on_head_changed)
        self.head.language_chosen.connect(self._show_place)
        self.steps.currentRowChanged.connect(self._show_place)
        self.form.changed.connect(self._on_step_changed)
        self.form.check.refused.connect(self.show_problem)
        self._show_steps(0)

    @property
    def draft(self) -> LessonDraft:
        """The lesson as written so far."""
        return self._draft

    @property
    def is_modified(self) -> bool:
        """Whether anything has changed since it was opened or saved."""
        return self._draft != self._saved

    def edit(self, draft: LessonDraft, name: str) -> None:
        """Continue with another lesson, from a file or folder of this name; the name may still be empty."""
        self._draft = draft
        self.head.show_lesson(draft)
        self._show_steps(0)
        self.mark_saved(name)

    def restore(self, draft: LessonDraft, name: str) -> None:
        """Continue with a lesson that has unsaved changes, from a file or folder of this name; it may be empty."""
        self.edit(draft, name)
        self._saved = LessonDraft() if draft.origin is None else LessonDraft.of(draft.origin)
        self.drafted.emit()

    def take_over(self, other: AuthorDialog) -> None:
        """Continue with the contents of another dialog, saved or not."""
        self.edit(other._draft, other._name)
        self._saved = other._saved
        self.head.languages.setCurrentIndex(self.head.languages.findData(other.head.language))
        self._show_steps(other._place)
        self.drafted.emit()

    def mark_saved(self, name: str) -> None:
        """Record that the lesson is saved in a file or folder of this name."""
        self._draft = self._saved = self._draft.named()
        self._name = name
        if name:
            self.setWindowTitle(self.tr("Lesson “{name}”").format(name=name))
        self.save.setEnabled(bool(name))
        self.problem.clear()
        self.drafted.emit()

    @Slot(object)
    def show_problem(self, error: NnplayError) -> None:
        """Show why the lesson cannot be saved as it is."""
        self.show_trouble(sentence(error))

    def show_trouble(self, text: str) -> None:
        """Show an error until something is changed."""
        self.problem.setText(text)

    def _make_left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(_LEFT)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self.steps, 1)
        row = QHBoxLayout()
        self.add = self._make_button("+", self.tr("Add a step after this one"), self._on_add_clicked)
        self.remove = self._make_button("−", self.tr("Remove this step"), self._on_remove_clicked)
        self.up = self._make_button("↑", self.tr("Move this step up"), self._on_up_clicked)
        self.down = self._make_button("↓", self.tr("Move this step down"), self._on_down_clicked)
        for button in (self.add, self.remove, self.up, self.down):
            row.addWidget(button)
        column.addLayout(row)
        return left

    @staticmethod
    def _make_button(text: str, explanation: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(explanation)
        button.setAccessibleName(explanation)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _make_right(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside it takes the focus
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.form.setProperty("look", "page")
        area.setWidget(self.form)
        self.tabs = QTabWidget()
        self.tabs.addTab(area, self.tr("Write"))
        reader = QScrollArea()
        reader.setWidgetResizable(True)
        reader.setAccessibleName(self.tr("Preview"))
        reader.setFrameShape(QScrollArea.Shape.NoFrame)
        reader.setWidget(self.page)
        self.tabs.addTab(reader, self.tr("Preview"))
        self.tabs.currentChanged.connect(self._show_preview)
        return self.tabs

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        open_ = buttons.addButton(self.tr("Open a lesson…"), QDialogButtonBox.ButtonRole.ResetRole)
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setEnabled(False)
        file = buttons.addButton(self.tr("Save as a file…"), QDialogButtonBox.ButtonRole.ActionRole)
        folder = buttons.addButton(self.tr("Save as a folder…"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        for button in (open_, self.save, file, folder, close):
            button.setAutoDefault(False)
        open_.setToolTip(self.tr("Edit a lesson that was saved as a file or a folder"))
        self.save.setToolTip(self.tr("Save the lesson to where it was last opened or saved"))
        open_.clicked.connect(self.open_wanted)
        self.save.clicked.connect(self.save_wanted)
        file.setToolTip(self.tr("One file that is easy to pass on"))
        folder.setToolTip(self.tr("Text files that are easy to edit, one for each language"))
        file.clicked.connect(self.file_wanted)
        folder.clicked.connect(self.folder_wanted)
        buttons.rejected.connect(self.reject)
        return buttons

    # -- the draft ----------------------------------------------------------------------------------------------------

    @property
    def _place(self) -> int:
        return self.steps.currentRow()

    def _title_of(self, place: int, step: StepDraft) -> str:
        title = step.text(self.head.language).title
        return self.tr("{number}. {title}").format(number=place + 1, title=title or self.tr("(no title)"))

    def _show_steps(self, place: int) -> None:
        self.steps.blockSignals(True)
        self.steps.clear()
        self.steps.addItems([self._title_of(number, step) for number, step in enumerate(self._draft.steps)])
        self.steps.setCurrentRow(place)
        self.steps.blockSignals(False)
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        place = self._place
        self.head.show_head(self._draft.heads.get(self.head.language, ("", "")))
        self.form.show_step(self._draft.steps[place], self.head.language, self._facts())
        for number, step in enumerate(self._draft.steps):
            self.steps.item(number).setText(self._title_of(number, step))
        self.remove.setEnabled(len(self._draft.steps) > 1)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < len(self._draft.steps) - 1)
        self._show_preview()

    @Slot()
    def _show_preview(self) -> None:
        step = self._draft.steps[self._place]
        text = step.text(self.head.language)
        _, summary = self._draft.heads.get(self.head.language, ("", ""))
        self.page.show_step(text, step.check, "" if self._place else summary)
        self.page.show_state(text, is_done=False, n_wrong=0, deserves_hint=True)

    @Slot()
    def _on_head_changed(self) -> None:
        head = self.head
        heads = {**self._draft.heads, head.language: (head.title.text(), head.summary.toPlainText())}
        self._draft = replace(
            self._draft, heads=heads, minutes=head.minutes.value(), locked=head.locked(self._draft.locked)
        )
        self.problem.clear()
        self.drafted.emit()

    @Slot()
    def _on_step_changed(self) -> None:
        place, step = self._place, self.form.step
        self._draft = self._draft.with_step(place, step)
        self.steps.item(place).setText(self._title_of(place, step))
        self.form.check.show_now(self._facts())
        self.problem.clear()
        self.drafted.emit()

    @Slot()
    def _on_add_clicked(self) -> None:
        place = self._place
        self._draft = self._draft.with_new_step(place)
        self._show_steps(place + 1)
        self.drafted.emit()

    @Slot()
    def _on_remove_clicked(self) -> None:
        place = self._place
        self._draft = self._draft.without_step(place)
        self._show_steps(min(place, len(self._draft.steps) - 1))
        self.drafted.emit()

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        place = self._place
        self._draft = self._draft.with_step_moved(place, by)
        self._show_steps(place + by)
        self.drafted.emit()
