"""DoctorPanel: what goes wrong in training, in words, with a button for each remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from nnplay.appearance import locked, metrics
from nnplay.engine import NnplayError
from nnplay.panels.doctor.doctor import sentence
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.widgets.empty_state import EmptyPages
from nnplay.panels.widgets.table import Table
from nnplay.project.doctor import TITLES, Diagnosis, Remedy
from nnplay.project.locks import check

if TYPE_CHECKING:
    from nnplay.document import Change, Document
    from nnplay.panels.doctor.doctor import Doctor
    from nnplay.project import Project


class DoctorPanel(LivePanel):
    """A card for each finding, with a button for each remedy.

    Signals
    -------
    remedy_chosen(Remedy)
        The person wants to apply it.
    """

    remedy_chosen = Signal(object)

    def __init__(self, document: Document, doctor: Doctor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._doctor = doctor
        self._cards: dict[str, _Card] = {}
        page = QWidget()
        page.setProperty("look", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(*(metrics.SMALL,) * 4)
        self._column.setSpacing(metrics.SMALL)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Findings"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        self._pages = EmptyPages(self)
        column = QVBoxLayout(self._pages.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        doctor.changed.connect(self.invalidate)
        document.changed.connect(self._on_document_changed)

    def refresh(self) -> None:
        diagnoses = self._doctor.diagnoses
        if diagnoses:
            self._pages.show_content()
        else:
            self._pages.say(
                self.tr("Something was changed. The doctor waits until the training shows what that does.")
                if self._doctor.is_waiting
                else self.tr("Nothing wrong was found. The doctor keeps watching while the network learns.")
            )
        wanted = [each.rule for each in diagnoses]
        if wanted != list(self._cards):
            for card in self._cards.values():
                self._column.removeWidget(card)
                card.deleteLater()
            self._cards = {rule: _Card(rule) for rule in wanted}
            for place, card in enumerate(self._cards.values()):
                card.remedy_chosen.connect(self.remedy_chosen)
                card.hide_requested.connect(self._doctor.hide)
                self._column.insertWidget(place, card)
        # The card of a trouble that stays is kept, so that its buttons do not vanish from under the pointer.
        for diagnosis in diagnoses:
            self._cards[diagnosis.rule].show_diagnosis(diagnosis, self._document.project)

    def table(self) -> Table | None:
        diagnoses = self._doctor.diagnoses
        return Table({"trouble": [d.rule for d in diagnoses], "finding": [sentence(d.finding) for d in diagnoses]})

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.locked or change.classroom:
            self.invalidate()


class _Card(QFrame):
    """One finding with its remedies.

    Signals
    -------
    remedy_chosen(Remedy)
        The person wants to apply it.
    hide_requested(str)
        The person wants to hide this rule's trouble.
    """

    remedy_chosen = Signal(object)
    hide_requested = Signal(str)

    def __init__(self, rule: str) -> None:
        super().__init__()
        self._rule = rule
        self._remedies: tuple[Remedy, ...] = ()
        self._buttons: list[QPushButton] = []
        title = QLabel(QCoreApplication.translate("doctor", TITLES[rule]))
        title.setProperty("look", "heading")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        quiet = QToolButton()
        quiet.setText(self.tr("Hide"))
        quiet.setToolTip(self.tr("Do not mention this again until it has gone and comes back"))
        quiet.clicked.connect(self._on_quiet_clicked)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(quiet)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, metrics.SMALL)
        self._column.setSpacing(metrics.TINY)
        self._column.addLayout(head)
        self._column.addWidget(self._text)

    def show_diagnosis(self, diagnosis: Diagnosis, project: Project) -> None:
        """Update the numbers, and rebuild the buttons only if the remedies have changed; locked ones are disabled."""
        self._text.setText(sentence(diagnosis.finding))
        captions = [sentence(remedy.caption) for remedy in diagnosis.remedies]
        self._remedies = diagnosis.remedies
        if not self._buttons or captions != [button.text() for button in self._buttons]:
            self._make_buttons(captions)
        for button, remedy in zip(self._buttons, self._remedies, strict=True):
            is_locked = _is_locked(project, remedy)
            button.setEnabled(not is_locked)
            button.setToolTip(locked.reason(project) if is_locked else self.tr("Undo takes it back"))

    def _make_buttons(self, captions: list[str]) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = [QPushButton(caption) for caption in captions]
        for button in self._buttons:
            button.clicked.connect(self._on_remedy_clicked)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_quiet_clicked(self) -> None:
        self.hide_requested.emit(self._rule)

    @Slot()
    def _on_remedy_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.remedy_chosen.emit(self._remedies[self._buttons.index(button)])


def _is_locked(project: Project, remedy: Remedy) -> bool:
    """Return whether a teacher or a lesson has locked what a remedy would change."""
    if not project.locked:
        return False
    try:
        check(project, remedy.edit(project))
    except NnplayError:
        return True
    return False
