"""NextLesson: the next lesson for a user, and the progress in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnplay.lessons import Lesson, Progress, load_shipped, shipped


@dataclass(frozen=True)
class NextLesson:
    """An unfinished lesson with its number, from 1, and the number of completed steps."""

    lesson: Lesson
    number: int
    progress: Progress


def next_lesson(kept: Callable[[str], Progress]) -> NextLesson | None:
    """Return the first lesson in progress, or else the first that is not finished; None if all are finished.

    Parameters
    ----------
    kept
        Returns the progress in the lesson with an id.
    """
    fresh = None
    for number, path in enumerate(shipped(), start=1):
        lesson = load_shipped(path)
        progress = kept(lesson.id).on(lesson)
        if progress.is_finished(lesson):
            continue
        if progress.done:
            return NextLesson(lesson, number, progress)
        fresh = fresh or NextLesson(lesson, number, progress)
    return fresh
