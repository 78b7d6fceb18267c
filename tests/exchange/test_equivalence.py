"""Random projects as programs: the same outputs before training, the same weights after 50 steps."""

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exchange.equivalence import WRITERS, trial, verdicts
from tests.exchange.random_projects import random_project
from tests.exchange.rounding import Rounding

N_PROJECTS = {"numpy": 24, "torch": 12, "keras": 12}


@pytest.mark.parametrize("library", WRITERS)
def test_programs_learn_what_nnplay_learns(library: str, tmp_path: Path) -> None:
    for name in {"numpy": (), "torch": ("torch",), "keras": ("keras", "torch")}[library]:
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    made = [trial(random_project(number), library, str(number)) for number in range(N_PROJECTS[library])]
    trials = [each for each in made if each is not None]
    assert len(trials) > N_PROJECTS[library] / 2
    words = {name: verdict.word for name, verdict in verdicts(trials, sys.executable, tmp_path).items()}
    assert {name: word for name, word in words.items() if word.startswith("wrong")} == {}
    assert list(words.values()).count("equal") > len(trials) / 3


@pytest.mark.parametrize(("number", "reason"), [(76, Rounding.NO_GRADIENT), (79, Rounding.SINGLE)])
def test_rounding_is_proved(number: int, reason: Rounding, tmp_path: Path) -> None:
    each = trial(random_project(number), "numpy", "it")
    assert each is not None
    assert verdicts([each], sys.executable, tmp_path)["it"].word == f"rounding: {reason.name}"


@pytest.mark.parametrize("number", [76, 79])
def test_another_learning_rate_is_no_rounding(number: int, tmp_path: Path) -> None:
    project = random_project(number)
    each = trial(project, "numpy", "it")
    assert each is not None
    rate = project.training.optimizer.learning_rate
    optimizer = replace(project.training.optimizer, learning_rate=rate * 1.02)
    other = trial(replace(project, training=replace(project.training, optimizer=optimizer)), "numpy", "it")
    assert other is not None
    wrong = replace(each, program=other.program)
    assert verdicts([wrong], sys.executable, tmp_path)["it"].word == "wrong weights"
