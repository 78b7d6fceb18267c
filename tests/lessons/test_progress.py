"""How far a person is: kept, and of use even when the lesson has changed since."""

from nnplay import resources
from nnplay.lessons import Progress, load

LESSON = load(resources.path("lessons", "01-neuron"))
IDS = [step.id for step in LESSON.plan.steps]


def test_it_begins_at_the_first_step() -> None:
    assert Progress().on(LESSON).current == IDS[0]


def test_two_wrong_answers_earn_a_hint_and_another_step_starts_anew() -> None:
    progress = Progress(IDS[1]).failed()
    assert not progress.deserves_hint
    progress = progress.failed()
    assert progress.deserves_hint
    assert progress.at(IDS[1]).deserves_hint
    assert not progress.at(IDS[2]).deserves_hint


def test_it_is_finished_when_every_step_is_done() -> None:
    progress = Progress()
    for step in IDS:
        assert not progress.is_finished(LESSON)
        progress = progress.at(step).solved()
    assert progress.is_finished(LESSON)


def test_it_is_kept() -> None:
    progress = Progress(IDS[2], frozenset(IDS[:2]))
    assert Progress.from_json(progress.as_json()) == progress


def test_what_was_kept_of_another_lesson_does_no_harm() -> None:
    progress = Progress.from_json({"current": "gone", "done": ["gone", IDS[0], 7]}).on(LESSON)
    assert (progress.current, progress.done) == (IDS[0], {IDS[0]})
    for strange in (None, 3, {}, {"current": 3, "done": []}, {"current": "a", "done": "b"}):
        assert Progress.from_json(strange) == Progress()
