"""The reader of HDF5: what h5py wrote is there, and what would lead elsewhere is refused."""

from pathlib import Path

import numpy as np
import pytest

from nnplay.engine.errors import DamagedError
from nnplay.exchange.hdf5 import Group, open_hdf5

FIXTURES = Path(__file__).parent / "keras_fixtures"


def test_groups_arrays_and_attributes_of_a_fixture() -> None:
    root = open_hdf5((FIXTURES / "chain.h5").read_bytes())
    weights = root.group("model_weights")
    assert weights.attributes["layer_names"][0] == "dense"
    assert root.attributes["model_config"].startswith('{"class_name": "Sequential"')
    assert weights.array("dense/my_chain/dense/kernel").shape == (3, 4)
    assert "dense/my_chain/dense/nothing" not in weights
    with pytest.raises(DamagedError):
        weights.array("dense")


def test_half_a_file_is_refused_and_no_more() -> None:
    content = (FIXTURES / "chain.h5").read_bytes()
    for n in range(0, len(content), 97):
        try:
            visit(open_hdf5(content[:n]))
        except (DamagedError, KeyError):
            continue


def visit(group: Group) -> None:
    group.attributes.keys()
    for name in group.names:
        if group.is_array(name):
            group.array(name)
        else:
            visit(group.group(name))


def test_what_h5py_writes_is_read(tmp_path: Path) -> None:
    h5py = pytest.importorskip("h5py")
    rng = np.random.default_rng(0)
    for libver in ("earliest", "latest"):
        with h5py.File(tmp_path / "a.h5", "w", libver=libver) as file:
            for index, kind in enumerate(("f2", "f4", "f8", ">f4", "i1", "u2", "i4", ">i8")):
                file[f"g{index % 2}/inner/{kind}"] = (rng.normal(size=(2, index)) * 9).astype(kind)
            file["scalar"] = np.float32(3)
            file.attrs["text"] = "ä" * 70_000 if libver == "earliest" else "ä"
            file.attrs["list"] = ["a", "bc"]
            file.attrs["fixed"] = np.array([b"x", b"yz"])
            for index in range(5 if libver == "latest" else 300):
                file[f"many/{index}"] = np.arange(index % 3)
            names: list[str] = []
            file.visit(names.append)
            expected = {name: file[name][()] for name in names if hasattr(file[name], "shape")}
        root = open_hdf5((tmp_path / "a.h5").read_bytes())
        for name, values in expected.items():
            np.testing.assert_array_equal(root.array(name), values)
        assert set(root.attributes["text"]) == {"ä"}
        assert root.attributes["list"] == ["a", "bc"]
        assert root.attributes["fixed"] == ["x", "yz"]


def test_what_leads_out_of_the_file_is_refused(tmp_path: Path) -> None:
    h5py = pytest.importorskip("h5py")
    (tmp_path / "secret").write_bytes(bytes(64))
    with h5py.File(tmp_path / "a.h5", "w", libver="latest") as file:
        file.create_dataset("raw", (4,), "f4", external=[(str(tmp_path / "secret"), 0, 16)])
        layout = h5py.VirtualLayout((4,), "f4")
        layout[:] = h5py.VirtualSource(str(tmp_path / "b.h5"), "x", (4,))
        file.create_virtual_dataset("virtual", layout)
        file["packed"] = np.zeros(3)
        file.create_dataset("chunked", data=np.zeros(1000), compression="gzip")
        file["elsewhere"] = h5py.ExternalLink("b.h5", "/x")
        file["soft"] = h5py.SoftLink("/packed")
    root = open_hdf5((tmp_path / "a.h5").read_bytes())
    assert root.array("packed").tolist() == [0, 0, 0]
    for name in ("raw", "virtual", "chunked"):
        with pytest.raises(DamagedError):
            root.array(name)
    for name in ("elsewhere", "soft"):
        with pytest.raises(KeyError):
            root.array(name)
