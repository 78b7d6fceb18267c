"""Migrations: how the description in an older file becomes one of today, a step after the other.

The format's number is raised only when an older nnplay would misread a file. Until then a project's new part is a key
that older files lack: its step gives them what they mean without it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FORMAT_VERSION = 1

Description = dict[str, Any]


def _add_muted(description: Description) -> Description:
    return {"muted": [], **description}


def _add_locks(description: Description) -> Description:
    return {"locked": [], **description}


def _add_trainer_and_lesson(description: Description) -> Description:
    return {"trainer": None, "lesson": None, **description}


def _add_classroom(description: Description) -> Description:
    return {"classroom": {"type": "Classroom"}, **description}


def _add_stop(description: Description) -> Description:
    return {"stop": {"type": "StopRules"}, **description}


def _add_seconds(description: Description) -> Description:
    return {"seconds": 0.0, **description}


def _add_early_stopping(description: Description) -> Description:
    trainer = description["trainer"]
    return description if not isinstance(trainer, dict) else {**description, "trainer": {"early": None, **trainer}}


def with_class_order(data: object) -> object:
    """A choice of data as one of today: class 0 of the body measures was male, and an old network has learned that."""
    if isinstance(data, dict) and data.get("type") == "BodyMeasuresChoice" and "is_male_first" not in data:
        return {**data, "is_male_first": True}
    return data


def _keep_class_order(description: Description) -> Description:
    return {**description, "data": with_class_order(description["data"])} if "data" in description else description


def _add_runs(description: Description) -> Description:
    return {"run": None, "runs": [], **description}


def _add_experiments(description: Description) -> Description:
    return {"experiments": [], **description}


MIGRATIONS: tuple[Callable[[Description], Description], ...] = (
    _add_muted,
    _add_locks,
    _add_trainer_and_lesson,
    _add_classroom,
    _add_stop,
    _add_seconds,
    _add_early_stopping,
    _keep_class_order,
    _add_runs,
    _add_experiments,
)
"""In the order in which files changed; each leaves a description alone that is already past it."""


def migrated(description: Description) -> Description:
    """A description of any age as one of today."""
    for migrate in MIGRATIONS:
        description = migrate(description)
    return description
