"""The program that nudges each weight: it runs, and prints the numbers of the panel “Two gradients”."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnplay.data import load
from nnplay.exchange import ExchangeError
from nnplay.exchange.program import perturbation_program
from nnplay.exchange.program.perturbation_program import NUDGE
from nnplay.project import Project
from nnplay.project.calculation.perturbation import two_gradients
from nnplay.project.presets import preset


def printed(project: Project, n_epochs: int, folder: Path) -> dict[str, list[float]]:
    """The numbers behind each word that the program prints."""
    (folder / "program.py").write_text(perturbation_program(project, n_epochs).text, encoding="utf-8")
    done = subprocess.run([sys.executable, "program.py"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    parts = re.findall(r"(\w+): ([^a-z]*(?:e-?\d+[^a-z]*)*)", done.stdout)
    return {word: [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", text)] for word, text in parts}


@pytest.mark.parametrize("name", ["line-3x", "two-three-one", "one-weight", "forward-by-hand", "weight-matrix"])
def test_it_prints_the_numbers_of_the_panel(name: str, tmp_path: Path) -> None:
    project = preset(name)
    found = printed(project, 1, tmp_path)["gradients"]
    panel = two_gradients(project, load(project.data, 1, 1).train, NUDGE).check
    np.testing.assert_allclose(found[: len(panel.indices)], panel.differences, rtol=1e-4, atol=1e-6)
    # A nudge in one direction errs by half the nudge times the loss's curvature, which is up to 36 here.
    np.testing.assert_allclose(found[: len(panel.indices)], panel.backpropagation, rtol=1e-3, atol=40 * NUDGE / 2)


def test_the_line_is_found(tmp_path: Path) -> None:
    """The article: w goes to 3 and b to 0."""
    weights = printed(preset("line-3x"), 1000, tmp_path)["weights"]
    np.testing.assert_allclose(weights, [3, 0], atol=0.01)


@pytest.mark.parametrize("name", ["mnist-mlp", "mnist-cnn"])
def test_a_large_network_is_refused(name: str) -> None:
    with pytest.raises(ExchangeError, match="at most 200"):
        perturbation_program(preset(name), 1)
