"""The settings of a run in words, for its report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from nnplay.data import DataChoice, ToyChoice
from nnplay.engine import find_loss
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.project import Project

Words = Callable[[str], str]
"""Translates an English text of the context ``report`` into the reader's language."""

_RATES = {
    "learning_rate": QT_TRANSLATE_NOOP("report", "learning rate"),
    "momentum": QT_TRANSLATE_NOOP("report", "momentum"),
}


def settings_in_words(project: Project, translate: Words) -> Iterator[tuple[str, str]]:
    """Yield each setting as its name and its value; what is not used is left out."""
    training, seeds = project.training, project.seeds
    yield from _data(project.data, translate)
    yield translate(QT_TRANSLATE_NOOP("report", "Loss")), find_loss(training.loss).name.replace("_", " ")
    numbers = (
        f"{translate(_RATES[name]) if name in _RATES else name.replace('_', ' ')} {value:g}"
        for name, value in vars(training.optimizer).items()
        if name == "learning_rate" or value
    )
    yield translate(QT_TRANSLATE_NOOP("report", "Optimizer")), ", ".join((training.optimizer.kind, *numbers))
    yield translate(QT_TRANSLATE_NOOP("report", "Batch size")), str(training.batch_size)
    if training.schedule.kind != "Constant":
        yield translate(QT_TRANSLATE_NOOP("report", "Schedule")), training.schedule.kind.replace("_", " ")
    regularization = training.regularization
    for rate, name in ((regularization.l1, "L1"), (regularization.l2, "L2")):
        if rate:
            yield translate(QT_TRANSLATE_NOOP("report", "Regularization")), f"{name} {rate:g}"
    if regularization.max_norm:
        greatest = translate(QT_TRANSLATE_NOOP("report", "Greatest length of a unit's weights"))
        yield greatest, f"{regularization.max_norm:g}"
    starts = (
        (QT_TRANSLATE_NOOP("report", "data"), seeds.data),
        (QT_TRANSLATE_NOOP("report", "split"), seeds.split),
        (QT_TRANSLATE_NOOP("report", "first weights"), seeds.weights),
        (QT_TRANSLATE_NOOP("report", "order of the examples"), seeds.shuffle),
    )
    seeds_in_words = ", ".join(f"{translate(name)} {seed}" for name, seed in starts)
    yield translate(QT_TRANSLATE_NOOP("report", "Seeds")), seeds_in_words


def _data(data: DataChoice, translate: Words) -> Iterator[tuple[str, str]]:
    if isinstance(data, ToyChoice):
        kind = data.kind.replace("-", " ").capitalize()
        yield translate(QT_TRANSLATE_NOOP("report", "Data")), kind
        yield translate(QT_TRANSLATE_NOOP("report", "Noise")), f"{data.noise:.0%}"
    elif data.location:
        yield translate(QT_TRANSLATE_NOOP("report", "Data")), Path(data.location).name
    if data.input_names:
        yield translate(QT_TRANSLATE_NOOP("report", "Inputs")), ", ".join(data.input_names)
    if data.is_balanced:
        yes = translate(QT_TRANSLATE_NOOP("report", "yes"))
        yield translate(QT_TRANSLATE_NOOP("report", "Examples of rare classes repeated")), yes
