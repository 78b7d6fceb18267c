"""Hints: the first things to try, one after another, each until it is done or dismissed, and never again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from nnplay.canvas import CanvasView
from nnplay.document import Change
from nnplay.panels.training.train_button import TrainButton
from nnplay.project.classroom import Classroom
from nnplay.shell.commands import Commands
from nnplay.shell.guidance.hint_strip import HintStrip
from nnplay.shell.pointing import Ring
from nnplay.shell.session import Session
from nnplay.shell.settings import Settings

TRAIN, DATA, LAYERS, FULL, FIND = ORDER = ("train", "data", "layers", "full", "find")
PAUSE_MS = 2500
"""Delay from a new window, or from a hint that was followed, to the next hint."""


class Hints(QObject):
    """Shows the next hint when there is time for it.

    Users who do something by themselves never see the hint for it.

    Parameters
    ----------
    has_room
        Whether nothing else needs attention: no welcome, no lesson, no presentation.
    """

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        canvas: CanvasView,
        commands: Commands,
        has_room: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._has_room = has_room
        self._session = session
        self._settings = settings
        self._is_begun = False
        self._shown = ""
        self._ring: Ring | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self.strip = HintStrip(window.centralWidget())
        self.strip.dismissed.connect(self._on_dismissed)
        self.strip.ended.connect(self._on_ended)
        self.strip.placed.connect(canvas.keep_free)

    @property
    def is_begun(self) -> bool:
        """Whether hints are shown in this window."""
        return self._is_begun

    @Slot()
    def begin(self) -> None:
        """Start to show hints, if they are wanted and some are left."""
        if not self._is_begun:
            self._is_begun = True
            self._session.controller.snapshot_changed.connect(self._on_snapshot_changed)
            self._session.document.changed.connect(self._on_document_changed)
            self._session.guide.changed.connect(self._on_guide_changed)
            self._commands.help.palette.triggered.connect(self._on_palette_opened)
            self._commands.view.simple.triggered.connect(self._on_view_chosen)
        self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Wait a moment, then show the next hint."""
        if self._is_begun and self._settings.has_hints and self._next:
            self._pause.start()

    @Slot(bool)
    def set_wanted(self, is_wanted: bool) -> None:
        """Start again with the first hint, or show no more."""
        self._settings.has_hints = is_wanted
        if is_wanted:
            self._settings.seen_hints = frozenset()
            self.begin()
        else:
            self._let_go()

    @property
    def _next(self) -> str:
        seen = self._settings.seen_hints
        if not self._settings.is_simple:
            seen = seen | {FULL}
        if self._session.controller.dataset is None:
            seen = seen | {TRAIN}  # it cannot be pressed yet
        return next((hint for hint in ORDER if hint not in seen), "")

    @property
    def _is_class(self) -> bool:
        return self._session.document.project.classroom != Classroom()

    @Slot()
    def _on_paused(self) -> None:
        hint = self._next
        if not hint or not self._settings.has_hints or not self._has_room() or self._is_class:
            return  # what is in the way will say when it is gone
        self._shown = hint
        self.strip.say(self._text(hint))
        target = self._target(hint)
        if target is not None and target.isVisible():
            self._ring = Ring(target, self._window)

    def _text(self, hint: str) -> str:
        commands = self._commands
        keys = _keys_of(commands.help.palette)
        texts = {
            TRAIN: self.tr("Press Train and watch the network learn."),
            DATA: self.tr("Try other data: which can this network learn, and which not?"),
            LAYERS: self.tr("Plus and minus change a layer's neurons; drag more layers in from the row above."),
            FULL: self.tr(
                "Simple view: press {keys} to show everything, such as batch size, optimizer, custom inputs."
            ).format(keys=_keys_of(commands.view.simple)),
            FIND: self.tr("Press {keys} to find any command of nnplay by its name.").format(keys=keys),
        }
        return texts[hint]

    def _target(self, hint: str) -> QWidget | None:
        if hint == TRAIN:
            return self._window.findChild(TrainButton)
        return self._window.findChild(QWidget, "data_sets") if hint == DATA else None

    def _follow(self, hint: str) -> None:
        """Note that a hint is no longer needed."""
        seen = self._settings.seen_hints
        if hint not in seen:
            self._settings.seen_hints = seen | {hint}
        if hint == self._shown:
            self._let_go()
            self.go_on()

    def _let_go(self) -> None:
        self._pause.stop()
        self._shown = ""
        self.strip.fall_silent()
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    @Slot()
    def _on_dismissed(self) -> None:
        self._follow(self._shown)

    @Slot()
    def _on_ended(self) -> None:
        self.set_wanted(False)

    @Slot()
    def _on_snapshot_changed(self) -> None:
        snapshot = self._session.controller.snapshot
        if snapshot is not None and snapshot.is_running and TRAIN not in self._settings.seen_hints:
            self._follow(TRAIN)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.data:
            self._follow(DATA)
        elif change.network:
            self._follow(LAYERS)

    @Slot()
    def _on_palette_opened(self) -> None:
        self._follow(FIND)

    @Slot()
    def _on_view_chosen(self) -> None:
        self._follow(FULL)

    @Slot()
    def _on_guide_changed(self) -> None:
        if self._session.guide.lesson is not None:
            self._let_go()
        else:
            self.go_on()


def _keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
