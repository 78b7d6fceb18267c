"""CheckForm: what completes a step: reading it, a number, one of several answers, or a value in the project."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.lessons import Check, Choice, Facts, Number, Quantity
from nnplay.lessons.checks import Compare, Read
from nnplay.panels.lesson.author.quantity_form import QuantityForm
from nnplay.panels.training.number_field import NumberField
from nnplay.panels.widgets.spin_box import SpinBox

_MOST_DIGITS = 6
_KINDS: tuple[type[Check], ...] = (Read, Number, Choice, Compare)


class CheckForm(QWidget):
    """The kind of a check, and its fields; a check that the fields cannot express is kept as it is.

    Signals
    -------
    changed()
        The check has changed.
    refused(NnplayError)
        The text entered is not a number.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.kind.addItems(
            [
                self.tr("it is read"),
                self.tr("a number is entered"),
                self.tr("one of several answers is selected"),
                self.tr("a value in the project is reached"),
            ]
        )
        self.kind.setAccessibleName(self.tr("Done when"))
        self._pages = QStackedWidget()
        self._kept: tuple[Check, tuple[str, ...]] | None = None
        kept = QLabel(self.tr("This step is completed by a rule that cannot be edited here; the rule stays as it is."))
        kept.setWordWrap(True)
        kept.setAlignment(Qt.AlignmentFlag.AlignTop)
        kept.setProperty("look", "muted")
        for page in (QWidget(), self._make_number(), self._make_choice(), self._make_compare(), kept):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self.kind)
        column.addWidget(self._pages)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self._show_fields()

    @property
    def check(self) -> Check:
        """The check that the fields express, or the one that is kept."""
        if self._is_kept and self._kept is not None:
            return self._kept[0]
        kind = _KINDS[self.kind.currentIndex()]
        if kind is Number:
            value = self.expected.quantity if self.source.currentIndex() == 0 else float(self.value.value or 0)
            return Number(value, self.digits.value())
        if kind is Choice:
            return Choice(self.right.value() - 1)
        if kind is Compare:
            return Compare(self.watched.quantity, self.at_least.value, self.at_most.value)
        return Read()

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers to choose from, each with why it is wrong after a ``|``; empty for checks without any."""
        if self._is_kept and self._kept is not None:
            return self._kept[1]
        if _KINDS[self.kind.currentIndex()] is not Choice:
            return ()
        return tuple(line.strip() for line in self.options.toPlainText().splitlines() if line.strip())

    def show_check(self, check: Check, answers: tuple[str, ...], facts: Facts) -> None:
        """Show an existing check."""
        self.blockSignals(True)
        for form in (self.expected, self.watched):
            form.offer_layers(facts.project.network)
        self._keep(None)
        self.kind.setCurrentIndex(_KINDS.index(type(check)) if type(check) in _KINDS else 0)
        self.options.setPlainText("\n".join(answers))
        if isinstance(check, Number):
            self.source.setCurrentIndex(0 if isinstance(check.value, Quantity) else 1)
            if isinstance(check.value, Quantity):
                self.expected.show_quantity(check.value)
            else:
                self.value.set_value(check.value)
            self.digits.setValue(check.digits)
        elif isinstance(check, Choice):
            self.right.setValue(check.answer + 1)
        elif isinstance(check, Compare):
            self.watched.show_quantity(check.quantity)
            self.at_least.set_value(check.at_least)
            self.at_most.set_value(check.at_most)
        if (self.check, self.answers) != (check, answers):
            self._keep((check, answers))
        self.blockSignals(False)
        self._show_fields()
        self.show_now(facts)

    def show_now(self, facts: Facts) -> None:
        """Show the values of the selected quantities in a project."""
        for form in (self.expected, self.watched):
            form.show_now(facts)

    @property
    def _is_kept(self) -> bool:
        return self.kind.currentIndex() == len(_KINDS)

    def _keep(self, kept: tuple[Check, tuple[str, ...]] | None) -> None:
        """Offer to keep a check and its answers, and select that; None if there is nothing to keep."""
        self._kept = kept
        if kept is None:
            self.kind.removeItem(len(_KINDS))
        else:
            self.kind.addItem(self.tr("a rule of the lesson is met"))
            self.kind.setCurrentIndex(len(_KINDS))

    def _make_number(self) -> QWidget:
        self.source = QComboBox()
        self.source.addItems([self.tr("from the network at that time"), self.tr("always this one")])
        self.expected = QuantityForm()
        self.value = NumberField()
        self.value.set_value(0.0)
        self.digits = SpinBox()
        self.digits.setRange(0, _MOST_DIGITS)
        self.digits.setValue(2)
        page = QWidget()
        self._number = form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("The number"), self.source)
        form.addRow(self.expected)
        form.addRow(self.tr("Value"), self.value)
        form.addRow(self.tr("Decimal places"), self.digits)
        self.source.currentIndexChanged.connect(self._on_source_changed)
        self.expected.changed.connect(self.changed)
        self._follow(self.value)
        self.digits.valueChanged.connect(self.changed)
        return page

    def _make_choice(self) -> QWidget:
        self.options = QPlainTextEdit()
        self.options.setTabChangesFocus(True)
        self.right = SpinBox()
        self.right.setRange(1, 9)
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        self.options.setToolTip(self.tr("Write why an answer is wrong on the same line, after a | sign"))
        form.addRow(self.tr("Answers, one per line"), self.options)
        form.addRow(self.tr("Correct answer"), self.right)
        self.options.textChanged.connect(self.changed)
        self.right.valueChanged.connect(self.changed)
        return page

    def _make_compare(self) -> QWidget:
        self.watched = QuantityForm()
        self.at_least, self.at_most = NumberField(is_optional=True), NumberField(is_optional=True)
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.watched)
        form.addRow(self.tr("At least"), self.at_least)
        form.addRow(self.tr("At most"), self.at_most)
        self.watched.changed.connect(self.changed)
        for field in (self.at_least, self.at_most):
            self._follow(field)
        return page

    def _follow(self, field: NumberField) -> None:
        field.committed.connect(self._on_committed)
        field.refused.connect(self.refused)

    def _show_fields(self) -> None:
        self._pages.setCurrentIndex(self.kind.currentIndex())
        self._number.setRowVisible(self.expected, self.source.currentIndex() == 0)
        self._number.setRowVisible(self.value, self.source.currentIndex() == 1)

    @Slot()
    def _on_kind_changed(self) -> None:
        self._show_fields()
        self.changed.emit()

    @Slot()
    def _on_source_changed(self) -> None:
        self._show_fields()
        self.changed.emit()

    @Slot(object)
    def _on_committed(self, value: float | None) -> None:
        self.changed.emit()
