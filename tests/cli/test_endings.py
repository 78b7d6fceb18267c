"""However ``nnplay train`` is ended, what it has learned until then is saved."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nnplay.project.storage.file import load

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")


def train(output: Path, stdout: int, n_epochs: int = 1_000_000) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "nnplay", "train", "circle", "--epochs", str(n_epochs), "-o", str(output)]
    return subprocess.Popen(command, cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_training_and_keeps_it(tmp_path: Path, number: signal.Signals) -> None:
    process = train(tmp_path / "a.nnplay", subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline()
    process.send_signal(number)
    errors = process.communicate(timeout=60)[1]
    assert process.returncode == 128 + number
    assert "saved in" in errors
    assert load(tmp_path / "a.nnplay").history.step > 0


def test_a_reader_that_leaves_ends_training_and_keeps_it(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m nnplay train circle --epochs 2000 -o '{tmp_path}/a.nnplay' | head -1"
    subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert load(tmp_path / "a.nnplay").history.step > 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_for_the_output_ends_training_and_keeps_it(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        process = train(tmp_path / "a.nnplay", full.fileno(), 2_000)
        errors = process.communicate(timeout=60)[1]
    assert process.returncode == 1
    assert "No space left" in errors
    assert "Traceback" not in errors
    assert load(tmp_path / "a.nnplay").history.step > 0


def test_nohup_is_respected(tmp_path: Path) -> None:
    command = f"trap '' HUP; exec '{sys.executable}' -m nnplay train circle --epochs 100000 -o '{tmp_path}/a.nnplay'"
    process = subprocess.Popen(
        ["sh", "-c", command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    assert process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGTERM


@pytest.mark.parametrize(
    "words",
    [
        ["train", "x" * 256],
        ["train", "x" * 4_000],
        ["train", "circle", "--data", "x" * 4_000],
        ["train", "circle", "--epochs", "1", "-o", "x" * 256],
        ["train", "circle", "--epochs", "1", "-o", "x" * 4_000],
        ["export", "circle", "--to", "report", "-o", "."],
        ["export", "circle", "--to", "keras", "-o", "."],
        ["trace", "circle", "--worksheet", "."],
    ],
)
def test_impossible_paths_are_sentences(tmp_path: Path, words: list[str]) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "nnplay", *words]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("nnplay: ")
    assert "Traceback" not in done.stderr
