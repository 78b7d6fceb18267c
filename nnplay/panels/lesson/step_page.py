"""StepPage: one step of a lesson: its text, a field for the answer, and the result."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError
from nnplay.lessons import Check, Choice, Number, StepText
from nnplay.lessons.checks import Read
from nnplay.panels.lesson.option import Option
from nnplay.panels.lesson.words import Words
from nnplay.project.typed_number import parse_number


class StepPage(QWidget):
    """The area between the title and the buttons of a lesson.

    Signals
    -------
    answered(str)
        The person has given an answer: the text, or the index of a choice.
    went_on()
        Enter was pressed again after a correct answer.
    """

    answered = Signal(str)
    went_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self._check: Check | None = None
        self._is_done = False
        self._title = QLabel()
        self._title.setProperty("look", "figure")
        self._title.setWordWrap(True)
        self._lead = Words(self.tr("What the lesson is about"), "aside")
        self._body = Words(self.tr("Text"))
        self._choices = QWidget()
        self._choices_column = QVBoxLayout(self._choices)
        self._choices_column.setContentsMargins(0, 0, 0, 0)
        self._options: list[
            Option
        ] = []  # kept here instead of asking the group, because PySide would make the buttons the group's children
        self._group = QButtonGroup(self)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Your answer"))
        self._field.setAccessibleName(self.tr("Your answer"))
        self._submit = QPushButton(self.tr("Check"))
        self._number = QWidget()
        row = QHBoxLayout(self._number)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 1)
        row.addWidget(self._submit)
        self._verdict = QLabel()
        self._verdict.setWordWrap(True)
        self._verdict.setTextFormat(Qt.TextFormat.MarkdownText)
        self._done = Words(self.tr("Result"), "aside")
        self._hint = Words(self.tr("Hint"), "aside")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.SMALL, 0, metrics.SMALL)
        column.setSpacing(metrics.MEDIUM)
        for widget in (
            self._lead,
            self._title,
            self._body,
            self._choices,
            self._number,
            self._verdict,
            self._done,
            self._hint,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self._field.returnPressed.connect(self._on_entered)
        self._submit.clicked.connect(self._on_submitted)
        self._group.idClicked.connect(self._on_choice_clicked)

    def show_step(self, text: StepText, check: Check, lead: str) -> None:
        """Show another step, without any answer yet; ``lead`` is shown before it, if there is one."""
        self._check = check
        self._lead.show_words(lead)
        self._title.setText(text.title)
        self._body.show_words(text.body)
        self._field.clear()
        self._number.setVisible(isinstance(check, Number))
        self._choices.setVisible(isinstance(check, Choice))
        for option in self._options:
            self._group.removeButton(option.button)
            option.deleteLater()
        self._options = [Option(words) for words in (text.options if isinstance(check, Choice) else ())]
        for place, option in enumerate(self._options):
            self._group.addButton(option.button, place)
            self._choices_column.addWidget(option)

    def show_state(self, text: StepText, *, is_done: bool, n_wrong: int, deserves_hint: bool) -> None:
        """Show whether the step is done, and the hint if it is due."""
        assert self._check is not None
        self._is_done = is_done
        waits = not is_done and not self._check.asks
        # A hint can be asked for before there is any answer.
        has_answer = bool(self._field.text()) or self._group.checkedId() >= 0
        is_wrong = not is_done and n_wrong > 0 and self._check.asks and has_answer
        self._verdict.setVisible((waits or is_wrong or is_done) and not isinstance(self._check, Read))
        if is_done:
            self._verdict.setText("✓ " + self.tr("Done."))
        elif is_wrong:
            self._verdict.setText(self._why_not(text))
        else:
            self._verdict.setText(self.tr("This is ticked as soon as it is done."))
        self._verdict.setProperty("look", "error" if is_wrong else "muted")
        self._verdict.style().polish(self._verdict)
        self._done.show_words(text.done if is_done else "")
        self._hint.show_words(text.hint if deserves_hint and not is_done else "")

    def _why_not(self, text: StepText) -> str:
        """Return what is wrong with the answer, in the lesson's words, or that it is not correct."""
        reason = text.reason(self._group.checkedId()) if isinstance(self._check, Choice) else ""
        return reason or self.tr("Not yet: try again.")

    def _show_misread(self, problem: str) -> None:
        """Say that what was typed is no number."""
        self._verdict.setText(problem)
        self._verdict.setProperty("look", "error")
        self._verdict.style().polish(self._verdict)
        self._verdict.show()

    def take_keyboard(self) -> bool:
        """Move the focus to the answer; return False if there is no field for one."""
        if isinstance(self._check, Number):
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        return isinstance(self._check, Number)

    def show_answer(self, answer: str) -> None:
        """Fill in an answer."""
        if isinstance(self._check, Choice):
            self._options[int(answer)].button.setChecked(True)
        else:
            self._field.setText(answer)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the text out again when font or palette change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()

    @Slot()
    def _on_entered(self) -> None:
        if self._is_done:
            self.went_on.emit()
        else:
            self._on_submitted()

    @Slot()
    def _on_submitted(self) -> None:
        text = self._field.text()
        if not text.strip():
            return
        try:
            parse_number(text)
        except NnplayError as error:
            self._show_misread(sentence(error))  # no wrong answer, so it does not count as a try
        else:
            self.answered.emit(text)

    @Slot(int)
    def _on_choice_clicked(self, place: int) -> None:
        self.answered.emit(str(place))
