"""A lesson being written as text and back, finished or not: for the recovery copy, read as strictly as a project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nnplay.engine import NnplayError
from nnplay.lessons.actions import ACTIONS, Action
from nnplay.lessons.checks import CHECKS, Check
from nnplay.lessons.draft import LessonDraft, StepDraft
from nnplay.lessons.lesson import Lesson, Show, StepText
from nnplay.lessons.quantity import Quantity
from nnplay.lessons.reading import load
from nnplay.lessons.secret import Secret
from nnplay.project.storage import strict_json
from nnplay.project.storage.codec import decode, encode


@dataclass(frozen=True)
class Head:
    """Title and summary in one language."""

    language: str
    title: str
    summary: str


@dataclass(frozen=True)
class Words:
    """A step's texts in one language."""

    language: str
    text: StepText


@dataclass(frozen=True)
class DraftedStep:
    """A step with its texts."""

    check: Check
    show: Show
    words: tuple[Words, ...]
    id: str
    solution: tuple[Action, ...]
    hides: tuple[Secret, ...] = ()


@dataclass(frozen=True)
class DraftedLesson:
    """A lesson with its texts."""

    heads: tuple[Head, ...]
    minutes: int
    panels: tuple[str, ...]
    locked: tuple[str, ...]
    steps: tuple[DraftedStep, ...]
    file: str | None


_TYPES = (DraftedLesson, DraftedStep, Head, Words, StepText, Show, Quantity, *CHECKS, *ACTIONS)


def draft_to_text(draft: LessonDraft, file: Path | None) -> str:
    """Return a draft as JSON, with the file or folder where the lesson was last saved."""
    drafted = DraftedLesson(
        tuple(Head(language, title, summary) for language, (title, summary) in draft.heads.items()),
        draft.minutes,
        draft.panels,
        draft.locked,
        tuple(
            DraftedStep(
                step.check,
                step.show,
                tuple(Words(language, text) for language, text in step.words.items()),
                step.id,
                step.solution,
                step.hides,
            )
            for step in draft.steps
        ),
        None if file is None else str(file.absolute()),
    )
    return strict_json.dumps(encode(drafted))


def draft_from_text(text: str) -> tuple[LessonDraft, Path | None]:
    """Return the draft that was written as this text, and the file or folder where the lesson was last saved.

    Raises
    ------
    NnplayError
        If the text is damaged.
    """
    drafted = decode(strict_json.loads(text), DraftedLesson, _TYPES)
    file = None if drafted.file is None else Path(drafted.file)
    draft = LessonDraft(
        heads={head.language: (head.title, head.summary) for head in drafted.heads},
        minutes=drafted.minutes,
        panels=drafted.panels,
        locked=drafted.locked,
        steps=tuple(
            StepDraft(
                step.check,
                step.show,
                {each.language: each.text for each in step.words},
                step.id,
                step.solution,
                step.hides,
            )
            for step in drafted.steps
        )
        or LessonDraft().steps,
        origin=None if file is None else _origin(file),
    )
    return draft, file


def _origin(file: Path) -> Lesson | None:
    """The lesson that was being edited, if it can still be read."""
    try:
        return load(file)
    except NnplayError:
        return None
