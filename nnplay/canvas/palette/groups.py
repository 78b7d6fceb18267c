"""Groups: the layers of the palette in teaching order, and the shape rule of each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnplay.canvas.cards import faces
from nnplay.engine.errors import QT_TRANSLATE_NOOP

CONTEXT = "layers"

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("layers", "Neurons"), ("Dense", "Activation")),
    (QT_TRANSLATE_NOOP("layers", "Against overfitting"), ("Dropout", "GaussianNoise")),
    (QT_TRANSLATE_NOOP("layers", "Pictures"), ("Conv2D", "MaxPooling2D", "AveragePooling2D", "GlobalAveragePooling2D")),
    (QT_TRANSLATE_NOOP("layers", "Shapes"), ("Flatten", "Reshape")),
    (QT_TRANSLATE_NOOP("layers", "Normalization"), ("BatchNormalization", "LayerNormalization")),
    (QT_TRANSLATE_NOOP("layers", "Joining"), ("Add", "Concatenate")),
)

_OTHER = QT_TRANSLATE_NOOP("layers", "Other")

_SAME = QT_TRANSLATE_NOOP("layers", "any shape → same shape")
_SMALLER = QT_TRANSLATE_NOOP("layers", "height × width × channels → smaller height × width, same channels")

_RULES: dict[str, str] = {
    "Dense": QT_TRANSLATE_NOOP("layers", "a row of numbers → one number per unit"),
    "Activation": _SAME,
    "Dropout": _SAME,
    "GaussianNoise": _SAME,
    "BatchNormalization": _SAME,
    "LayerNormalization": _SAME,
    "Conv2D": QT_TRANSLATE_NOOP("layers", "height × width × channels → height × width × filters"),
    "MaxPooling2D": _SMALLER,
    "AveragePooling2D": _SMALLER,
    "GlobalAveragePooling2D": QT_TRANSLATE_NOOP("layers", "height × width × channels → one number per channel"),
    "Flatten": QT_TRANSLATE_NOOP("layers", "any shape → one row with the same count of numbers"),
    "Reshape": QT_TRANSLATE_NOOP("layers", "any shape → another shape with the same count of numbers"),
    "Add": QT_TRANSLATE_NOOP("layers", "several equal shapes → same shape"),
    "Concatenate": QT_TRANSLATE_NOOP("layers", "several shapes → one shape, lengths added along one axis"),
}


def groups() -> list[tuple[str, tuple[str, ...]]]:
    """Return the groups, each with its translated name and its kinds; together, all kinds."""
    found = [(QCoreApplication.translate(CONTEXT, name), kinds) for name, kinds in _GROUPS]
    known = {kind for _, kinds in _GROUPS for kind in kinds}
    rest = tuple(kind for kind in faces.kinds() if kind not in known)
    return [*found, (QCoreApplication.translate(CONTEXT, _OTHER), rest)] if rest else found


def shape_rule(kind: str) -> str:
    """Return the rule from input shapes to output shape for a kind of layer, translated."""
    return QCoreApplication.translate(CONTEXT, _RULES[kind]) if kind in _RULES else ""
