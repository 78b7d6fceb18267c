"""The training settings with which a Keras model was compiled: its loss, its optimizer and what else it was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from nnplay.engine import OPTIMIZERS, Adam, AdamW, NnplayError, Optimizer, SettingError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.losses import Loss
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.keras import words
from nnplay.exchange.keras.description import Settings
from nnplay.exchange.model import Training

_OPTIMIZERS = {name.lower(): name for name in OPTIMIZERS}
_OLDER = {"learning_rate": "lr", "epsilon": "fuzz_factor"}
_LEFT = ("amsgrad", "use_ema", "clipnorm", "decay", "weight_decay", "gradient_accumulation_steps", "loss_scale_factor")
_AVERAGES = ("sum_over_batch_size", "mean", "auto")
_ACCURACIES = (
    *("accuracy", "acc", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy"),
    *("compile_metrics", "loss", "mean"),
)
_MOST_METRICS = 20


def training_of(compiled: Settings) -> tuple[Training, list[NnplayError]]:
    """Loss, optimizer and clipping, each None if the file does not give it, and notes on what is not available."""
    notes: list[NnplayError] = []
    loss = _loss(_only(compiled.get("loss")), notes)
    given = compiled.get("optimizer", compiled.get("optimizer_config"))
    optimizer = None
    options: Settings = {}
    if given is not None:
        name, options = words.named(given)
        optimizer = _optimizer(name, options, notes)
    metrics = [
        name
        for name in _metrics(compiled.get("metrics"))
        if name not in _ACCURACIES and (loss is None or words.loss(name) != loss)
    ]
    if metrics:
        text = QT_TRANSLATE_NOOP("errors", "Metrics other than loss and accuracy were left out: {names}.")
        notes.append(ExchangeError(text, names=", ".join(f"{name:.40}" for name in metrics[:_MOST_METRICS])))
    clip_value, clip_norm = (words.number(options.get(key)) for key in ("clipvalue", "global_clipnorm"))
    return Training(loss, optimizer, clip_value, clip_norm), notes


def probabilities(compiled: Settings) -> str | None:
    """Return the activation function that makes probabilities of a model's outputs if its loss takes logits; else None.

    Keras computes such a loss of ``z`` as the same loss of ``softmax(z)`` or ``sigmoid(z)``.
    """
    given = _only(compiled.get("loss"))
    loss = words.loss(given) if given is not None else None
    if loss is None or not words.named(given)[1].get("from_logits"):
        return None
    return "softmax" if loss.takes_classes else "sigmoid"


def _only(given: Any) -> Any:
    """Return the loss of the only output, which may be in a list or a table of outputs."""
    while isinstance(given, list | dict) and len(given) == 1:
        given = given[0] if isinstance(given, list) else next(iter(given.values()))
    return given


def _loss(given: Any, notes: list[NnplayError]) -> Loss | None:
    if given is None:
        return None
    loss = words.loss(given)
    name, settings = words.named(given)
    if loss is None:
        text = QT_TRANSLATE_NOOP("errors", "The loss {name} is not available: choose another one.")
        notes.append(ExchangeError(text, name=f"{name:.60}"))
        return None
    is_summed = settings.get("reduction") not in (None, *_AVERAGES)
    left = [("reduction", is_summed), ("ignore_class", settings.get("ignore_class") is not None)]
    text = QT_TRANSLATE_NOOP("errors", "The loss's {name} was left out.")
    notes += [ExchangeError(text, name=key) for key, is_given in left if is_given]
    return loss


def _metrics(given: Any) -> Iterator[str]:
    """Yield the names of metrics, however they are nested: by output, or in one that holds those that were compiled."""
    if isinstance(given, Sequence) and not isinstance(given, str):
        for each in given:
            yield from _metrics(each)
    elif isinstance(given, dict) and "class_name" not in given:
        for each in given.values():
            yield from _metrics(each)
    elif given is not None:
        name, settings = words.named(given)
        yield settings["fn"] if name == "mean_metric_wrapper" and isinstance(settings.get("fn"), str) else name


def _optimizer(name: str, options: Settings, notes: list[NnplayError]) -> Optimizer | None:
    kind = OPTIMIZERS.get(_OPTIMIZERS.get(name.replace("_", ""), ""))
    if kind is None:
        notes.append(
            ExchangeError(
                QT_TRANSLATE_NOOP("errors", "The optimizer {name} is not available: choose another one."),
                name=f"{name:.60}",
            )
        )
        return None
    if kind is Adam and options.get("weight_decay"):
        kind = AdamW  # what Keras's Adam is with it
    chosen: dict[str, Any] = {}
    for each in fields(kind):
        value = options.get(each.name, options.get(_OLDER.get(each.name, "")))
        if isinstance(value, bool):
            chosen[each.name] = value
        elif words.number(value) is not None:
            chosen[each.name] = words.number(value)
        elif isinstance(value, dict):
            notes.append(
                ExchangeError(
                    QT_TRANSLATE_NOOP("errors", "The learning rate followed a schedule; its initial value was taken.")
                )
            )
            start = _start(value)
            if start is not None:
                chosen[each.name] = start
    notes += [
        ExchangeError(QT_TRANSLATE_NOOP("errors", "The optimizer's {name} was left out."), name=key)
        for key in _LEFT
        if options.get(key) and key not in chosen
    ]
    try:
        return kind(**chosen)
    except SettingError as error:
        notes.append(error)
        return None


def _start(schedule: Settings) -> float | None:
    """Return the rate with which a schedule begins."""
    _, settings = words.named(schedule)
    values = settings.get("values")  # of one that is constant for a while
    first = values[0] if isinstance(values, list) and values else None
    return words.number(settings.get("initial_learning_rate", first))
