"""A project as a line of text: short, the same when it comes back, and harmless whatever else is pasted."""

from dataclasses import replace

import numpy as np
import pytest

from nnplay.project import ProjectFileError
from nnplay.project.presets import PRESETS, preset
from nnplay.project.storage.share_text import MAX_LENGTH, from_text, to_text


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_comes_back(name):
    project = preset(name)
    line = to_text(project)
    assert line.startswith("nnplay:")
    assert "\n" not in line
    again = from_text(line)
    assert (again.network, again.data, again.training, again.seeds, again.title) == (
        project.network, project.data, project.training, project.seeds, project.title
    )  # fmt: skip
    assert dict(again.positions) == dict(project.positions)
    np.testing.assert_array_equal(again.parameters, project.parameters)


def test_the_circle_is_short_enough_for_a_chat():
    assert len(to_text(preset("circle"))) < 900


def test_trained_weights_travel_while_they_are_few():
    weights = np.random.default_rng(0).normal(size=preset("circle").parameters.size).astype(np.float32)
    np.testing.assert_array_equal(from_text(to_text(replace(preset("circle"), parameters=weights))).parameters, weights)


def test_what_a_chat_does_to_a_line_does_not_matter():
    line = to_text(preset("xor"))
    assert from_text(f"  {line[:40]}\r\n {line[40:]}\n").network == preset("xor").network


@pytest.mark.parametrize("seed", range(200))
def test_a_damaged_line_is_refused(seed):
    rng = np.random.default_rng(seed)
    line = to_text(preset("spiral"))
    place = int(rng.integers(7, len(line)))
    sign = str(rng.choice([each for each in "ABCabc012-_" if each != line[place]]))
    damaged = line[:place] + (sign + line[place + 1 :] if rng.random() < 0.7 else "")
    try:
        again = from_text(damaged)
    except ProjectFileError:
        return
    assert to_text(again) == line  # the last sign of base64 has bits that mean nothing


@pytest.mark.parametrize("text", ["", "nnplay:", "nnplay:AAAA", "nnplay:ä", "x" * 100, "nnplay:" + "A" * MAX_LENGTH])
def test_other_texts_are_refused(text):
    with pytest.raises(ProjectFileError):
        from_text(text)


def test_a_bomb_does_not_go_off():
    import zlib
    from base64 import urlsafe_b64encode
    from hashlib import sha256

    packed = zlib.compress(b" " * 10_000_000, 9)
    content = len(packed).to_bytes(4, "little") + packed
    line = "nnplay:" + urlsafe_b64encode(sha256(content).digest()[:6] + content).decode().rstrip("=")
    assert len(line) < MAX_LENGTH
    with pytest.raises(ProjectFileError):
        from_text(line)
