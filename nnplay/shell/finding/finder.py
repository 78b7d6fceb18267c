"""Finder: gathers everything that Ctrl+K finds in a window, and leads to what is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from nnplay.canvas import CanvasView
from nnplay.panels.activation.activation_panel import ActivationPanel
from nnplay.panels.experiments.experiments_panel import ExperimentsPanel
from nnplay.panels.glossary.glossary_panel import GlossaryPanel
from nnplay.project.controls import is_among
from nnplay.shell.classroom.controls import SIMPLE_HIDDEN
from nnplay.shell.commands.catalogue import Entry
from nnplay.shell.commands.command_palette import CommandPalette
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.files.lesson_files import LessonFiles
from nnplay.shell.finding.commands import command_finds
from nnplay.shell.finding.experiments import example_experiment_finds, vary_finds
from nnplay.shell.finding.find import Find, Kind
from nnplay.shell.finding.network import activation_finds, layer_finds, layer_setting_finds
from nnplay.shell.finding.reading import lesson_finds, page_finds, term_finds
from nnplay.shell.finding.settings import control_finds, optimizer_finds, preference_finds
from nnplay.shell.manual import Manual
from nnplay.shell.pointing import Ring
from nnplay.shell.preferences.window_preferences import WindowPreferences
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

_RING_MS = 2500
"""How long the ring around a found setting stays."""


class Finder(QObject):
    """The command palette of one window, and the ways from it.

    Attributes
    ----------
    palette
        The palette, which Ctrl+K opens.

    Signals
    -------
    view_wanted(bool)
        A setting was chosen that the simple view hides: False, for the full view.
    """

    view_wanted = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        canvas: CanvasView,
        entries: Sequence[Entry],
        docks: Mapping[str, PanelDock],
        lessons: LessonFiles,
        preferences: WindowPreferences,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = session.document
        self._settings = settings
        self._canvas = canvas
        self._entries = entries
        self._docks = docks
        self._lessons = lessons
        self._preferences = preferences
        self.palette = CommandPalette(self.finds, window)

    def finds(self) -> list[Find]:
        """Return everything that can be found now, by kind."""
        found = [
            *command_finds(self._entries),
            *control_finds(self._is_hidden, self._show_control),
            *optimizer_finds(self._document.project.training.optimizer, self._show_control),
            *vary_finds(self._document.project, self.vary),
            *example_experiment_finds(self.show_experiment),
            *layer_setting_finds(self._canvas),
            *preference_finds(self._preferences.open_at),
            *activation_finds(self.show_activation),
            *layer_finds(self._canvas),
            *lesson_finds(self._lessons.open),
            *term_finds(self.show_term),
            *page_finds(self.show_page),
        ]
        order = list(Kind)
        return sorted(found, key=lambda find: order.index(find.kind))

    def show_term(self, name: str) -> None:
        """Open the glossary at a term."""
        panel = self._show_panel("glossary")
        assert isinstance(panel, GlossaryPanel)
        panel.show_term(name)

    def show_activation(self, name: str) -> None:
        """Open the panel of activation functions at one of them."""
        panel = self._show_panel("activation")
        assert isinstance(panel, ActivationPanel)
        panel.show_function(name)

    def vary(self, control: str) -> None:
        """Open the experiments, where one control is varied."""
        panel = self._show_panel("experiments")
        assert isinstance(panel, ExperimentsPanel)
        panel.vary(control)

    def show_experiment(self, name: str) -> None:
        """Open one of the example experiments."""
        panel = self._show_panel("experiments")
        assert isinstance(panel, ExperimentsPanel)
        panel.show_example(name)

    def show_page(self, page: Path, wanted: str = "") -> None:
        """Open the guide at a page, where the wanted words are."""
        Manual(self._window, page, wanted).open()

    def _show_panel(self, name: str) -> QWidget:
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        return dock.panel

    def _is_hidden(self, control: str) -> bool:
        return is_among(control, self._document.project.classroom.hidden)

    def _show_control(self, panel: str, name: str) -> None:
        """Show a control with its panel, and put the focus and a ring on it for a moment."""
        if is_among(name, SIMPLE_HIDDEN) and self._settings.is_simple:
            self.view_wanted.emit(False)
        if panel:
            self._show_panel(panel)
        found = [each for each in self._window.findChildren(QWidget, name) if not each.isHidden()]
        target = next((each for each in found if each.isVisible()), found[0] if found else None)
        if target is None:
            return
        ring = Ring(target, self._window)
        end = QTimer(ring, singleShot=True, interval=_RING_MS)  # which ends with the ring if the window closes before
        end.timeout.connect(ring.deleteLater)
        end.start()
        fields = [target, *target.findChildren(QWidget)]
        open_to_keys = (each for each in fields if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        for field in islice(open_to_keys, 1):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
