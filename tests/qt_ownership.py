"""Getters of PySide that hand over what they return, or what is asked, and which nnplay therefore never calls.

``tests/architecture/getter_proof.py`` finds them; while the window's tests run, they raise.
"""

from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCompleter,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsWidget,
    QWidget,
)

FORBIDDEN: dict[type, tuple[str, ...]] = {
    QWidget: ("nextInFocusChain", "previousInFocusChain"),
    QAbstractButton: ("group",),
    QButtonGroup: ("button", "checkedButton"),
    QCompleter: ("popup", "widget"),
    QGraphicsItem: ("parentWidget", "topLevelItem"),
    QGraphicsScene: ("style",),
    QGraphicsWidget: ("style",),
}


def forbid() -> None:
    """Let every call of one of them fail from now on."""
    for kind, names in FORBIDDEN.items():
        for name in names:
            setattr(kind, name, _refusal(f"{kind.__name__}.{name}"))


def _refusal(name: str) -> object:
    def refuse(*_arguments: object) -> None:
        raise AssertionError(f"{name} changes who owns what: see tests/qt_ownership.py")

    return refuse
