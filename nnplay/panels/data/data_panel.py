"""DataPanel: the data that the network learns from: a toy set, generated digits, or the person's own data."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.icons import set_icon
from nnplay.data import TOY_SETS, DigitsChoice, HeldDigitsChoice, IdxFolderChoice, ToyChoice
from nnplay.data.publications import PUBLICATIONS
from nnplay.document import Change, Document, EditName
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.panels.data.data_summary import DataSummary
from nnplay.panels.data.digits_page import DigitsPage
from nnplay.panels.data.generated_form import GeneratedForm
from nnplay.panels.data.hands_form import HandsForm
from nnplay.panels.data.other_sets import OtherSets
from nnplay.panels.data.points_form import PointsForm
from nnplay.panels.data.task_switch import TaskSwitch
from nnplay.panels.widgets.thumbnail import Thumbnail
from nnplay.panels.widgets.thumbnail_pictures import scatter_picture
from nnplay.project.proposals import choose_data

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_SETS_PER_ROW = 3
_SET_SIDE = 46
_N_FIRST_SETS = 6
"""Sets that are shown until somebody asks for more."""


class DataPanel(QScrollArea):
    """The choice of data at the top, and its settings below.

    Signals
    -------
    request_digits
        The person wants generated digits.
    request_mnist
        The person wants to open a folder of digit images.
    request_data
        The person wants to open a table or arrays.
    request_columns
        The person wants to change the uses of the open table's columns.
    request_pictures
        The person wants to open a folder of pictures.
    request_classes
        The person wants to make classes of pictures, or to change those in the project.
    request_download(str)
        The person wants to download the publication with this name.
    """

    request_digits = Signal()
    request_mnist = Signal()
    request_data = Signal()
    request_columns = Signal()
    request_pictures = Signal()
    request_classes = Signal()
    request_download = Signal(str)

    def __init__(self, document: Document, controller: TrainingController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside it takes the focus
        self._document = document
        self._last_points = ToyChoice("circle")
        self._sets = {kind: self._make_set(kind) for kind in TOY_SETS}
        self._group = QButtonGroup(self)
        for button in self._sets.values():
            self._group.addButton(button)
        self._generate = QPushButton(self.tr("Generated &digits"))
        self._generate.setToolTip(
            self.tr("Learn from handwritten digits that nnplay generates in the form of MNIST: nothing to download")
        )
        self._generate.setIconSize(QSize(metrics.ICON, metrics.ICON))
        set_icon(self._generate, "pen")
        self._open = self._make_open_button()
        self._more = QPushButton()
        self._more.setProperty("look", "quiet")
        self._more.setCheckable(True)
        self._more.setToolTip(self.tr("Show all sets of points, or only the first ones"))
        self._points = PointsForm(document, controller)
        self._summary = DataSummary(document, controller)
        self._others = OtherSets(document)
        self._generated = GeneratedForm(document)
        self._digits = DigitsPage(document, controller)

        sets = QGridLayout()
        sets.setHorizontalSpacing(metrics.TINY)
        sets.setVerticalSpacing(metrics.TINY)
        for index, button in enumerate(self._sets.values()):
            sets.addWidget(button, *divmod(index, _SETS_PER_ROW))
        sets.addWidget(self._others, len(self._sets), 0, 1, _SETS_PER_ROW)
        for column_number in range(_SETS_PER_ROW):
            sets.setColumnStretch(column_number, 1)
        page = QWidget()
        page.setProperty("look", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(metrics.MEDIUM, metrics.SMALL, metrics.MEDIUM, metrics.MEDIUM)
        column.setSpacing(metrics.SMALL)
        choice = QWidget()
        choice.setObjectName("data_sets")
        above = QVBoxLayout(choice)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(metrics.SMALL)
        above.addWidget(TaskSwitch(document))
        above.addLayout(sets)
        above.addWidget(self._more)
        column.addWidget(choice)
        for other in (self._generate, self._open):
            other.setObjectName("other_data")
        buttons = QVBoxLayout()
        buttons.setSpacing(metrics.SMALL)
        buttons.addWidget(self._generate)
        buttons.addWidget(self._open)
        column.addLayout(buttons)
        column.addWidget(_line())
        column.addWidget(self._points)
        column.addWidget(self._digits)
        column.addWidget(HandsForm(document))
        column.addWidget(self._generated)
        column.addWidget(self._summary)
        column.addStretch(1)
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self._group.buttonClicked.connect(self._on_set_clicked)
        self._generate.clicked.connect(self.request_digits)
        self._more.toggled.connect(self._on_more_toggled)
        self._summary.request_columns.connect(self.request_columns)
        self._summary.request_file.connect(self.request_data)
        self._summary.request_classes.connect(self.request_classes)
        document.changed.connect(self._on_document_changed)
        self._on_more_toggled(False)
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Return a width as large as the contents, because there is no horizontal scrolling."""
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def _make_open_button(self) -> QPushButton:
        button = QPushButton(self.tr("&Open…"))
        button.setToolTip(self.tr("Learn from your own data, or from MNIST's handwritten digits"))
        button.setIconSize(QSize(metrics.ICON, metrics.ICON))
        set_icon(button, "open")
        menu = QMenu(button)
        table = menu.addAction(self.tr("&Table or arrays…"))
        table.setToolTip(self.tr("Learn from your own table: CSV or TSV, or a NumPy .npz file"))
        table.triggered.connect(self.request_data)
        mnist = menu.addAction(self.tr("&MNIST folder…"))
        mnist.setToolTip(self.tr("Learn from handwritten digits: choose a folder with the four MNIST files"))
        mnist.triggered.connect(self.request_mnist)
        pictures = menu.addAction(self.tr("&Pictures…"))
        pictures.setToolTip(self.tr("Learn from your own pictures: a folder with one folder per class"))
        pictures.triggered.connect(self.request_pictures)
        classes = menu.addAction(self.tr("&Draw or drop pictures…"))
        classes.setToolTip(self.tr("Make classes by typing their names, and draw or drop pictures into each"))
        classes.triggered.connect(self.request_classes)
        menu.addSeparator()
        for name, publication in PUBLICATIONS.items():
            text = self.tr("Download {title}…").format(title=publication.title)
            action = menu.addAction(text)
            action.setData(name)
            action.triggered.connect(self._on_download_triggered)
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        return button

    @Slot(bool)
    def _on_more_toggled(self, is_open: bool) -> None:
        self._more.setText(self.tr("Fewer sets") if is_open else self.tr("More sets"))
        set_icon(self._more, "up" if is_open else "down")
        for button in list(self._sets.values())[_N_FIRST_SETS:]:
            button.setVisible(is_open)
        self._others.setVisible(is_open)

    @Slot()
    def _on_download_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.request_download.emit(action.data())

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._show()

    def _show(self) -> None:
        choice = self._document.project.data
        is_toy = isinstance(choice, ToyChoice)
        if isinstance(choice, ToyChoice):
            self._last_points = choice
        self._points.setVisible(is_toy)
        is_digits = isinstance(choice, DigitsChoice | HeldDigitsChoice | IdxFolderChoice)
        self._digits.setVisible(is_digits)
        self._summary.setVisible(not is_toy and not is_digits)
        # With digits no button is checked, which an exclusive group would not allow.
        self._group.setExclusive(is_toy)
        for kind, button in self._sets.items():
            is_chosen = isinstance(choice, ToyChoice) and choice.kind == kind
            button.setChecked(is_chosen)
            if is_chosen and button.isHidden():
                self._more.setChecked(True)

    def _make_set(self, kind: str) -> Thumbnail:
        return Thumbnail(self._set_title(kind), _SET_SIDE, partial(scatter_picture, kind))

    @Slot(QAbstractButton)
    def _on_set_clicked(self, clicked: QAbstractButton) -> None:
        """Choose another toy set, with the present noise, share and features."""
        kind = next(kind for kind, button in self._sets.items() if button is clicked)
        choice = replace(self._last_points, kind=kind, n_points=None)
        if choice == self._document.project.data:
            return
        try:
            text = EditName(QT_TRANSLATE_NOOP("steps", "Choose data"))
            self._document.perform(text, lambda project: choose_data(project, choice))
        except NnplayError as error:
            self._document.report(error)
            self._show()

    def _set_title(self, kind: str) -> str:
        titles = {
            "circle": self.tr("Circle"),
            "xor": self.tr("XOR"),
            "gaussian": self.tr("Gaussian"),
            "spiral": self.tr("Spiral"),
            "plane": self.tr("Plane"),
            "multi-gaussian": self.tr("Hills"),
            "moons": self.tr("Moons"),
            "rings": self.tr("Rings"),
            "three-arms": self.tr("Three arms"),
            "checkerboard": self.tr("Checkers"),
            "above-curve": self.tr("y > f(x)"),
        }
        return titles.get(kind, kind)


def _line() -> QLabel:
    line = QLabel()
    line.setFixedHeight(1)
    line.setProperty("look", "line")
    return line
