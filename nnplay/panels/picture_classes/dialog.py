"""ClassesDialog: classes of pictures from nothing: type names, draw or drop examples, learn from them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.sentences import sentence
from nnplay.data import EmptyDrawingError, drawing
from nnplay.data.pictures.draft import PictureDraft, pictures_at
from nnplay.data.pictures.folder import picture_classes
from nnplay.disk.reading import is_folder
from nnplay.engine import DataError, NnplayError
from nnplay.panels.picture_classes.class_card import ClassCard
from nnplay.panels.try_it.drawing.pad import DigitPad

_SIZE = QSize(860, 560)
_PAD = 220


class ClassesDialog(QDialog):
    """Asks for classes of pictures; the draft stays with the caller, so that closing loses nothing.

    Parameters
    ----------
    draft
        What was put together before.

    Signals
    -------
    chosen(HeldPicturesChoice)
        The person wants to learn from these pictures.
    """

    chosen = Signal(object)

    def __init__(self, draft: PictureDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Classes of pictures"))
        self.resize(_SIZE if parent is None else _SIZE.boundedTo(parent.size()))
        self.setAcceptDrops(True)
        self._cards: list[ClassCard] = []
        self._pad = DigitPad()
        self._pad.setFixedSize(_PAD, _PAD)
        self._pad.hint = self.tr("Draw an example")
        self._clear = QPushButton(self.tr("&Clear the pad"))
        self._clear.setAutoDefault(False)
        self._add = QPushButton(self.tr("Add a cl&ass"))
        self._add.setAutoDefault(False)
        self._problem = QLabel()
        self._problem.setProperty("look", "muted")
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self._ok = self._buttons.addButton(self.tr("Learn from them"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setProperty("look", "primary")
        self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._build()
        self._clear.clicked.connect(self._pad.clear)
        self._add.clicked.connect(self._on_add_clicked)
        self._pad.sketch_changed.connect(self._on_sketch_changed)
        self._pad.refused.connect(self._on_refused)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._draft = draft
        while len(self._draft.classes) < 2:
            self._draft = self._draft.with_class(self._new_name())
        self._show()
        self._on_sketch_changed()
        self._cards[0].name.setFocus()
        self._cards[0].name.selectAll()

    @property
    def draft(self) -> PictureDraft:
        """The classes as they are now."""
        return self._draft

    @property
    def cards(self) -> Sequence[ClassCard]:
        """One card for each class, in their order."""
        return self._cards

    def done(self, result: int) -> None:
        for card in self._cards:
            card.close_reading()
        super().done(result)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Make classes of folders, one for each folder of pictures in them, and one more of single pictures."""
        single = [path for path in paths if not is_folder(path)]
        groups: list[tuple[str, list[Path]]] = []
        try:
            for folder in (path for path in paths if is_folder(path)):
                inside = picture_classes(folder)
                groups += [(name, [folder / name]) for name in inside] or [(folder.name, [folder])]
        except DataError as error:
            self._problem.setText(sentence(error))
        if pictures_at(single):
            groups.append(("", single))
        for name, found in groups:
            self._card_for(name).add_files(found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # -- the classes --------------------------------------------------------------------------------------------------

    def _card_for(self, name: str) -> ClassCard:
        """Return an unused card, or a new one, with this name if there is one."""
        names = [each.name for each in self._draft.classes]
        if name in names:
            return self._cards[names.index(name)]
        number = next(
            (i for i, each in enumerate(self._draft.classes) if not each.pictures and each.name == self._given(i)), None
        )
        if number is None:
            self._draft, number = self._draft.with_class(self._new_name()), len(self._draft.classes)
        if name:
            self._draft = self._draft.renamed(number, name)
        self._show()
        return self._cards[number]

    def _given(self, number: int) -> str:
        """Return the name that a class has before a person names it."""
        return self.tr("Class {number}").format(number=number + 1)

    def _new_name(self) -> str:
        names = {each.name for each in self._draft.classes}
        number = len(names)
        while self._given(number) in names:
            number += 1
        return self._given(number)

    def _show(self) -> None:
        while len(self._cards) < len(self._draft.classes):
            self._cards.append(self._make_card())
        for card, found in zip(self._cards, self._draft.classes, strict=True):
            card.show_class(found)
        try:
            self._draft.choice()
        except NnplayError as error:
            self._problem.setText(sentence(error))
            self._ok.setEnabled(False)
        else:
            self._problem.clear()
            self._ok.setEnabled(True)

    def _make_card(self) -> ClassCard:
        card = ClassCard()
        card.renamed.connect(partial(self._on_renamed, card))
        card.removed.connect(partial(self._on_removed, card))
        card.drawing_wanted.connect(partial(self._on_drawing_wanted, card))
        card.pictures_added.connect(partial(self._on_pictures_added, card))
        card.pictures_removed.connect(partial(self._on_pictures_removed, card))
        card.unreadable.connect(self._on_unreadable)
        card.draw.setEnabled(not self._pad.is_empty)
        self._column.insertWidget(len(self._cards), card)
        return card

    def _on_renamed(self, card: ClassCard, name: str) -> None:
        self._draft = self._draft.renamed(self._cards.index(card), name)
        self._show()

    def _on_removed(self, card: ClassCard) -> None:
        number = self._cards.index(card)
        self._draft = self._draft.without_class(number)
        del self._cards[number]
        card.close_reading()
        card.hide()
        card.deleteLater()
        self._show()

    def _on_drawing_wanted(self, card: ClassCard) -> None:
        """Take the drawing as the digit pad would read it, so that trying it later is the same."""
        sketch = self._pad.sketch
        try:
            picture = drawing.from_strokes(sketch.strokes) if sketch.image is None else drawing.from_image(sketch.image)
        except (EmptyDrawingError, DataError) as error:
            self._problem.setText(sentence(error))
            return
        self._draft = self._draft.with_pictures(self._cards.index(card), [picture[..., None]])
        self._pad.clear()
        self._show()

    def _on_pictures_added(self, card: ClassCard, pictures: list[drawing.Bytes]) -> None:
        self._draft = self._draft.with_pictures(self._cards.index(card), pictures)
        self._show()

    def _on_pictures_removed(self, card: ClassCard, places: list[int]) -> None:
        self._draft = self._draft.without_pictures(self._cards.index(card), places)
        self._show()

    @Slot(list)
    def _on_unreadable(self, errors: list[DataError]) -> None:
        if errors:
            self._problem.setText(sentence(errors[0]))

    @Slot()
    def _on_add_clicked(self) -> None:
        self._draft = self._draft.with_class(self._new_name())
        self._show()
        self._cards[-1].name.setFocus()
        self._cards[-1].name.selectAll()

    @Slot()
    def _on_sketch_changed(self) -> None:
        self._clear.setEnabled(not self._pad.is_empty)
        for card in self._cards:
            card.draw.setEnabled(not self._pad.is_empty)

    @Slot(object)
    def _on_refused(self, error: NnplayError) -> None:
        self._problem.setText(sentence(error))

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(self._draft.choice())
        self.accept()

    def _build(self) -> None:
        hint = QLabel(
            self.tr(
                "Type a name for each class. Draw here and add the drawing to a class, or drop pictures on a class."
            )
        )
        hint.setProperty("look", "muted")
        hint.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(metrics.SMALL)
        for widget in (hint, self._pad, self._clear):
            left.addWidget(widget)
        left.addStretch(1)
        hint.setFixedWidth(_PAD)
        page = QWidget()
        page.setProperty("look", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(metrics.SMALL)
        self._column.addWidget(self._add)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        row = QHBoxLayout()
        row.setSpacing(metrics.MEDIUM)
        row.addLayout(left)
        row.addWidget(area, 1)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.MEDIUM)
        column.addLayout(row, 1)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)
