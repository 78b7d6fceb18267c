"""LessonDraft: a lesson being written. It may be unfinished, and becomes a lesson only when it is complete."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

import numpy as np

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.lessons.actions import Action
from nnplay.lessons.checks import Check, Read
from nnplay.lessons.errors import LessonError
from nnplay.lessons.lesson import Lesson, LessonText, Plan, Show, Step, StepText
from nnplay.lessons.secret import Secret
from nnplay.project import Project

_NO_WORDS = StepText("", "")


@dataclass(frozen=True)
class StepDraft:
    """A step being written; its texts by language.

    ``id`` is empty until the step is first saved and never changes afterwards, because readers' progress refers to it.
    """

    check: Check = field(default_factory=Read)
    show: Show = field(default_factory=Show)
    words: Mapping[str, StepText] = field(default_factory=dict)
    id: str = ""
    solution: tuple[Action, ...] = ()
    hides: tuple[Secret, ...] = ()

    def text(self, language: str) -> StepText:
        """Return the texts in a language, which may still be missing."""
        return self.words.get(language, _NO_WORDS)

    def with_text(self, language: str, text: StepText) -> StepDraft:
        """Return a copy with other texts."""
        return replace(self, words={**self.words, language: text})


@dataclass(frozen=True)
class LessonDraft:
    """A lesson being written.

    Attributes
    ----------
    heads
        Title and summary by language; a language without a title does not belong to the lesson.
    panels
        Panels that are open in addition to those that the steps point at.
    origin
        The lesson being edited; None for a new one. It supplies whatever cannot be edited in a draft.
    """

    heads: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    minutes: int = 10
    panels: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    steps: tuple[StepDraft, ...] = field(default_factory=lambda: (StepDraft(),))
    origin: Lesson | None = None

    @staticmethod
    def of(lesson: Lesson) -> LessonDraft:
        """Return a finished lesson as a draft, for further editing."""
        plan = lesson.plan
        return LessonDraft(
            heads={language: (text.title, text.summary) for language, text in lesson.texts.items()},
            minutes=plan.minutes,
            panels=plan.panels,
            locked=plan.locked,
            steps=tuple(
                StepDraft(
                    step.check,
                    step.show,
                    {language: text.steps[step.id] for language, text in lesson.texts.items()},
                    step.id,
                    step.solution,
                    step.hides,
                )
                for step in plan.steps
            ),
            origin=lesson,
        )

    def named(self) -> LessonDraft:
        """Return a copy in which every step has an id: its own, or else the first ``step-2`` that is free."""
        taken = [step.id for step in self.steps if step.id]
        steps = []
        for number, step in enumerate(self.steps, start=1):
            name = step.id
            while not name or (not step.id and name in taken):
                name = f"step-{number}"
                number += 1
            taken.append(name)
            steps.append(replace(step, id=name))
        return replace(self, steps=tuple(steps))

    def with_step(self, place: int, step: StepDraft) -> LessonDraft:
        """Return a copy with the step at an index replaced."""
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def with_new_step(self, place: int) -> LessonDraft:
        """Return a copy with an empty step inserted after an index."""
        return replace(self, steps=(*self.steps[: place + 1], StepDraft(), *self.steps[place + 1 :]))

    def without_step(self, place: int) -> LessonDraft:
        """Return a copy without a step."""
        return replace(self, steps=self.steps[:place] + self.steps[place + 1 :])

    def with_step_moved(self, place: int, by: int) -> LessonDraft:
        """Return a copy with a step moved up (-1) or down (1)."""
        steps = list(self.steps)
        steps.insert(place + by, steps.pop(place))
        return replace(self, steps=tuple(steps))

    def lesson(self, name: str, start: Project) -> Lesson:
        """Return the finished lesson.

        Parameters
        ----------
        name
            Its id: the name of its folder or file.
        start
            The project that it starts with; its own locks and earlier runs are left out.

        Raises
        ------
        LessonError
            If something is missing; the sentence says what.
        """
        steps = self.named().steps
        # An existing lesson may keep a panel closed on purpose until a step opens it.
        known = () if self.origin is None else tuple(step.show.panel for step in self.origin.plan.steps)
        spoken = sorted({step.show.panel for step in steps} - {"", *self.panels, *known})
        plan = Plan(
            self.minutes,
            tuple(Step(step.id, step.check, step.show, step.solution, step.hides) for step in steps),
            panels=(*self.panels, *spoken),
            locked=self.locked,
        )
        start = replace(start, locked=(), runs=(), experiments=())
        if self.origin is not None and is_same_start(start, self.origin.start):
            # It may have started from a preset and still do so.
            start = self.origin.start
            plan = replace(plan, preset=self.origin.plan.preset, changes=self.origin.plan.changes)
        ids = [step.id for step in steps]
        texts = {
            language: LessonText(_line(title), _body(summary), self._step_texts(language, ids))
            for language, (title, summary) in self.heads.items()
            if title.strip()
        }
        if not texts:
            raise LessonError(QT_TRANSLATE_NOOP("errors", "The lesson needs a title."))
        return Lesson(name, plan, start, texts)

    def _step_texts(self, language: str, ids: list[str]) -> dict[str, StepText]:
        texts = {}
        for number, (id_, step) in enumerate(zip(ids, self.steps, strict=True), start=1):
            text = step.words.get(language)
            if text is None or not text.title.strip():
                raise LessonError(
                    QT_TRANSLATE_NOOP("errors", "Step {number} has no title in the language “{language}”."),
                    number=number,
                    language=language,
                )
            texts[id_] = StepText(
                _line(text.title),
                _body(text.body),
                _body(text.hint),
                _body(text.done),
                *_choices(text),
            )
        return texts


def is_same_start(project: Project, other: Project) -> bool:
    """Return whether a lesson would start the same way with both; locks and the position in a lesson do not count."""
    for each in fields(Project):
        if each.name in ("locked", "lesson"):
            continue
        one, two = getattr(project, each.name), getattr(other, each.name)
        if each.name == "parameters":
            if not np.array_equal(one, two):
                return False
        elif one is not two and one != two:
            return False
    return True


def _choices(text: StepText) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the answers that are not empty, and the reasons that belong to them, each on one line."""
    pairs = [(_line(option), _line(text.reason(place))) for place, option in enumerate(text.options)]
    kept = [pair for pair in pairs if pair[0]]
    reasons = tuple(reason for _, reason in kept)
    return tuple(option for option, _ in kept), reasons if any(reasons) else ()


def _line(text: str) -> str:
    return " ".join(text.split())


def _body(text: str) -> str:
    """Return a text in which no line is taken for one of the lesson's headings."""
    return re.sub(r"^(#{1,3} )", r"\\\1", text.replace("\r\n", "\n").strip(), flags=re.MULTILINE)
