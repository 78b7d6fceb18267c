"""The same weights, batches and settings give the same parameters in PyTorch and in nnplay after 200 steps."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from tests.engine.reference import torch_cases as reference

CASES = ("chain", "skip", "conv")
TOLERANCE = 1e-6  # relative, in float64: a hundredth of what is promised


def distance(found: np.ndarray[Any, Any], expected: np.ndarray[Any, Any]) -> float:
    return float(np.abs(found - expected).max() / np.abs(expected).max())


@pytest.mark.parametrize("label", reference.OPTIMIZERS)
@pytest.mark.parametrize("name", CASES)
def test_as_pytorch_was_recorded(name: str, label: str) -> None:
    case = reference.cases()[name]
    expected = np.array(json.loads(reference.FILE.read_text())["parameters"][name][label])
    assert distance(expected, case.start) > 0.01, "the case would prove nothing"
    assert distance(reference.train_here(case, reference.OPTIMIZERS[label][0]), expected) < TOLERANCE


@pytest.mark.parametrize("label", reference.OPTIMIZERS)
@pytest.mark.parametrize("name", CASES)
def test_as_pytorch_is(name: str, label: str) -> None:
    torch = pytest.importorskip("torch")
    case = reference.cases()[name]
    optimizer, kind, options = reference.OPTIMIZERS[label]
    expected = reference.train_in_torch(torch, case, kind, options)
    assert distance(reference.train_here(case, optimizer), expected) < TOLERANCE
