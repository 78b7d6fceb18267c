"""A monkey's hands: real events of mouse, keys and wheel on whatever is open at the moment."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from nnplay.shell.main_window import MainWindow
from tests.fuzz.gui_play import Play

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_BUTTONS = (*(LEFT,) * 6, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_MODIFIERS = (*(NONE,) * 4, CTRL, _SHIFT, Qt.KeyboardModifier.AltModifier, CTRL | _SHIFT)
_WORDS = (
    "F6 F6 F6 Left Right Up Down Tab Backtab Return Escape Delete Backspace Plus Minus Space Home End PageUp PageDown "
    "F1 F2 F5 F10 F11 Menu Comma Period Slash Equal Insert Enter"
)
_KEYS = (*_WORDS.split(" "), *"ABCDEGHIJKLMNOPRSTUVWXYZ01235679")
TEXTS = (
    *(
        "3",
        "0.5",
        "-1/3",
        "",
        "nonsense",
        "2 x 2",
        "1e400",
        "relu",
        "=sin(x1)",
        "=1/0",
        "=exp(exp(exp(x1)))",
        "-0",
        "nan",
    ),
    *(
        "9" * 20,
        "inf",
        "<b>x</b>",
        "%1 %n {0} {x}",
        "&&a",
        "a\nb",
        "1\t2\n3\t4",
        "\u202eabc",
        "\U0001f600" * 40,
        "\ud800",
    ),
    *(
        "x" * 500,
        "nnplay:AAAA",
        "1,5",
        "１２",
        "0x10",
        "\x00",
        "\u2028",
        "'\"\\",
        "../../x",
        "$HOME",
        "{{",
        "65537",
        "1e-320",
    ),
)
_FIELDS = QLineEdit | QAbstractSpinBox | QPlainTextEdit | QTextEdit
_ACTIVE = (
    QAbstractButton
    | QComboBox
    | QAbstractSpinBox
    | QLineEdit
    | QAbstractSlider
    | QAbstractItemView
    | QTabBar
    | QTextEdit
)


class Hands:
    """Choose what is to be seen, and click, pull, turn and type there."""

    def __init__(self, play: Play) -> None:
        self._play, self._rng = play, play.rng

    def _answer_file(self, dialog: QFileDialog) -> None:
        """Answer a file dialog: it is never clicked through, since it would show the machine's own files."""
        raise NotImplementedError

    # -- choosing ---------------------------------------------------------------------------------------------------

    def _main(self) -> MainWindow:
        return self._rng.choice(self._play.windows)

    def _root(self) -> QWidget:
        """What takes events now: the menu or dialog that is open, otherwise most often a main window."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return front or (self._rng.choice(self._play.seen()) if self._rng.random() < 0.3 else self._main())

    def _some(self, root: QWidget) -> QWidget:
        seen = [
            each for each in root.findChildren(QWidget) if each.isVisible() and min(each.width(), each.height()) > 1
        ]
        active = [each for each in seen if isinstance(each, _ACTIVE) and each.isEnabled()]
        chosen = self._rng.choice(active if active and self._rng.random() < 0.6 else seen or [root])
        return chosen.viewport() if isinstance(chosen, QAbstractScrollArea) else chosen

    def _target(self) -> QWidget | None:
        """Return a widget to do something to; None where a file dialog was open, which is answered then."""
        found = self._some(self._root())
        window = found.window()
        if isinstance(window, QFileDialog):
            self._answer_file(window)
            return None
        return found

    def _at(self, widget: QWidget) -> QPoint:
        return QPoint(self._rng.randrange(max(1, widget.width())), self._rng.randrange(max(1, widget.height())))

    def _canvas_at(self, window: MainWindow) -> QPoint:
        canvas = window.canvas
        items = [item for item in canvas.scene().items() if item.isVisible()]
        if items and self._rng.random() < 0.8:
            rect = self._rng.choice(items).sceneBoundingRect()
            x, y = rect.left() + self._rng.random() * rect.width(), rect.top() + self._rng.random() * rect.height()
            at = canvas.mapFromScene(x, y)
            if canvas.viewport().rect().contains(at):
                return at
        return self._at(canvas.viewport())

    # -- mouse, wheel, keys -----------------------------------------------------------------------------------------

    def _click(self) -> None:
        widget = self._target()
        if widget is None:
            return
        press = QTest.mouseDClick if self._rng.random() < 0.12 else QTest.mouseClick
        button, modifiers, at = self._rng.choice(_BUTTONS), self._rng.choice(_MODIFIERS), self._at(widget)
        self._play.do(f"{press.__name__} {named(widget)} {button.name}", lambda: press(widget, button, modifiers, at))

    def _drag(self) -> None:
        widget = self._target()
        if widget is not None:
            self._pull(widget, self._at(widget), self._at(widget), self._rng.choice(_BUTTONS))

    def _pull(self, widget: QWidget, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
        modifiers = self._rng.choice(_MODIFIERS)
        self._play.do(f"press {named(widget)}", lambda: QTest.mousePress(widget, button, modifiers, start))
        for step in range(1, 6):
            if self._rng.random() < 0.03:
                self._key()
            if not isValid(widget):
                return
            at = start + (end - start) * (step / 5)
            self._play.do(f"move over {named(widget)}", lambda at=at: QTest.mouseMove(widget, at))
        if isValid(widget):
            self._play.do(f"release {named(widget)}", lambda: QTest.mouseRelease(widget, button, modifiers, end))

    def _on_canvas(self) -> None:
        if self._play.is_blocked():
            self._click()
            return
        window, chance, modifiers = self._main(), self._rng.random(), self._rng.choice(_MODIFIERS)
        view, at = window.canvas.viewport(), self._canvas_at(window)
        if chance < 0.35:
            button = self._rng.choice(_BUTTONS)
            self._play.do(f"click on canvas {button.name}", lambda: QTest.mouseClick(view, button, modifiers, at))
        elif chance < 0.45:
            self._play.do("double click on canvas", lambda: QTest.mouseDClick(view, LEFT, modifiers, at))
        elif chance < 0.75:
            self._pull(view, at, self._canvas_at(window))
        elif chance < 0.9:
            self._ask_menu(view, at)
        else:
            self._play.do("hover over canvas", lambda: QTest.mouseMove(view, at))

    def _context(self) -> None:
        widget = self._target()
        if widget is not None:
            self._ask_menu(widget, self._at(widget))

    def _ask_menu(self, widget: QWidget, at: QPoint) -> None:
        reason = self._rng.choice((QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard))
        event = QContextMenuEvent(reason, at, widget.mapToGlobal(at))
        self._play.do(f"menu of {named(widget)}", lambda: QApplication.sendEvent(widget, event))

    def _wheel(self) -> None:
        widget = self._some(self._root())
        at, turn = self._at(widget), QPoint(self._rng.choice((0, 0, 120)), self._rng.choice((120, -120, 240, -600, 15)))
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        places = QPointF(at), QPointF(widget.mapToGlobal(at))
        event = QWheelEvent(*places, QPoint(), turn, buttons, self._rng.choice(_MODIFIERS), phase, False)
        self._play.do(f"wheel on {named(widget)}", lambda: QApplication.sendEvent(widget, event))

    def _key(self) -> None:
        root = self._root()
        focus = QApplication.focusWidget()
        widget = focus if focus is not None and (focus is root or root.isAncestorOf(focus)) else self._some(root)
        key, modifiers = Qt.Key[f"Key_{self._rng.choice(_KEYS)}"], self._rng.choice(_MODIFIERS)
        ends = modifiers == CTRL and key in (Qt.Key.Key_Q, Qt.Key.Key_W) and len(self._play.windows) < 2
        if not ends and not isinstance(widget.window(), QFileDialog):
            words = f"key {key.name} {modifiers.name} in {named(widget)}"
            self._play.do(words, lambda: QTest.keyClick(widget, key, modifiers))

    def _type(self) -> None:
        fields = [each for each in self._root().findChildren(QWidget) if isinstance(each, _FIELDS) and each.isVisible()]
        if not fields or isinstance(fields[0].window(), QFileDialog):
            self._key()
            return
        field, text, way = self._rng.choice(fields), self._rng.choice(TEXTS), self._rng.random()
        keys = self._rng.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape))

        def type_in() -> None:
            field.setFocus()
            field.selectAll()
            if way < 0.5:
                event = QInputMethodEvent()
                event.setCommitString(text)
                QApplication.sendEvent(field, event)
            else:
                QApplication.clipboard().setText(text)
                QTest.keyClick(field, Qt.Key.Key_V, CTRL)

        self._play.do(f"type {text[:20]!a} into {named(field)}", type_in)
        if isValid(field) and self._rng.random() < 0.7:
            self._play.do(f"{keys.name} in {named(field)}", lambda: QTest.keyClick(field, keys))


def named(widget: QWidget) -> str:
    """Return a widget's kind and name for the log; nothing that a person may have written."""
    return f"{type(widget).__name__}({widget.objectName() or widget.accessibleName()})"
