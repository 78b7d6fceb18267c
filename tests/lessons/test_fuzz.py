"""Somebody's lesson file, whatever is in it: it opens as a lesson or is refused with a sentence, and nothing is run."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nnplay import resources
from nnplay.lessons import Lesson, LessonError, load
from nnplay.lessons.reading import save_file

NEURON = resources.path("lessons", "01-neuron")
N_MUTATIONS = 300

STRANGE: list[Any] = [
    None, True, -1, 0, 1e308, 10**400, "", "../../etc/passwd", "__class__", "os.system", [], {}, [[[]]],
    {"type": "Popen"}, {"type": "Train", "epochs": -5}, {"type": "Quantity", "name": "__init__"}, "\u0000", "é" * 5000,
]  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    lesson = load(NEURON)
    own = Lesson("own", type(lesson.plan)(5, lesson.plan.steps), lesson.start, lesson.texts)
    save_file(own, tmp_path / "own.nnplaylesson")
    return (tmp_path / "own.nnplaylesson").read_bytes()


def _bytes_changed(content: bytes, rng: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        place = rng.randrange(len(data))
        data[place : place + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
    return bytes(data)


def _cut(content: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(content))
    return content[:start] + content[start + rng.randint(1, 2000) :]


def _plan_changed(content: bytes, rng: random.Random) -> bytes:
    parts = json.loads(content)
    plan = json.loads(parts["plan"])
    _change_one(plan, rng)
    parts["plan"] = json.dumps(plan)
    return json.dumps(parts).encode()


def _text_changed(content: bytes, rng: random.Random) -> bytes:
    parts = json.loads(content)
    lines = parts["texts"]["en"].splitlines()
    rng.shuffle(lines) if rng.random() < 0.5 else lines.pop(rng.randrange(len(lines)))
    parts["texts"]["en"] = "\n".join(lines)
    return json.dumps(parts).encode()


def _change_one(value: Any, rng: random.Random) -> None:
    """Put something strange at a random place of nested JSON."""
    key = rng.choice(list(value) if isinstance(value, dict) else range(len(value)))
    if isinstance(value[key], dict | list) and value[key] and rng.random() < 0.8:
        _change_one(value[key], rng)
    else:
        value[key] = rng.choice(STRANGE)


@pytest.mark.parametrize("mutate", [_bytes_changed, _cut, _plan_changed, _text_changed])
def test_a_mutated_file_opens_or_is_refused(
    tmp_path: Path, content: bytes, mutate: Callable[[bytes, random.Random], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*args: object, **kwargs: object) -> None:
        raise AssertionError("a lesson file has run something")

    for name in ("os.system", "os.popen", "subprocess.Popen", "pickle.load", "pickle.loads"):
        monkeypatch.setattr(name, run)
    path = tmp_path / "x.nnplaylesson"
    before = set(tmp_path.iterdir()) | {path}
    refused: list[str] = []
    for seed in range(N_MUTATIONS):
        path.write_bytes(mutate(content, random.Random(seed)))
        try:
            lesson = load(path)
        except LessonError as error:
            refused.append(str(error))
        else:
            assert lesson.texts
    assert len(refused) > N_MUTATIONS // 10
    assert all("x.nnplaylesson" in sentence for sentence in refused)
    assert set(tmp_path.iterdir()) == before
