"""CommandPalette: finds any action by a few letters of its name in any language; Enter runs it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
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
from nnplay.appearance.qt_types import choose_first, parent_of
from nnplay.shell.commands.catalogue import Entry
from nnplay.shell.commands.fuzzy import score

_WIDEST, _MOST_HEIGHT = 560, 420
_ENTRY = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QWidget):
    """A field above a list of names, menus and shortcuts; closes with Escape, a choice, or a click elsewhere.

    Disabled actions are listed in grey, so that users learn that they exist.
    """

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._entries = entries
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("What would you like to do?"))
        self.search.setAccessibleName(self.tr("Search all commands"))
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
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._run)
        self._none = QLabel(self.tr("No matches. Try a word from the menu."))
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
        found = []
        for number, entry in enumerate(self._entries):
            if entry.action.isVisible() and (fit := _fit(typed, entry)) is not None:
                found.append((-fit, number, entry))
        self.list.clear()
        self.list.addTopLevelItems([_item(entry) for _, _, entry in sorted(found)])
        choose_first(self.list)
        self._none.setVisible(not found)

    @Slot(QTreeWidgetItem)
    def _run(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not item.isDisabled():
            entry: Entry = item.data(0, _ENTRY)
            self.hide()
            entry.action.trigger()


def _fit(typed: str, entry: Entry) -> float | None:
    """Return the score of the best matching name; the menu's name may be typed before it."""
    fits = [score(typed, name) for name in entry.names]
    fits += [fit - 1 for name in entry.names if (fit := score(typed, f"{entry.place} {name}")) is not None]
    return max((fit for fit in fits if fit is not None), default=None)


def _item(entry: Entry) -> QTreeWidgetItem:
    keys = entry.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    item = QTreeWidgetItem([entry.title, entry.place, keys])
    item.setData(0, _ENTRY, entry)
    item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(0, entry.action.statusTip())
    item.setDisabled(not entry.action.isEnabled())
    return item
