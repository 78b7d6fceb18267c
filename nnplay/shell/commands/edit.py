"""EditCommands: undo, redo, and commands for the selected layers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from nnplay.canvas import CanvasView, LayerPalette
from nnplay.document import Document
from nnplay.project.templates import TEMPLATES
from nnplay.shell.commands.group import CommandGroup, Handler, fill


class EditCommands(CommandGroup):
    """The Edit menu.

    Attributes
    ----------
    templates
        Actions by the names of the templates.
    """

    def __init__(self, window: QMainWindow, document: Document, canvas: CanvasView, layers: LayerPalette) -> None:
        super().__init__(window)
        self._document = document
        self._canvas = canvas
        make, on_canvas, commands = self.make, self._make_on_canvas, canvas.commands
        self.undo = make(self.tr("&Undo"), "Ctrl+Z", "undo", self.tr("Undo the last change"), document.undo)
        self.redo = make(self.tr("&Redo"), "", "redo", self.tr("Redo the change that was undone last"), document.redo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.cut = on_canvas(
            self.tr("Cu&t"), "Ctrl+X", self.tr("Cut the selected layers to the clipboard"), commands.cut
        )
        self.copy = on_canvas(
            self.tr("&Copy"), "Ctrl+C", self.tr("Copy the selected layers to the clipboard"), commands.copy
        )
        self.paste = on_canvas(
            self.tr("&Paste"),
            "Ctrl+V",
            self.tr("Insert the layers on the clipboard after the selected one"),
            commands.paste,
        )
        self.duplicate = on_canvas(
            self.tr("Dupl&icate"), "Ctrl+D", self.tr("Insert a copy of the selected layers"), commands.duplicate
        )
        self.delete_layer = on_canvas(self.tr("&Delete"), "Del", self.tr("Remove the selected layers"), commands.remove)
        self.select_all = on_canvas(self.tr("Select &all"), "Ctrl+A", self.tr("Select all layers"), commands.select_all)
        self.add = make(
            self.tr("Add &layer…"), "Ctrl+L", "add", self.tr("Search all layers and whole networks"), layers.open_drawer
        )
        self.settings = make(
            self.tr("Layer &settings…"),
            "Ctrl+Return",
            "settings",
            self.tr("All settings of the selected layer"),
            commands.open_settings,
        )
        self.move_back = on_canvas(
            self.tr("Move &back"), "Alt+Left", self.tr("Swap the layer with the one before it"), commands.move_back
        )
        self.move_on = on_canvas(
            self.tr("Move &on"), "Alt+Right", self.tr("Swap the layer with the one after it"), commands.move_on
        )
        self.more_units = on_canvas(
            self.tr("One unit &more"), "+", self.tr("Add a unit to the selected layer"), commands.more_units
        )
        self.fewer_units = on_canvas(
            self.tr("One unit l&ess"), "-", self.tr("Remove a unit from the selected layer"), commands.fewer_units
        )
        self.link = on_canvas(
            self.tr("Lin&k or unlink"),
            "L",
            self.tr("Link two selected layers, or remove their link"),
            commands.link,
        )
        # "=" is "+" without Shift on most keyboards.
        self.more_units.setShortcuts([QKeySequence("+"), QKeySequence("=")])
        self.delete_layer.setShortcuts([QKeySequence("Del"), QKeySequence("Backspace")])
        self.preferences = make(
            self.tr("Pre&ferences…"), "Ctrl+,", "", self.tr("Language, looks and keyboard shortcuts")
        )
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.templates = self._make_templates()
        templates = fill(QMenu(self.tr("&Network from template"), window), self.templates.values())
        chosen = (
            *(self.cut, self.copy, self.duplicate, self.delete_layer, self.settings),
            *(self.move_back, self.move_on, self.more_units, self.fewer_units, self.link),
        )
        fill(
            window.menuBar().addMenu(self.tr("&Edit")),
            (
                *(self.undo, self.redo, None, self.cut, self.copy, self.paste, self.duplicate, self.delete_layer),
                *(self.select_all, None, self.add, templates, None, self.settings, self.move_back, self.move_on),
                *(self.more_units, self.fewer_units, self.link, None, self.preferences),
            ),
        )

        for name in ("cut", "paste", "duplicate", "delete_layer", "add"):
            getattr(self, name).setObjectName(f"palette.{name}")  # a teacher locks them with the palette
        for action in self.templates.values():
            action.setObjectName("palette.template")
        for action in (self.more_units, self.fewer_units):
            action.setObjectName("units.step")
        for action in (self.move_back, self.move_on, self.link):
            action.setObjectName("links.change")
        self.settings.setObjectName("layer_settings.open")
        for action in chosen:
            action.setEnabled(False)
        self._for_chosen = chosen
        document.steps_changed.connect(self._show_steps)
        self._show_steps()
        canvas.selection_changed.connect(self._on_selection_changed)

    def _make_on_canvas(self, text: str, shortcut: str, explanation: str, slot: Handler) -> QAction:
        """Return an action whose keys only work on the canvas: fields and tables have their own clipboard."""
        action = self.make(text, shortcut, "", explanation, slot)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._canvas.addAction(action)
        return action

    def _make_templates(self) -> dict[str, QAction]:
        actions = {}
        for number, template in enumerate(TEMPLATES.values(), start=1):
            title = QCoreApplication.translate("templates", template.title)
            summary = QCoreApplication.translate("templates", template.summary)
            text = self.tr("&{number}  {title}").format(number=number, title=title)
            action = actions[template.name] = self.make(text, "", "", summary, self._on_template_triggered)
            action.setData(template.name)
            action.setProperty("sources", ["templates", template.title])
        return actions

    @Slot()
    def _on_template_triggered(self) -> None:
        self._canvas.structure.apply_template(self.sent_data())

    @Slot()
    def _show_steps(self) -> None:
        """Name the steps that Undo and Redo would take, and enable them where there is one."""
        stack = self._document.undo_stack
        undone = str(self._document.edit_name(stack.index() - 1)) if stack.canUndo() else ""
        redone = str(self._document.edit_name(stack.index())) if stack.canRedo() else ""
        self.undo.setText(self.tr("&Undo: {edit}").format(edit=undone) if undone else self.tr("&Undo"))
        self.redo.setText(self.tr("&Redo: {edit}").format(edit=redone) if redone else self.tr("&Redo"))
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())

    @Slot(object)
    def _on_selection_changed(self, name: str | None) -> None:
        for action in self._for_chosen:
            action.setEnabled(name is not None)
