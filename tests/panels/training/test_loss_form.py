"""The loss where it is chosen: its general formula, and what is left of it for one example."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from nnplay.engine.losses import LOSSES
from nnplay.panels.calculation.loss_formula import loss_atoms
from nnplay.panels.calculation.pieces import Glyphs
from nnplay.panels.calculation.typesetter import Typesetter
from nnplay.panels.training.loss_box import LossBox
from nnplay.project.calculation import NumberFormat


def letters(atoms):
    pieces = [piece for sides in atoms for side in sides for piece in side]
    inks = [ink for piece in pieces for ink in piece.laid_out(QPointF())]
    return "".join(ink.text for ink in inks if isinstance(ink, Glyphs))


@pytest.mark.parametrize(
    ("name", "n_sums", "is_negative"),
    [
        ("half_squared_error", 2, False),
        ("binary_crossentropy", 2, True),
        ("categorical_crossentropy", 2, True),
        ("sparse_categorical_crossentropy", 1, True),
        ("hinge", 2, False),
    ],
)
def test_the_formula_has_its_sums_over_examples_and_outputs(qapp, name, n_sums, is_negative):
    written = letters(loss_atoms(name, Typesetter(NumberFormat())))
    assert written.startswith("L=")
    assert written.count("∑") == n_sums
    assert (written[2] == "−") is is_negative
    assert {"N", "i", "ŷ"} <= set(written)
    assert ("K" in written) is (n_sums == 2)


def test_the_list_has_a_formula_beside_every_loss(qtbot):
    box = LossBox()
    qtbot.addWidget(box)
    for name in LOSSES:
        box.addItem(name, name)
    box.show()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.view().isVisible()
    delegate, model = box.view().itemDelegate(), box.model()
    heights = [delegate.sizeHint(QStyleOptionViewItem(), model.index(row, 0)).height() for row in range(len(LOSSES))]
    assert min(heights) > 40  # room for a sum with its limits
    assert box.view().width() >= delegate.width_px
    box.hidePopup()


def test_a_closed_list_that_has_other_entries_survives_another_theme(qtbot):
    box = LossBox()
    qtbot.addWidget(box)
    box.addItem("hinge", "hinge")
    box.show()
    QTest.keyClick(box, Qt.Key.Key_Space)
    box.hidePopup()
    box.clear()
    for name in LOSSES:  # as after other data
        box.addItem(name, name)
    before = QApplication.instance().styleSheet()
    QApplication.instance().setStyleSheet("")
    QApplication.instance().setStyleSheet(before)
    delegate, model = box.view().itemDelegate(), box.model()
    assert delegate.sizeHint(QStyleOptionViewItem(), model.index(len(LOSSES) - 1, 0)).height() > 40
