"""The learning rate of each epoch as a Python function, for every library alike."""

from __future__ import annotations

from nnplay.engine import CosineDecay, ExponentialDecay, Schedule, StepDecay, WarmUp
from nnplay.exchange.program.text import Line, lines_of


def schedule_lines(schedule: Schedule, learning_rate: float) -> list[Line]:
    """The definition of ``learning_rate(epoch)``, or nothing where the rate follows the losses or stays."""
    factor = _factor(schedule, "epoch")
    if factor is None:
        return []
    if isinstance(schedule, WarmUp):
        start, epochs = schedule.start, schedule.epochs
        rising = f"{start!r} + {1 - start!r} * epoch / {epochs!r}"
        then = _factor(schedule.then, f"(epoch - {epochs!r})") or "1.0"
        return lines_of(
            "def learning_rate(epoch):\n"
            f"    if epoch < {epochs!r}:\n"
            f"        return {learning_rate!r} * ({rising})\n"
            f"    return {learning_rate!r} * {then}"
        )
    return lines_of(f"def learning_rate(epoch):\n    return {learning_rate!r} * {factor}")


def _factor(schedule: Schedule, epoch: str) -> str | None:
    match schedule:
        case StepDecay(rate, epochs):
            return f"{rate!r} ** ({epoch} // {epochs!r})"
        case ExponentialDecay(rate, epochs):
            return f"{rate!r} ** ({epoch} / {epochs!r})"
        case CosineDecay(epochs, alpha):
            half = f"0.5 * (1 + np.cos(np.pi * min({epoch} / {epochs!r}, 1)))"
            return f"({alpha!r} + {1 - alpha!r} * {half})" if alpha else half
        case WarmUp():
            return ""
        case _:
            return None
