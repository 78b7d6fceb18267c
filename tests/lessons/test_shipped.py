"""Every lesson that ships can be walked: each step's check fails before what it asks for is done, and passes after."""

from functools import lru_cache

import numpy as np
import pytest

from nnplay.data import load as load_data
from nnplay.engine import Network, Trainer, TrainingDivergedError
from nnplay.lessons import Choice, Edit, Experiment, Facts, Number, Step, Train, load, shipped
from nnplay.lessons.checks import Read
from nnplay.panels.experiments.kept import kept
from nnplay.project import History, Project, StopRules, run_edits
from nnplay.project.sweep import Axis, Sweep
from nnplay.runs.sweeps import InThisProcess, run_sweep

LANGUAGES = {"en", "zh_CN"}
LESSONS = {path.name: load(path) for path in shipped()}


cached_data = lru_cache(maxsize=2)(load_data)


class Walk:
    """A person who does what a lesson says."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.has_diverged = False

    def facts(self) -> Facts:
        seeds = self.project.seeds
        return Facts(self.project, cached_data(self.project.data, seeds.data, seeds.split), self.has_diverged)

    def solve(self, step: Step) -> str:
        """Do what solves a step and return the answer to type."""
        for action in step.solution:
            if isinstance(action, Train):
                self.train(action.epochs)
            elif isinstance(action, Experiment):
                self.experiment(action)
            else:
                assert isinstance(action, Edit)
                self.project = action.edit(self.project)
        if isinstance(step.check, Choice):
            return str(step.check.answer)
        if isinstance(step.check, Number):
            return f"{step.check.expected(self.facts()):.{step.check.digits}f}"
        return ""

    def experiment(self, action: Experiment) -> None:
        axes = (Axis(action.axis, action.values),) if action.axis else ()
        rules = StopRules(n_epochs=action.epochs)
        results = run_sweep(Sweep(self.project, axes, rules, n_repeats=action.starts), InThisProcess())
        self.project = run_edits.keep_experiment(self.project, kept([axis.name for axis in axes], results))

    def train(self, n_epochs: int) -> None:
        project, facts = self.project, self.facts()
        assert facts.dataset is not None
        network = Network(project.network)
        network.load(project.parameters, project.muted)
        trainer = Trainer(network, facts.dataset.train, project.training, project.seeds.generator("shuffle"))
        try:
            while trainer.epoch < n_epochs:
                trainer.advance(1_000_000)
        except TrainingDivergedError:
            self.has_diverged = True
        scores = [
            network.evaluate(each, project.training.loss) if len(each) else None
            for each in (facts.dataset.train, facts.dataset.test)
        ]
        losses = [[np.nan if score is None else score.loss] for score in scores]
        accuracies = [[np.nan if score is None or score.accuracy is None else score.accuracy] for score in scores]
        before = project.history.epoch[-1] if len(project.history.epoch) else 0.0
        history = History(np.array([before + trainer.epoch]), *map(np.array, losses + accuracies), step=trainer.step)
        self.project = run_edits.set_trained(project, network.unmuted_parameters(), history)


@pytest.mark.parametrize("name", LESSONS)
def test_it_can_be_walked(name: str) -> None:
    lesson = LESSONS[name]
    walk = Walk(lesson.start)
    for step in lesson.plan.steps:
        if isinstance(step.check, Read):
            continue
        walk.has_diverged = False
        assert not step.check.holds(walk.facts(), "no answer"), f"{step.id} is done before anything was done"
        answer = walk.solve(step)
        assert step.check.holds(walk.facts(), answer), f"{step.id} is not done by its own solution"


@pytest.mark.parametrize("name", LESSONS)
def test_a_wrong_answer_is_not_taken(name: str) -> None:
    lesson = LESSONS[name]
    walk = Walk(lesson.start)
    for step in lesson.plan.steps:
        answer = walk.solve(step)
        if isinstance(step.check, Number):
            off = float(answer) + 2 * 10.0**-step.check.digits
            assert not step.check.holds(walk.facts(), f"{off:.{step.check.digits}f}"), step.id
        if isinstance(step.check, Choice):
            assert not step.check.holds(walk.facts(), str(step.check.answer + 1)), step.id


@pytest.mark.parametrize("name", LESSONS)
def test_it_asks_for_something_to_compute_and_something_to_do(name: str) -> None:
    checks = [step.check for step in LESSONS[name].plan.steps]
    assert any(isinstance(check, Number) for check in checks)
    assert any(not check.asks and not isinstance(check, Read) for check in checks)
    assert 5 <= LESSONS[name].plan.minutes <= 15


@pytest.mark.parametrize("name", LESSONS)
def test_it_speaks_every_language_with_the_same_parts(name: str) -> None:
    texts = LESSONS[name].texts
    assert set(texts) == LANGUAGES
    shapes = {
        code: {id_: (bool(s.hint), bool(s.done), len(s.options)) for id_, s in text.steps.items()}
        for code, text in texts.items()
    }
    assert shapes["en"] == shapes["zh_CN"]
    for text in texts.values():
        assert text.title
        assert text.summary
        assert all(step.title and step.body for step in text.steps.values())


@pytest.mark.parametrize("name", LESSONS)
def test_whoever_is_asked_gets_a_hint(name: str) -> None:
    lesson = LESSONS[name]
    for step in lesson.plan.steps:
        if not isinstance(step.check, Read):
            assert lesson.text("en").steps[step.id].hint, step.id


def test_what_is_pointed_at_is_there() -> None:
    for lesson in LESSONS.values():
        names = set(lesson.start.network.shapes)
        for step in lesson.plan.steps:
            has_changed_layers = any(type(action).__name__ in {"AddLayer", "SetData"} for action in step.solution)
            assert not step.show.node or step.show.node in names or has_changed_layers, (lesson.id, step.id)
