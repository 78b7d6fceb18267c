"""A document and a real training controller in step, for panels that take both."""

import pytest

from nnplay.document import Document
from nnplay.project.presets import preset
from nnplay.training import TrainingController


class Bench:
    """One project with its document and its controller."""

    def __init__(self, name="circle"):
        self.document = Document(preset(name))
        self.controller = TrainingController()
        self.document.changed.connect(self._on_changed)
        self.controller.show(self.document.project)
        self.errors = []
        self.document.reported.connect(self.errors.append)

    def _on_changed(self, change):
        self.controller.show(change.after)

    @property
    def project(self):
        return self.document.project

    @property
    def undo_texts(self):
        return [str(self.document.edit_name(number)) for number in range(self.document.undo_stack.count())]


@pytest.fixture
def bench(qtbot):
    made = Bench()
    yield made
    made.controller.close()
