"""TryAnother: asks for a twin, from the menu or at a setting, or varies a setting in an experiment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QWidget

from nnplay.appearance import locked
from nnplay.canvas import CanvasView
from nnplay.panels.training.control_names import control_title
from nnplay.project.locks import is_closed
from nnplay.shell.docking.docks import PanelDock
from nnplay.shell.messages import MessageBar
from nnplay.shell.session import Session

_CONTROLS = {
    "learning_rate": "learning_rate",
    "batch_size": "batch_size",
    "optimizer": "optimizer",
    "loss_function": "loss_function",
    "regularization.bar": "l2",
    "schedule": "schedule",
    "noise": "noise",
    "train_share": "train_share",
}
"""What a twin can differ in, by the name of the widget that sets it."""


class TryAnother(QObject):
    """The dialog, and the menus that open it: at a setting, the entry is about that setting.

    Parameters
    ----------
    action, experiment
        The entries of the Train menu.
    vary
        Opens the experiments, where the control of this name is varied.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        canvas: CanvasView,
        docks: dict[str, PanelDock],
        messages: MessageBar,
        action: QAction,
        experiment: QAction,
        vary: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._vary = vary
        self._window, self._session, self._docks, self._messages = window, session, docks, messages
        self._listen_in(window)
        for name in ("data", "settings"):
            docks[name].panel_made.connect(self._on_panel_made)
        action.triggered.connect(self._on_triggered)
        experiment.triggered.connect(self._on_experiment_triggered)
        canvas.commands.another_wanted.connect(self.ask)
        canvas.commands.vary_wanted.connect(self._on_vary_wanted)
        session.twinning.begun.connect(self._on_begun)
        session.twinning.told.connect(messages.show_news)

    @Slot(str)
    def ask(self, control: str) -> None:
        """Ask what the twin should differ in, beginning with one control."""
        from nnplay.panels.twins.another_dialog import AnotherDialog

        project = self._session.document.project
        if is_closed(project, "train"):
            self._messages.show_problem(locked.reason(project))
            return
        dialog = AnotherDialog(project, control, self._window)
        dialog.chosen.connect(self._session.twinning.begin)
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu of a setting."""
        if isinstance(event, QContextMenuEvent) and isinstance(watched, QWidget):
            from nnplay.panels.twins.another_dialog import offered_controls

            widget = watched.childAt(event.pos()) or watched
            control = _control_at(widget)
            if control in offered_controls(self._session.document.project):
                self._open_menu(widget, control, event)
                return True
        return False

    def _open_menu(self, widget: QWidget, control: str, event: QContextMenuEvent) -> None:
        menu = widget.createStandardContextMenu() if isinstance(widget, QLineEdit) else QMenu(widget)
        first = menu.actions()[0] if menu.actions() else None
        another = QAction(self.tr("Try another in a twin: {setting}…").format(setting=control_title(control)), menu)
        another.setData(control)
        another.triggered.connect(self._on_another_triggered)
        vary = QAction(self.tr("Vary in an experiment: {setting}").format(setting=control_title(control)), menu)
        vary.setData(control)
        vary.triggered.connect(self._on_vary_triggered)
        menu.insertActions(first, [another, vary])  # type: ignore[arg-type]  # None appends, which the stubs do not know
        if first is not None:
            menu.insertSeparator(first)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _listen_in(self, around: QWidget) -> None:
        """Take what its widgets leave to it, and what text fields would take for themselves."""
        around.installEventFilter(self)
        for widget in around.findChildren(QWidget):
            if _own_control(widget):
                for each in (widget, *widget.findChildren(QLineEdit)):
                    each.installEventFilter(self)

    @Slot()
    def _on_panel_made(self) -> None:
        dock = self.sender()
        assert isinstance(dock, PanelDock)
        self._listen_in(dock.panel)

    @Slot()
    def _on_triggered(self) -> None:
        self.ask("learning_rate")

    @Slot()
    def _on_another_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.ask(action.data())

    @Slot(str)
    def _on_vary_wanted(self, control: str) -> None:
        self._vary(control)

    @Slot()
    def _on_vary_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._vary(action.data())

    @Slot()
    def _on_experiment_triggered(self) -> None:
        self._show("experiments")

    @Slot()
    def _on_begun(self) -> None:
        self._show("twins")

    def _show(self, name: str) -> None:
        dock = self._docks[name]
        dock.show()
        dock.raise_()


def _control_at(widget: QWidget) -> str:
    """The control that a widget, or what it is part of, sets; "" if it sets none."""
    around: QWidget | None = widget
    while around is not None:
        if control := _own_control(around):
            return control
        around = around.parentWidget()
    return ""


def _own_control(widget: QWidget) -> str:
    """The control that a widget sets: by its name, or by its property in a form of many fields; "" if none."""
    return str(widget.property("control") or _CONTROLS.get(widget.objectName(), ""))
