"""The next lesson: one that was begun goes before one that was not, and what is done is not offered."""

from dataclasses import replace

import pytest

from nnplay.lessons import Progress, load, shipped
from nnplay.shell.start.next_lesson import next_lesson


@pytest.fixture(scope="module")
def lessons():
    return [load(path) for path in shipped()]


def done(lesson, n=None):
    return replace(Progress().on(lesson), done=frozenset(step.id for step in lesson.plan.steps[:n]))


def test_at_first_it_is_the_first(lessons):
    found = next_lesson(lambda name: Progress())
    assert (found.lesson.id, found.number) == (lessons[0].id, 1)


def test_a_lesson_that_was_begun_comes_before_earlier_ones(lessons):
    kept = {lessons[0].id: done(lessons[0]), lessons[4].id: done(lessons[4], 2)}
    found = next_lesson(lambda name: kept.get(name, Progress()))
    assert (found.lesson.id, found.number) == (lessons[4].id, 5)
    assert len(found.progress.done) == 2


def test_what_is_done_is_not_offered(lessons):
    kept = {lessons[0].id: done(lessons[0])}
    assert next_lesson(lambda name: kept.get(name, Progress())).lesson.id == lessons[1].id
    everything = {lesson.id: done(lesson) for lesson in lessons}
    assert next_lesson(everything.__getitem__) is None
