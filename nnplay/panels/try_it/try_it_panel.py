"""TryItPanel: ask the present network about an example of one's own: a row, a point, or a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.data import PlaneChoice
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.try_it.asked import Asked
from nnplay.panels.try_it.drawing.drawing_page import DrawingPage
from nnplay.panels.try_it.row_page import RowPage
from nnplay.panels.try_it.rows_page import RowsPage
from nnplay.panels.widgets.page_stack import PageStack
from nnplay.panels.widgets.table import Table

if TYPE_CHECKING:
    from nnplay.training import TrainingController

_ROW, _ROWS, _DRAWING = range(3)


class TryItPanel(LivePanel):
    """A page for each way to ask, of which the one that suits the data is in front.

    Parameters
    ----------
    asked
        Owns the example that is asked about.
    folder
        The folder of the person's own digits.

    Attributes
    ----------
    row, rows, drawing
        The pages.
    """

    def __init__(
        self, asked: Asked, controller: TrainingController, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._asked, self._controller = asked, controller
        self._has_pictures: bool | None = None
        self.row = RowPage(asked, controller)
        self.rows = RowsPage(asked, controller)
        self.drawing = DrawingPage(asked, controller, folder)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("What to ask about"))
        self._stack = PageStack()
        for title, page in (
            (self.tr("Row"), self.row),
            (self.tr("Several rows"), self.rows),
            (self.tr("Drawing"), self.drawing),
        ):
            self._tabs.addTab(title)
            self._stack.addWidget(page)
            page.wished.connect(self.wished)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.TINY, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addLayout(self._stack)
        asked.changed.connect(self._on_asked)
        asked.front_wanted.connect(self._on_front_wanted)
        controller.project_changed.connect(self.invalidate)

    @property
    def page(self) -> LivePanel:
        """The page in front."""
        page = self._stack.currentWidget()
        assert isinstance(page, LivePanel)
        return page

    def show_form(self) -> None:
        """Bring the fields of a row, or the paper, to the front, with the keyboard focus."""
        self.invalidate()
        if self._has_pictures:
            self._show_page(_DRAWING)
            self.drawing.pad.setFocus()
        else:
            self._show_page(_ROW)
            self.row.form.focus_first()

    def ask_table(self) -> None:
        """Let the person choose a table of rows."""
        self._show_page(_ROWS)
        self.rows.ask_open()

    def show_drawing(self) -> None:
        """Bring the paper to the front."""
        self._show_page(_DRAWING)

    def show_picture(self, path: Path) -> None:
        """Ask about a picture in a file."""
        self._show_page(_DRAWING)
        self.drawing.show_picture(path)

    def take_over(self, other: TryItPanel) -> None:
        """Continue what is drawn in the panel of another window."""
        self.drawing.pad.take_over(other.drawing.pad)

    def _show_page(self, number: int) -> None:
        self._tabs.setCurrentIndex(number)

    def refresh(self) -> None:
        project = self._controller.project
        if project is None:
            return
        is_point = isinstance(project.data, PlaneChoice)
        self._tabs.setTabText(_ROW, self.tr("Point") if is_point else self.tr("Row"))
        has_pictures = project.data.has_pictures
        for number in (_ROW, _ROWS):
            self._tabs.setTabVisible(number, not has_pictures)
        self._tabs.setVisible(not has_pictures)  # a single tab is no choice
        if has_pictures != self._has_pictures:
            self._has_pictures = has_pictures
            self._show_page(_DRAWING if has_pictures else _ROW)

    def picture(self) -> QWidget | None:
        return self.page.picture()

    def table(self) -> Table | None:
        return self.page.table()

    @Slot(bool)
    def set_frozen(self, is_frozen: bool) -> None:
        """Freeze all pages, or continue with the newest state."""
        for page in (self.row, self.rows, self.drawing):
            page.set_frozen(is_frozen)
        super().set_frozen(is_frozen)

    def sizeHint(self) -> QSize:
        return QSize(360, 480)

    @Slot()
    def _on_asked(self) -> None:
        example = self._asked.example
        if example is not None and example.cells and self.page is not self.rows:
            self._show_page(_ROW)

    @Slot()
    def _on_front_wanted(self) -> None:
        if self.page is self.rows:
            self._show_page(_ROW)
