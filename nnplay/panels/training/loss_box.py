"""LossBox: the choice of a loss, whose list shows the formula of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from nnplay.panels.training.loss_delegate import LossDelegate


class LossBox(QComboBox):
    """Typesets the formulas when the list opens, so that the start of the program does not wait for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate: LossDelegate | None = None

    def showPopup(self) -> None:
        """Open the list, as wide as the formulas need."""
        from nnplay.panels.training.loss_delegate import LossDelegate

        before, self._delegate = self._delegate, LossDelegate(self)
        self.setItemDelegate(self._delegate)
        if before is not None:
            before.deleteLater()
        self.view().setMinimumWidth(round(self._delegate.width_px))
        super().showPopup()
