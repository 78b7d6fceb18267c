"""All commands of the window, one file per menu; menus, buttons and shortcuts share these actions."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from nnplay.canvas import CanvasView, LayerPalette
from nnplay.shell.commands.edit import EditCommands
from nnplay.shell.commands.file import FileCommands
from nnplay.shell.commands.group import Handler
from nnplay.shell.commands.help import HelpCommands
from nnplay.shell.commands.training import TrainingCommands
from nnplay.shell.commands.view import ViewCommands
from nnplay.shell.exporting.exports import ProjectExports
from nnplay.shell.files.data_files import DataFiles
from nnplay.shell.files.project_files import ProjectFiles
from nnplay.shell.imports import ProjectImports
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings


class Commands:
    """The groups of actions in the order of the menu bar."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        canvas: CanvasView,
        layers: LayerPalette,
        files: ProjectFiles,
        data: DataFiles,
        exports: ProjectExports,
        imports: ProjectImports,
        settings: Settings,
        arrange: Handler,
    ) -> None:
        self.file = FileCommands(window, session, files, data, exports, imports, settings)
        self.edit = EditCommands(window, session.document, canvas, layers)
        self.training = TrainingCommands(window, session)
        self.view = ViewCommands(window, canvas, arrange, settings)
        self.help = HelpCommands(window)
