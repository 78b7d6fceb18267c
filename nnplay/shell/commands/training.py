"""TrainingCommands: train, pause, step and reset; each is enabled when the state of training allows it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMainWindow

from nnplay.appearance import glossary
from nnplay.appearance.icons import set_icon
from nnplay.appearance.theme import Role
from nnplay.shell.commands.group import CommandGroup, fill
from nnplay.shell.session import Session
from nnplay.training import RunState


class TrainingCommands(CommandGroup):
    """The Train menu."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        make = self.make
        self._controller = controller = session.controller
        self.train = make(self.tr("Train"), "Ctrl+T", "play", "", session.toggle_training)
        self.stop = make(
            self.tr("St&op"),
            "Ctrl+Shift+T",
            "stop",
            self.tr("End this run. The next one starts with a fresh optimizer from the current weights"),
            session.stop,
        )
        self.step = make(self.tr("S&tep one epoch"), "Ctrl+E", "step", self.tr("Train for one epoch"), session.step)
        self.step_sample = make(
            self.tr("Step one &example"),
            "Ctrl+Shift+B",
            "",
            self.tr("Train on the next example"),
            session.step_sample,
        )
        self.step_batch = make(
            self.tr("Step one &batch"),
            "Ctrl+B",
            "",
            self.tr("Train on the next batch"),
            session.step_batch,
        )
        self.step_ten = make(
            self.tr("Step ten e&pochs"), "Ctrl+Shift+E", "", self.tr("Train for ten epochs"), session.step_ten
        )
        self.steps = (self.step_sample, self.step_batch, self.step, self.step_ten)
        self.reset = make(self.tr("&Reset"), "Ctrl+R", "reset", self.tr("Restore the initial weights"), session.reset)
        self.new_start = make(
            self.tr("&New start"),
            "Ctrl+Shift+R",
            "new-start",
            self.tr("Draw new initial weights"),
            session.new_start,
        )
        self.cancel_loading = make(
            self.tr("&Cancel loading"), "Ctrl+.", "", self.tr("Stop loading the data"), controller.cancel_loading
        )
        self.try_another = make(
            self.tr("Try anot&her setting…"),
            "Ctrl+Alt+T",
            "",
            self.tr("Train a twin of this network beside it that differs in one setting"),
        )
        self.exchange_twin = make(
            self.tr("Exchan&ge with the twin"),
            "",
            "",
            self.tr("Show the twin on the canvas; this network becomes its twin"),
            session.twinning.exchange,
        )
        self.end_twin = make(
            self.tr("En&d the twin"),
            "",
            "",
            self.tr("Keep both in the list of runs, and train this network alone"),
            session.twinning.end,
        )
        self.experiment = make(
            self.tr("Experi&ment with settings"),
            "Ctrl+Alt+V",
            "",
            self.tr("Train this network with many values of its settings at once, side by side"),
        )
        self.film = make(
            self.tr("&Film of the run…"), "", "", self.tr("Make a film of the run: a GIF, or a series of pictures")
        )
        self.predict = make(
            self.tr("Predict an e&xample"),
            "Ctrl+Shift+X",
            "",
            self.tr("Ask the network about a row, a point or a picture of your own"),
        )
        self.predict_table = make(
            self.tr("Predict a t&able…"),
            "Ctrl+Alt+X",
            "",
            self.tr("Open a table of rows, and get it back with the network’s predictions"),
        )
        for term, explained in (("epoch", (self.train, *self.steps)), ("seed", (self.new_start,))):
            for action in explained:
                action.setWhatsThis(glossary.article(term))
        for name, action in (
            ("train", self.train),
            ("train.another", self.try_another),
            ("stop", self.stop),
            ("step", self.step),
            ("step.sample", self.step_sample),
            ("step.batch", self.step_batch),
            ("step.ten", self.step_ten),
            ("reset", self.reset),
            ("new_start", self.new_start),
        ):
            action.setObjectName(name)  # a lesson finds its button by this name, and a teacher locks it
        # A button shows the text without the access key, which in Chinese is in brackets.
        self.cancel_loading.setIconText(self.tr("Cancel loading"))
        fill(
            window.menuBar().addMenu(self.tr("&Train")),
            (
                *(self.train, self.stop, None, *self.steps, None, self.reset, self.new_start, None),
                *(self.try_another, self.exchange_twin, self.end_twin, self.experiment, self.film, None),
                *(self.predict, self.predict_table, None, self.cancel_loading),
            ),
        )
        self._twin, self._machine = session.twin, session.time_machine
        session.time_machine.changed.connect(self._update_film)
        session.twin.changed.connect(self._update)
        for news in (controller.state_changed, controller.loading_changed, controller.dataset_changed):
            news.connect(self._update)
        self._update()
        self._update_film()

    @Slot()
    def _update_film(self) -> None:
        self.film.setEnabled(self._machine.can_look_back)

    @Slot()
    def _update(self) -> None:
        state, has_data = self._controller.state, self._controller.dataset is not None
        is_running = state.is_active
        set_icon(self.train, "pause" if is_running else "play", Role.ACCENT_TEXT)
        self.train.setText(self.tr("Pause") if is_running else self.tr("Train"))
        explanation = self.tr("Pause training") if is_running else self.tr("Train the network")
        self.explain(self.train, explanation, self.tr("Space"))
        self.train.setEnabled(has_data and state is not RunState.STOPPING)
        for step in self.steps:
            step.setEnabled(has_data)
        self.stop.setEnabled(state is not RunState.IDLE)
        self.try_another.setEnabled(has_data)
        for action in (self.exchange_twin, self.end_twin):
            action.setEnabled(self._twin.number is not None)
        self.cancel_loading.setEnabled(self._controller.is_loading)
        project = self._controller.project
        self.predict_table.setEnabled(has_data and project is not None and not project.data.has_pictures)
