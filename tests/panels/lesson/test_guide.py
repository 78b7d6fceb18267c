"""The guide notices what is done, counts tries, keeps progress, and leaves no locks behind it."""

from dataclasses import replace

import pytest

from nnplay import resources
from nnplay.document import Document, EditName
from nnplay.engine import SGD
from nnplay.lessons import Lesson, LessonText, Progress, Step, StepText, load
from nnplay.lessons.actions import SetTraining, SetWeight, Train
from nnplay.lessons.checks import Diverged
from nnplay.lessons.lesson import Plan, Show
from nnplay.panels.lesson.guide import LessonGuide, started
from nnplay.project import EditError, edits
from nnplay.project.presets import preset
from nnplay.training import TrainingController

NEURON = load(resources.path("lessons", "01-neuron"))


class Shelf:
    def __init__(self):
        self.kept = {}

    def lesson_progress(self, lesson):
        return self.kept.get(lesson, Progress())

    def keep_lesson_progress(self, lesson, progress):
        self.kept[lesson] = progress


def with_plan(lesson, **changes):
    return Lesson(lesson.id, replace(lesson.plan, **changes), lesson.start, lesson.texts)


@pytest.fixture
def begun(qtbot):
    controllers = []

    def begin(lesson, shelf=None):
        document, controller = Document(started(lesson, "en")), TrainingController()
        controllers.append(controller)
        controller.show(document.project)
        guide = LessonGuide(document, controller, lambda: document.project)
        guide.keep_in(shelf or Shelf())
        guide.begin(lesson)
        qtbot.waitUntil(lambda: controller.dataset is not None)
        return guide, document, controller

    yield begin
    for controller in controllers:
        controller.close()


def at(guide, step):
    while guide.step.id != step:
        guide.go(1)


def set_weight(document, value):
    document.perform(EditName("edit"), lambda project: edits.set_parameter(project, "dense", "kernel", (0, 1), value))


def test_an_answer_is_judged_by_the_network_on_the_canvas(begun):
    guide, document, _ = begun(NEURON)
    at(guide, "sum")
    assert not guide.answer("6")
    assert guide.answer("5")
    assert guide.is_step_done
    guide.go(1)
    set_weight(document, 2.0)
    assert not guide.answer("1")  # right before the weight was changed
    assert guide.answer("7")


def test_what_is_done_on_the_canvas_is_noticed(begun, qtbot):
    guide, document, _ = begun(NEURON)
    at(guide, "turn")
    assert not guide.is_step_done
    set_weight(document, 1.0)
    qtbot.waitUntil(lambda: guide.is_step_done)
    document.undo()
    assert guide.is_step_done  # once done, it stays done


def test_two_wrong_answers_earn_the_hint(begun):
    guide, _, _ = begun(NEURON)
    at(guide, "sum")
    guide.answer("1")
    assert not guide.progress.deserves_hint
    guide.answer("2")
    assert guide.progress.deserves_hint


def test_a_lesson_is_come_back_to_where_it_was_left(begun):
    shelf = Shelf()
    guide, _, _ = begun(NEURON, shelf)
    at(guide, "minus")
    guide.answer("1")
    guide.end()
    guide, _, _ = begun(NEURON, shelf)
    assert guide.step.id == "minus"
    assert "minus" in guide.progress.done


def test_show_me_does_it_by_an_edit_that_can_be_undone(begun, qtbot):
    guide, document, _ = begun(NEURON)
    at(guide, "turn")
    guide.show_how(EditName("Show me"))
    qtbot.waitUntil(lambda: guide.is_step_done)
    assert str(document.edit_name(document.undo_stack.index() - 1)) == "Show me"


def test_what_a_lesson_locks_is_free_when_it_is_left(begun):
    guide, document, _ = begun(with_plan(NEURON, locked=("weights",)))
    with pytest.raises(EditError):
        set_weight(document, 1.0)
    guide.end()
    set_weight(document, 1.0)
    assert document.project.parameters[1] == 1.0


def test_a_run_that_diverges_is_noticed(begun, qtbot):
    step = Step("boom", Diverged(), Show(), (SetTraining(SGD(1e6)), Train(200)))
    text = LessonText("Boom", "Too fast.", {"boom": StepText("Boom", "Make it diverge.", "Far too fast.")})
    lesson = Lesson("boom", Plan(5, (step,), "line-3x"), preset("line-3x"), {"en": text})
    guide, document, controller = begun(lesson)
    document.changed.connect(lambda change: controller.show(change.after))
    guide.show_how(EditName("Show me"))
    qtbot.waitUntil(lambda: guide.is_step_done)


def test_every_step_says_what_to_point_at(begun, qtbot):
    guide, _, _ = begun(NEURON)
    with qtbot.waitSignal(guide.step_opened) as news:
        guide.go(1)
    assert news.args == [NEURON.plan.steps[1].show]


def test_a_solution_that_is_refused_is_reported(begun, qtbot):
    step = replace(NEURON.plan.steps[-1], solution=(SetWeight("nowhere", "kernel", (0, 0), 1.0),))
    guide, document, _ = begun(with_plan(NEURON, steps=(*NEURON.plan.steps[:-1], step)))
    at(guide, "turn")
    with qtbot.waitSignal(document.reported):
        guide.show_how(EditName("Show me"))
    assert not guide.is_step_done
