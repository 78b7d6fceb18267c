"""Random actions of a person who knows nothing: seeded, so that what they break can be broken again.

``python -m tests.fuzz.gui_actions 10000 --seed 1`` drives a whole window and says what went wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import traceback
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox, QWidget

from nnplay.canvas import CanvasView
from nnplay.canvas.cards import faces
from nnplay.project.presets import PRESETS, preset
from nnplay.shell.application import make_application
from nnplay.shell.main_window import MainWindow
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings
from tests.canvas.pointer import Drag

LEFT = Qt.MouseButton.LeftButton
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEYS = tuple(
    Qt.Key(key)
    for key in (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return),
        *(Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_Minus),
    )
)
MOST_LAYERS = 14
TEXTS = ("3", "0.5", "-1/3", "", "nonsense", "2 x 2", "1e400", "relu")


class Monkey:
    """Does one random thing after the other to a window.

    Attributes
    ----------
    done
        What it has done, for whoever has to find out.
    start
        The project to which undo leads: another one since it has begun or opened another.
    """

    def __init__(self, window: MainWindow, session: Session, folder: Path, seed: int) -> None:
        self._window, self._canvas = window, window.canvas
        self._session, self._folder = session, folder
        self.start = session.document.project
        self._rng = random.Random(seed)
        self.done: list[str] = []
        edit, view, training = window.commands.edit, window.commands.view, window.commands.training
        self._actions = [
            *(edit.undo, edit.undo, edit.redo, edit.cut, edit.copy, edit.paste, edit.duplicate, edit.delete_layer),
            *(edit.select_all, edit.add, edit.settings, edit.move_back, edit.move_on, *edit.templates.values()),
            *(view.zoom_in, view.zoom_out, view.fit, view.fit, view.tidy, view.align_row, view.align_column),
        ]
        self._training = (session.toggle_training, session.toggle_training, session.stop, session.step, session.reset)
        self._training += (session.step_batch, session.step_sample, session.new_start, training.train.trigger)
        self._deeds = (
            *(self._click, self._click, self._drag, self._drag, self._drop_layer, self._drop_layer),
            *(self._press_key, self._press_key, self._choose_action, self._choose_action, self._type, self._open_menu),
            *(self._train, self._train, self._save, self._open, self._begin),
        )

    def act(self) -> None:
        """Do one thing, and let go of whatever menu it has opened."""
        if len(self._canvas.scene().cards) > MOST_LAYERS:
            self._note("begin anew: the network has become large, and each deed slow")
            self._canvas.structure.apply_template("playground")
        self._rng.choice(self._deeds)()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu) and self._rng.random() < 0.7:
            choices = [action for action in popup.actions() if action.isEnabled() and not action.isSeparator()]
            if choices:
                action = self._rng.choice(choices)
                self._note(f"choose {action.text()!r}")
                action.trigger()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        while (dialog := QApplication.activeModalWidget()) is not None:
            self._answer(dialog)
        QTest.qWait(self._rng.choice((0, 0, 0, 20)))
        if not self._session.document.undo_stack.count():
            self.start = self._session.document.project

    def _answer(self, dialog: QWidget) -> None:
        """Press a button of a question; whatever else is in the way is closed."""
        if not isinstance(dialog, QMessageBox):
            dialog.close()
            return
        button = self._rng.choice(dialog.buttons())
        self._note(f"answer {button.text()!r}")
        QTest.mouseClick(button, LEFT)
        if dialog.isVisible():
            dialog.close()

    def _note(self, text: str) -> None:
        self.done.append(text)

    def _point(self) -> QPoint:
        """A point of the canvas, most often on something."""
        scene = self._canvas.scene()
        if self._rng.random() < 0.8:
            items = [item for item in scene.items() if item.isVisible()]
            rect = self._rng.choice(items).sceneBoundingRect()
            at = self._canvas.mapFromScene(
                rect.topLeft().x() + self._rng.random() * rect.width(),
                rect.topLeft().y() + self._rng.random() * rect.height(),
            )
            if self._canvas.viewport().rect().contains(at):
                return at
        room = self._canvas.viewport().rect()
        return QPoint(self._rng.randrange(room.width()), self._rng.randrange(room.height()))

    def _click(self) -> None:
        at, modifiers = self._point(), self._rng.choice(MODIFIERS)
        is_double = self._rng.random() < 0.1
        self._note(f"{'double ' if is_double else ''}click {at.toTuple()} {modifiers.name}")
        (QTest.mouseDClick if is_double else QTest.mouseClick)(self._canvas.viewport(), LEFT, modifiers, at)

    def _drag(self) -> None:
        start, end = self._point(), self._point()
        modifiers = self._rng.choice(MODIFIERS[:3])
        self._note(f"drag {start.toTuple()} to {end.toTuple()} {modifiers.name}")
        QTest.mousePress(self._canvas.viewport(), LEFT, modifiers, start)
        for step in range(1, 6):
            QTest.mouseMove(self._canvas.viewport(), start + (end - start) * (step / 5))
        QTest.mouseRelease(self._canvas.viewport(), LEFT, modifiers, end)

    def _drop_layer(self) -> None:
        kind, at = self._rng.choice(faces.kinds()), self._point()
        self._note(f"drop {kind} at {at.toTuple()}")
        drag = Drag(self._canvas, kind)
        drag.enter(self._point())
        drag.move(at)
        if self._rng.random() < 0.9:
            drag.drop(at)
        else:
            drag.leave()

    def _press_key(self) -> None:
        key, modifiers = self._rng.choice(KEYS), self._rng.choice(MODIFIERS)
        target = QApplication.focusWidget() or self._canvas
        self._note(f"key {key.name} {modifiers.name} in {type(target).__name__}")
        QTest.keyClick(target, key, modifiers)

    def _choose_action(self) -> None:
        action = self._rng.choice(self._actions)
        self._note(f"action {action.text()!r}")
        action.trigger()

    def _type(self) -> None:
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            return
        text = self._rng.choice(TEXTS)
        self._note(f"type {text!r} into {field.accessibleName()!r}")
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _open_menu(self) -> None:
        at = self._point()
        self._note(f"menu at {at.toTuple()}")
        open_menu(self._canvas, at)

    def _train(self) -> None:
        deed = self._rng.choice(self._training)
        self._note(f"training: {deed.__name__}")
        deed()

    def _file(self) -> Path:
        return self._folder / f"{self._rng.randrange(4)}.nnplay"

    def _save(self) -> None:
        path = self._file()
        self._note(f"save as {path.name}")
        self._window.files.save_as(path)

    def _open(self) -> None:
        path = self._file()
        self._note(f"open {path.name}")
        self._window.files.open(path)

    def _begin(self) -> None:
        name = self._rng.choice(("circle", "xor", "spiral", "forward-by-hand"))
        if name in PRESETS:
            self._note(f"begin {name}")
            self._window.files.open_preset(name)


def open_menu(canvas: CanvasView, at: QPoint) -> None:
    """Press the right button."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)


def main() -> int:
    """Let a monkey loose and say what it found; the exit status is 1 if it found anything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    make_application()
    caught: list[str] = []
    sys.excepthook = lambda kind, error, trace: caught.append("".join(traceback.format_exception(kind, error, trace)))
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat))
        session = Session(preset("circle"))
        session.keep_in(Path(folder))
        window = MainWindow(session, settings)
        window.resize(1280, 800)
        window.show()
        monkey = Monkey(window, session, Path(folder), options.seed)
        for _ in range(options.count):
            monkey.act()
            if caught:
                break
        session.settle()
        n_steps = session.document.undo_stack.count()
        session.document.go_to(0)
        is_back = session.document.project is monkey.start
        window.leave()
        session.close()
    report = [
        f"{len(monkey.done)} deeds, {n_steps} steps of undo, seed {options.seed}",
        *([*monkey.done[-12:], *caught] if caught else ["no exception"]),
        "undo leads to the start" if is_back else "UNDO DOES NOT LEAD TO THE START",
    ]
    sys.stdout.write("\n".join(report) + "\n")
    return 0 if is_back and not caught else 1


if __name__ == "__main__":
    sys.exit(main())
