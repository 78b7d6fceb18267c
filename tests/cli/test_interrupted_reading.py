"""Ctrl+C while data are read ends the command: at the first word of progress, between, and after the last look."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnplay.cli import source
from nnplay.cli.main import INTERRUPTED
from tests.data.idx_files import digit_arrays, write_folder

N_ROWS = 30_000


@pytest.fixture(params=["csv", "npz", "packed npz", "mnist", "generated"])
def words(request, tmp_path: Path) -> list[object]:
    """The arguments that read data of each kind, enough for several words of progress."""
    rng = np.random.default_rng(0)
    if request.param == "generated":
        return ["mnist-mlp"]
    if request.param == "mnist":
        folder = write_folder(tmp_path / "digits", digit_arrays(3_000, 500), is_packed=True)
        return ["mnist-mlp", "--data", folder]
    if request.param == "csv":
        path = tmp_path / "a.csv"
        lines = (",".join(f"{value:.4f}" for value in row) for row in rng.normal(size=(N_ROWS, 5)))
        path.write_text("a,b,c,d,e\n" + "\n".join(lines), encoding="utf-8")
    else:
        path = tmp_path / "a.npz"
        save = np.savez if request.param == "npz" else np.savez_compressed
        save(path, X=rng.normal(size=(N_ROWS, 20)).astype(np.float32), y=rng.integers(0, 3, N_ROWS))
    return ["circle", "--data", path]


@pytest.mark.parametrize("at", [1, 2, 3])
def test_it_ends_wherever_it_comes(nnplay, words, monkeypatch, at: int) -> None:
    """The signal comes at the first, second and third word of progress; loading says another few at most."""
    n_words = 0
    say_progress = source.progress

    def interrupted(*done: object) -> str:
        nonlocal n_words
        n_words += 1
        if n_words == at:
            signal.raise_signal(signal.SIGINT)
        return say_progress(*done)

    monkeypatch.setattr(source, "progress", interrupted)
    ran = nnplay("evaluate", *words)
    if n_words >= at:
        assert ran.status == INTERRUPTED
        assert ran.out == []
        assert "interrupted" in ran.err
        assert n_words <= at + 2
    else:  # it was read before it could say so much
        assert ran.status == 0


@pytest.mark.parametrize("command", ["evaluate", "trace", "train"])
def test_a_signal_after_the_last_look_is_not_forgotten(nnplay, monkeypatch, command: str) -> None:
    load = source.load

    def read(*arguments: object) -> object:
        dataset = load(*arguments)
        signal.raise_signal(signal.SIGINT)
        return dataset

    monkeypatch.setattr(source, "load", read)
    ran = nnplay(command, "circle")
    assert (ran.status, ran.out) == (INTERRUPTED, [])


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_before_the_command_has_begun_nothing_is_said() -> None:
    program = (
        "import os, signal, sys, nnplay.__main__ as start\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'nnplay.cli.main': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "start.main(['presets'])\n"
    )
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGINT, "", "")
