"""WindowPreferences: opens the preferences over one window and passes on the choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from nnplay.shell.preferences.shortcuts import Shortcuts
from nnplay.shell.settings import Settings

if TYPE_CHECKING:
    from nnplay.shell.preferences.preferences import Preferences


class WindowPreferences(QObject):
    """Imports the dialog only when it is first opened.

    Attributes
    ----------
    dialog
        The preferences while open, otherwise None.

    Signals
    -------
    language_chosen(str), theme_chosen(str), text_scale_chosen(float), motion_chosen(str)
        To be applied and saved for all windows.
    view_chosen(bool), hints_chosen(bool)
        Whether this window has the simple view, and whether it shows hints.
    reset_wanted()
        Restore all defaults.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_scale_chosen = Signal(float)
    motion_chosen = Signal(str)
    view_chosen = Signal(bool)
    hints_chosen = Signal(bool)
    reset_wanted = Signal()

    def __init__(self, window: QMainWindow, settings: Settings, shortcuts: Shortcuts) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._shortcuts = shortcuts
        self.dialog: Preferences | None = None

    @Slot()
    def open(self) -> None:
        """Show the preferences beside the window."""
        from nnplay.shell.preferences.preferences import Preferences

        self.dialog = dialog = Preferences(self._settings, self._shortcuts, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._on_dialog_destroyed)
        dialog.language_chosen.connect(self.language_chosen)
        dialog.theme_chosen.connect(self.theme_chosen)
        dialog.text_scale_chosen.connect(self.text_scale_chosen)
        dialog.motion_chosen.connect(self.motion_chosen)
        dialog.view_chosen.connect(self.view_chosen)
        dialog.hints_chosen.connect(self.hints_chosen)
        dialog.reset_wanted.connect(self.reset_wanted)
        dialog.open()

    def open_at(self, caption: str) -> None:
        """Open the preferences with only the one of this name."""
        self.open()
        assert self.dialog is not None
        self.dialog.search.setText(caption)

    @Slot()
    def _on_dialog_destroyed(self) -> None:
        self.dialog = None
