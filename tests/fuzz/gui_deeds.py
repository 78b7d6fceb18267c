"""What a monkey does besides clicking about: menus, dialogs, docks, drops, training, languages, files, lessons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QMenu,
    QMessageBox,
    QWidget,
)
from shiboken6 import isValid

from nnplay import resources
from nnplay.appearance import metrics
from nnplay.appearance.theme import MODES
from nnplay.canvas.cards import faces
from nnplay.canvas.layer_mime import layer_mime
from nnplay.panels.runs.luck_dialog import LuckDialog
from nnplay.project.presets import PRESETS, preset
from tests.fuzz.gui_hands import LEFT, NONE, TEXTS, named
from tests.fuzz.gui_play import Play
from tests.fuzz.gui_rooms import Rooms

_MOST_LAYERS, _MOST_PARAMETERS, _MOST_WINDOWS = 18, 400_000, 4


class Monkey(Rooms):
    """Does one random thing after the other."""

    def __init__(self, play: Play) -> None:
        super().__init__(play)
        self._deeds: list[Callable[[], None]] = [
            *(*[self._click] * 14, *[self._on_canvas] * 14, *[self._key] * 10, *[self._choose_action] * 8),
            *(*[self._type] * 7, *[self._train] * 7, *[self._in_menu] * 6, *[self._dock] * 6, *[self._drag] * 5),
            *(*[self._drop] * 5, *[self._context] * 4, *[self._wheel] * 4, *[self._in_dialog] * 2, *[self._window] * 2),
            *(*[self._look_back] * 4, *[self._runs] * 4, *[self._luck] * 2, *[self._try_it] * 2),
            *(*[self._open] * 2, self._look, self._text_of_project, self._lesson),
        ]

    def act(self) -> None:
        """Do something; what stands in the way, a menu or a dialog, is answered first about half the time."""
        self._keep_small()
        if QApplication.activePopupWidget() is not None and self._rng.random() < 0.5:
            self._in_menu()
        elif QApplication.activeModalWidget() is not None and self._rng.random() < 0.5:
            self._in_dialog()
        else:
            self._rng.choice(self._deeds)()

    def _keep_small(self) -> None:
        """Begin anew where a network has become so large that each deed is slow."""
        for session, window in self._play.shell._windows.items():
            project = session.document.project
            is_large = len(project.network.nodes) > _MOST_LAYERS or project.parameters.size > _MOST_PARAMETERS
            if is_large and not self._play.is_blocked():
                self._play.do("begin anew", partial(window.files.start_with, preset("circle")))

    # -- menus and dialogs ------------------------------------------------------------------------------------------

    def _unblock(self) -> None:
        (self._in_menu if QApplication.activePopupWidget() is not None else self._in_dialog)()

    def _is_last_exit(self, action: QAction) -> bool:
        ends = any(action is window.commands.file.quit for window in self._play.windows)
        adds = any(action is window.commands.file.new_window for window in self._play.windows)
        n_windows = len(self._play.windows)
        return (ends and n_windows < 2) or (adds and n_windows >= _MOST_WINDOWS)

    def _choose_action(self) -> None:
        if self._play.is_blocked():
            self._unblock()
            return
        actions = [action for menu in self._main().menuBar().actions() for action in within(menu) if action.isEnabled()]
        action = self._rng.choice(actions)
        if not self._is_last_exit(action):
            self._play.do(f"action {action.text()}", action.trigger)

    def _in_menu(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is None and QApplication.activeModalWidget() is not None:
            self._in_dialog()
        elif popup is None:
            bar = self._main().menuBar()
            title = self._rng.choice([action for action in bar.actions() if action.menu() is not None])
            at = bar.actionGeometry(title).center()
            self._play.do(f"menu {title.text()}", lambda: QTest.mouseClick(bar, LEFT, NONE, at))
        elif isinstance(popup, QMenu):
            actions = [action for action in popup.actions() if not action.isSeparator()]
            action = self._rng.choice(actions) if actions and self._rng.random() < 0.85 else None
            if action is None or self._is_last_exit(action):
                self._play.do("leave menu", lambda: QTest.keyClick(popup, Qt.Key.Key_Escape))
            else:
                at = popup.actionGeometry(action).center()
                self._play.do(f"choose {action.text()}", lambda: QTest.mouseClick(popup, LEFT, NONE, at))
        elif self._rng.random() < 0.3:
            self._play.do("leave popup", lambda: QTest.keyClick(popup, Qt.Key.Key_Escape))
        else:
            inside = self._some(popup)
            at = self._at(inside)
            self._play.do(f"click {named(inside)}", lambda: QTest.mouseClick(inside, LEFT, NONE, at))

    def _in_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            self._choose_action() if not self._play.is_blocked() else self._in_menu()
        elif isinstance(dialog, QFileDialog):
            self._answer_file(dialog)
        elif isinstance(dialog, LuckDialog) and self._rng.random() < 0.5:
            self._luck()
        else:
            buttons = [each for each in dialog.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
            if buttons and (isinstance(dialog, QMessageBox) or self._rng.random() < 0.25):
                button = self._rng.choice(buttons)
                self._play.do(f"answer {button.text()}", lambda: QTest.mouseClick(button, LEFT))
            elif self._rng.random() < 0.1:
                self._play.do(f"close {type(dialog).__name__}", dialog.close)
            else:
                deeds = (self._click, self._click, self._type, self._key, self._wheel, self._drag, self._context)
                self._rng.choice(deeds)()

    def _answer_file(self, dialog: QFileDialog) -> None:
        if self._rng.random() < 0.3:
            self._play.do("no file", dialog.reject)
            return
        out = self._play.folder / "out"
        out.mkdir(exist_ok=True)
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            name = self._rng.choice(("one", "two", "folder/three", "a b", "n" * 300, "é中", ".hidden"))
            path = out / f"{name}.{dialog.defaultSuffix() or 'nnplay'}"
        else:
            is_folder = dialog.fileMode() == QFileDialog.FileMode.Directory
            pool = self._play.pool + list(out.glob("*.nnplay"))
            path = self._rng.choice([each for each in pool if each.is_dir()] if is_folder else pool)

        def answer() -> None:
            dialog.fileSelected.emit(str(path))
            dialog.done(QFileDialog.DialogCode.Accepted)

        self._play.do(f"file {path.name[:30]}", answer)

    # -- the program ------------------------------------------------------------------------------------------------

    def _dock(self) -> None:
        if self._play.is_blocked():
            self._unblock()
            return
        window, chance = self._main(), self._rng.random()
        name, dock = self._rng.choice(list(window.docks.items()))
        if chance < 0.45:
            self._play.do(f"show {name}", lambda: window.show_panel(name))
        elif chance < 0.6:
            self._play.do(f"close {name}", dock.close)
        elif chance < 0.75:
            self._play.do(f"float {name}", lambda: dock.setFloating(not dock.isFloating()))
        elif chance < 0.85:
            sides = [side for side in Qt.DockWidgetArea if side.name[:4] in ("Left", "Righ", "TopD", "Bott")]
            side = self._rng.choice(sides)
            self._play.do(f"{name} to {side.name}", lambda: window.addDockWidget(side, dock))
        elif (other := self._rng.choice(list(window.docks.values()))) is not dock:
            self._play.do(f"{name} beside another", lambda: window.tabifyDockWidget(other, dock))

    def _window(self) -> None:
        window, chance = self._main(), self._rng.random()
        if chance < 0.6:
            size = self._rng.choice((300, 640, 800, 1280, 1920)), self._rng.choice((200, 480, 768, 1080))
            self._play.do(f"size {size}", lambda: window.resize(*size))
        elif chance < 0.8:
            change = self._rng.choice((window.showMinimized, window.showMaximized, window.showFullScreen))
            self._play.do("size and back", lambda: (change(), QTest.qWait(5), window.showNormal()))
        elif len(self._play.windows) > 1:
            self._play.do("close window", window.close)

    def _drop(self) -> None:
        if self._play.is_blocked():
            self._unblock()
            return
        window, data, chance = self._main(), QMimeData(), self._rng.random()
        target: QWidget = window
        if chance < 0.5:
            files = [*self._play.pool, Path("/nonexistent/x.nnplay"), Path("/dev/null")]
            data.setUrls([QUrl.fromLocalFile(str(self._rng.choice(files)))])
        elif chance < 0.65:
            data.setText(self._rng.choice(TEXTS))
            target = self._some(window)
        else:
            data, target = layer_mime(self._rng.choice(faces.kinds())), window.canvas.viewport()
        on_canvas = target is window.canvas.viewport()
        first, last = (self._canvas_at(window) if on_canvas else self._at(target) for _ in range(2))
        way = Qt.DropAction.CopyAction, data, LEFT, NONE
        self._play.do(f"drag into {named(target)}", lambda: send(target, QDragEnterEvent(first, *way)))
        if isValid(target):
            self._play.do(f"drag over {named(target)}", lambda: send(target, QDragMoveEvent(last, *way)))
        if isValid(target):
            event = QDropEvent(QPointF(last), *way) if self._rng.random() < 0.85 else QDragLeaveEvent()
            self._play.do(f"drop on {named(target)}", lambda: send(target, event))

    def _train(self) -> None:
        if self._play.is_blocked():
            self._unblock()
            return
        commands = self._main().commands.training
        actions = [each for each in vars(commands).values() if isinstance(each, QAction)]
        action = self._rng.choice([*actions, *[commands.train] * 3])
        self._play.do(f"training {action.text()}", action.trigger)
        if self._rng.random() < 0.3:
            self._play.do("wait", lambda: QTest.qWait(self._rng.choice((10, 50, 200))))

    def _look(self) -> None:
        if self._play.is_blocked():
            self._unblock()
            return
        shell, chance = self._play.shell, self._rng.random()
        if chance < 0.35:
            code = self._rng.choice(("en", "zh_CN", "system"))
            self._play.do(f"language {code}", lambda: shell.set_language(code))
        elif chance < 0.7:
            mode = self._rng.choice(list(MODES))
            self._play.do(f"theme {mode}", lambda: shell.set_theme(mode))
        elif chance < 0.85:
            scale = self._rng.choice(list(metrics.TEXT_SCALES))
            self._play.do(f"text {scale}", lambda: shell.set_text_scale(scale))
        else:
            self._play.do("present", lambda: shell.present(not shell._is_presenting))

    def _open(self) -> None:
        if self._play.is_blocked():
            self._unblock()
            return
        files = self._main().files
        name = self._rng.choice(list(PRESETS))
        if self._rng.random() < 0.5:
            self._play.do(f"preset {name}", lambda: files.open_preset(name))
        else:
            path = self._rng.choice(self._play.pool)
            self._play.do(f"open {path.name}", lambda: self._main().open_path(path))

    def _text_of_project(self) -> None:
        if self._play.is_blocked():
            self._unblock()
            return
        files = self._main().files
        self._play.do("copy as text", files.copy_text)
        self._play.do("open text", files.open_text)

    def _lesson(self) -> None:
        if self._play.is_blocked():
            self._unblock()
        elif len(self._play.windows) < _MOST_WINDOWS:
            folder = self._rng.choice(sorted(resources.path("lessons").iterdir()))
            self._play.do(f"lesson {folder.name}", lambda: self._main().lessons.open(folder))


def within(action: QAction) -> list[QAction]:
    """Return what an entry of a menu stands for: itself, or all below it."""
    menu = action.menu()
    if isinstance(menu, QMenu):
        return [each for entry in menu.actions() for each in within(entry)]
    return [] if action.isSeparator() else [action]


def send(target: QWidget, event: object) -> None:
    QApplication.sendEvent(target, event)  # type: ignore[arg-type]
