"""Titles: a project is called after its data until a person gives it a name of their own."""

from __future__ import annotations

from pathlib import Path

from nnplay.data import (
    GATES,
    ArraysChoice,
    BodyMeasuresChoice,
    CurveChoice,
    DataChoice,
    DigitsChoice,
    DrawnChoice,
    HeldDigitsChoice,
    HeldPicturesChoice,
    IdxFolderChoice,
    PictureFolderChoice,
    TableChoice,
    ToyChoice,
)
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project.presets import PRESETS

_LONGEST = 60

_POINTS = {
    "circle": QT_TRANSLATE_NOOP("presets", "Circle"),
    "xor": QT_TRANSLATE_NOOP("presets", "Exclusive or"),
    "gaussian": QT_TRANSLATE_NOOP("presets", "Two clouds"),
    "spiral": QT_TRANSLATE_NOOP("presets", "Spiral"),
    "plane": QT_TRANSLATE_NOOP("presets", "Plane"),
    "multi-gaussian": QT_TRANSLATE_NOOP("presets", "Hills and hollows"),
    "moons": QT_TRANSLATE_NOOP("presets", "Moons"),
    "rings": QT_TRANSLATE_NOOP("presets", "Rings"),
    "three-arms": QT_TRANSLATE_NOOP("presets", "Three arms"),
    "checkerboard": QT_TRANSLATE_NOOP("presets", "Checkers"),
    "above-curve": QT_TRANSLATE_NOOP("presets", "Above a curve"),
}

_GATES = {
    "and": QT_TRANSLATE_NOOP("presets", "Logical and"),
    "or": QT_TRANSLATE_NOOP("presets", "Logical or"),
    "xor": QT_TRANSLATE_NOOP("presets", "Logical exclusive or"),
    "nand": QT_TRANSLATE_NOOP("presets", "Logical not-and"),
    "nor": QT_TRANSLATE_NOOP("presets", "Logical not-or"),
    "xnor": QT_TRANSLATE_NOOP("presets", "Logical equality"),
}

_KINDS: dict[type[DataChoice], str] = {
    CurveChoice: QT_TRANSLATE_NOOP("presets", "Curve"),
    DrawnChoice: QT_TRANSLATE_NOOP("presets", "Drawn points"),
    BodyMeasuresChoice: QT_TRANSLATE_NOOP("presets", "Body measures"),
    DigitsChoice: QT_TRANSLATE_NOOP("presets", "Generated digits"),
    HeldPicturesChoice: QT_TRANSLATE_NOOP("presets", "My pictures"),
    HeldDigitsChoice: QT_TRANSLATE_NOOP("presets", "My digits"),
    IdxFolderChoice: QT_TRANSLATE_NOOP("presets", "Handwritten digits"),
}


def followed_title(title: str, old: DataChoice, new: DataChoice) -> str:
    """Return the title of a project that exchanges its data: the new data's if the old one was not a person's own."""
    ours = {"", data_title(old), *(each.title for each in PRESETS.values())}
    return (data_title(new) or title) if title in ours else title


def data_title(choice: DataChoice) -> str:
    """Return what a project is called after these data: a file's name, or a title to translate in ``presets``."""
    if isinstance(choice, TableChoice | ArraysChoice):
        return _line(Path(choice.path).stem)
    if isinstance(choice, PictureFolderChoice):
        return _line(Path(choice.folder).name)
    if isinstance(choice, ToyChoice):
        return _POINTS.get(choice.kind, "")
    for name, gate in GATES.items():
        if choice == gate:
            return _GATES[name]
    return next((title for kind, title in _KINDS.items() if isinstance(choice, kind)), "")


def _line(name: str) -> str:
    """Return a name as a title: one line of printable characters, not too long."""
    return "".join(letter for letter in name if letter.isprintable()).strip()[:_LONGEST]
