"""Stand-ins for a panel's collaborators: a controller that says what a test tells it to."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from nnplay.data import load
from nnplay.runs.history import HistoryPoint
from nnplay.runs.scores import Scores
from nnplay.runs.snapshot import Snapshot
from nnplay.training import Diary, RunState


class FakeQuestion(QObject):
    """Answers before the question is over; keeps count."""

    answered = Signal(object)
    failed = Signal(object)
    is_busy = False
    share = 0.0

    def __init__(self, parent):
        super().__init__(parent)
        self.n_asked = 0

    def ask(self, work):
        self.n_asked += 1
        self.answered.emit(work())

    def forget(self):
        pass

    def note_share(self, share):
        pass


class FakeController(QObject):
    """Has the controller's signals and properties, but neither a thread nor a clock."""

    snapshot_changed = Signal(object)
    dataset_changed = Signal(object)
    history_changed = Signal()
    project_changed = Signal()
    reported = Signal(object)

    def __init__(self, project=None):
        super().__init__()
        self.diary, self.state = Diary(), RunState.IDLE
        self.project, self.snapshot, self.dataset = None, None, None
        self.history = self.diary.history
        if project is not None:
            self.show(project)

    def show(self, project, dataset=None):
        """Show a project; toy data are made, other data are those given."""
        self.project = project
        self.snapshot = Snapshot.of_project(1, project)
        self.dataset = dataset or load(project.data, project.seeds.data, project.seeds.split)
        self.history.restart(project.history)
        self.snapshot_changed.emit(self.snapshot)
        self.dataset_changed.emit(self.dataset)
        self.history_changed.emit()

    @property
    def latest(self):
        return self.snapshot

    def new_question(self, parent, *, is_quick=False):
        return FakeQuestion(parent)

    def train_to(self, parameters, is_running=False):
        """Have the weights be these."""
        self.snapshot = replace(
            self.snapshot, parameters=parameters, step=self.snapshot.step + 1, is_running=is_running
        )
        self.snapshot_changed.emit(self.snapshot)

    def add_history(self, epochs, train_losses, test_losses):
        """Have the curves grow by these points."""
        self.history.extend(
            HistoryPoint(epoch, Scores(train, test))
            for epoch, train, test in zip(epochs, train_losses, test_losses, strict=True)
        )
        self.history_changed.emit()
