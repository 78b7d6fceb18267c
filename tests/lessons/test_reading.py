"""Lessons on disk: a folder and a file hold the same; whatever is damaged or strange is refused with a sentence."""

import json
from pathlib import Path

import pytest

from nnplay import resources
from nnplay.lessons import Lesson, LessonError, load
from nnplay.lessons.reading import files_in, save_file, save_folder
from nnplay.project import edits

NEURON = resources.path("lessons", "01-neuron")


@pytest.fixture
def plan() -> dict[str, object]:
    data = json.loads((NEURON / "lesson.json").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    save_folder(load(NEURON), folder)
    return folder


def _same(one: Lesson, other: Lesson) -> bool:
    return (one.plan, one.texts) == (other.plan, other.texts) and (
        one.start.parameters.tobytes() == other.start.parameters.tobytes()
    )


def test_a_folder_is_read_as_it_was_written(folder: Path) -> None:
    assert _same(load(folder), load(NEURON))


def test_a_file_brings_its_own_project(tmp_path: Path) -> None:
    lesson = load(NEURON)
    start = edits.set_parameter(lesson.start, "dense", "kernel", (0, 0), 7.0)
    own = Lesson("own", type(lesson.plan)(5, lesson.plan.steps), start, lesson.texts)
    save_file(own, tmp_path / "own.nnplaylesson")
    again = load(tmp_path / "own.nnplaylesson")
    assert _same(again, own)
    assert again.start.parameters[0] == 7.0


def test_changes_are_made_to_the_preset_before_the_lesson_starts(folder: Path, plan: dict[str, object]) -> None:
    change = {"type": "SetWeight", "node": "dense", "parameter": "kernel", "index": [0, 0], "value": 7.0}
    (folder / "lesson.json").write_text(json.dumps(plan | {"changes": [change]}), encoding="utf-8")
    lesson = load(folder)
    assert lesson.start.parameters[0] == 7.0
    save_folder(lesson, folder, files_in(folder))
    assert _same(load(folder), lesson)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": 2}, "format"),
        ({"steps": []}, "at least one step"),
        ({"preset": "no-such"}, "no-such"),
        ({"locked": ["everything"]}, "everything"),
        ({"panels": ["kitchen"]}, "kitchen"),
        ({"minutes": "long"}, "not of the type"),
        ({"surprise": 1}, "surprise"),
        ({"type": "Project"}, "Project"),
    ],
)
def test_a_strange_plan_is_refused(
    folder: Path, plan: dict[str, object], change: dict[str, object], words: str
) -> None:
    (folder / "lesson.json").write_text(json.dumps(plan | change), encoding="utf-8")
    with pytest.raises(LessonError, match=words):
        load(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("en.md", "# The neuron", "The neuron", "begin"),
        ("en.md", "## sum:", "## total:", "sum"),
        ("en.md", "### hint", "### hunt", "hunt"),
        ("en.md", "- that the input itself becomes 0\n", "", None),
        (
            "en.md",
            "- that this input makes no difference to the neuron\n- that the input itself becomes 0\n",
            "",
            "few",
        ),
    ],
)
def test_a_text_that_does_not_fit_is_refused(folder: Path, name: str, old: str, new: str, words: str | None) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    if words is None:
        load(folder)
    else:
        with pytest.raises(LessonError, match=words):
            load(folder)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"plan": 1, "texts": {}}', b'{"texts": 3}', b"[" * 99_999]
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.nnplaylesson"
    path.write_bytes(content)
    with pytest.raises(LessonError, match=r"x\.nnplaylesson"):
        load(path)


def test_a_language_is_no_path(tmp_path: Path) -> None:
    path = tmp_path / "x.nnplaylesson"
    save_file(load(NEURON), path)
    parts = json.loads(path.read_text(encoding="utf-8"))
    parts["texts"] = {"../../en": parts["texts"]["en"]}
    path.write_text(json.dumps(parts), encoding="utf-8")
    with pytest.raises(LessonError, match="language code"):
        load(path)
