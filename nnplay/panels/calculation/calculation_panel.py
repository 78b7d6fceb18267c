"""CalculationPanel: one pass through the network, phase by phase, in words and in formulas with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.engine import NnplayError, Part
from nnplay.engine.parts import exists
from nnplay.panels.calculation.formula_sheet import FormulaSheet
from nnplay.panels.calculation.place_bar import PlaceBar
from nnplay.panels.calculation.step_bar import StepBar
from nnplay.panels.calculation.stepper import Stepper
from nnplay.panels.calculation.words import local_numbers, sentence_text, subject_title
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.widgets.empty_state import EmptyPages, Wish
from nnplay.project.calculation import (
    Calculation,
    Equation,
    Kind,
    Mark,
    Matrix,
    Narrator,
    NumberFormat,
    Quantity,
    calculation_csv,
    calculation_latex,
    calculation_text,
    marks,
)

if TYPE_CHECKING:
    from nnplay.document import Document
    from nnplay.training import TrainingController

_CANVAS_DIGITS = 2
"""Significant digits of the numbers beside neurons, where there is little room."""

_LEAST_SHEET_HEIGHT = 120
"""Smallest height of the formulas: two equations with fractions."""

_SETTLE_MS = 150
"""How long the pointer rests on a neuron before its formulas appear, so that merely crossing one shows nothing."""

_MOST_COPIED = 3_000
"""Most products in a copied spreadsheet, about a second's work; the command ``trace`` writes larger ones."""

_DIGITS = {"significant": (3, 4, 6, 9), "fixed": (2, 4, 6), "fractions": (6,)}


class CalculationPanel(LivePanel):
    """Step bar, narration and formulas; they show the phase, or the neuron or weight that was pointed at.

    Signals
    -------
    marks_changed(tuple[Mark, ...]) : the marks that the canvas shows beside neurons and weights; may be empty.
    part_pointed(Part | None) : the part of the network to which the number under the pointer belongs.
    """

    marks_changed = Signal(object)
    part_pointed = Signal(object)

    def __init__(
        self, document: Document, controller: TrainingController, asked: Asked, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.stepper = Stepper(document, controller, self, asked)
        self._style, self._digits, self._by_matrices = "significant", 4, False
        self._document = document
        self._subject: Part | None = None
        self._places: dict[str, tuple[int, int]] = {}
        self._next_subject: Part | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        self._bar = StepBar(self.stepper, self)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._subject_title = QLabel()
        self._subject_title.setProperty("look", "muted")
        self._leave = QToolButton()
        self._leave.setText(self.tr("Back to the step"))
        self._leave.setToolTip(self.tr("Show what the current step computes"))
        self._leave.setProperty("look", "raised")
        self._leave.clicked.connect(self.leave_part)
        self._about = QWidget()
        about = QHBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.addWidget(self._subject_title)
        about.addWidget(self._leave)
        about.addStretch(1)
        self._place_bar = PlaceBar()
        self._place_bar.place_chosen.connect(self._on_place_chosen)
        self._sheet = FormulaSheet()
        self._sheet.part_pointed.connect(self.part_pointed)
        self._sheet.leaf_clicked.connect(self._on_leaf_clicked)
        scroll = QScrollArea()
        scroll.setWidget(self._sheet)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self._sheet.accessibleName())
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        scroll.setMinimumHeight(_LEAST_SHEET_HEIGHT)

        self._pages = EmptyPages(self)
        self._pages.empty.wished.connect(self.wished)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(*(metrics.SMALL,) * 4)
        column.setSpacing(metrics.SMALL)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        column.addWidget(self._about)
        column.addWidget(self._place_bar)
        column.addWidget(scroll, 1)
        self._menu = self._make_menu()
        self.stepper.changed.connect(self._on_stepper_changed)

    @property
    def sheet(self) -> FormulaSheet:
        """The formulas."""
        return self._sheet

    @property
    def narration(self) -> str:
        """The narration of the step."""
        return self._words.text()

    @property
    def numbers(self) -> NumberFormat:
        """The number format."""
        return local_numbers(self._style, self._digits)

    def refresh(self) -> None:
        calculation = self.stepper.calculation
        self._bar.refresh()
        self._about.setVisible(calculation is not None and self._subject is not None)
        if calculation is None:
            reason = self.stepper.reason
            if reason is None:
                self._pages.say(self.tr("Choose data, and this panel computes every number of a pass."), Wish.DATA)
            else:
                self._pages.say(sentence(reason))
            self.marks_changed.emit(())
            return
        self._pages.show_content()
        if self._subject is None:
            narrator = Narrator(calculation, self.numbers)
            sentences = narrator.phase(self.stepper.stepping.phase, self._places.get(self._node))
            self._words.setText(" ".join(map(sentence_text, sentences)))
        else:
            self._subject_title.setText(subject_title(self._document.project, calculation, self._subject))
            self._words.setText(self._words_on(calculation, self._subject))
        self._words.setVisible(bool(self._words.text()))
        self._place_bar.show_place(*self._shown_place(calculation))
        self._sheet.show_equations(self._equations(calculation), self.numbers)
        self.marks_changed.emit(self._marks(calculation))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stepper.play(False)
        self._settle.stop()
        self.invalidate()
        self.part_pointed.emit(None)
        self.marks_changed.emit(())

    def menu_actions(self) -> Sequence[QAction]:
        return self._menu

    @Slot(object)
    def show_part(self, part: Part | None) -> None:
        """Show the formulas of a neuron or a weight, until the next step; nothing of one that is gone by now."""
        calculation = self.stepper.calculation
        if part is None or calculation is None or not exists(calculation.passes.network, part):
            return
        if not calculation.passes.has_target:  # a part's formulas go back from the loss, which nobody knows
            return
        self._subject = part
        self.invalidate()

    @Slot(object)
    def point_at_neuron(self, neuron: Part | None) -> None:
        """Show the neuron on which the pointer rests."""
        self._rest_on(neuron)

    @Slot(object)
    def point_at_weight(self, part: Part | None) -> None:
        """Show the weight on which the pointer rests."""
        if part is None or part.parameter == "kernel":
            self._rest_on(part)

    @Slot()
    def leave_part(self) -> None:
        """Show what the phase computes."""
        self._subject = None
        self.invalidate()

    def copied(self, form: str) -> str:
        """Return the formulas as ``text`` or ``latex``, or the whole pass as a ``csv`` spreadsheet."""
        calculation = self.stepper.calculation
        if calculation is None:
            return ""
        if form == "csv":
            return calculation_csv(calculation.everything(is_whole=True, most=_MOST_COPIED))
        write = calculation_latex if form == "latex" else calculation_text
        return write(self._sheet.equations, self.numbers)

    def _equations(self, calculation: Calculation) -> tuple[Equation, ...]:
        place = self._places.get(self._node)
        if self._subject is None:
            return calculation.of_phase(self.stepper.stepping.phase, by_matrices=self._by_matrices, place=place)
        return calculation.of_part(self._subject, place)

    @property
    def _node(self) -> str:
        """The layer that the equations are about; empty if they are about none."""
        if self._subject is not None:
            return self._subject.node if self._subject.parameter is None else ""
        phase, calculation = self.stepper.stepping.phase, self.stepper.calculation
        if phase.kind is Kind.EXAMPLE and calculation is not None:
            return calculation.passes.network.input.name
        return phase.node or ""

    def _shown_place(self, calculation: Calculation) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the shape of the layer that the equations are about, and the position in it; both empty if there is
        none.
        """
        shape = calculation.passes.network.shapes.get(self._node, ())
        return shape, calculation.place(self._node, self._places.get(self._node)) if shape else ()

    def _words_on(self, calculation: Calculation, part: Part) -> str:
        if part.parameter is None or not part.index:
            return ""
        return sentence_text(Narrator(calculation, self.numbers).weight(part))

    def _marks(self, calculation: Calculation) -> tuple[Mark, ...]:
        numbers = local_numbers("significant", _CANVAS_DIGITS)
        return marks(calculation, self.stepper.stepping, numbers)

    def _rest_on(self, part: Part | None) -> None:
        self._next_subject = part
        if part is None or not self.isVisible():
            self._settle.stop()
        else:
            self._settle.start()

    def _make_menu(self) -> list[QAction]:
        actions = [
            self._make_action(self.tr("Copy as &text"), "text", self._on_copy_triggered),
            self._make_action(self.tr("Copy as &LaTeX"), "latex", self._on_copy_triggered),
            self._make_action(self.tr("Copy as &spreadsheet"), "csv", self._on_copy_triggered),
        ]
        matrices = self._make_action(self.tr("&Matrix form"), None, self._on_matrices_triggered)
        matrices.setCheckable(True)
        actions.append(matrices)
        titles = {
            "significant": self.tr("{n} significant digits"),
            "fixed": self.tr("{n} decimals"),
            "fractions": self.tr("Fractions"),
        }
        group = QActionGroup(self)
        for style, choices in _DIGITS.items():
            for n in choices:
                action = self._make_action(titles[style].format(n=n), (style, n), self._on_numbers_triggered)
                action.setCheckable(True)
                action.setChecked((style, n) == (self._style, self._digits))
                group.addAction(action)
                actions.append(action)
        return actions

    def _make_action(self, words: str, data: object, slot: object) -> QAction:
        action = QAction(words, self)
        action.setData(data)
        action.triggered.connect(slot)
        return action

    @Slot()
    def _on_settled(self) -> None:
        self.show_part(self._next_subject)

    @Slot()
    def _on_stepper_changed(self) -> None:
        self._subject = None
        self.invalidate()

    @Slot(object)
    def _on_leaf_clicked(self, leaf: Quantity | Matrix) -> None:
        if isinstance(leaf, Quantity) and leaf.part is not None and len(leaf.place) == 2:
            self._places[leaf.part.node] = leaf.place[0], leaf.place[1]
        self.show_part(leaf.part)

    @Slot(object)
    def _on_place_chosen(self, place: tuple[int, int] | None) -> None:
        if place is None:
            self._places.pop(self._node, None)
        else:
            self._places[self._node] = place
        self.invalidate()

    @Slot()
    def _on_copy_triggered(self) -> None:
        try:
            text = self.copied(self._sent_data())
        except NnplayError as error:
            self.stepper.report(error)
        else:
            QGuiApplication.clipboard().setText(text)

    @Slot(bool)
    def _on_matrices_triggered(self, by_matrices: bool) -> None:
        self._by_matrices = by_matrices
        self.leave_part()

    @Slot()
    def _on_numbers_triggered(self) -> None:
        self._style, self._digits = self._sent_data()
        self.invalidate()

    def _sent_data(self) -> Any:
        """Return the data of the action that was triggered, in the type in which it was set."""
        action = self.sender()
        assert isinstance(action, QAction)
        return action.data()
