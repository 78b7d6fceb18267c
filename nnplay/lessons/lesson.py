"""Lesson: a start, steps with one check each, and their texts in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.languages import nearest
from nnplay.lessons.actions import Action, Edit
from nnplay.lessons.checks import Check, Choice
from nnplay.lessons.errors import LessonError
from nnplay.lessons.secret import Secret
from nnplay.project import Project
from nnplay.project.controls import LOCKABLE

PANELS = (
    "data",
    "settings",
    "map",
    "try_it",
    "loss",
    "activation",
    "results",
    "landscape",
    "inside",
    "doctor",
    "history",
    "runs",
    "experiments",
    "examples",
    "code",
    "calculation",
    "gradients",
    "weights",
)
"""Panels that a lesson may open, by their names in the window."""

CONTROLS = (
    "train",
    "step",
    "reset",
    "new_start",
    "learning_rate",
    "batch_size",
    "optimizer",
    "loss_function",
    "palette",
    "train_share",
)
"""Controls of the window that a step may point at."""


@dataclass(frozen=True)
class Show:
    """What a step points at; empty fields point at nothing.

    Attributes
    ----------
    node, parameter, index
        A layer, one of its neurons (``index`` alone), or one of its weights (``parameter`` and ``index``).
    """

    panel: str = ""
    control: str = ""
    node: str = ""
    parameter: str = ""
    index: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        for name, known, kind in ((self.panel, PANELS, "panel"), (self.control, CONTROLS, "control")):
            if name and name not in known:
                raise LessonError(
                    QT_TRANSLATE_NOOP(
                        "errors", "A lesson refers to an unknown {kind} “{name}”. Choose from: {choices}."
                    ),
                    kind=kind,
                    name=name,
                    choices=", ".join(known),
                )


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes
    ----------
    id
        Unique in its lesson: it connects the step to its texts and to the user's progress.
    solution
        How the step can be solved, if its check looks at the project.
    hides
        What the window does not show until the step is done, beyond the number that its check asks for.
    """

    id: str
    check: Check
    show: Show = Show()
    solution: tuple[Action, ...] = ()
    hides: tuple[Secret, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A lesson without its texts, as in ``lesson.json``.

    Attributes
    ----------
    minutes
        Approximate duration.
    preset
        The preset to start with; empty if the lesson brings its own project.
    changes
        Changes applied to the preset before the lesson starts.
    panels
        Panels that are open; all others are closed.
    locked
        Controls from ``controls.LOCKABLE`` that are locked during the lesson.
    """

    minutes: int
    steps: tuple[Step, ...]
    preset: str = ""
    changes: tuple[Edit, ...] = ()
    panels: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        ids = [step.id for step in self.steps]
        if not ids or len(set(ids)) < len(ids):
            raise LessonError(
                QT_TRANSLATE_NOOP("errors", "A lesson needs at least one step, and every step needs its own name.")
            )
        if unknown := set(self.locked) - set(LOCKABLE):
            raise LessonError(
                QT_TRANSLATE_NOOP("errors", "A lesson locks an unknown control “{name}”. Choose from: {choices}."),
                name=min(unknown),
                choices=", ".join(LOCKABLE),
            )
        for name in self.panels:
            Show(panel=name)


@dataclass(frozen=True)
class StepText:
    """The texts of a step, in Markdown.

    Attributes
    ----------
    hint
        Shown after two wrong answers, or on request.
    done
        Shown when the step is done.
    options
        The answers of a ``Choice``.
    reasons
        For each of them why it is wrong, empty where it is right; or none at all.
    """

    title: str
    body: str
    hint: str = ""
    done: str = ""
    options: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    def reason(self, answer: int) -> str:
        """Return why an answer is wrong; empty if the lesson does not say."""
        return self.reasons[answer] if answer < len(self.reasons) else ""


@dataclass(frozen=True)
class LessonText:
    """The texts of a lesson in one language; steps by id."""

    title: str
    summary: str
    steps: Mapping[str, StepText]


@dataclass(frozen=True, eq=False)
class Lesson:
    """A complete lesson.

    Attributes
    ----------
    id
        Name of its folder or file.
    start
        The project that it starts with.
    texts
        By language code; at least one.
    """

    id: str
    plan: Plan
    start: Project
    texts: Mapping[str, LessonText]

    def __post_init__(self) -> None:
        if not self.texts:
            raise LessonError(QT_TRANSLATE_NOOP("errors", "A lesson needs a text in at least one language."))
        for language, text in self.texts.items():
            for step in self.plan.steps:
                self._check_text(language, step, text.steps.get(step.id))
            for surplus in set(text.steps) - {step.id for step in self.plan.steps}:
                raise LessonError(
                    QT_TRANSLATE_NOOP("errors", "The text “{language}” refers to a step “{step}” that does not exist."),
                    language=language,
                    step=surplus,
                )

    def text(self, language: str) -> LessonText:
        """Return the texts in the nearest language; if there is none, in English, or else in any."""
        return self.texts.get(nearest([language], self.texts)) or next(iter(self.texts.values()))

    @staticmethod
    def _check_text(language: str, step: Step, text: StepText | None) -> None:
        if text is None:
            raise LessonError(
                QT_TRANSLATE_NOOP("errors", "The text “{language}” is missing the step “{step}”."),
                language=language,
                step=step.id,
            )
        if isinstance(step.check, Choice) and step.check.answer >= len(text.options):
            raise LessonError(
                QT_TRANSLATE_NOOP("errors", "The text “{language}” has too few answers for the step “{step}”."),
                language=language,
                step=step.id,
            )
