"""Calculations for tests: the articles' examples, and networks whose numbers nobody has chosen."""

from __future__ import annotations

import numpy as np

from nnplay.data import load
from nnplay.engine import Dense, Input, NetworkSpec, TrainingSettings, trace_batch
from nnplay.project.calculation import Calculation, Passes, passes_of
from nnplay.project.presets import preset


def of_preset(name: str, *rows: int) -> Calculation:
    """A preset's calculation, by default of its first example."""
    project = preset(name)
    examples = load(project.data, project.seeds.data, project.seeds.split).train
    return Calculation(passes_of(project, examples, rows or (0,)))


def of_chain(*layers: Dense, settings: TrainingSettings, n: int = 1, seed: int = 0) -> Calculation:
    """Random weights and examples for layers behind three inputs; targets between 0 and 1."""
    rng = np.random.default_rng(seed)
    spec = NetworkSpec.chain(Input((3,)), *layers)
    w = rng.normal(size=spec.n_parameters)
    x, y = rng.normal(size=(n, 3)), rng.uniform(0.1, 0.9, size=(n, layers[-1].units))
    return Calculation(Passes(spec, settings, w, tuple(range(n)), trace_batch(spec, w, x, y, settings)))
