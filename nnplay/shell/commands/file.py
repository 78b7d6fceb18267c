"""FileCommands: new, open, save and quit, with the examples and the recent files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from string import ascii_uppercase

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QMainWindow, QMenu

from nnplay.project.presets import PRESETS
from nnplay.shell.commands.group import CommandGroup, fill
from nnplay.shell.exporting.exports import ProjectExports
from nnplay.shell.exporting.table import FORMS
from nnplay.shell.files.data_files import DataFiles
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.images.picture_queue import PictureQueue
from nnplay.shell.images.thumbnails import SIZE, Sight, Trouble, look_at
from nnplay.shell.imports import ProjectImports
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

_MAX_NUMBERED = 9


class FileCommands(CommandGroup):
    """The File menu.

    Attributes
    ----------
    examples
        Actions by preset.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        files: ProjectFiles,
        data: DataFiles,
        exports: ProjectExports,
        imports: ProjectImports,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._files = files
        self._exports = exports
        self._settings = settings
        make = self.make
        self.new = make(self.tr("&New"), "Ctrl+N", "new", self.tr("Start again with the first example"), files.new)
        self.new_from_template = make(
            self.tr("New from tem&plate…"),
            "Ctrl+Alt+N",
            "template",
            self.tr("Choose from pictures of all examples and networks"),
        )
        self.new_empty = make(
            self.tr("New empt&y network"),
            "",
            "",
            self.tr("Start with input and output only, and build the rest yourself"),
            files.new_empty,
        )
        self.new_window = make(
            self.tr("New &window"), "Ctrl+Shift+N", "", self.tr("Open another window with its own project")
        )
        self.open = make(self.tr("&Open…"), "Ctrl+O", "open", self.tr("Open a project"), files.ask_open)
        self.open_digits = make(
            self.tr("Open &MNIST folder…"),
            "Ctrl+M",
            "folder-data",
            self.tr("Use the handwritten digits in a folder"),
            data.ask_open_digits,
        )
        self.open_data = make(
            self.tr("Open &data…"),
            "Ctrl+Shift+O",
            "",
            self.tr("Use your own table (CSV, TSV) or NumPy arrays"),
            data.ask_open,
        )
        self.make_classes = make(
            self.tr("Make pict&ure classes…"),
            "",
            "",
            self.tr("Make classes by typing their names, and draw or drop pictures into each"),
            data.ask_classes,
        )
        for action in (self.open_digits, self.open_data, self.make_classes):
            action.setObjectName("other_data.open")
        self.save = make(self.tr("&Save"), "Ctrl+S", "save", self.tr("Save the project"), files.save)
        self.save_as = make(
            self.tr("Save &as…"), "Ctrl+Shift+S", "", self.tr("Save the project to another file"), files.ask_save_as
        )
        self.quit = make(self.tr("&Quit"), "Ctrl+Q", "", self.tr("Close the window"), window.close)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.examples = self._make_examples()
        examples = fill(QMenu(self.tr("New from &example"), window), self.examples.values())
        self.export = make(
            self.tr("E&xport…"),
            "Ctrl+Alt+E",
            "",
            self.tr("Write the network as a program, a model, a table, a picture, a report or a worksheet"),
            self._on_export_triggered,
        )
        self.export.setData("")  # the format used last
        self.exports = self._make_exports()
        window.addActions(list(self.exports.values()))  # not in a menu, but in the command palette, and their keys work
        self.copy_text = make(
            self.tr("&Copy as text"),
            "",
            "",
            self.tr("Copy the project to the clipboard as one line that can be pasted into a chat"),
            files.copy_text,
        )
        self.open_text = make(
            self.tr("Open copied &text"),
            "",
            "",
            self.tr("Open the project from a line on the clipboard"),
            files.open_text,
        )
        self.read_weights = make(
            self.tr("Read we&ights…"),
            "",
            "",
            self.tr("Read the weights in a file from NumPy, PyTorch or Keras into this network"),
            imports.ask_weights,
        )
        self.read_model = make(
            self.tr("Read mode&l…"),
            "",
            "",
            self.tr("Read the network and the weights of a model from another library"),
            imports.ask_model,
        )
        self.classroom = make(
            self.tr("&For a class…"),
            "",
            "lock",
            self.tr("Lock or hide parts of the window for people who get this file"),
        )
        self.read_weights.setObjectName("weight_values.read")
        self.read_model.setObjectName("palette.read")
        self._recent = QMenu(self.tr("Open &recent"), window)
        self._recent.setStyleSheet(f"QMenu {{ icon-size: {SIZE.height()}px; }}")
        self._recent.setToolTipsVisible(True)
        self._pictures = PictureQueue(self)
        self._pictures.made.connect(self._on_looked_up)
        fill(
            window.menuBar().addMenu(self.tr("&File")),
            (
                self.new,
                self.new_from_template,
                self.new_empty,
                examples,
                self.new_window,
                None,
                self.open,
                self._recent,
                self.open_digits,
                self.open_data,
                self.make_classes,
                None,
                self.save,
                self.save_as,
                None,
                self.export,
                self.read_weights,
                self.read_model,
                self.classroom,
                None,
                self.copy_text,
                self.open_text,
                None,
                self.quit,
            ),
        )
        self._recent.aboutToShow.connect(self._fill_recent)
        self._recent.aboutToHide.connect(self._pictures.close)
        files.recent_changed.connect(self._update_recent)
        self._update_recent()

    def _make_examples(self) -> dict[str, QAction]:
        actions = {}
        for number, (name, preset) in enumerate(PRESETS.items(), start=1):
            shortcut = f"Ctrl+{number}" if number <= _MAX_NUMBERED else ""
            title = QCoreApplication.translate("presets", preset.title)
            if not shortcut:
                title = self.tr("&{letter}  {title}").format(
                    letter=ascii_uppercase[number - _MAX_NUMBERED - 1], title=title
                )
            summary = QCoreApplication.translate("presets", preset.summary)
            actions[name] = self.make(title, shortcut, "", summary, self._on_example_triggered)
            actions[name].setData(name)
            actions[name].setProperty("sources", ["presets", preset.title])
        return actions

    def _make_exports(self) -> dict[str, QAction]:
        translate = QCoreApplication.translate
        actions = {}
        for name, form in FORMS.items():
            text = self.tr("Export as: {format}…").format(format=translate("exchange", form.title))
            purpose = translate("exchange", form.purpose)
            actions[name] = self.make(text, "", "", purpose, self._on_export_triggered)
            actions[name].setData(name)
            actions[name].setProperty("sources", ["exchange", form.title])
        return actions

    @Slot()
    def _on_export_triggered(self) -> None:
        self.open_export(self.sent_data())

    def open_export(self, name: str) -> None:
        """Open the export dialog; ``name`` is the selected format, or empty for the one used last."""
        from nnplay.shell.exporting.dialog import ExportDialog

        ExportDialog(self._exports, self._session, self._settings, name, self._window).open()

    @Slot()
    def _on_example_triggered(self) -> None:
        self._files.open_preset(self.sent_data())

    @Slot()
    def _update_recent(self) -> None:
        self._recent.setEnabled(bool(self._settings.recent_files))

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        blank = QPixmap(SIZE)
        blank.fill(Qt.GlobalColor.transparent)
        for number, path in enumerate(self._settings.recent_files, start=1):
            action = self._recent.addAction(self.tr("&{number}  {name}").format(number=number, name=path.name))
            action.setIcon(QIcon(blank))
            action.setIconVisibleInMenu(True)
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._on_recent_triggered)
        self._pictures.begin({path: partial(look_at, path) for path in self._settings.recent_files})

    @Slot(object, object)
    def _on_looked_up(self, path: Path, sight: Sight) -> None:
        """Show a recent file's picture, or that it is missing or damaged."""
        texts = {Trouble.GONE: self.tr("{name} (missing)"), Trouble.DAMAGED: self.tr("{name} (cannot be read)")}
        for action in self._recent.actions():
            if action.data() == str(path) and sight.trouble is not None:
                action.setText(texts[sight.trouble].format(name=path.name))
                action.setEnabled(False)
            elif action.data() == str(path) and not sight.picture.isNull():
                action.setIcon(QIcon(QPixmap.fromImage(sight.picture)))

    @Slot()
    def _on_recent_triggered(self) -> None:
        self._files.open(Path(self.sent_data()))
