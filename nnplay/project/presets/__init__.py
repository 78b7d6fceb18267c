"""Presets: projects to start from, ready to run."""

from __future__ import annotations

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.errors import ProjectError
from nnplay.project.presets.by_hand import BY_HAND_PRESETS
from nnplay.project.presets.gates import GATE_PRESETS
from nnplay.project.presets.pictures import PICTURE_PRESETS
from nnplay.project.presets.points import EMPTY, POINT_PRESETS
from nnplay.project.presets.preset import Preset
from nnplay.project.presets.tables import TABLE_PRESETS
from nnplay.project.project import Project

PRESET_GROUPS: dict[str, tuple[Preset, ...]] = {
    QT_TRANSLATE_NOOP("presets", "Points in the plane"): POINT_PRESETS,
    QT_TRANSLATE_NOOP("presets", "To compute by hand"): BY_HAND_PRESETS,
    QT_TRANSLATE_NOOP("presets", "Single neurons"): GATE_PRESETS,
    QT_TRANSLATE_NOOP("presets", "Tables"): TABLE_PRESETS,
    QT_TRANSLATE_NOOP("presets", "Handwritten digits to read"): PICTURE_PRESETS,
    QT_TRANSLATE_NOOP("presets", "To build yourself"): (EMPTY,),
}
"""What belongs together, under its heading."""

PRESETS: dict[str, Preset] = {each.name: each for group in PRESET_GROUPS.values() for each in group}


def preset(name: str) -> Project:
    """The project of that name, with first weights drawn and nothing trained.

    Raises
    ------
    ProjectError
        If there is no such preset; the sentence lists those that there are.
    """
    if name not in PRESETS:
        raise ProjectError(
            QT_TRANSLATE_NOOP("errors", "There is no preset “{name}”. Choose one of: {choices}."),
            name=name,
            choices=", ".join(PRESETS),
        )
    return PRESETS[name].project()


__all__ = ["PRESETS", "PRESET_GROUPS", "Preset", "preset"]
