"""Layers, their settings and activation functions as finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial

from nnplay.canvas import CanvasView
from nnplay.canvas.cards import faces
from nnplay.canvas.palette.groups import shape_rule
from nnplay.canvas.settings import words
from nnplay.engine import ACTIVATIONS, Input, Node
from nnplay.engine.layers import Skipped
from nnplay.shell.finding.find import Find, Kind


def layer_finds(canvas: CanvasView) -> list[Find]:
    """Return every kind of layer; choosing one adds it as a double click in the palette does."""
    return [
        Find(
            Kind.LAYER,
            faces.title(kind),
            tuple(faces.names(kind)),
            f"{faces.explanation(kind)} {shape_rule(kind)}",
            partial(_append, canvas, kind),
            note=faces.explanation(kind),
        )
        for kind in faces.kinds()
    ]


def activation_finds(show: Callable[[str], object]) -> list[Find]:
    """Return the activation functions; ``show`` opens the one of a name in its panel."""
    return [
        Find(Kind.ACTIVATION, name, (name,), activation.formula, partial(_show, show, name), note=activation.formula)
        for name, activation in ACTIVATIONS.items()
    ]


def layer_setting_finds(canvas: CanvasView) -> list[Find]:
    """Return the settings that the network's layers have; choosing one opens it at the selected layer or the first."""
    found = []
    for field in words.known():
        node = _owner(canvas, field)
        if node is not None:
            names = (*words.labels(field), field)
            run = partial(_open, canvas, node.name, field)
            note = words.explanation(field)
            found.append(Find(Kind.SETTING, words.label(field), names, note, run, note=note, place=node.name))
    return found


def _owner(canvas: CanvasView, field: str) -> Node | None:
    owners = [node for node in canvas.network.nodes if _has(node, field)]
    return next((node for node in owners if node.name == canvas.selected), owners[0] if owners else None)


def _has(node: Node, field: str) -> bool:
    return not isinstance(node.layer, Input | Skipped) and field in {each.name for each in fields(node.layer)}


def _append(canvas: CanvasView, kind: str, _typed: str) -> None:
    canvas.append_layer(kind)


def _show(show: Callable[[str], object], name: str, _typed: str) -> None:
    show(name)


def _open(canvas: CanvasView, node: str, field: str, _typed: str) -> None:
    canvas.open_setting(node, field)
