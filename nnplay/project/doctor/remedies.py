"""The doctor's remedies: each a caption and a pure edit of the project."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from nnplay.engine import BatchNormalization, Dense, Dropout, Layer, Part
from nnplay.engine.errors import QT_TRANSLATE_NOOP, Phrase
from nnplay.project import edits, part_edits
from nnplay.project.doctor.diagnosis import Remedy, number
from nnplay.project.fitting import changed
from nnplay.project.project import Project

_USUAL = 3
"""Up to this many times an optimizer's default learning rate is still ordinary."""

_FAR = 3
"""More than this many times an ordinary learning rate is far beyond it."""

_UNITS = 4

_SCALES = {"relu": "he_normal", "leaky_relu": "he_normal", "selu": "lecun_normal"}


def lower_rate(project: Project, *, from_start: bool = False) -> Remedy:
    """A tenth of the learning rate, or an ordinary one if that is lower; optionally starting again."""
    optimizer = project.training.optimizer
    rate = float(f"{min(optimizer.learning_rate / 10, _usual_rate(project)):.1g}")
    caption = (
        QT_TRANSLATE_NOOP("doctor", "Learning rate {rate}, and start again")
        if from_start
        else QT_TRANSLATE_NOOP("doctor", "Learning rate {rate}")
    )

    def edit(project: Project) -> Project:
        slower = _with_rate(project, rate)
        return edits.reset(slower) if from_start else slower

    return Remedy(Phrase(caption, {"rate": number(rate)}), edit, starts_again=from_start)


def is_rate_high(project: Project) -> bool:
    """Whether the learning rate is far beyond what is ordinary for the optimizer."""
    return project.training.optimizer.learning_rate > _FAR * _usual_rate(project)


def raise_rate(project: Project) -> Remedy:
    """Ten times the learning rate."""
    rate = float(f"{project.training.optimizer.learning_rate * 10:.3g}")
    caption = QT_TRANSLATE_NOOP("doctor", "Learning rate {rate}")
    return Remedy(Phrase(caption, {"rate": number(rate)}), lambda project: _with_rate(project, rate))


def clip_gradients() -> Remedy:
    """Clip the gradient at length 1."""
    caption = QT_TRANSLATE_NOOP("doctor", "Clip the gradient at length 1")
    return Remedy(
        Phrase(caption), lambda project: edits.set_training(project, replace(project.training, clip_norm=1.0))
    )


def rectify() -> Remedy:
    """ReLU in all hidden layers, with newly drawn initial weights made for it."""

    def edit(project: Project) -> Project:
        for node in project.network.nodes[:-1]:
            if _has_activation(node.layer):
                project = edits.replace_layer(project, node.name, _started(changed(node.layer, activation="relu")))
        return edits.reset(project)

    caption = QT_TRANSLATE_NOOP("doctor", "ReLU in the hidden layers, and start again")
    return Remedy(Phrase(caption), edit, starts_again=True)


def leak(layers: tuple[str, ...]) -> Remedy:
    """Leaky ReLU in some layers: its slope is nowhere 0."""

    def edit(project: Project) -> Project:
        for name in layers:
            project = edits.change_layer(project, name, {"activation": "leaky_relu"})
        return project

    caption = QT_TRANSLATE_NOOP("doctor", "Leaky ReLU in {layers}")
    return Remedy(Phrase(caption, {"layers": ", ".join(layers)}), edit)


def bend(layers: tuple[str, ...]) -> Remedy:
    """Sigmoid in some layers: it goes from 0 to 1 as step does, but with a slope."""

    def edit(project: Project) -> Project:
        for name in layers:
            project = edits.change_layer(project, name, {"activation": "sigmoid"})
        return project

    caption = QT_TRANSLATE_NOOP("doctor", "Sigmoid in {layers}")
    return Remedy(Phrase(caption, {"layers": ", ".join(layers)}), edit)


def calm_start() -> Remedy:
    """Newly drawn initial weights of a size that suits each layer's activation."""

    def edit(project: Project) -> Project:
        for node in project.network.nodes:
            if _has_activation(node.layer):
                project = edits.replace_layer(project, node.name, _started(node.layer))
        return edits.reset(project)

    caption = QT_TRANSLATE_NOOP("doctor", "Start again with well-sized weights")
    return Remedy(Phrase(caption), edit, starts_again=True)


def new_start() -> Remedy:
    """Other initial weights."""
    caption = QT_TRANSLATE_NOOP("doctor", "Start again with other weights")
    return Remedy(Phrase(caption), edits.new_start, starts_again=True)


def hidden_layer(project: Project) -> Remedy:
    """A hidden layer before the output, for data that no straight line can separate."""
    output = project.network.output
    caption = QT_TRANSLATE_NOOP("doctor", "Add a hidden layer of {units} units, and start again")

    def edit(project: Project) -> Project:
        layer = Dense(_UNITS, "tanh")
        return edits.reset(edits.insert_layer(project, layer, between=(output.inputs[0], output.name)))

    return Remedy(Phrase(caption, {"units": _UNITS}), edit, starts_again=True)


def weight_decay(project: Project) -> Remedy:
    """An L2 penalty that pulls weights towards 0, or a stronger one."""
    regularization = project.training.regularization
    strength = float(f"{max(0.001, 3 * regularization.l2):.1g}")
    caption = QT_TRANSLATE_NOOP("doctor", "L2 regularization {strength}")

    def edit(project: Project) -> Project:
        stronger = replace(project.training.regularization, l2=strength)
        return edits.set_training(project, replace(project.training, regularization=stronger))

    return Remedy(Phrase(caption, {"strength": number(strength)}), edit)


def dropout(project: Project) -> Remedy:
    """Dropout before the output."""
    output = project.network.output

    def edit(project: Project) -> Project:
        return edits.insert_layer(project, Dropout(0.3), between=(output.inputs[0], output.name))

    return Remedy(Phrase(QT_TRANSLATE_NOOP("doctor", "Dropout before the output")), edit)


def normalize_inputs(project: Project) -> Remedy:
    """Batch normalization right after the input: each input gets mean 0 and variance 1."""
    name = project.network.input.name

    def edit(project: Project) -> Project:
        return edits.insert_layer(project, BatchNormalization(), after=name)

    return Remedy(Phrase(QT_TRANSLATE_NOOP("doctor", "Normalize the inputs")), edit)


def unmute(layers: tuple[str, ...]) -> Remedy:
    """Unmute layers and everything in them."""
    caption = QT_TRANSLATE_NOOP("doctor", "Unmute {layers}")
    parts = [Part(name) for name in layers]
    return Remedy(Phrase(caption, {"layers": ", ".join(layers)}), lambda project: part_edits.unmute(project, parts))


def balance() -> Remedy:
    """Every class as frequent in the training data as the most frequent one."""

    def edit(project: Project) -> Project:
        return edits.set_data(project, replace(project.data, is_balanced=True))

    return Remedy(Phrase(QT_TRANSLATE_NOOP("doctor", "Repeat the examples of rare classes")), edit)


def _usual_rate(project: Project) -> float:
    defaults: dict[str, Any] = {each.name: each.default for each in fields(project.training.optimizer)}
    return _USUAL * float(defaults["learning_rate"])


def _with_rate(project: Project, rate: float) -> Project:
    optimizer = replace(project.training.optimizer, learning_rate=rate)
    return edits.set_training(project, replace(project.training, optimizer=optimizer))


def _has_activation(layer: Layer) -> bool:
    names = {each.name for each in fields(layer)}
    return {"activation", "kernel_initializer", "bias_initializer"} <= names


def _started(layer: Layer) -> Layer:
    initializer = _SCALES.get(layer.activation_name, "glorot_uniform")
    return changed(layer, kernel_initializer=initializer, bias_initializer="zeros")
