"""Menus: the window's menu bar, built from its actions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from nnplay.shell.actions import Actions
from nnplay.shell.docks import PanelDock
from nnplay.shell.project_files import ProjectFiles
from nnplay.shell.settings import Settings


class Menus(QObject):
    """File, Edit, Train, View and Help, and the list of recent files.

    Signals
    -------
    theme_chosen(str), language_chosen(str)
        A theme mode, a language's code, or ``SYSTEM``.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, window: QMainWindow, actions: Actions, files: ProjectFiles, settings: Settings) -> None:
        super().__init__(window)
        self._files = files
        self._settings = settings
        bar = window.menuBar()
        self._examples = QMenu(self.tr("New from &example"), window)
        self._recent = QMenu(self.tr("Open &recent"), window)
        self._panels = QMenu(self.tr("&Panels"), window)
        self._themes = QMenu(self.tr("&Theme"), window)
        self._languages = QMenu(self.tr("&Language"), window)
        self._examples.addActions(list(actions.examples.values()))
        self._themes.addActions(list(actions.themes.values()))
        self._languages.addActions(list(actions.languages.values()))
        a = actions
        _fill(
            bar.addMenu(self.tr("&File")),
            (a.new, self._examples, None, a.open, self._recent, a.open_digits, None, a.save, a.save_as, None, a.quit),
        )
        _fill(bar.addMenu(self.tr("&Edit")), (a.undo, a.redo, None, a.delete_layer))
        _fill(bar.addMenu(self.tr("&Train")), (a.train, a.step, None, a.reset, a.new_start, None, a.cancel_loading))
        _fill(
            bar.addMenu(self.tr("&View")),
            (
                a.zoom_in,
                a.zoom_out,
                a.fit,
                a.full_screen,
                None,
                self._panels,
                a.reset_panels,
                None,
                self._themes,
                self._languages,
            ),
        )
        _fill(bar.addMenu(self.tr("&Help")), (a.about,))

        actions.themes[settings.theme_mode].setChecked(True)
        actions.languages[settings.language].setChecked(True)
        for mode, action in actions.themes.items():
            action.setData(mode)
            action.triggered.connect(self._on_theme_triggered)
        for code, action in actions.languages.items():
            action.setData(code)
            action.triggered.connect(self._on_language_triggered)
        self._recent.aboutToShow.connect(self._fill_recent)
        files.recent_changed.connect(self._update_recent)
        self._update_recent()

    def add_panels(self, docks: Mapping[str, PanelDock]) -> None:
        """List the docks, each with Alt and its number."""
        for number, dock in enumerate(docks.values(), start=1):
            action = dock.toggleViewAction()
            action.setShortcut(QKeySequence(f"Alt+{number}"))
            self._panels.addAction(action)

    @Slot()
    def _on_theme_triggered(self) -> None:
        self.theme_chosen.emit(self._sent_data())

    @Slot()
    def _on_language_triggered(self) -> None:
        self.language_chosen.emit(self._sent_data())

    def _sent_data(self) -> str:
        action = self.sender()
        assert isinstance(action, QAction)
        return str(action.data())

    @Slot()
    def _update_recent(self) -> None:
        self._recent.setEnabled(bool(self._settings.recent_files))

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        for number, path in enumerate(self._settings.recent_files, start=1):
            action = self._recent.addAction(self.tr("&{number}  {name}").format(number=number, name=path.name))
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._on_recent_triggered)

    @Slot()
    def _on_recent_triggered(self) -> None:
        self._files.open(Path(self._sent_data()))


def _fill(menu: QMenu, entries: tuple[QAction | QMenu | None, ...]) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)
