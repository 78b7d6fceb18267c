"""HeadForm: a lesson's title, summary, duration and locks, in one language at a time."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.languages import own_names
from nnplay.languages import nearest
from nnplay.lessons.draft import LessonDraft
from nnplay.panels.lesson.author.words import LOCK_TITLES, lock_title
from nnplay.panels.widgets.spin_box import SpinBox

_SUMMARY_LINES = 3
_MOST_MINUTES = 240
_LOCKS_PER_ROW = 2


class HeadForm(QWidget):
    """The fields above the list of steps.

    Signals
    -------
    changed()
        The person has changed something.
    language_chosen()
        The person wants to write the texts of another language.
    """

    changed = Signal()
    language_chosen = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages = QComboBox()
        for code, name in own_names().items():
            self.languages.addItem(name, code)
        self.languages.setCurrentIndex(self.languages.findData(nearest([language])))
        self.title = QLineEdit()
        self.summary = QPlainTextEdit()
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(self.summary.fontMetrics().lineSpacing() * _SUMMARY_LINES + 2 * metrics.SMALL)
        self.minutes = SpinBox()
        self.minutes.setRange(1, _MOST_MINUTES)
        self.minutes.setValue(10)
        locks = QWidget()
        grid = QGridLayout(locks)
        grid.setContentsMargins(0, 0, 0, 0)
        self.locks = {name: QCheckBox(lock_title(name)) for name in LOCK_TITLES}
        for number, box in enumerate(self.locks.values()):
            grid.addWidget(box, *divmod(number, _LOCKS_PER_ROW))
            box.toggled.connect(self.changed)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for caption, field in (
            (self.tr("Language"), self.languages),
            (self.tr("Title"), self.title),
            (self.tr("Summary"), self.summary),
            (self.tr("Minutes"), self.minutes),
            (self.tr("Locked"), locks),
        ):
            form.addRow(caption, field)
            field.setAccessibleName(caption)
        self.title.textEdited.connect(self.changed)
        self.summary.textChanged.connect(self.changed)
        self.minutes.valueChanged.connect(self.changed)
        self.languages.activated.connect(self._on_language_activated)

    @property
    def language(self) -> str:
        """Code of the language being edited."""
        return str(self.languages.currentData())

    def locked(self, before: tuple[str, ...]) -> tuple[str, ...]:
        """Return the lesson's locks: those that it had before, changed by the boxes."""
        kept = tuple(name for name in before if name not in self.locks or self.locks[name].isChecked())
        return (*kept, *(name for name, box in self.locks.items() if box.isChecked() and name not in kept))

    def show_lesson(self, draft: LessonDraft) -> None:
        """Show the duration and locks of another lesson, and offer its languages."""
        self.blockSignals(True)
        for code in draft.heads:
            if self.languages.findData(code) < 0:
                self.languages.addItem(QLocale(code).nativeLanguageName() or code, code)
        if draft.heads and self.language not in draft.heads:
            self.languages.setCurrentIndex(self.languages.findData(next(iter(draft.heads))))
        self.minutes.setMaximum(max(_MOST_MINUTES, draft.minutes))
        self.minutes.setValue(draft.minutes)
        for name, box in self.locks.items():
            box.setChecked(name in draft.locked)
        self.blockSignals(False)

    def show_head(self, head: tuple[str, str]) -> None:
        """Show title and summary."""
        self.blockSignals(True)
        self.title.setText(head[0])
        if self.summary.toPlainText() != head[1]:
            self.summary.setPlainText(head[1])
        self.blockSignals(False)

    @Slot()
    def _on_language_activated(self) -> None:
        self.language_chosen.emit()
