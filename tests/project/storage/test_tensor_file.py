"""The safetensors format: understood by its own library, and never believed."""

import json
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from safetensors import safe_open
from safetensors.numpy import load as load_by_library
from safetensors.numpy import save as save_by_library

from nnplay.project.storage.tensor_file import pack, unpack

ARRAYS = st.dictionaries(
    st.text(min_size=1, max_size=8).filter(lambda name: name != "__metadata__" and name.isprintable()),
    st.sampled_from([np.float32, np.float64]).flatmap(
        lambda dtype: npst.arrays(dtype, npst.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
    ),
    max_size=5,
)


def assert_equal(one, other):
    assert one.keys() == other.keys()
    for name, array in one.items():
        assert (array.dtype, array.shape) == (other[name].dtype, other[name].shape)
        assert array.tobytes() == other[name].tobytes()


@given(ARRAYS)
def test_what_was_packed_is_unpacked(tensors):
    content = pack(tensors, {"key": '数字 \n " \\'})
    unpacked, metadata = unpack(content)
    assert_equal(unpacked, tensors)
    assert metadata == {"key": '数字 \n " \\'}
    assert pack(unpacked, metadata) == content


@given(ARRAYS)
def test_the_library_reads_ours_and_we_read_the_librarys(tensors):
    assert_equal(load_by_library(pack(tensors, {"key": "value"})), tensors)
    assert_equal(unpack(save_by_library(tensors, {"key": "value"}))[0], tensors)


def test_the_library_reads_our_metadata(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(pack({"a": np.ones(2, np.float32)}, {"nnplay": "{}"}))
    with safe_open(path, "numpy") as file:
        assert file.metadata() == {"nnplay": "{}"}


def with_header(header, data=b"", size=None):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text) if size is None else size) + text + data


def entry(dtype="F32", shape=(2,), offsets=(0, 8)):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets)}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"1234567",
        with_header(b"{}", size=3),
        with_header(b"{}", size=2**63),
        with_header(b"[]"),
        with_header(b"null"),
        with_header(b'{"a": NaN}'),
        with_header(b"\xff\xfe"),
        with_header(b'{"a":1'),
        with_header(b"[" * 100_000),
        with_header(b'{"a":' * 100_000),
        with_header(b'{"__metadata__": {"a": 1}}'),
        with_header(b'{"__metadata__": []}'),
        with_header({"a": entry()}, bytes(7)),
        with_header({"a": entry()}, bytes(9)),
        with_header({"a": entry(offsets=(1, 9))}, bytes(9)),
        with_header({"a": entry(), "b": entry()}, bytes(8)),
        with_header({"a": entry(), "b": entry(offsets=(4, 12))}, bytes(12)),
        with_header({"a": entry(offsets=(8, 0))}, bytes(8)),
        with_header({"a": entry(offsets=(0, 8, 8))}, bytes(8)),
        with_header({"a": entry(offsets=(0.0, 8.0))}, bytes(8)),
        with_header({"a": entry(shape=(2.0,))}, bytes(8)),
        with_header({"a": entry(shape=(True, 2))}, bytes(8)),
        with_header({"a": entry(shape=(-1, -2))}, bytes(8)),
        with_header({"a": entry(shape=(2**40, 2**40))}, bytes(8)),
        with_header({"a": entry(shape=(2**63, 2**63, 0), offsets=(0, 0))}),
        with_header({"a": entry(shape=(1,) * 9, offsets=(0, 4))}, bytes(4)),
        with_header({"a": entry(dtype="I64", shape=(1,))}, bytes(8)),
        with_header({"a": entry(dtype=["F32"])}, bytes(8)),
        with_header({"a": {**entry(), "more": 1}}, bytes(8)),
        with_header({"a": [1, 2]}, bytes(8)),
        with_header(b'{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},' * 2 + b'"b":1}', bytes(8)),
        with_header({str(i): entry(shape=(0,), offsets=(0, 0)) for i in range(10_001)}),
    ],
)
def test_hostile_contents_are_refused(content):
    with pytest.raises(ValueError, match=r".+"):
        unpack(content)
