"""The differences between two training set-ups, in words: for marks on the curves and for earlier runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import QCoreApplication

from nnplay.appearance.number_text import plain_text
from nnplay.engine import Optimizer, Schedule
from nnplay.engine.specs import NetworkSpec
from nnplay.panels.training.field_names import schedule_title, title_of
from nnplay.project import Event, Setup

MOST_WORDS = 3
"""Most differences that are named; the others are counted."""


@dataclass(frozen=True)
class Difference:
    """One difference between two set-ups.

    Attributes
    ----------
    change
        The change from the first to the second: "learning rate 0.03 → 0.1".
    first
        The value in the first: "learning rate 0.03".
    title, values
        What differs, and the value in each, for a table: "learning rate", ("0.03", "0.1").
    """

    change: str
    first: str
    title: str
    values: tuple[str, str]


def differences(first: Setup, second: Setup) -> list[Difference]:
    """Return all differences, the most important first."""
    found = [*_of_optimizers(first.training.optimizer, second.training.optimizer)]
    if first.training != second.training:
        found += _of_settings(first.training, second.training)
    if first.network is not second.network:
        found += _of_networks(first.network, second.network)
    if first.data != second.data:
        found.append(_plain(QCoreApplication.translate("differences", "data")))
    if first.seeds.weights != second.seeds.weights:
        found.append(
            _pair(QCoreApplication.translate("differences", "start"), first.seeds.weights, second.seeds.weights)
        )
    if first.seeds.data != second.seeds.data or first.seeds.split != second.seeds.split:
        found.append(_plain(QCoreApplication.translate("differences", "examples")))
    return found


def are_comparable(first: Setup, second: Setup) -> bool:
    """Return whether both learn the same task from the same data set, with any inputs, noise and network."""
    return _task(first) == _task(second)


def sentence(parts: list[str]) -> str:
    """Return the first few of them, and how many more there are."""
    text = ", ".join(parts[:MOST_WORDS])
    n_more = len(parts) - MOST_WORDS
    return (
        text
        if n_more <= 0
        else QCoreApplication.translate("differences", "{text} and {n} more").format(text=text, n=n_more)
    )


def _task(setup: Setup) -> tuple[Any, ...]:
    data = setup.data
    return type(data), getattr(data, "kind", None), data.location, data.task, data.class_names


def _of_optimizers(first: Optimizer, second: Optimizer) -> Iterator[Difference]:
    if first.learning_rate != second.learning_rate:
        yield _pair(
            QCoreApplication.translate("differences", "learning rate"), first.learning_rate, second.learning_rate
        )
    if first.kind != second.kind:
        yield _kinds(QCoreApplication.translate("differences", "optimizer"), first.kind, second.kind)
    else:
        yield from _of_fields(first, second, leave_out={"learning_rate"})


def _of_settings(first: Any, second: Any) -> Iterator[Difference]:
    names = {
        "batch_size": QCoreApplication.translate("differences", "batch size"),
        "clip_value": QCoreApplication.translate("differences", "clipping"),
        "clip_norm": QCoreApplication.translate("differences", "clipping"),
    }
    for name, title in names.items():
        if getattr(first, name) != getattr(second, name):
            yield _pair(title, getattr(first, name), getattr(second, name))
    if first.loss != second.loss:
        yield _plain(QCoreApplication.translate("differences", "loss function"))
    if first.schedule != second.schedule:
        yield from _of_schedules(first.schedule, second.schedule)
    for name, title in {
        "l1": "L1",
        "l2": "L2",
        "max_norm": QCoreApplication.translate("differences", "greatest length"),
    }.items():
        old, new = getattr(first.regularization, name), getattr(second.regularization, name)
        if old != new:
            yield _pair(title, old, new)
    if first.frozen != second.frozen:
        yield _plain(QCoreApplication.translate("differences", "frozen parts"))


def _of_schedules(first: Schedule, second: Schedule) -> Iterator[Difference]:
    if first.kind != second.kind:
        old, new = schedule_title(first.kind), schedule_title(second.kind)
        yield _kinds(QCoreApplication.translate("differences", "schedule"), old, new)
    else:
        yield from _of_fields(first, second, leave_out=set())


def _of_fields(first: Any, second: Any, leave_out: set[str]) -> Iterator[Difference]:
    for each in fields(first):
        old, new = getattr(first, each.name), getattr(second, each.name)
        if each.name not in leave_out and old != new:
            is_number = isinstance(old, int | float) and not isinstance(old, bool)
            yield _pair(title_of(each.name), old, new) if is_number else _plain(title_of(each.name))


def _of_networks(first: NetworkSpec, second: NetworkSpec) -> Iterator[Difference]:
    old, new = ({node.name: node.layer for node in spec.nodes} for spec in (first, second))
    for name in new.keys() - old.keys():
        yield _layer("+", name, is_in_first=False)
    for name in old.keys() - new.keys():
        yield _layer("−", name, is_in_first=True)
    for name in sorted(old.keys() & new.keys()):
        before, after = old[name], new[name]
        units = getattr(before, "units", None), getattr(after, "units", None)
        if units[0] != units[1]:
            yield _pair(name, *units)
        elif before.activation_name != after.activation_name:
            yield _pair(name, before.activation_name, after.activation_name)
        elif before != after:
            yield _plain(name)


def _pair(title: str, first: object, second: object) -> Difference:
    old, new = _text(first), _text(second)
    return Difference(f"{title} {old} → {new}", f"{title} {old}", title, (old, new))


def _kinds(title: str, first: str, second: str) -> Difference:
    """A difference whose values say by themselves what they are."""
    return Difference(f"{first} → {second}", first, title, (first, second))


def _plain(title: str) -> Difference:
    """A difference whose values are too long to tell."""
    text = QCoreApplication.translate("differences", "other {thing}").format(thing=title)
    return Difference(text, text, title, ("", QCoreApplication.translate("differences", "differs")))


def _layer(sign: str, name: str, *, is_in_first: bool) -> Difference:
    """A layer that only one of the two has."""
    texts = (
        QCoreApplication.translate("differences", "without {layer}").format(layer=name),
        QCoreApplication.translate("differences", "with {layer}").format(layer=name),
    )
    old, new = texts[::-1] if is_in_first else texts
    return Difference(f"{sign} {name}", old, "", (old, new))


def _text(value: object) -> str:
    if value is None:
        return "∞"
    return plain_text(value) if isinstance(value, int | float) else str(value)


def event_text(event: Event) -> str:
    """Return the text of a change for the cursor."""
    parts = [each.change for each in differences(event.before, event.after)]
    if event.has_new_weights:
        parts.append(QCoreApplication.translate("differences", "weights edited"))
    return sentence(parts)
