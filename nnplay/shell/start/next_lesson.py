"""NextLesson: the lesson that comes next for a person, and how far it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnplay.lessons import Lesson, Progress, load, shipped


@dataclass(frozen=True)
class NextLesson:
    """A lesson that is not finished, with its number, from 1, and the steps that are done."""

    lesson: Lesson
    number: int
    progress: Progress


def next_lesson(kept: Callable[[str], Progress]) -> NextLesson | None:
    """The first lesson that was begun, or else the first one that is not done; None where all are done.

    Parameters
    ----------
    kept
        Gives the progress in the lesson of an id.
    """
    fresh = None
    for number, path in enumerate(shipped(), start=1):
        lesson = load(path)
        progress = kept(lesson.id).on(lesson)
        if progress.is_finished(lesson):
            continue
        if progress.done:
            return NextLesson(lesson, number, progress)
        fresh = fresh or NextLesson(lesson, number, progress)
    return fresh
