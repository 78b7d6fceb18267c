"""Hiding: what the window must not show at a step, because the lesson is about to ask for it."""

from __future__ import annotations

from collections.abc import Collection

from nnplay.lessons.checks import Number, Read
from nnplay.lessons.lesson import Plan, Step
from nnplay.lessons.quantity import Quantity
from nnplay.lessons.secret import Secret, secret_of


def secrets(plan: Plan, place: int, done: Collection[str]) -> frozenset[Secret]:
    """Return what is hidden at a step.

    Hidden is what the step asks for, and what later steps ask for about the same network: those up to the next one in
    which something has to be done first, and that changes it. If a later one asks for a loss, the loss that a step of
    training leads to is hidden as well.

    Parameters
    ----------
    place
        Index of the open step, from 0.
    done
        The ids of the steps that are done.
    """
    found = set[Secret]()
    is_same_network = True
    for step in plan.steps[place:]:
        if step.id in done:
            continue
        if not step.check.asks and not isinstance(step.check, Read):
            is_same_network = False
        asked = _asked(step)
        if is_same_network:
            found |= asked
        elif Secret.LOSS in asked:
            found.add(Secret.NEXT_LOSS)
    return frozenset(found)


def _asked(step: Step) -> set[Secret]:
    asked = set(step.hides)
    if isinstance(step.check, Number) and isinstance(step.check.value, Quantity):
        asked |= {secret for secret in [secret_of(step.check.value)] if secret is not None}
    return asked
