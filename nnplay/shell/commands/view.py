"""ViewCommands: zoom, panels, theme and language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from nnplay.appearance.languages import own_names
from nnplay.canvas import CanvasView
from nnplay.canvas.navigation.detail import Detail
from nnplay.shell.commands.group import CommandGroup, Handler, fill
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.regions import Regions
from nnplay.shell.settings import SYSTEM, Settings

_MAX_NUMBERED = 9


class ViewCommands(CommandGroup):
    """The View menu.

    Attributes
    ----------
    details, themes, languages
        Actions by name of a ``Detail`` (empty for automatic), by theme mode and by language code; one of each is
        checked.

    Signals
    -------
    theme_chosen(str), language_chosen(str)
        A theme mode, a language code, or ``SYSTEM``.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, window: QMainWindow, canvas: CanvasView, arrange: Handler, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        make = self.make
        self.zoom_in = make(self.tr("Zoom &in"), "Ctrl+=", "zoom-in", self.tr("Enlarge the network"), canvas.zoom_in)
        self.zoom_out = make(self.tr("Zoom &out"), "Ctrl+-", "zoom-out", self.tr("Shrink the network"), canvas.zoom_out)
        self.fit = make(self.tr("Zoom to &fit"), "Ctrl+0", "fit", self.tr("Show the whole network"), canvas.zoom_to_fit)
        self.tidy = make(
            self.tr("Tid&y layout"),
            "Ctrl+Shift+L",
            "",
            self.tr("Arrange all layers side by side"),
            canvas.commands.tidy,
        )
        self.rows = make(
            self.tr("Lay out in ro&ws"),
            "Ctrl+Alt+R",
            "",
            self.tr("Arrange the layers in rows, so that a long network is large enough to read"),
            canvas.commands.lay_out_in_rows,
        )
        self.align_row = make(
            self.tr("Align in a &row"),
            "",
            "",
            self.tr("Align the selected layers at the height of the last one"),
            canvas.commands.align_row,
        )
        self.align_column = make(
            self.tr("Align in a &column"),
            "",
            "",
            self.tr("Align the selected layers below the last one"),
            canvas.commands.align_column,
        )
        self.details = self.make_choice(
            {
                "": make(self.tr("&Automatic"), "Ctrl+Shift+1", "", self.tr("Show as much as the zoom allows")),
                Detail.CARDS.name: make(self.tr("&Cards"), "Ctrl+Shift+2", "", self.tr("Show only the layers")),
                Detail.NEURONS.name: make(
                    self.tr("&Neurons"), "Ctrl+Shift+3", "", self.tr("Show the neurons and their connections")
                ),
                Detail.ALL.name: make(
                    self.tr("A&ll numbers"), "Ctrl+Shift+4", "", self.tr("Show weights and biases as numbers, too")
                ),
            },
            "",
            self._on_detail_triggered,
        )
        self._canvas = canvas
        self.maps = make(
            self.tr("Feature &maps"),
            "Ctrl+Shift+M",
            "",
            self.tr("Show feature maps of the current example instead of the filters of convolutions"),
        )
        self.maps.setCheckable(True)
        self.maps.setChecked(True)
        self.maps.toggled.connect(canvas.show_maps)
        self.full_screen = make(
            self.tr("F&ull screen"),
            "F11",
            "",
            self.tr("Show the window full screen, or leave full screen"),
            self._on_full_screen_triggered,
        )
        self.full_screen.setCheckable(True)
        self.simple = make(
            self.tr("&Simple view"), "Ctrl+Shift+V", "", self.tr("Show only what a beginner needs, or everything")
        )
        self.present = make(
            self.tr("Pr&esentation"), "F5", "", self.tr("Large text, full screen, for a class. Press again to go back")
        )
        for action in (self.simple, self.present):
            action.setCheckable(True)
        self.reset_panels = make(
            self.tr("Reset p&anel layout"),
            "Ctrl+Shift+P",
            "",
            self.tr("Put all panels back in their default positions"),
            arrange,
        )
        self.themes = self.make_choice(
            {
                SYSTEM: make(self.tr("Follow the &system"), "Ctrl+Alt+S", "", ""),
                "light": make(self.tr("&Light"), "Ctrl+Alt+L", "", ""),
                "dark": make(self.tr("&Dark"), "Ctrl+Alt+D", "", ""),
                "contrast": make(self.tr("High &contrast"), "Ctrl+Alt+C", "", ""),
            },
            settings.theme_mode,
            self._on_theme_triggered,
        )
        languages = {SYSTEM: self.tr("Follow the &system"), **own_names()}
        self.languages = self.make_choice(
            {code: make(text, f"Ctrl+Alt+{number}", "", "") for number, (code, text) in enumerate(languages.items())},
            settings.language,
            self._on_language_triggered,
        )
        regions = Regions(window)
        self.next_region = make(
            self.tr("&Next part of the window"),
            "F6",
            "",
            self.tr("Move the keyboard focus to the next part"),
            regions.go_on,
        )
        self.previous_region = make(
            self.tr("Pre&vious part of the window"),
            "Shift+F6",
            "",
            self.tr("Move the keyboard focus to the previous part"),
            regions.go_back,
        )
        self._panels = QMenu(self.tr("&Panels"), window)
        fill(
            window.menuBar().addMenu(self.tr("&View")),
            (
                self.zoom_in,
                self.zoom_out,
                self.fit,
                fill(QMenu(self.tr("&Detail"), window), self.details.values()),
                self.maps,
                self.full_screen,
                self.present,
                None,
                self.tidy,
                self.rows,
                self.align_row,
                self.align_column,
                None,
                self.simple,
                self._panels,
                self.reset_panels,
                self.next_region,
                self.previous_region,
                None,
                fill(QMenu(self.tr("&Theme"), window), self.themes.values()),
                fill(QMenu(self.tr("&Language"), window), self.languages.values()),
            ),
        )

    def add_panels(self, docks: Mapping[str, PanelDock]) -> None:
        """List the docks, the first ones with Alt and a number."""
        for number, dock in enumerate(docks.values(), start=1):
            action = dock.toggleViewAction()
            if number <= _MAX_NUMBERED:
                action.setShortcut(QKeySequence(f"Alt+{number}"))
            self._panels.addAction(action)

    @Slot(bool)
    def _on_full_screen_triggered(self, is_full: bool) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.full_screen.setChecked(is_full)

    @Slot()
    def _on_detail_triggered(self) -> None:
        name = self.sent_data()
        self._canvas.choose_detail(Detail[name] if name else None)

    @Slot()
    def _on_theme_triggered(self) -> None:
        self.theme_chosen.emit(self.sent_data())

    @Slot()
    def _on_language_triggered(self) -> None:
        self.language_chosen.emit(self.sent_data())
