"""CommandPalette: finds anything by a few letters of its names in any language; Enter runs, opens or shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.matching import ranked
from nnplay.appearance.qt_types import choose_first, parent_of
from nnplay.appearance.theme import Role, theme
from nnplay.shell.finding.find import Find, Kind

_WIDEST, _MOST_HEIGHT = 640, 440
_FIND = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QWidget):
    """A field above a list of names, kinds and shortcuts; closes with Escape, a choice, or a click elsewhere.

    What is not possible now is listed in grey, so that users learn that it exists. Without a word typed, the list has
    the commands, panels, networks and examples, which are the contents of the menus.

    Parameters
    ----------
    make_finds
        Returns what can be found; called whenever the palette opens.
    """

    def __init__(self, make_finds: Callable[[], list[Find]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._make_finds = make_finds
        self._finds: list[Find] = []
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("A command, setting, layer, example, lesson or word"))
        self.search.setAccessibleName(self.tr("Search everything"))
        self.search.textChanged.connect(self._show_matches)
        self.search.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setProperty("look", "choices")
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._run)
        self._none = QLabel(self.tr("No matches. Try another word for it."))
        self._none.setProperty("look", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(metrics.SMALL,) * 4)
        layout.setSpacing(metrics.SMALL)
        layout.addWidget(self.search)
        layout.addWidget(self._none)
        layout.addWidget(self.list, 1)

    @Slot()
    def open(self) -> None:
        """Show the palette at the upper middle of its window."""
        window = parent_of(self)
        width = min(_WIDEST, window.width() - 2 * metrics.LARGE)
        height = min(_MOST_HEIGHT, window.height() - 6 * metrics.LARGE)
        self.resize(width, height)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 4 * metrics.LARGE)))
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._finds = self._make_finds()
        self.search.clear()
        self._show_matches("")
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the list follow the arrow keys while the field keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _show_matches(self, typed: str) -> None:
        finds = self._finds if typed.strip() else [find for find in self._finds if find.kind in _IN_MENUS]
        found = ranked(typed, finds, lambda find: find.names, lambda find: find.text)
        self.list.clear()
        self.list.addTopLevelItems([_item(find) for find in found])
        choose_first(self.list)
        self._none.setVisible(not found)

    @Slot(QTreeWidgetItem)
    def _run(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not item.isDisabled():
            find: Find = item.data(0, _FIND)
            self.hide()
            find.run(self.search.text().strip())


_IN_MENUS = (Kind.COMMAND, Kind.PANEL, Kind.NETWORK, Kind.EXAMPLE)


def _item(find: Find) -> QTreeWidgetItem:
    kind = " · ".join(filter(None, (find.kind.title, find.place)))
    item = QTreeWidgetItem([find.title, kind, find.keys])
    item.setData(0, _FIND, find)
    item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setForeground(1, theme().color(Role.MUTED))
    item.setToolTip(0, find.note)
    item.setDisabled(not find.is_possible)
    return item
