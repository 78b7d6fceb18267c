"""A recovery copy holds the project and what is around it; a damaged note costs the note alone."""

from pathlib import Path

import numpy as np
import pytest

from nnplay.document.copy import Copy, read_copy, to_copy
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save, to_bytes

PROJECT = preset("spiral")


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "copy.nnplay"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "copy",
    [
        Copy(PROJECT),
        Copy(PROJECT, Path("/home/me/my spiral.nnplay"), (2**62, 10, 2**60)),
        Copy(PROJECT, Path("/home/\udcff/é.nnplay"), None, "a lesson"),
    ],
)
def test_all_of_it_comes_back(tmp_path: Path, copy: Copy) -> None:
    path = written(tmp_path, to_copy(copy))
    found, missing = read_copy(path)
    assert missing == ()
    assert (found.file, found.stamp, found.lesson) == (copy.file, copy.stamp, copy.lesson)
    np.testing.assert_array_equal(found.project.parameters, PROJECT.parameters)
    assert load(path).title == PROJECT.title  # a copy is a project file as well


def test_a_file_of_the_user_knows_nothing_of_it(tmp_path: Path) -> None:
    path = written(tmp_path, to_copy(Copy(PROJECT, Path("/home/me/secret.nnplay"), None, "a lesson")))
    save(load(path), path)
    assert b"secret" not in path.read_bytes()
    assert b"a lesson" not in path.read_bytes()


@pytest.mark.parametrize("notes", ["{", "[]", '{"type":"Notes","file":3}', '{"type":"Notes","stamp":["a"]}'])
def test_damaged_notes_cost_the_notes_alone(tmp_path: Path, notes: str) -> None:
    found, missing = read_copy(written(tmp_path, to_bytes(PROJECT, notes)))
    assert (found.file, found.lesson) == (None, "")
    assert found.project.title == PROJECT.title
    assert len(missing) == 1
    assert "lesson" in str(missing[0])


def test_a_copy_of_an_earlier_version_has_none(tmp_path: Path) -> None:
    found, missing = read_copy(written(tmp_path, to_bytes(PROJECT)))
    assert (found.file, found.stamp, found.lesson, missing) == (None, None, "", ())
