"""Actions: everything the window can do, each with a name, a shortcut and an icon; menus and buttons share them.

What an action does is connected by the window; here it only learns whether it can be done.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from nnplay.look.icons import set_icon
from nnplay.look.theme import Role
from nnplay.project.presets import PRESETS
from nnplay.shell.settings import SYSTEM
from nnplay.shell.translations import LANGUAGES
from nnplay.training import RunState, TrainingController

_MAX_NUMBERED = 9


class Actions(QObject):
    """The window's actions.

    Attributes
    ----------
    examples, themes, languages
        Actions by preset, theme mode and language code; the last two are exclusive.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        make = self._make
        self.new = make(self.tr("&New"), "Ctrl+N", "new", self.tr("Start again with the first example"))
        self.open = make(self.tr("&Open…"), "Ctrl+O", "open", self.tr("Open a project"))
        self.open_digits = make(
            self.tr("Open &MNIST folder…"),
            "Ctrl+D",
            "folder-data",
            self.tr("Learn from the handwritten digits in a folder"),
        )
        self.save = make(self.tr("&Save"), "Ctrl+S", "save", self.tr("Save the project"))
        self.save_as = make(self.tr("Save &as…"), "Ctrl+Shift+S", "", self.tr("Save the project in another file"))
        self.quit = make(self.tr("&Quit"), "Ctrl+Q", "", self.tr("Close the window"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        self.undo = make(self.tr("&Undo"), "Ctrl+Z", "undo", self.tr("Take the last change back"))
        self.redo = make(self.tr("&Redo"), "Ctrl+Shift+Z", "redo", self.tr("Do again what was taken back"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.delete_layer = make(self.tr("&Delete layer"), "Del", "delete", self.tr("Remove the chosen layer"))

        self.train = make(self.tr("Train"), "Ctrl+T", "play", "")
        self.step = make(self.tr("S&tep one epoch"), "Ctrl+E", "step", self.tr("Train for one epoch"))
        self.reset = make(self.tr("&Reset"), "Ctrl+R", "reset", self.tr("Go back to the weights of the start"))
        self.new_start = make(
            self.tr("&New start"), "Ctrl+Shift+R", "new-start", self.tr("Draw other weights to start from")
        )
        self.cancel_loading = make(self.tr("&Cancel loading"), "Ctrl+.", "", self.tr("Stop reading files"))
        # A button shows it without the letter, which in Chinese stands in brackets.
        self.cancel_loading.setIconText(self.tr("Cancel loading"))
        self.cancel_loading.setEnabled(False)

        self.zoom_in = make(self.tr("Zoom &in"), "Ctrl+=", "zoom-in", self.tr("Show the network larger"))
        self.zoom_out = make(self.tr("Zoom &out"), "Ctrl+-", "zoom-out", self.tr("Show the network smaller"))
        self.fit = make(self.tr("Zoom to &fit"), "Ctrl+0", "fit", self.tr("Show the whole network"))
        self.full_screen = make(
            self.tr("F&ull screen"), "F11", "", self.tr("Use the whole screen, or the window again")
        )
        self.full_screen.setCheckable(True)
        self.reset_panels = make(
            self.tr("&Arrange panels anew"), "Ctrl+Shift+P", "", self.tr("Put all panels back where they were at first")
        )
        self.about = make(self.tr("&About nnplay"), "F1", "info", self.tr("What this program is"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.examples = self._make_examples()
        self.themes = self._make_themes()
        self.languages = self._make_languages()

    def update_training(self, controller: TrainingController) -> None:
        """Offer what the state of the training allows."""
        state, has_data = controller.state, controller.dataset is not None
        is_running = state.is_active
        set_icon(self.train, "pause" if is_running else "play", Role.ACCENT_TEXT)
        self.train.setText(self.tr("Pause") if is_running else self.tr("Train"))
        explanation = self.tr("Pause the training") if is_running else self.tr("Train the network")
        self._explain(self.train, explanation, self.tr("Space"))
        self.train.setEnabled(has_data and state is not RunState.STOPPING)
        self.step.setEnabled(has_data and state is not RunState.STOPPING)
        self.cancel_loading.setEnabled(controller.is_loading)

    @Slot(str)
    def name_undo(self, edit: str) -> None:
        """Say in the menu what would be undone."""
        self.undo.setText(self.tr("&Undo: {edit}").format(edit=edit) if edit else self.tr("&Undo"))

    @Slot(str)
    def name_redo(self, edit: str) -> None:
        """Say in the menu what would be done again."""
        self.redo.setText(self.tr("&Redo: {edit}").format(edit=edit) if edit else self.tr("&Redo"))

    def _make(self, text: str, shortcut: str, icon: str, explanation: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(shortcut))
        if icon:
            set_icon(action, icon)
        action.setIconVisibleInMenu(False)
        self._explain(action, explanation)
        return action

    def _explain(self, action: QAction, explanation: str, *more_shortcuts: str) -> None:
        shortcuts = [shortcut.toString(QKeySequence.SequenceFormat.NativeText) for shortcut in action.shortcuts()]
        keys = ", ".join((*more_shortcuts, *shortcuts))
        action.setStatusTip(explanation)
        action.setToolTip(self.tr("{explanation} ({keys})").format(explanation=explanation, keys=keys))

    def _make_examples(self) -> dict[str, QAction]:
        actions = {}
        for number, (name, preset) in enumerate(PRESETS.items(), start=1):
            shortcut = f"Ctrl+{number}" if number <= _MAX_NUMBERED else ""
            title = QCoreApplication.translate("presets", preset.title)
            actions[name] = self._make(title, shortcut, "", QCoreApplication.translate("presets", preset.summary))
        return actions

    def _make_themes(self) -> dict[str, QAction]:
        titles = {
            SYSTEM: (self.tr("As the &system"), "Ctrl+Alt+S"),
            "light": (self.tr("&Light"), "Ctrl+Alt+L"),
            "dark": (self.tr("&Dark"), "Ctrl+Alt+D"),
        }
        return self._make_group({mode: self._make(text, keys, "", "") for mode, (text, keys) in titles.items()})

    def _make_languages(self) -> dict[str, QAction]:
        codes = {SYSTEM: self.tr("As the &system"), **LANGUAGES}
        shortcuts = ("Ctrl+Alt+0", *(f"Ctrl+Alt+{number}" for number in range(1, 10)))
        return self._make_group(
            {code: self._make(text, keys, "", "") for (code, text), keys in zip(codes.items(), shortcuts, strict=False)}
        )

    def _make_group(self, actions: dict[str, QAction]) -> dict[str, QAction]:
        group = QActionGroup(self)
        for action in actions.values():
            action.setCheckable(True)
            group.addAction(action)
        return actions
