"""Asked: the one example that the window asks the present network about, whoever has chosen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from nnplay.asking import Answer, Asker, Example, Form, Meaning, Origin, example_of, form_of

if TYPE_CHECKING:
    from nnplay.data import Dataset
    from nnplay.training import TrainingController


_LATER_MS = 60


class Asked(QObject):
    """Keeps the example while views come and go; asking is no edit, and undo does not know of it.

    Signals
    -------
    changed()
        Another example is asked about, or none.
    front_wanted()
        The person chose an example elsewhere: "Try it" should come to the front.
    lit(x | None)
        The input (*input_shape) whose activations the canvas shows; None for none.
    """

    changed = Signal()
    front_wanted = Signal()
    lit = Signal(object)

    def __init__(self, controller: TrainingController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._example: Example | None = None
        self._dataset: Dataset | None = None
        self._form: Form | None = None
        self._has_form = False
        self._asker = Asker()
        self._watchers: set[str] = set()
        # While a slider or a pen moves, the answer is painted first, and the canvas, which takes longer, follows.
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._light)
        controller.project_changed.connect(self._on_project_changed)
        controller.dataset_changed.connect(self._on_dataset_changed)

    @property
    def example(self) -> Example | None:
        """The example that is asked about."""
        return self._example

    @property
    def form(self) -> Form | None:
        """The form of the rows of the present data; None for pictures, and while the data load."""
        project, dataset = self._controller.project, self._controller.dataset
        if project is None:
            return None
        if not self._has_form:
            self._has_form = True
            is_ready = dataset is not None and len(dataset.train)
            self._form = form_of(project.data, dataset) if is_ready else None
        return self._form

    def answer(self, example: Example) -> Answer | None:
        """Return the present network's answer to an example; None if the network does not take it."""
        project, snapshot = self._controller.project, self._controller.snapshot
        if project is None or snapshot is None or not self.fits(example):
            return None
        meaning = Meaning.of(project.data, QCoreApplication.translate)
        x = example.x[None]
        return self._asker.ask(meaning, project.network, snapshot.parameters, x, snapshot.muted)

    def ask(self, example: Example) -> None:
        """Ask about an example from now on."""
        self._set(example)

    def ask_about(self, origin: Origin, *, in_front: bool = True) -> None:
        """Ask about an example of the data, and bring "Try it" to the front unless the answer is seen elsewhere."""
        dataset = self._controller.dataset
        if dataset is None:
            return
        self._set(example_of(dataset, self.form, origin))
        if in_front:
            self.front_wanted.emit()

    @Slot()
    def forget(self) -> None:
        """Ask about no example."""
        if self._example is not None:
            self._set(None)

    def close(self) -> None:
        """Light nothing any more: the session ends."""
        self._later.stop()

    def watch(self, watcher: str, *, is_watching: bool) -> None:
        """Note whether a panel shows the example; while none does, the canvas does not either."""
        before = bool(self._watchers)
        (self._watchers.add if is_watching else self._watchers.discard)(watcher)
        if bool(self._watchers) != before:
            self._light()

    def _set(self, example: Example | None) -> None:
        self._example = example
        self.changed.emit()
        if example is None:
            self._light()  # at once: the canvas may have another network by now
        elif self._watchers and not self._later.isActive():
            self._later.start()

    @Slot()
    def _light(self) -> None:
        self._later.stop()
        example = self._example
        is_lit = example is not None and self._watchers and self.fits(example)
        self.lit.emit(example.x if example is not None and is_lit else None)

    def fits(self, example: Example | None) -> bool:
        """Return whether there is an example that the present network takes."""
        project = self._controller.project
        if project is None or example is None:
            return False
        return example.x.shape == project.network.shapes[project.network.input.name]

    @Slot()
    def _on_project_changed(self) -> None:
        if self._example is not None and not self.fits(self._example):
            self.forget()

    @Slot()
    def _on_dataset_changed(self) -> None:
        dataset, example = self._controller.dataset, self._example
        if dataset is self._dataset:
            return
        before, self._dataset, self._has_form = self._form, dataset, False
        if dataset is None or example is None:
            return  # while data load, the example may still fit what comes
        form = self.form
        if form is not None and before is not None and form.names == before.names and example.origin is None:
            self._set(Example(form.input_of(example.cells), cells=example.cells))
        else:
            self.forget()
