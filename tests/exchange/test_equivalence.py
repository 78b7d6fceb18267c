"""Random projects as programs: the same outputs before training, the same weights after 50 steps."""

import importlib.util
import sys
from pathlib import Path

import pytest

from tests.exchange.equivalence import WRITERS, run, trial, verdict
from tests.exchange.random_projects import random_project

N_PROJECTS = {"numpy": 24, "torch": 12, "keras": 12}


@pytest.mark.parametrize("library", WRITERS)
def test_programs_learn_what_nnplay_learns(library: str, tmp_path: Path) -> None:
    for name in {"numpy": (), "torch": ("torch",), "keras": ("keras", "torch")}[library]:
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    made = [trial(random_project(number), library, str(number)) for number in range(N_PROJECTS[library])]
    trials = [each for each in made if each is not None]
    assert len(trials) > N_PROJECTS[library] / 2
    found = run(trials, sys.executable, tmp_path)
    verdicts = {each.name: verdict(each, *parts) for each, parts in zip(trials, found, strict=True)}
    assert {name: what for name, what in verdicts.items() if what.startswith("wrong")} == {}
    assert list(verdicts.values()).count("equal") > len(trials) / 3
