"""Dense layers: every input times its weight, added up."""

from __future__ import annotations

import numpy as np

from nnplay.project.calculation.expressions import Equation, Product, Terms, checked
from nnplay.project.calculation.layers.rule import Rule


class DenseRule(Rule):
    """z_j = sum of w_ij x_i, and b_j."""

    def equations(self, unit: int) -> tuple[Equation, ...]:
        quantities, parameters = self.quantities, self.quantities.trace(self.name).parameters
        weighed = Terms(
            parameters["kernel"].value[:, unit] * quantities.outputs(self.source),
            lambda row: Product(
                (quantities.weight(self.name, "kernel", (row, unit)), quantities.output(self.source, row))
            ),
        )
        if "bias" not in parameters:
            return (checked(self.result(unit), quantities.added(weighed)),)
        bias = quantities.weight(self.name, "bias", (unit,))
        total = quantities.added(weighed, Terms(np.array([bias.value]), lambda _: bias))
        return (checked(self.result(unit), total),)

    def behind(self, number: int, unit: int) -> Terms | None:
        quantities, by_sums = self.quantities, self.quantities.by_sums(self.name)
        if by_sums is None:
            return None
        return Terms(
            by_sums * quantities.trace(self.name).parameters["kernel"].value[unit],
            lambda other: Product(
                (quantities.by_sum(self.name, other), quantities.weight(self.name, "kernel", (unit, other)))
            ),
        )

    def gradient(self, parameter: str, index: tuple[int, ...], example: int | None = None) -> Terms | None:
        quantities, by_sums = self.quantities, self.quantities.by_sums(self.name, example)
        if by_sums is None or parameter not in ("kernel", "bias"):
            return None
        by_sum = quantities.by_sum(self.name, index[-1], example)
        if parameter == "bias":
            return Terms(np.array([by_sum.value]), lambda _: by_sum)
        source = quantities.output(self.source, index[0], example)
        return Terms(np.array([by_sum.value * source.value]), lambda _: Product((by_sum, source)))
