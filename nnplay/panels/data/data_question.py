"""DataQuestion: asks before a project's data outside its file are opened."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.data import DataChoice

_WIDTH = 460


class DataQuestion(QDialog):
    """Open, choose other data, or not now.

    Signals
    -------
    agreed(DataChoice)
        The person wants to open these data.
    other_wanted(DataChoice)
        The person wants to choose other data instead.
    """

    agreed = Signal(object)
    other_wanted = Signal(object)

    def __init__(self, choice: DataChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setWindowTitle(self.tr("Open the data of this project?"))
        self.setMinimumWidth(_WIDTH)
        question = QLabel(self.tr("This project learns from data on this computer. None of them has been opened yet."))
        facts = QLabel("\n".join(self._facts(Path(choice.location))))
        facts.setTextFormat(Qt.TextFormat.PlainText)
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (question, facts):
            label.setWordWrap(True)
        buttons = QDialogButtonBox()
        open_button = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        open_button.setProperty("look", "primary")
        open_button.setEnabled(self._exists)
        other = buttons.addButton(self.tr("Choose another…"), QDialogButtonBox.ButtonRole.ActionRole)
        later = buttons.addButton(self.tr("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
        later.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        for widget in (question, facts, buttons):
            column.addWidget(widget)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        other.clicked.connect(self._on_other_clicked)

    def _facts(self, path: Path) -> list[str]:
        """Return where the data are, how large, and what a file must contain, without opening anything."""
        lines = [str(path)]
        self._exists = False
        with suppress(OSError, ValueError):
            self._exists = path.exists()
            if path.is_file():
                size = QLocale().formattedDataSize(path.stat().st_size)
                lines.append(self.tr("Size: {size}").format(size=size))
            elif path.is_dir():
                lines.append(self.tr("A folder"))
        if not self._exists:
            lines.append(self.tr("There is nothing at this path now: choose where the data are."))
        checksum = getattr(self._choice, "checksum", "")
        if checksum:
            text = self.tr("Only a file with this checksum is accepted (SHA-256): {checksum}")
            lines.append(text.format(checksum=f"{checksum[:32]}\n{checksum[32:]}"))
        return lines

    @Slot()
    def _on_accepted(self) -> None:
        self.accept()
        self.agreed.emit(self._choice)

    @Slot()
    def _on_other_clicked(self) -> None:
        self.reject()
        self.other_wanted.emit(self._choice)
