"""Classroom: what a teacher shows to a class; part of the project, so that it travels with the file."""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.controls import HIDEABLE
from nnplay.project.errors import ProjectError

_MAX_NAME_LENGTH = 60
_MAX_PANELS = 50


@dataclass(frozen=True)
class Classroom:
    """What a class sees; by default everything.

    Attributes
    ----------
    panels
        Names of the panels that are shown, no others; empty for all.
    hidden
        The hidden ones of ``controls.HIDEABLE``.
    teacher
        The teacher's name as the window shows it; may be empty.

    Raises
    ------
    ProjectError
        If a name is not valid.
    """

    panels: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    teacher: str = ""

    def __post_init__(self) -> None:
        if unknown := set(self.hidden) - set(HIDEABLE):
            raise ProjectError(
                QT_TRANSLATE_NOOP("errors", "A project hides “{name}”, which is not one of: {choices}."),
                name=min(unknown),
                choices=", ".join(HIDEABLE),
            )
        # Panels of a newer nnplay are not an error: the window shows those that it has.
        names = (*self.panels, self.teacher)
        if len(self.panels) > _MAX_PANELS or any(len(n) > _MAX_NAME_LENGTH or not n.isprintable() for n in names):
            raise ProjectError(
                QT_TRANSLATE_NOOP(
                    "errors", "Names of panels and teachers may have at most {most} printable characters."
                ),
                most=_MAX_NAME_LENGTH,
            )
