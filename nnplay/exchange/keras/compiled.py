"""The training settings with which a Keras model was compiled: its loss and its optimizer."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from nnplay.engine import OPTIMIZERS, NnplayError, Optimizer, SettingError
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError
from nnplay.exchange.keras import words
from nnplay.exchange.keras.description import Settings
from nnplay.exchange.model import Training

_OPTIMIZERS = {words.snake(name): name for name in OPTIMIZERS} | {"adam_w": "AdamW", "rms_prop": "RMSprop"}
_OLDER = {"learning_rate": "lr", "epsilon": "fuzz_factor"}
_LEFT = ("amsgrad", "use_ema", "clipnorm", "decay", "gradient_accumulation_steps", "loss_scale_factor")


def training_of(compiled: Settings) -> tuple[Training, list[NnplayError]]:
    """Loss, optimizer and clipping, each None if the file does not give it, and notes on what is not available."""
    notes: list[NnplayError] = []
    loss = None
    if compiled.get("loss") is not None:
        loss = words.loss(compiled["loss"])
        name, settings = words.named(compiled["loss"])
        if loss is None:
            notes.append(
                ExchangeError(
                    QT_TRANSLATE_NOOP("errors", "The loss {name} is not available: choose another one."),
                    name=f"{name:.60}",
                )
            )
        elif settings.get("from_logits"):
            notes.append(
                ExchangeError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The loss was given logits; nnplay's takes probabilities: add softmax or sigmoid at the end"
                        " of the network before you train it.",
                    )
                )
            )
    given = compiled.get("optimizer", compiled.get("optimizer_config"))
    optimizer = None
    options: Settings = {}
    if given is not None:
        name, options = words.named(given)
        optimizer = _optimizer(name, options, notes)
    clip_value, clip_norm = (words.number(options.get(key)) for key in ("clipvalue", "global_clipnorm"))
    return Training(loss, optimizer, clip_value, clip_norm), notes


def _optimizer(name: str, options: Any, notes: list[NnplayError]) -> Optimizer | None:
    kind = OPTIMIZERS.get(_OPTIMIZERS.get(name, ""))
    if kind is None:
        notes.append(
            ExchangeError(
                QT_TRANSLATE_NOOP("errors", "The optimizer {name} is not available: choose another one."),
                name=f"{name:.60}",
            )
        )
        return None
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
            start = words.number((value.get("config") or {}).get("initial_learning_rate"))
            if start is not None:
                chosen[each.name] = start
    notes += [
        ExchangeError(QT_TRANSLATE_NOOP("errors", "The optimizer's {name} was left out."), name=key)
        for key in _LEFT
        if options.get(key) and (key, options[key]) != ("decay", 0.0)
    ]
    try:
        return kind(**chosen)
    except SettingError as error:
        notes.append(error)
        return None
