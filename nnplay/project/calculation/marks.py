"""Marks: what a phase of a calculation puts on the picture of the network: numbers beside neurons and weights."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from nnplay.engine import Input, Part
from nnplay.project.calculation.calculation import Calculation
from nnplay.project.calculation.numbers import NumberFormat
from nnplay.project.calculation.phases import Kind, Stepping

_MOST_UNITS = 12
"""Of a layer that gets numbers; a picture of the network shows no more neurons one by one."""

_MOST_WEIGHTS = 12
"""Of a layer whose weights get numbers: with more nobody could tell which belongs to which."""


@dataclass(frozen=True)
class Mark:
    """A number at one neuron or weight; ``is_lit`` where the present phase computes it."""

    part: Part
    text: str = ""
    is_lit: bool = False


def marks(calculation: Calculation, stepping: Stepping, numbers: NumberFormat) -> tuple[Mark, ...]:
    """What is known by the present phase: outputs on the way forward, derivatives on the way back, new weights."""
    passes, phase = calculation.passes, stepping.phase
    found: list[Mark] = []
    for node in passes.network.nodes:
        name, trace = node.name, passes.trace.nodes[node.name]
        n_units = prod(passes.network.shapes[name])
        if n_units > _MOST_UNITS or len(passes.network.shapes[name]) > 1:
            continue
        is_lit = phase.node == name or (phase.kind is Kind.EXAMPLE and isinstance(node.layer, Input))
        for unit in range(n_units):
            text = ""
            if stepping.is_done(Kind.BACKWARD, name) and trace.da is not None:
                text = numbers.text(calculation.quantities.by_sum(name, unit).value)
            elif isinstance(node.layer, Input) or stepping.is_done(Kind.FORWARD, name):
                text = numbers.text(float(trace.a[unit]))
            found.append(Mark(Part(name, unit), text, is_lit))
        found += _weights(calculation, stepping, numbers, name, is_lit=is_lit)
    return tuple(found)


def _weights(
    calculation: Calculation, stepping: Stepping, numbers: NumberFormat, name: str, *, is_lit: bool
) -> list[Mark]:
    kind = stepping.phase.kind
    parts = [part for part in calculation.weights(name, None) if part.parameter == "kernel" and len(part.index) == 2]
    if len(parts) > _MOST_WEIGHTS or not (is_lit or kind is Kind.UPDATE):
        return []
    trace = calculation.passes.trace.nodes[name].parameters["kernel"] if parts else None
    found = []
    for part in parts:
        assert trace is not None
        if kind is Kind.UPDATE:
            text = numbers.text(float(trace.new_value[part.index]))
        elif kind is Kind.BACKWARD:
            text = numbers.text(float(trace.gradient[part.index]))
        else:
            text = numbers.text(float(trace.value[part.index]))
        found.append(Mark(part, text, is_lit=True))
    return found
