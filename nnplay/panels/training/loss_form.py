"""LossForm: the general formula of the project's loss, and what is left of it for one example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.engine import find_loss
from nnplay.panels.calculation.formula_sheet import FormulaSheet
from nnplay.panels.calculation.loss_formula import loss_atoms
from nnplay.panels.calculation.stepper import Stepper
from nnplay.panels.calculation.typesetter import Typesetter
from nnplay.panels.calculation.words import local_numbers
from nnplay.panels.widgets.spin_box import SpinBox
from nnplay.project.calculation import equation_text

if TYPE_CHECKING:
    from nnplay.document import Document
    from nnplay.training import TrainingController

_SIZE_PX, _DIGITS = 15, 4


class LossForm(QWidget):
    """The formula above; below it the same loss of an example, whose number can be chosen.

    Attributes
    ----------
    stepper
        Computes the example; after its signal ``changed``, the form is to be refreshed.
    """

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        # Its example is chosen here; what the window asks about is another one.
        self.stepper = Stepper(document, controller, self)
        self.formula, self.own = FormulaSheet(), FormulaSheet()
        self.formula.setAccessibleName(self.tr("General formula of the loss"))
        self.formula.setToolTip(
            self.tr("N examples, counted by i; K outputs, counted by k; ŷ is the network's answer, y the true one.")
        )
        self.own.setAccessibleName(self.tr("The loss of this example"))
        self.example = SpinBox()
        self.example.setMinimum(1)
        caption = QLabel(self.tr("What is left of it for example"))
        caption.setProperty("look", "muted")
        caption.setWordWrap(True)
        caption.setBuddy(self.example)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.SMALL)
        row.addWidget(caption, 1)
        row.addWidget(self.example)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TINY)
        column.addWidget(self.formula)
        column.addWidget(self._row)
        column.addWidget(self.own)
        self._is_stale = True
        self.stepper.changed.connect(self._on_stepper_changed)
        self.example.valueChanged.connect(self._on_example_chosen)

    def refresh(self) -> None:
        """Show the project's loss with the present weights, if they are not shown already."""
        if not self._is_stale:
            return
        self._is_stale = False
        numbers = local_numbers("significant", _DIGITS)
        loss = find_loss(self._document.project.training.loss)
        self.formula.show_atoms(loss_atoms(loss, Typesetter(numbers, _SIZE_PX)), loss.formula)
        calculation = self.stepper.calculation
        self.example.setMaximum(max(self.stepper.n_examples, 1))
        for widget in (self._row, self.own):
            widget.setVisible(calculation is not None)
        if calculation is not None:
            equation = calculation.end.equation()
            self.own.show_atoms([Typesetter(numbers, _SIZE_PX).atoms(equation)], equation_text(equation, numbers))

    @Slot()
    def _on_stepper_changed(self) -> None:
        self._is_stale = True

    @Slot(int)
    def _on_example_chosen(self, number: int) -> None:
        self.stepper.set_example(number - 1)
