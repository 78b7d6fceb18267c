"""Narration: what a step of a calculation did and why, in plain words.

The window translates the template of a sentence and fills it in. Examples are counted from 1.
"""

from __future__ import annotations

from math import prod

import numpy as np

from nnplay.engine import Dense, Part, find_loss
from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.engine.losses import Hinge, Huber
from nnplay.project.calculation.calculation import Calculation, Place
from nnplay.project.calculation.layer_words import backward_words, forward_words
from nnplay.project.calculation.numbers import NumberFormat
from nnplay.project.calculation.phases import Kind, Phase
from nnplay.project.calculation.sentences import Sentence
from nnplay.project.calculation.text import symbol_text

_EXAMPLE = QT_TRANSLATE_NOOP("narration", "Example {number} comes in: {inputs}. The answer should be {target}.")
_OWN = QT_TRANSLATE_NOOP("narration", "The example that you asked about comes in: {inputs}.")
_OWN_KNOWN = QT_TRANSLATE_NOOP(
    "narration", "The example that you asked about comes in: {inputs}. The answer should be {target}."
)
_BATCH = QT_TRANSLATE_NOOP(
    "narration", "{count} examples come in together; you see number {number}: {inputs}. The answer should be {target}."
)
_TOO_HIGH = QT_TRANSLATE_NOOP("narration", "The output is {difference} too high. The loss is {loss}.")
_TOO_LOW = QT_TRANSLATE_NOOP("narration", "The output is {difference} too low. The loss is {loss}.")
_RIGHT = QT_TRANSLATE_NOOP("narration", "The output is exactly right: the loss is {loss}.")
_MANY_OUTPUTS = QT_TRANSLATE_NOOP(
    "narration", "The loss compares all outputs with their targets and turns the differences into one number: {loss}."
)
_CLASSES = QT_TRANSLATE_NOOP(
    "narration", "The network gives the correct answer a probability of {probability}: the loss is {loss}."
)
_HUBER = QT_TRANSLATE_NOOP(
    "narration",
    "Up to a difference of {delta} the Huber loss is half its square; beyond that it is a straight line.",
)
_HINGE = QT_TRANSLATE_NOOP(
    "narration",
    "The hinge loss wants each output on the correct side of 0, by at least 1; the shortfall is the loss: {loss}.",
)
_PUSH_DOWN = QT_TRANSLATE_NOOP("narration", "A higher output would mean a larger loss, so the output has to fall.")
_PUSH_UP = QT_TRANSLATE_NOOP("narration", "A higher output would mean a smaller loss, so the output has to rise.")
_NO_PUSH = QT_TRANSLATE_NOOP("narration", "The loss asks for no change of the output: no gradient flows back.")
_BACK_FROM_LOSS = QT_TRANSLATE_NOOP(
    "narration",
    "The derivative of the loss with respect to each output says which of them have to rise and which to fall.",
)
_DEAD = QT_TRANSLATE_NOOP(
    "narration", "In “{layer}” every slope is 0: no gradient gets through, and the layers before it do not learn."
)
_FELL = {
    (True, True): QT_TRANSLATE_NOOP(
        "narration", "{weight} fell by {size}: the output was {difference} too high and {input} was positive."
    ),
    (False, False): QT_TRANSLATE_NOOP(
        "narration", "{weight} fell by {size}: the output was {difference} too low and {input} was negative."
    ),
}
_ROSE = {
    (True, False): QT_TRANSLATE_NOOP(
        "narration", "{weight} rose by {size}: the output was {difference} too high and {input} was negative."
    ),
    (False, True): QT_TRANSLATE_NOOP(
        "narration", "{weight} rose by {size}: the output was {difference} too low and {input} was positive."
    ),
}
"""Sentences by whether the output was too high and whether the input was positive."""

_BIAS_FELL = QT_TRANSLATE_NOOP("narration", "{weight} fell by {size}: the output was {difference} too high.")
_BIAS_ROSE = QT_TRANSLATE_NOOP("narration", "{weight} rose by {size}: the output was {difference} too low.")
_FELL_ANYHOW = QT_TRANSLATE_NOOP("narration", "{weight} fell by {size}: a larger value makes the loss larger.")
_ROSE_ANYHOW = QT_TRANSLATE_NOOP("narration", "{weight} rose by {size}: a larger value makes the loss smaller.")
_MOVED = QT_TRANSLATE_NOOP("narration", "{weight} moved by {size}, but not because of its gradient alone.")
_STAYED = QT_TRANSLATE_NOOP("narration", "{weight} did not change: the loss does not depend on it here.")
_NONE_MOVED = QT_TRANSLATE_NOOP("narration", "No weight moved.")
_LOSS_FELL = QT_TRANSLATE_NOOP("narration", "The loss falls from {loss} to {new_loss}.")
_LOSS_ROSE = QT_TRANSLATE_NOOP(
    "narration", "The loss rises from {loss} to {new_loss}: the step was too long, try a smaller learning rate."
)
_LOSS_STAYED = QT_TRANSLATE_NOOP("narration", "The loss stays at {loss}.")

_MOST_LISTED = 4


class Narrator:
    """Describes the phases of a calculation, with all numbers in one format."""

    def __init__(self, calculation: Calculation, numbers: NumberFormat) -> None:
        self._calculation, self._passes = calculation, calculation.passes
        self._numbers = numbers
        self._network = self._passes.network
        self._output = self._network.output.name
        self._n_outputs = prod(self._network.shapes[self._output])

    def phase(self, phase: Phase, place: Place = None) -> tuple[Sentence, ...]:
        """Return what happens in a phase; in pictures, at one position."""
        match phase.kind:
            case Kind.EXAMPLE:
                return (self._example(),)
            case Kind.FORWARD:
                return (forward_words(self._calculation, phase.node or "", self._numbers, place),)
            case Kind.LOSS:
                return self._loss()
            case Kind.BACKWARD:
                return (self._backward(phase.node or ""),)
            case Kind.UPDATE:
                return self._update()

    def weight(self, part: Part) -> Sentence:
        """Return how one weight moved, and why."""
        assert part.parameter is not None
        trace = self._passes.trace.nodes[part.node].parameters[part.parameter]
        move, gradient = float((trace.new_value - trace.value)[part.index]), float(trace.gradient[part.index])
        quantity = self._calculation.quantities.weight(part.node, part.parameter, part.index)
        values = {"weight": symbol_text(quantity.symbol), "size": self._numbers.text(abs(move))}
        if move == 0:
            return Sentence(_STAYED, values)
        if move * gradient >= 0:
            return Sentence(_MOVED, values)
        has_fallen = move < 0
        reason = self._reason(part, has_fallen, values)
        return reason or Sentence(_FELL_ANYHOW if has_fallen else _ROSE_ANYHOW, values)

    def _reason(self, part: Part, has_fallen: bool, values: dict[str, str]) -> Sentence | None:
        """Return why a weight into the only output moved: the one case that two signs explain."""
        layer = self._network.node(part.node).layer
        is_rising = not self._calculation.quantities.naming.has_sum(part.node) or layer.activation_name == "sigmoid"
        is_direct = part.node == self._output and self._n_outputs == 1 and isinstance(layer, Dense)
        difference = self._difference()
        if not is_direct or not is_rising or self._passes.is_batch or difference == 0:
            return None
        values = {**values, "difference": self._numbers.text(abs(difference))}
        if part.parameter == "bias":
            return Sentence(_BIAS_FELL if has_fallen else _BIAS_ROSE, values)
        source = self._calculation.quantities.output(self._network.node(part.node).inputs[0], part.index[0])
        template = (_FELL if has_fallen else _ROSE).get((difference > 0, source.value > 0))
        return (template and Sentence(template, {**values, "input": symbol_text(source.symbol)})) or None

    def _example(self) -> Sentence:
        number = str(self._passes.rows[self._passes.chosen] + 1)
        inputs = self._passes.trace.nodes[self._network.input.name].a.reshape(-1)
        values = {"number": number, "inputs": self._list(inputs), "target": self._list(self._passes.trace.target)}
        if self._passes.is_batch:
            return Sentence(_BATCH, {**values, "count": str(len(self._passes.traces))})
        if self._passes.is_own:
            return Sentence(_OWN_KNOWN if self._passes.has_target else _OWN, values)
        return Sentence(_EXAMPLE, values)

    def _loss(self) -> tuple[Sentence, ...]:
        loss = find_loss(self._passes.settings.loss)
        values = {"loss": self._numbers.text(self._passes.trace.loss)}
        if isinstance(loss, Hinge):
            return (Sentence(_HINGE, values),)
        if isinstance(loss, Huber):
            return self._comparison(values), Sentence(_HUBER, {"delta": self._numbers.text(loss.delta)})
        return (self._comparison(values),)

    def _comparison(self, values: dict[str, str]) -> Sentence:
        """Return the differences between outputs and targets."""
        if self._n_outputs == 1:
            difference = self._difference()
            if difference == 0:
                return Sentence(_RIGHT, values)
            values = {"difference": self._numbers.text(abs(difference)), **values}
            return Sentence(_TOO_HIGH if difference > 0 else _TOO_LOW, values)
        if self._network.output.layer.activation_name == "softmax":
            right = int(np.argmax(self._passes.trace.target))
            probability = float(self._passes.trace.nodes[self._output].a.reshape(-1)[right])
            return Sentence(_CLASSES, {"probability": self._numbers.text(probability), **values})
        return Sentence(_MANY_OUTPUTS, values)

    def _backward(self, node: str) -> Sentence:
        trace = self._passes.trace.nodes[node]
        if node == self._output:
            if self._n_outputs > 1 or trace.da is None:
                return Sentence(_BACK_FROM_LOSS)
            slope = float(trace.da.reshape(-1)[0])
            return Sentence(_PUSH_DOWN if slope > 0 else _PUSH_UP if slope < 0 else _NO_PUSH)
        if trace.slope is not None and self._calculation.quantities.naming.has_sum(node) and not trace.slope.any():
            return Sentence(_DEAD, {"layer": node})
        return backward_words(self._calculation, node)

    def _update(self) -> tuple[Sentence, ...]:
        part = self._most_moved()
        first = Sentence(_NONE_MOVED) if part is None else self.weight(part)
        loss, new_loss = self._passes.loss, self._passes.new_loss
        values = {"loss": self._numbers.text(loss), "new_loss": self._numbers.text(new_loss)}
        if new_loss == loss:
            return first, Sentence(_LOSS_STAYED, values)
        return first, Sentence(_LOSS_FELL if new_loss < loss else _LOSS_ROSE, values)

    def _most_moved(self) -> Part | None:
        found, most = None, 0.0
        for slot in self._network.slots:
            trace = self._passes.trace.nodes[slot.node].parameters[slot.name]
            moves = np.abs(trace.new_value - trace.value)
            if slot.spec.is_trainable and moves.size and moves.max() > most:
                most = float(moves.max())
                place = np.unravel_index(int(np.argmax(moves)), moves.shape)
                found = Part(slot.node, parameter=slot.name, index=tuple(int(axis) for axis in place))
        return found

    def _difference(self) -> float:
        output = float(self._passes.trace.nodes[self._output].a.reshape(-1)[0])
        return output - self._calculation.end.truth(0).value

    def _list(self, values: np.ndarray) -> str:
        shown = ", ".join(self._numbers.text(float(value)) for value in values[:_MOST_LISTED])
        return f"{shown}, …" if len(values) > _MOST_LISTED else shown
