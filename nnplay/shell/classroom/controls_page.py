"""ControlsPage: a row for each control of the window, with boxes that lock and hide it; groups can be locked, too."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from nnplay.appearance import metrics
from nnplay.project.controls import HIDEABLE, LOCKABLE
from nnplay.shell.classroom.control_names import GROUPS, control_name


class ControlsPage(QScrollArea):
    """The rows.

    Attributes
    ----------
    locks, hidden
        The check boxes by the names of ``LOCKABLE`` and ``HIDEABLE``.
    """

    def __init__(self, locked: Collection[str], hidden: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # only its contents can have the focus
        self.locks = {name: QCheckBox() for name in LOCKABLE}
        self.hidden = {name: QCheckBox() for name in HIDEABLE}
        self._page = QWidget()
        self._page.setProperty("look", "page")
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(*(metrics.SMALL,) * 4)
        self._grid.setHorizontalSpacing(metrics.LARGE)
        self._grid.setVerticalSpacing(metrics.TINY)
        self._grid.setColumnStretch(0, 1)
        for column, title in ((1, self.tr("Locked")), (2, self.tr("Hidden"))):
            heading = QLabel(title)
            heading.setProperty("look", "muted")
            self._grid.addWidget(heading, 0, column, Qt.AlignmentFlag.AlignCenter)
        for group, names in GROUPS.items():
            self._add_row(group, is_group=True)
            for name in names:
                self._add_row(name)
        for boxes, ticked in ((self.locks, locked), (self.hidden, hidden)):
            for name, box in boxes.items():
                box.setChecked(name in ticked)
        for name in (*GROUPS, "features"):
            self.locks[name].toggled.connect(self._show_reach)
        self.hidden["features"].toggled.connect(self._show_reach)
        self._show_reach()
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())

    @property
    def locked_names(self) -> tuple[str, ...]:
        """Names of the locked controls."""
        return tuple(name for name, box in self.locks.items() if box.isChecked())

    @property
    def hidden_names(self) -> tuple[str, ...]:
        """Names of the hidden controls."""
        return tuple(name for name, box in self.hidden.items() if box.isChecked())

    def free(self) -> None:
        """Unlock and show everything."""
        for box in (*self.locks.values(), *self.hidden.values()):
            box.setChecked(False)

    def _add_row(self, name: str, *, is_group: bool = False) -> None:
        if is_group:
            self._grid.setRowMinimumHeight(self._grid.rowCount(), metrics.TINY)
        row, title = self._grid.rowCount() + is_group, control_name(name)
        label = QLabel(title)
        if is_group:
            label.setProperty("look", "heading")
        else:
            label.setContentsMargins((2 if "." in name else 1) * metrics.MEDIUM, 0, 0, 0)
        self._grid.addWidget(label, row, 0)
        for column, boxes, text in (
            (1, self.locks, self.tr("Lock: {control}")),
            (2, self.hidden, self.tr("Hide: {control}")),
        ):
            if name in boxes:
                boxes[name].setAccessibleName(text.format(control=title))
                boxes[name].setToolTip(text.format(control=title))
                self._grid.addWidget(boxes[name], row, column, Qt.AlignmentFlag.AlignCenter)

    @Slot()
    def _show_reach(self) -> None:
        """Disable the boxes of controls that are already locked or hidden with a group."""
        for group, names in GROUPS.items():
            for name in names:
                is_part = "." in name
                if name in self.locks:
                    is_covered = self.locks[group].isChecked() or (is_part and self.locks["features"].isChecked())
                    self.locks[name].setEnabled(not is_covered)
                if is_part:
                    self.hidden[name].setEnabled(not self.hidden["features"].isChecked())
