"""Where in a lesson a project is: kept in its file, so that the lesson goes on wherever the file is opened."""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.errors import ProjectError

_MAX_LENGTH = 100
_MAX_STEPS = 1000


@dataclass(frozen=True)
class LessonPlace:
    """A lesson's id, the id of the step that is open, and those of the steps that are done."""

    lesson: str
    current: str
    done: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        ids = (self.lesson, self.current, *self.done)
        if len(ids) > _MAX_STEPS or not all(len(each) <= _MAX_LENGTH and each.isprintable() for each in ids):
            raise ProjectError(QT_TRANSLATE_NOOP("errors", "The position in the lesson is not valid."))
