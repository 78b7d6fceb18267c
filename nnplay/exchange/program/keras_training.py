"""Compile and fit of a Keras program: loss, optimizer and its rate, and what ends or changes a run."""

from __future__ import annotations

from nnplay.engine import (
    LBFGS,
    SGD,
    Adagrad,
    Adam,
    AdamW,
    Constant,
    CosineDecay,
    ExponentialDecay,
    Optimizer,
    ReduceOnPlateau,
    RMSprop,
    Schedule,
    StepDecay,
    WarmUp,
)
from nnplay.engine.regularization import kernels
from nnplay.exchange.program.differences import Difference
from nnplay.exchange.program.schedule import factor
from nnplay.exchange.program.text import Call, Code, Line, assign, laid_out, lines_of
from nnplay.exchange.program.writing import Writing

_DEFAULT_RATES = {"SGD": 0.01}


def rate_definitions(writing: Writing) -> list[list[Line]]:
    """Classes for the rates that Keras does not have: a warm-up, and what follows it."""
    schedule = writing.project.training.schedule
    rate = float(writing.project.training.optimizer.learning_rate)
    blocks = []
    if isinstance(schedule, WarmUp) and writing.plateau is not None:
        blocks.append(
            lines_of(
                "class WarmUp(keras.callbacks.Callback):\n"
                "    def on_epoch_begin(self, epoch, logs=None):\n"
                "        self.epoch = epoch\n\n"
                "    def on_train_batch_begin(self, batch, logs=None):\n"
                "        time = self.epoch + batch / steps_per_epoch\n"
                f"        if time < {schedule.epochs!r} + 1 / steps_per_epoch:\n"
                f"            rate = {rate!r} * {factor(schedule, 'time').replace('reduction', '1.0')}\n"
                "            self.model.optimizer.learning_rate = float(rate)"
            )
        )
    elif isinstance(schedule, WarmUp) and _built_in(schedule, rate) is None:
        blocks.append(
            lines_of(
                "class LearningRate(keras.optimizers.schedules.LearningRateSchedule):\n"
                "    def __call__(self, step):\n"
                '        time = keras.ops.cast(step, "float32") / steps_per_epoch\n'
                f"        return {rate!r} * {factor(schedule, 'time', 'keras.ops')}"
            )
        )
    if writing.project.stop.loss_below is not None:
        blocks.append(
            lines_of(
                "class StopBelow(keras.callbacks.Callback):\n"
                "    def on_epoch_end(self, epoch, logs=None):\n"
                f'        if logs["loss"] < {writing.project.stop.loss_below!r}:\n'
                "            self.model.stop_training = True"
            )
        )
    return blocks


def compile_lines(writing: Writing, loss: object, metrics: list[object]) -> list[Line]:
    """``model.compile`` and what it needs."""
    training = writing.project.training
    rate = float(training.optimizer.learning_rate)
    lines = []
    options: dict[str, object] = {}
    kind, is_known = _optimizer(training.optimizer, options)
    schedule = training.schedule
    if not isinstance(schedule, Constant | ReduceOnPlateau):
        lines += assign("steps_per_epoch", Code(_steps(writing)))
        if writing.plateau is None:
            options = {"learning_rate": _built_in(schedule, rate) or Call("LearningRate"), **options}
    if "learning_rate" not in options and rate != _DEFAULT_RATES.get(kind, 0.001):
        options = {"learning_rate": rate, **options}
    if not is_known:
        lines += writing.differs(Difference.STAND_IN, optimizer=training.optimizer.kind, stand_in=kind)
    elif isinstance(training.optimizer, Adam):
        lines += writing.differs(Difference.ADAM_EPSILON)
    if training.regularization.rule == "playground" and any(
        any(writing.strengths(slot.node)) for slot in kernels(writing.network)
    ):
        lines += writing.differs(Difference.PLAYGROUND_RULE)
    if training.clip_norm is not None:
        options["global_clipnorm"] = training.clip_norm
        learned = [writing.held(slot) for slot in writing.network.slots if slot.spec.is_trainable]
        if any(held.any() and not held.all() for held in learned):
            lines += writing.differs(Difference.HELD_GRADIENTS)
        if training.clip_value is not None:
            lines += writing.differs(Difference.ONE_CLIPPING, clip_value=training.clip_value)
    elif training.clip_value is not None:
        options["clipvalue"] = training.clip_value
    if writing.loss.fused_activation and writing.loss.fused_activation == writing.network.output.layer.activation_name:
        lines += writing.differs(Difference.CLIPPED_OUTPUT)
    optimizer: object = Call(f"keras.optimizers.{kind}", (), options) if options else kind.lower()
    arguments = {"loss": loss, "optimizer": optimizer} | ({"metrics": metrics} if metrics else {})
    return [*lines, *laid_out(Call("model.compile", (), arguments))]


def fit_lines(writing: Writing) -> list[Line]:
    """``model.fit``, with what ends or changes the run as callbacks."""
    training, rules, plateau = writing.project.training, writing.project.stop, writing.plateau
    watched = "val_loss" if writing.has_test else "loss"
    lines: list[Line] = []
    options: dict[str, object] = {"batch_size": Code(_size(writing)), "epochs": writing.n_epochs}
    if writing.has_test:
        options["validation_data"] = (Code("x_test"), Code("y_test"))
    callbacks: list[object] = []
    if isinstance(training.schedule, WarmUp) and plateau is not None:
        callbacks.append(Call("WarmUp"))
        if plateau.patience <= training.schedule.epochs:
            lines += writing.differs(Difference.WARM_UP)
    if plateau is not None:
        least = plateau.least * training.optimizer.learning_rate
        settings: dict[str, object] = {} if writing.has_test else {"monitor": watched}
        settings |= {"factor": plateau.rate, "patience": plateau.patience, "min_delta": plateau.min_delta}
        settings |= {"min_lr": least} if least else {}
        callbacks.append(Call("keras.callbacks.ReduceLROnPlateau", (), settings))
    if rules.patience is not None:
        settings = {} if writing.has_test else {"monitor": watched}
        settings |= {"patience": rules.patience} | ({"min_delta": rules.min_delta} if rules.min_delta else {})
        settings["restore_best_weights"] = True
        callbacks.append(Call("keras.callbacks.EarlyStopping", (), settings))
        lines += writing.differs(Difference.BEST_AT_END)
    if rules.loss_below is not None:
        callbacks.append(Call("StopBelow"))
        lines += writing.differs(Difference.WATCHED_MEAN)
    if callbacks and any(any(writing.strengths(slot.node)) for slot in kernels(writing.network)):
        lines += writing.differs(Difference.WATCHED_PENALTY)
    if callbacks:
        options["callbacks"] = callbacks
    return [*lines, *assign("history", Call("model.fit", (Code("x_train"), Code("y_train")), options))]


def _size(writing: Writing) -> str:
    training = writing.project.training
    return "len(x_train)" if training.optimizer.is_full_batch else str(training.batch_size)


def _steps(writing: Writing) -> str:
    size = _size(writing)
    return "1" if size == "len(x_train)" else f"-(-len(x_train) // {size})"


def _built_in(schedule: Schedule, rate: float) -> Call | None:
    """Keras's own schedule, which counts steps; None if it has none."""
    place = "keras.optimizers.schedules"
    match schedule:
        case StepDecay(share, epochs):
            decay = (rate, Code(f"{epochs!r} * steps_per_epoch"), share)
            return Call(f"{place}.ExponentialDecay", decay, {"staircase": True})
        case ExponentialDecay(share, epochs):
            return Call(f"{place}.ExponentialDecay", (rate, Code(f"{epochs!r} * steps_per_epoch"), share))
        case CosineDecay(epochs, alpha):
            options: dict[str, object] = {"alpha": alpha} if alpha else {}
            return Call(f"{place}.CosineDecay", (rate, Code(f"{epochs!r} * steps_per_epoch")), options)
        case WarmUp(epochs, start, CosineDecay(later, alpha)):
            options = {"alpha": alpha} if alpha else {}
            options |= {"warmup_target": rate, "warmup_steps": Code(f"{epochs!r} * steps_per_epoch")}
            return Call(f"{place}.CosineDecay", (start * rate, Code(f"{later!r} * steps_per_epoch")), options)
        case _:
            return None


def _optimizer(optimizer: Optimizer, options: dict[str, object]) -> tuple[str, bool]:
    """The optimizer's name in Keras and whether it has it; ``options`` gets all that is not Keras's default."""
    if isinstance(optimizer, LBFGS) or optimizer.kind == "Rprop":
        return "Adam", False
    fields = {
        SGD: ("momentum", "nesterov"),
        RMSprop: ("rho", "momentum", "epsilon", "centered"),
        Adagrad: ("initial_accumulator_value", "epsilon"),
        Adam: ("beta_1", "beta_2", "epsilon"),
        AdamW: ("beta_1", "beta_2", "epsilon", "weight_decay"),
    }.get(type(optimizer), ("beta_1", "beta_2", "rho", "epsilon"))
    defaults = {"momentum": 0.0, "nesterov": False, "rho": 0.9, "epsilon": 1e-7, "centered": False}
    defaults |= {"initial_accumulator_value": 0.1, "beta_1": 0.9, "beta_2": 0.999, "weight_decay": 0.004}
    if optimizer.kind == "Adadelta":
        defaults["rho"] = 0.95
    for name in fields:
        value = getattr(optimizer, name, defaults[name])
        if value != defaults[name]:
            options[name] = value
    return optimizer.kind, True
