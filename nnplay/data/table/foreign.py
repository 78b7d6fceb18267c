"""Files that are given as a table but are a model or a network's weights: what each is, told by its first bytes."""

from __future__ import annotations

from nnplay.engine import DataError
from nnplay.engine.errors import QT_TRANSLATE_NOOP

_HDF5 = b"\x89HDF\r\n\x1a\n"
_ZIP = b"PK\3\4"

_MODEL = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is a model ({kind}), not data. Open it with File > Open, or name it in place of the project, as in:"
    " nnplay train {file}",
)
_WEIGHTS = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” has the weights of a network ({kind}), not data. Open it with File > Open, or read it into the network on"
    " the canvas with File > Read weights.",
)
_PROJECT = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is a project of nnplay, not data. Open it with File > Open, or name it in place of the project, as in:"
    " nnplay train {file}",
)


def check_is_no_model(name: str, head: bytes) -> None:
    """Raise DataError if a file that begins with these bytes is a model or weights; the sentence says the way."""
    sentence, kind = _what(name.lower(), head)
    if sentence:
        raise DataError(sentence, file=name, kind=kind)


def _what(name: str, head: bytes) -> tuple[str, str]:
    if head.startswith(_HDF5):
        return (_WEIGHTS if name.endswith(".weights.h5") else _MODEL), "Keras, HDF5"
    if head.startswith(_ZIP):
        # Names of members stand before their contents.
        if b"data.pkl" in head:
            return _WEIGHTS, "PyTorch"
        return (_MODEL, "Keras") if b"config.json" in head else ("", "")
    if name.endswith(".onnx") and b"\0" in head:
        return _MODEL, "ONNX"
    # A safetensors file: the length of its header, and the header.
    if head[8:9] == b"{" and head[7:8] == b"\0" and int.from_bytes(head[:8], "little") < 1 << 32:
        return (_PROJECT, "") if b'"__metadata__":{"nnplay"' in head[:40] else (_WEIGHTS, "safetensors")
    return "", ""
