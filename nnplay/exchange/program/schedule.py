"""The learning rate as a Python function of the time in epochs, parts of an epoch included."""

from __future__ import annotations

from nnplay.engine import CosineDecay, ExponentialDecay, ReduceOnPlateau, Schedule, StepDecay, WarmUp
from nnplay.exchange.program.text import Line, lines_of
from nnplay.exchange.program.writing import Writing


def schedule_lines(writing: Writing) -> list[Line]:
    """The definition of ``learning_rate(time)``; nothing where the rate stays, or follows the losses alone.

    Behind a warm-up the losses have their say too: then the function reads ``reduction``, which the loop changes.
    """
    schedule, rate = writing.project.training.schedule, writing.project.training.optimizer.learning_rate
    if factor(schedule, "time") in ("1.0", "reduction"):
        return []
    if not isinstance(schedule, WarmUp):
        return lines_of(f"def learning_rate(time):\n    return {rate!r} * {factor(schedule, 'time')}")
    rising = f"{schedule.start!r} + {1 - schedule.start!r} * time / {schedule.epochs!r}"
    return lines_of(
        "def learning_rate(time):\n"
        f"    if time < {schedule.epochs!r}:\n"
        f"        return {rate!r} * ({rising})\n"
        f"    return {rate!r} * {factor(schedule.then, f'(time - {schedule.epochs!r})')}"
    )


def factor(schedule: Schedule, time: str, library: str = "np") -> str:
    """The factor of the learning rate as an expression; ``library`` has its functions, NumPy's or Keras's."""
    match schedule:
        case StepDecay(rate, epochs):
            whole = f"{time} // {epochs!r}" if library == "np" else f"{library}.floor({time} / {epochs!r})"
            return f"{rate!r} ** ({whole})"
        case ExponentialDecay(rate, epochs):
            return f"{rate!r} ** ({time} / {epochs!r})"
        case CosineDecay(epochs, alpha):
            share = f"{library}.minimum({time} / {epochs!r}, 1)"
            half = f"0.5 * (1 + {library}.cos(np.pi * {share}))"
            return f"({alpha!r} + {1 - alpha!r} * {half})" if alpha else half
        case WarmUp(epochs, start, then):
            rising = f"{start!r} + {1 - start!r} * {time} / {epochs!r}"
            return f"{library}.where({time} < {epochs!r}, {rising}, {factor(then, f'({time} - {epochs!r})', library)})"
        case ReduceOnPlateau():
            return "reduction"
        case _:
            return "1.0"
