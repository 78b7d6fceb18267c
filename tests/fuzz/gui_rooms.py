"""What a monkey does in rooms that random clicks seldom reach: the time machine, the runs, was it luck, Try it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyle, QStyleOptionSlider, QTableView, QWidget
from shiboken6 import isValid

from nnplay.panels.loss.timeline import EventSlider
from nnplay.panels.runs.luck_dialog import LuckDialog
from nnplay.shell.looking_back import LookingBackBand
from tests.fuzz.gui_hands import CTRL, LEFT, NONE, Hands

_WAITS_MS = (0, 10, 50, 200)


class Rooms(Hands):
    """Goes to a room on purpose, and works its own controls there."""

    def _enter(self, name: str) -> QWidget | None:
        """Bring a panel to the front and return it; None where a dialog or a menu is in the way."""
        if self._play.is_blocked():
            return None
        window = self._main()
        self._play.do(f"show {name}", lambda: window.show_panel(name))
        return window.docks[name].panel if isValid(window) else None

    def _press(self, button: QAbstractButton) -> None:
        if isValid(button) and button.isVisible() and button.isEnabled():
            self._play.do(f"press {button.text() or button.accessibleName()}", lambda: QTest.mouseClick(button, LEFT))

    def _wait(self) -> None:
        self._play.do("wait", lambda: QTest.qWait(self._rng.choice(_WAITS_MS)))

    def _train_for_a_while(self) -> None:
        """Have a run to look back at: some epochs, and now and then a new start after them."""
        commands = self._main().commands.training
        for action in (commands.step_ten, self._rng.choice((commands.train, commands.reset, commands.new_start))):
            if not self._play.is_blocked() and isValid(action) and action.isEnabled():
                self._play.do(f"training {action.text()}", action.trigger)
                self._wait()

    # -- the time machine -------------------------------------------------------------------------------------------

    def _look_back(self) -> None:
        """Pull the handle of the timeline, play, take Escape or an arrow, and go on from there or go back."""
        panel = self._enter("loss")
        slider = None if panel is None else panel.findChild(EventSlider)
        if panel is None or slider is None or not slider.isVisible():
            self._train_for_a_while()
            return
        chance = self._rng.random()
        if chance < 0.5:
            start, end = _handle_of(slider), QPoint(self._rng.randrange(max(1, slider.width())), slider.height() // 2)
            self._pull(slider, start, end)
        elif chance < 0.7:
            for button in slider.parentWidget().findChildren(QAbstractButton):
                self._press(button)
            self._wait()
        else:
            keys = Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_End
            key = self._rng.choice(keys)
            self._play.do(f"{key.name} in the timeline", lambda: QTest.keyClick(slider, key))
        bands = [each for each in panel.window().findChildren(LookingBackBand) if each.isVisible()]
        if bands and not self._play.is_blocked() and self._rng.random() < 0.4:
            band = bands[0]
            self._press(self._rng.choice((band.go_on, band.go_on, band.back)))

    # -- runs -------------------------------------------------------------------------------------------------------

    def _runs(self) -> None:
        """Choose one or two runs, and open, compare, star, rename or delete them, or ask whether it was luck."""
        panel = self._enter("runs")
        table = None if panel is None else panel.findChild(QTableView)
        n_runs = 0 if table is None or not table.isVisible() else table.model().rowCount()
        if panel is None or table is None or not n_runs:
            self._train_for_a_while()
            return
        for modifiers in (NONE, CTRL)[: self._rng.choice((1, 1, 2))]:
            self._on_row(table, self._rng.randrange(n_runs), modifiers)
        if not isValid(table) or self._play.is_blocked():
            return
        chance = self._rng.random()
        if chance < 0.25:
            index = table.model().index(self._rng.randrange(n_runs), self._rng.randrange(table.model().columnCount()))
            at = table.visualRect(index).center()
            self._play.do("double click on a run", lambda: QTest.mouseDClick(table.viewport(), LEFT, NONE, at))
        elif chance < 0.5:
            key = self._rng.choice((Qt.Key.Key_F2, Qt.Key.Key_Delete))
            self._play.do(f"{key.name} on a run", lambda: QTest.keyClick(table, key))
        elif chance < 0.7:
            self._ask_menu(table.viewport(), self._at(table.viewport()))
        else:
            self._press(self._rng.choice(panel.findChildren(QAbstractButton)))

    def _on_row(self, table: QTableView, row: int, modifiers: Qt.KeyboardModifier) -> None:
        if isValid(table) and not self._play.is_blocked():
            view, at = table.viewport(), table.visualRect(table.model().index(row, 0)).center()
            self._play.do("click on a run", lambda: QTest.mouseClick(view, LEFT, modifiers, at))

    def _luck(self) -> None:
        """Train with other seeds and stop it at some moment, close it meanwhile, or wait and see."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, LuckDialog):
            self._runs()
            return
        self._press(dialog.train)
        self._wait()
        chance = self._rng.random()
        if isValid(dialog) and chance < 0.4:
            self._press(dialog.train)  # stop, or once more
        elif isValid(dialog) and chance < 0.7:
            self._play.do("close LuckDialog", dialog.close)

    # -- Try it -----------------------------------------------------------------------------------------------------

    def _try_it(self) -> None:
        """Fill in fields, draw, press what is there."""
        panel = self._enter("try_it")
        if panel is None:
            return
        for _ in range(self._rng.randrange(1, 4)):
            if not isValid(panel) or self._play.is_blocked():
                return
            widget = self._some(panel)
            if self._rng.random() < 0.4:
                self._pull(widget, self._at(widget), self._at(widget))
            elif isinstance(widget, QAbstractButton):
                self._press(widget)
            else:
                at = self._at(widget)
                self._play.do("click in Try it", lambda widget=widget, at=at: QTest.mouseClick(widget, LEFT, NONE, at))


def _handle_of(slider: EventSlider) -> QPoint:
    """Where the handle of a slider is."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(control, option, part, slider).center()
