"""Classroom: garbage is refused, older files have none."""

from dataclasses import replace

import pytest

from nnplay.project import ProjectError
from nnplay.project.classroom import Classroom
from nnplay.project.locks import set_classroom
from nnplay.project.presets import preset
from nnplay.project.storage.file import load, save


@pytest.mark.parametrize(
    "values",
    [{"hidden": ("everything",)}, {"teacher": "x" * 61}, {"teacher": "a\nb"}, {"panels": ("x",) * 51}],
)
def test_garbage_is_refused(values):
    with pytest.raises(ProjectError):
        Classroom(**values)


def test_it_is_kept_in_the_file(tmp_path):
    project = replace(preset("circle"), classroom=Classroom(("map",), ("step",), "王老师"))
    save(project, tmp_path / "a.nnplay")
    assert load(tmp_path / "a.nnplay").classroom == project.classroom


def test_the_same_again_is_no_edit():
    project = preset("circle")
    assert set_classroom(project, Classroom(), ()) is project
