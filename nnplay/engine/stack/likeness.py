"""Likeness: what the networks of a stack have in common, and where they may differ."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields

from nnplay.engine.layers import Layer
from nnplay.engine.losses import find_loss
from nnplay.engine.optimizers import Optimizer
from nnplay.engine.settings import TrainingSettings
from nnplay.engine.specs import NetworkSpec


def spec_key(spec: NetworkSpec) -> Hashable | None:
    """What the descriptions of a stack have in common: all but the numbers of their layers; None if it cannot stack."""
    if not all(node.layer.can_stack for node in spec.nodes):
        return None
    return tuple((node.name, node.inputs, _layer_key(node.layer)) for node in spec.nodes)


def settings_key(settings: TrainingSettings) -> Hashable | None:
    """What the settings of a stack have in common; None for those with which no stack can be trained.

    Equal are the loss, the kind of optimizer and what it has of switches, the batch size and the rule of the
    regularization. Free are all numbers, the schedule, clipping, and what is frozen.
    """
    if settings.optimizer.is_full_batch:
        return None
    return (
        find_loss(settings.loss),
        _optimizer_key(settings.optimizer),
        settings.batch_size,
        settings.regularization.rule,
    )


def stack_key(spec: NetworkSpec, settings: TrainingSettings) -> Hashable | None:
    """What networks have in common that can be trained as one stack: equal keys can, None cannot.

    Their data must have equal shapes and equally many examples besides.
    """
    keys = spec_key(spec), settings_key(settings)
    return None if None in keys else keys


def _layer_key(layer: Layer) -> Hashable:
    kept = (field.name for field in fields(layer) if field.name not in layer.own_numbers)
    return type(layer), tuple(getattr(layer, name) for name in kept)


def _optimizer_key(optimizer: Optimizer) -> Hashable:
    switches = (getattr(optimizer, field.name) for field in fields(optimizer))
    return type(optimizer), tuple(value for value in switches if isinstance(value, bool))
