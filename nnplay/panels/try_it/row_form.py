"""RowForm: a line for each value of a row, in the person's own units."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.asking import Form
from nnplay.engine import NnplayError
from nnplay.panels.try_it.field_line import FieldLine
from nnplay.panels.try_it.fields_area import FieldsArea
from nnplay.panels.widgets.spin_box import SpinBox

PAGE = 24
"""Fields on one page: more of them are not overlooked, and take long to make."""


class RowForm(QWidget):
    """Fields, page by page if there are many, and a sentence about what was typed.

    Signals
    -------
    edited()
        The person gave another value; ``cells`` has the whole row.
    field_touched(int)
        The person works on the field of this number.
    """

    edited = Signal()
    field_touched = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: Form | None = None
        self._names: tuple[str, ...] = ()
        self._cells: list[str] = []
        self._lines: list[FieldLine] = []
        self._fields = FieldsArea()
        self._page = SpinBox()
        self._page.setAccessibleName(self.tr("Page of fields"))
        self._page.valueChanged.connect(self._on_page_changed)
        self._pages = QWidget()
        head = QHBoxLayout(self._pages)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(QLabel(self.tr("Fields, page")))
        head.addWidget(self._page)
        head.addStretch(1)
        self._notice = QLabel()
        self._notice.setWordWrap(True)
        self._notice.setProperty("look", "caption")
        self._notice.setAccessibleName(self.tr("About the row"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(metrics.TINY)
        for widget in (self._pages, self._fields, self._notice):
            self._column.addWidget(widget)
        self._notice.hide()

    @property
    def form(self) -> Form | None:
        """The form shown."""
        return self._form

    @property
    def cells(self) -> tuple[str, ...]:
        """The row."""
        return tuple(self._cells)

    @property
    def lines(self) -> tuple[FieldLine, ...]:
        """The fields of the present page."""
        return tuple(self._lines)

    @property
    def notice(self) -> str:
        """The sentence about what was typed."""
        return self._notice.text()

    def show_form(self, form: Form, names: Sequence[str], cells: Sequence[str]) -> None:
        """Show the fields of other data, under these names, with these values."""
        self._form, self._names, self._cells = form, tuple(names), list(cells)
        n_pages = max(1, -(-len(form.fields) // PAGE))
        with QSignalBlocker(self._page):
            self._page.setRange(1, n_pages)
            self._page.setValue(1)
        self._page.setSuffix(" " + self.tr("of {n:,}").format(n=n_pages))
        self._pages.setVisible(n_pages > 1)
        self._make_lines()

    def show_cells(self, cells: Sequence[str]) -> None:
        """Show another row."""
        self._cells = list(cells)
        for line, cell in zip(self._lines, self._cells[self._first :], strict=False):
            line.set_cell(cell)
        self._show_notice()

    def focus_first(self) -> None:
        """Move the keyboard focus to the first field."""
        if self._lines:
            self._lines[0].set_focus()

    def say_error(self, error: NnplayError) -> None:
        """Show why a row cannot be asked about."""
        self._notice.setProperty("look", "error")
        self._notice.style().polish(self._notice)
        self._notice.setText(sentence(error))
        self._notice.show()

    @property
    def _first(self) -> int:
        return PAGE * (self._page.value() - 1)

    def _make_lines(self) -> None:
        assert self._form is not None
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.TINY)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        self._lines = []
        numbered = zip(self._form.fields, self._names, strict=True)
        for row, (field, name) in enumerate(islice(numbered, self._first, self._first + PAGE)):
            line = FieldLine(field, name, fields)
            line.place(grid, row)
            line.edited.connect(self._on_edited)
            line.touched.connect(self._on_touched)
            line.refused.connect(self.say_error)
            self._lines.append(line)
        self._fields.setWidget(fields)  # which deletes those before
        self.show_cells(self._cells)

    def _show_notice(self) -> None:
        outside = [line.field.name for line in self._lines if line.is_outside]
        text = self.tr("Beyond the training data: {names}. The answer is a guess.").format(names=", ".join(outside[:3]))
        text = text if outside else ""
        if text != self._notice.text():
            self._notice.setProperty("look", "caption")
            self._notice.style().polish(self._notice)
            self._notice.setText(text)
            self._notice.setVisible(bool(outside))

    @Slot()
    def _on_edited(self) -> None:
        for number, line in enumerate(self._lines, self._first):
            self._cells[number] = line.cell
        self._show_notice()
        self.edited.emit()

    @Slot()
    def _on_touched(self) -> None:
        line = self.sender()
        assert isinstance(line, FieldLine)
        self.field_touched.emit(self._first + self._lines.index(line))

    @Slot()
    def _on_page_changed(self) -> None:
        self._make_lines()
