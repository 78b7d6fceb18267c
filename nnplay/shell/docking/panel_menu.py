"""PanelMenu: the menu of any panel: its own actions, freezing, export, and a text that explains it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QVBoxLayout, QWidget

from nnplay.appearance import metrics
from nnplay.panels.explanations import explanation_of
from nnplay.panels.live_panel import LivePanel
from nnplay.panels.picture_file import write_picture
from nnplay.panels.widgets.lent_actions import empty
from nnplay.shell.settings import Settings

_TEXT_WIDTH = 320

Write = Callable[[Path], None]


class PanelMenu(QMenu):
    """The menu of one dock; it is filled with what the panel offers each time it opens.

    Parameters
    ----------
    title
        Title of the panel; also the suggested file name.
    find_panel
        Returns the panel, which may not exist before.

    Signals
    -------
    exported(Path)
        A file has been written.
    export_failed(OSError)
        The file could not be written.
    frozen_changed(bool)
        Whether the panel is frozen.
    """

    exported = Signal(object)
    export_failed = Signal(object)
    frozen_changed = Signal(bool)

    def __init__(self, title: str, find_panel: Callable[[], QWidget], settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._find_panel = find_panel
        self._settings = settings
        self._panel: QWidget | None = None
        self._is_closed = False
        # Owned by the dock: a menu deletes its own actions when it is cleared.
        self._freeze = QAction(self.tr("&Freeze"), parent)
        self._freeze.setCheckable(True)
        self._freeze.setToolTip(self.tr("Keep this picture while training continues"))
        self._svg = QAction(self.tr("Export picture as &SVG…"), parent)
        self._png = QAction(self.tr("Export picture as &PNG…"), parent)
        self._csv = QAction(self.tr("Export numbers as &CSV…"), parent)
        self._explain = QAction(self.tr("&What is this?"), parent)
        self._freeze.toggled.connect(self._on_freeze_toggled)
        for action, ending in ((self._svg, "svg"), (self._png, "png"), (self._csv, "csv")):
            action.setData(ending)
            action.triggered.connect(self._on_export_triggered)
        self._explain.triggered.connect(self.show_explanation)
        self.aboutToShow.connect(self._fill)

    @property
    def panel(self) -> QWidget:
        """The panel."""
        if self._panel is None:
            self._panel = self._find_panel()
            if isinstance(self._panel, LivePanel):
                self._panel.frozen_changed.connect(self._on_frozen_changed)
        return self._panel

    def set_closed(self, is_closed: bool) -> None:
        """Offer nothing of the panel's contents, while they are hidden, or all again."""
        self._is_closed = is_closed

    @Slot()
    def show_explanation(self) -> None:
        """Explain the panel in a few sentences."""
        Explanation(self._title, explanation_of(self.panel), self.panel).show_over(self.panel)

    def export(self, path: Path) -> None:
        """Write a file in the format of its ending."""
        panel = self.panel
        if not isinstance(panel, LivePanel):
            return
        picture, table = panel.picture(), panel.table()
        write: Write | None = None
        if path.suffix.lower() == ".csv":
            write = table.write_csv if table is not None else None
        elif picture is not None:
            write = partial(write_picture, picture)
        if write is None:
            return
        try:
            write(path)
        except OSError as error:
            self.export_failed.emit(error)
        else:
            self._settings.last_folder = str(path.parent)
            self.exported.emit(path)

    @Slot()
    def _fill(self) -> None:
        panel = self.panel
        empty(self)
        if isinstance(panel, LivePanel) and not self._is_closed:
            self.addActions(list(panel.menu_actions()))
            if panel.can_freeze:
                self.addAction(self._freeze)
            self.addSeparator()
            self._svg.setEnabled(panel.picture() is not None)
            self._png.setEnabled(panel.picture() is not None)
            self._csv.setEnabled(panel.table() is not None)
            self.addActions([self._svg, self._png, self._csv])
            self.addSeparator()
        self._explain.setEnabled(bool(explanation_of(panel)))
        self.addAction(self._explain)

    @Slot(bool)
    def _on_freeze_toggled(self, is_frozen: bool) -> None:
        if isinstance(self.panel, LivePanel):
            self.panel.set_frozen(is_frozen)

    @Slot(bool)
    def _on_frozen_changed(self, is_frozen: bool) -> None:
        self._freeze.setChecked(is_frozen)
        self.frozen_changed.emit(is_frozen)

    @Slot()
    def _on_export_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        ending = action.data()
        dialog = QFileDialog(self.panel.window(), self.tr("Export"), self._settings.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(ending)
        dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
        dialog.selectFile(f"{self._title}.{ending}")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.export(Path(name))


class Explanation(QWidget):
    """A few sentences over a panel; closes with the next click or key."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QLabel(title)
        heading.setFont(metrics.font(metrics.Text.HEADING, bold=True))
        words = QLabel(text)
        words.setWordWrap(True)
        words.setFixedWidth(_TEXT_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(metrics.LARGE,) * 4)
        column.setSpacing(metrics.SMALL)
        column.addWidget(heading)
        column.addWidget(words)

    def show_over(self, panel: QWidget) -> None:
        """Show it at the panel's upper edge, inside the screen."""
        self.adjustSize()
        corner = panel.mapToGlobal(QPoint((panel.width() - self.width()) // 2, metrics.LARGE))
        room = panel.screen().availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
