"""LessonDraft: a lesson that somebody is writing; it may be unfinished, and becomes a lesson only when it is whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.lessons.checks import Check, Read
from nnplay.lessons.errors import LessonError
from nnplay.lessons.lesson import Lesson, LessonText, Plan, Show, Step, StepText
from nnplay.project import Project

_NO_WORDS = StepText("", "")


@dataclass(frozen=True)
class StepDraft:
    """A step that is being written; words by language."""

    check: Check = field(default_factory=Read)
    show: Show = field(default_factory=Show)
    words: Mapping[str, StepText] = field(default_factory=dict)

    def text(self, language: str) -> StepText:
        """Return the words in a language, which may be missing still."""
        return self.words.get(language, _NO_WORDS)

    def with_text(self, language: str, text: StepText) -> StepDraft:
        """Return it with other words."""
        return replace(self, words={**self.words, language: text})


@dataclass(frozen=True)
class LessonDraft:
    """A lesson that is being written.

    Attributes
    ----------
    heads
        Title and summary by language; a language without a title is none of the lesson's.
    """

    heads: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    minutes: int = 10
    panels: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    steps: tuple[StepDraft, ...] = field(default_factory=lambda: (StepDraft(),))

    def with_step(self, place: int, step: StepDraft) -> LessonDraft:
        """Return it with another step at a place."""
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def with_new_step(self, place: int) -> LessonDraft:
        """Return it with an empty step behind a place."""
        return replace(self, steps=(*self.steps[: place + 1], StepDraft(), *self.steps[place + 1 :]))

    def without_step(self, place: int) -> LessonDraft:
        """Return it without a step."""
        return replace(self, steps=self.steps[:place] + self.steps[place + 1 :])

    def with_step_moved(self, place: int, by: int) -> LessonDraft:
        """Return it with a step moved up (-1) or down (1)."""
        steps = list(self.steps)
        steps.insert(place + by, steps.pop(place))
        return replace(self, steps=tuple(steps))

    def lesson(self, name: str, start: Project) -> Lesson:
        """Return the lesson.

        Parameters
        ----------
        name
            Its id: the name of its folder or file.
        start
            The project that it starts with; its own locks do not count.

        Raises
        ------
        LessonError
            If something is missing; the sentence says what.
        """
        ids = [f"step-{number}" for number in range(1, len(self.steps) + 1)]
        plan = Plan(
            self.minutes,
            tuple(Step(id_, step.check, step.show) for id_, step in zip(ids, self.steps, strict=True)),
            panels=self.panels,
            locked=self.locked,
        )
        texts = {
            language: LessonText(_line(title), _body(summary), self._step_texts(language, ids))
            for language, (title, summary) in self.heads.items()
            if title.strip()
        }
        if not texts:
            raise LessonError(QT_TRANSLATE_NOOP("errors", "The lesson needs a title."))
        return Lesson(name, plan, replace(start, locked=()), texts)

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
                tuple(line for option in text.options if (line := _line(option))),
            )
        return texts


def _line(text: str) -> str:
    return " ".join(text.split())


def _body(text: str) -> str:
    """A text in which nothing is taken for a heading of the lesson's own."""
    return re.sub(r"^(#{1,3} )", r"\\\1", text.replace("\r\n", "\n").strip(), flags=re.MULTILINE)
