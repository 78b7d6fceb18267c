"""ShortcutsPage: a list of all actions with their keys, which the user can change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nnplay.appearance import metrics
from nnplay.appearance.matching import match
from nnplay.appearance.qt_types import choose_first, items_of
from nnplay.shell.commands.catalogue import Entry
from nnplay.shell.preferences.shortcuts import Shortcuts

_ENTRY = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText


class ShortcutsPage(QWidget):
    """The list, and below it the keys of the selected action; before keys change their owner, that owner is shown."""

    def __init__(self, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._shortcuts = shortcuts
        self.list = QTreeWidget()
        self.list.setProperty("look", "choices")
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Menu"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("New keys"))
        self._change = QPushButton(self.tr("&Change"))
        self._none = QPushButton(self.tr("&No keys"))
        self._reset_one = QPushButton(self.tr("Re&set"))
        self._reset_one.setToolTip(self.tr("Restore this command's default keys"))
        self._reset = QPushButton(self.tr("Reset &all"))
        self._conflict = QLabel()
        self._conflict.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(metrics.SMALL)
        row.addWidget(self.keys, 1)
        row.addWidget(self._change)
        others = QHBoxLayout()
        others.setSpacing(metrics.SMALL)
        for button in (self._none, self._reset_one, self._reset):
            others.addWidget(button)
        others.addStretch(1)
        for button in (self._change, self._none, self._reset_one, self._reset):
            button.setAutoDefault(False)
        page = QVBoxLayout(self)
        page.addWidget(self.list, 1)
        page.addLayout(row)
        page.addLayout(others)
        page.addWidget(self._conflict)
        fixed = QLabel(
            self.tr("Fixed on the network: Space trains, arrows and Tab select a layer, Enter opens its settings.")
        )
        fixed.setProperty("look", "muted")
        fixed.setWordWrap(True)
        page.addWidget(fixed)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.keys.keySequenceChanged.connect(self._show_conflict)
        self._change.clicked.connect(self._on_change_clicked)
        self._none.clicked.connect(self._on_none_clicked)
        self._reset_one.clicked.connect(self._on_reset_one_clicked)
        self._reset.clicked.connect(self._on_reset_clicked)
        self._fill()

    def show_matches(self, typed: str) -> int:
        """Show only matching entries, by name, menu or keys, and return how many there are."""
        n_found = 0
        for item in self._items():
            entry: Entry = item.data(0, _ENTRY)
            is_match = match(typed, [*entry.names, item.text(1), item.text(2)]) is not None
            item.setHidden(not is_match)
            n_found += is_match
        return n_found

    def _items(self) -> list[QTreeWidgetItem]:
        return items_of(self.list)

    def _fill(self) -> None:
        for entry in self._shortcuts.entries:
            item = QTreeWidgetItem([entry.title, entry.place, ""])
            item.setData(0, _ENTRY, entry)
            self.list.addTopLevelItem(item)
        self._show_keys()
        choose_first(self.list)

    def _show_keys(self) -> None:
        for item in self._items():
            keys = item.data(0, _ENTRY).action.shortcuts()
            item.setText(2, ", ".join(each.toString(_NATIVE) for each in keys))
        self._on_chosen()

    @property
    def _chosen(self) -> Entry:
        entry: Entry = self.list.currentItem().data(0, _ENTRY)
        return entry

    @Slot()
    def _on_chosen(self) -> None:
        if self.list.currentItem() is not None:
            self.keys.setKeySequence(self._chosen.action.shortcut())
            self._reset_one.setEnabled(self._shortcuts.is_changed(self._chosen))
            self._show_conflict()

    @Slot()
    def _show_conflict(self) -> None:
        keys = self.keys.keySequence()
        holder = None if keys.isEmpty() else self._shortcuts.holder(keys, self._chosen)
        text = self.tr("{keys} is used by “{command}”, which would lose it.")
        self._conflict.setText("" if holder is None else text.format(keys=keys.toString(_NATIVE), command=holder.title))
        self._change.setEnabled(not keys.isEmpty() and keys not in self._chosen.action.shortcuts())

    @Slot()
    def _on_change_clicked(self) -> None:
        self._shortcuts.change(self._chosen, self.keys.keySequence())
        self._show_keys()

    @Slot()
    def _on_none_clicked(self) -> None:
        self._shortcuts.change(self._chosen, QKeySequence())
        self._show_keys()

    @Slot()
    def _on_reset_one_clicked(self) -> None:
        self._shortcuts.reset_one(self._chosen)
        self._show_keys()

    @Slot()
    def _on_reset_clicked(self) -> None:
        self._shortcuts.reset()
        self._show_keys()
