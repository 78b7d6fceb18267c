"""Project files: exact, the same bytes again, and a sentence for whatever is not one."""

import json
import os
import stat
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors import safe_open

from nnplay.engine import Dropout, Part
from nnplay.project import ProjectFileError, StopRules, edits
from nnplay.project.presets import PRESETS, preset
from nnplay.project.storage.file import load, save, sealed, to_bytes
from nnplay.project.storage.tensor_file import pack, unpack
from tests.project.samples import assert_same, circle, small_digits, trained

KEY = "nnplay"


def with_everything():
    """A project in which as much as possible is not at its default."""
    project = edits.insert_layer(small_digits(), Dropout(0.125), after="dense", position=(12.5, -7.25))
    project = edits.rename_layer(project, "dense_2", "Ausgabe 数字")
    project = edits.set_training(project, replace(project.training, clip_norm=2.5, frozen=(Part("dense", 1),)))
    project = edits.set_stop(project, StopRules(n_epochs=40, loss_below=0.125, patience=3, min_delta=0.01))
    return replace(project, title="Ziffern 数字", seeds=replace(project.seeds, shuffle=2**60))


PROJECTS = [circle, small_digits, with_everything, *(lambda name=name: trained(preset(name)) for name in PRESETS)]


def changed_description(project, change):
    """The project's file with its description changed by a function."""
    tensors, metadata = unpack(to_bytes(project))
    description = json.loads(metadata[KEY])
    change(description)
    return sealed(json.dumps(description), tensors)


@pytest.mark.parametrize("make", PROJECTS)
def test_there_and_back_to_the_bit(tmp_path, make):
    project, path = make(), tmp_path / "a.nnplay"
    save(project, path)
    loaded = load(path)
    assert_same(loaded, project)
    save(loaded, tmp_path / "b.nnplay")
    assert (tmp_path / "b.nnplay").read_bytes() == path.read_bytes()


def test_any_safetensors_reader_sees_the_weights(tmp_path):
    project, path = circle(), tmp_path / "a.nnplay"
    save(project, path)
    with safe_open(path, "numpy") as file:
        names = set(file.keys())
        kernel = file.get_tensor("dense/kernel")
    assert {"dense/kernel", "dense/bias", "dense_3/bias", "history.epoch", "history.test_loss"} <= names
    np.testing.assert_array_equal(kernel, project.parameters[: kernel.size].reshape(2, 4))


def test_the_loaded_arrays_do_not_keep_the_file_in_memory(tmp_path):
    save(circle(), tmp_path / "a")
    loaded = load(tmp_path / "a")
    for array in (loaded.parameters, loaded.history.epoch):
        assert not array.flags.writeable
        assert array.base is None


def test_saving_over_a_link_keeps_the_link(tmp_path):
    (tmp_path / "target").write_bytes(b"")
    (tmp_path / "link").symlink_to("target")
    save(circle(), tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert_same(load(tmp_path / "target"), circle())


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_new_file_has_ordinary_permissions(tmp_path):
    (tmp_path / "ordinary").write_bytes(b"")
    save(circle(), tmp_path / "a")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("ordinary", "a")]
    assert modes[0] == modes[1]


def test_a_failed_save_says_why_and_leaves_what_was_there(tmp_path):
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(ProjectFileError, match=r"was not saved: .*directory"):
        save(circle(), path)
    with pytest.raises(ProjectFileError, match="was not saved: No such file"):
        save(circle(), tmp_path / "missing" / "a")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "damaged or not a project"),
        (b"PK\x03\x04" + bytes(200), "damaged or not a project"),
        (b"\x80\x04\x95pickle" + bytes(100), "damaged or not a project"),
        (to_bytes(circle())[:-1], "damaged"),
        (to_bytes(circle())[:300], "damaged"),
        (to_bytes(circle()) + b"x", "behind its arrays"),
        (pack({"a": np.zeros(1)}, {}), "safetensors file, but not a project"),
        (pack({}, {KEY: "[]"}), "version is missing"),
        (pack({}, {KEY: '{"version": true}'}), "version is missing"),
        (pack({}, {KEY: '{"version": 1, "version": 1}'}), "twice"),
        (pack(*unpack(to_bytes(circle()).replace(b"Circle", b"Circus"))), "check sum"),
        (changed_description(circle(), lambda d: d.update(version=2)), "newer nnplay .format 2, here 1.: update"),
        (changed_description(circle(), lambda d: d.update(version=0)), "version is missing"),
        (changed_description(circle(), lambda d: d.pop("seeds")), "seeds"),
        (changed_description(circle(), lambda d: d.update(extra=1)), "extra"),
        (changed_description(circle(), lambda d: d.update(title=5)), "not of the type str"),
        (changed_description(circle(), lambda d: d.update(title="\ud800")), "title"),
        (changed_description(circle(), lambda d: d.update(step=-1)), "number of steps"),
        (changed_description(circle(), lambda d: d["positions"].pop("dense")), "place"),
        (changed_description(circle(), lambda d: d["positions"].update(dense=[1, 2, 3])), "two numbers"),
        (changed_description(circle(), lambda d: d.update(positions=[])), "places"),
        (changed_description(circle(), lambda d: d["positions"].update(dense=[10**400, 0])), "not of the type float"),
        (changed_description(circle(), lambda d: d["data"].update(features=["x1"])), "shape"),
        (changed_description(circle(), lambda d: d["training"].update(loss="hinge loss")), "hinge loss"),
        (changed_description(circle(), lambda d: d["network"]["nodes"][1]["layer"].update(units=5)), "dense/kernel"),
        (changed_description(circle(), lambda d: d["network"]["nodes"][1]["layer"].update(units=10**9)), "units"),
        (changed_description(circle(), lambda d: d["network"]["nodes"][1].update(inputs=["dense_3"])), "dense_3"),
        (changed_description(circle(), lambda d: d["network"]["nodes"].pop()), "dense_2|dense_3"),
    ],
)
def test_what_is_not_a_project_is_refused_with_the_reason(tmp_path, content, words):
    path = tmp_path / "a.nnplay"
    path.write_bytes(content)
    with pytest.raises(ProjectFileError, match=words) as caught:
        load(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_not_finite_are_refused(tmp_path, value):
    tensors, metadata = unpack(to_bytes(circle()))
    broken = tensors["dense_2/bias"].copy()
    broken[1] = value
    (tmp_path / "a").write_bytes(sealed(metadata[KEY], {**tensors, "dense_2/bias": broken}))
    with pytest.raises(ProjectFileError, match="“dense_2”"):
        load(tmp_path / "a")


@pytest.mark.parametrize("change", ["missing", "added", "other type", "other shape", "short curve"])
def test_arrays_that_do_not_belong(tmp_path, change):
    tensors, metadata = unpack(to_bytes(circle()))
    if change == "missing":
        del tensors["history.epoch"]
    elif change == "added":
        tensors["dense_9/kernel"] = np.zeros(3, np.float32)
    elif change == "other type":
        tensors["dense/bias"] = tensors["dense/bias"].astype(np.float64)
    elif change == "other shape":
        tensors["dense/kernel"] = tensors["dense/kernel"].T
    else:
        tensors["history.epoch"] = tensors["history.epoch"][:-1]
    (tmp_path / "a").write_bytes(sealed(metadata[KEY], tensors))
    with pytest.raises(ProjectFileError):
        load(tmp_path / "a")


def test_what_is_not_a_file(tmp_path):
    with pytest.raises(ProjectFileError, match="No such file"):
        load(tmp_path / "missing")
    with pytest.raises(ProjectFileError, match="directory"):
        load(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ProjectFileError, match="ordinary file"):
            load(tmp_path / "pipe")


def test_a_huge_file_is_not_even_read(tmp_path):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(ProjectFileError, match="too large"):
        load(tmp_path / "a")


def mutated(rng, content):
    """Bytes with a few flips, a cut, a repetition, or a number or word of the header changed."""
    data = bytearray(content)
    kind = rng.integers(0, 5)
    if kind == 0:
        for place in rng.integers(0, len(data), rng.integers(1, 8)):
            data[place] ^= 1 << rng.integers(0, 8)
    elif kind == 1:
        del data[rng.integers(0, len(data)) :]
    elif kind == 2:
        start, end = sorted(rng.integers(0, len(data), 2))
        data[start:start] = data[start : min(end, start + 50)]
    else:
        size = int.from_bytes(data[:8], "little")
        digits = [place for place in range(8, 8 + size) if chr(data[place]).isalnum()]
        for place in rng.choice(digits, rng.integers(1, 4)):
            data[place] = rng.choice(list(b'0123456789e.-[]{}",:NIx'))
    return bytes(data)


def test_mutated_files_load_as_they_were_or_not_at_all(tmp_path):
    path = tmp_path / "a"
    rng = np.random.default_rng(20_240)
    originals = [circle(), with_everything()]
    n_refused = 0
    for number in range(500):
        original = originals[number % 2]
        path.write_bytes(mutated(rng, to_bytes(original)))
        try:
            loaded = load(path)
        except ProjectFileError:
            n_refused += 1
        else:
            assert_same(loaded, original)
    assert n_refused > 400


@given(data=st.data())
def test_random_projects_come_back(tmp_path_factory, data):
    project = trained(preset(data.draw(st.sampled_from(["circle", "spiral", "plane"]))), data.draw(st.integers(0, 4)))
    for _ in range(data.draw(st.integers(0, 4))):
        name = data.draw(st.sampled_from([node.name for node in project.network.nodes]))
        project = edits.insert_layer(project, Dropout(data.draw(st.floats(0, 0.99))), after=name)
        place = (data.draw(st.floats(-1e6, 1e6)), data.draw(st.floats(-1e6, 1e6)))
        project = edits.move_layers(project, {name: place})
    path = tmp_path_factory.getbasetemp() / "random.nnplay"
    save(project, path)
    assert_same(load(path), project)


def test_what_is_too_large_to_be_opened_again_is_not_saved(tmp_path, monkeypatch):
    path = tmp_path / "large.nnplay"
    save(preset("circle"), path)
    before = path.read_bytes()
    monkeypatch.setattr("nnplay.project.storage.file._MAX_FILE_SIZE", len(before))
    save(preset("circle"), path)  # just what can be opened
    with pytest.raises(ProjectFileError, match="larger than 0 MB"):
        save(preset("spiral"), path)
    assert path.read_bytes() == before
