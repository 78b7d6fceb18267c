"""The equations of the layers, a file a family; ``rule_of`` finds those of a layer."""

from __future__ import annotations

from nnplay.engine import (
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    GlobalAveragePooling2D,
    Layer,
    LayerNormalization,
    MaxPooling2D,
    Node,
    Reshape,
)
from nnplay.project.calculation.layers.convolution import ConvolutionRule
from nnplay.project.calculation.layers.dense import DenseRule
from nnplay.project.calculation.layers.normalization import BatchNormalizationRule, LayerNormalizationRule
from nnplay.project.calculation.layers.passing import AddRule, ConcatenateRule, DropoutRule, NoiseRule, PassingRule
from nnplay.project.calculation.layers.pooling import GreatestRule, MeanRule
from nnplay.project.calculation.layers.rule import Rule
from nnplay.project.calculation.quantities import Quantities

RULES: dict[type[Layer], type[Rule]] = {
    Dense: DenseRule,
    Conv2D: ConvolutionRule,
    MaxPooling2D: GreatestRule,
    AveragePooling2D: MeanRule,
    GlobalAveragePooling2D: MeanRule,
    BatchNormalization: BatchNormalizationRule,
    LayerNormalization: LayerNormalizationRule,
    Flatten: PassingRule,
    Reshape: PassingRule,
    Activation: PassingRule,
    Add: AddRule,
    Concatenate: ConcatenateRule,
    Dropout: DropoutRule,
    GaussianNoise: NoiseRule,
}


def rule_of(quantities: Quantities, node: Node) -> Rule:
    """The equations of a layer; a skipped layer has those of the activation layer that it is."""
    kinds = (RULES[kind] for kind in type(node.layer).__mro__ if kind in RULES)
    return next(kinds, Rule)(quantities, node)


__all__ = ["RULES", "BatchNormalizationRule", "GreatestRule", "Rule", "rule_of"]
