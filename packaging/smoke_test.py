#!/usr/bin/env python3
"""Test a bundle itself, not the source: ``nnplay --self-test`` in the places where people put programs.

    python packaging/smoke_test.py dist            the folder dist/nnplay (or dist/nnplay.app)

It runs where it was built, from a path with spaces and Chinese characters, from a read-only folder, without HOME, and
with its commands; the exit status is 1 if anything fails.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE_S = 180


def main(words: list[str]) -> int:
    """Test the bundle in the given folder and return the exit status."""
    if len(words) != 1:
        sys.stderr.write(__doc__ or "")
        return 2
    folder = Path(words[0]).resolve()
    n_failures = 0
    with tempfile.TemporaryDirectory() as name:
        odd = Path(name, "a path with spaces 和中文")
        shutil.copytree(bundle_in(folder), odd / bundle_in(folder).name, symlinks=True)
        n_failures += _try("where it was built", folder, {})
        n_failures += _try("in a path with spaces and Chinese characters", odd, {})
        with read_only(odd):
            n_failures += _try("in a folder that cannot be written", odd, {})
        n_failures += _try("without HOME", folder, {"HOME": None, "XDG_CONFIG_HOME": None, "XDG_RUNTIME_DIR": None})
    n_failures += _try_commands(program_in(folder))
    print(f"smoke test: {n_failures} failures" if n_failures else "smoke test: everything works")
    return 1 if n_failures else 0


def bundle_in(folder: Path) -> Path:
    """Return the bundle in a folder of builds."""
    return next(path for name in ("nnplay.app", "nnplay") if (path := folder / name).is_dir())


def program_in(folder: Path) -> Path:
    """Return the program of the bundle in a folder of builds."""
    inside = {"nnplay.app": "Contents/MacOS/nnplay", "nnplay": "nnplay.exe" if os.name == "nt" else "nnplay"}
    return bundle_in(folder) / inside[bundle_in(folder).name]


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make everything in a folder read-only, temporarily."""
    paths = [path for path in (folder, *folder.rglob("*")) if not path.is_symlink()]
    modes = {path: path.stat().st_mode for path in paths}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def _try(place: str, folder: Path, changes: dict[str, str | None]) -> int:
    done = _run([str(program_in(folder)), "--self-test"], changes)
    is_fine = done.returncode == 0 and not done.stderr
    print(f"{'ok    ' if is_fine else 'FAILED'}  {place}")
    if not is_fine:
        print(f"exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return int(not is_fine)


def _try_commands(program: Path) -> int:
    if os.name == "nt":  # on Windows a program with a window has no stdout
        return 0
    n_failures = 0
    for words, expected in (
        (["--version"], "nnplay"),
        (["presets"], "circle"),
        (["presets", "--language=zh_CN"], "神经元"),
        (["train", "xor", "--epochs=1"], "loss"),
    ):
        done = _run([str(program), *words], {"LANGUAGE": "en"})
        is_fine = done.returncode == 0 and expected in done.stdout
        print(f"{'ok    ' if is_fine else 'FAILED'}  nnplay {' '.join(words)}")
        n_failures += not is_fine
    return n_failures


def _run(command: list[str], changes: dict[str, str | None]) -> "subprocess.CompletedProcess[str]":
    surroundings = {key: value for key, value in os.environ.items() if key not in changes and key != "PYTHONPATH"}
    surroundings |= {key: value for key, value in changes.items() if value is not None}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=_PATIENCE_S, env=surroundings
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
