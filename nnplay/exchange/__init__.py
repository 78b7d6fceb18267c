"""Exchange with other tools: programs for Keras, PyTorch and NumPy, ONNX, arrays of weights, tables, pictures; no Qt.

Models are imported from Keras (``.keras``, ``.h5``), ONNX and PyTorch's state dicts, weights from safetensors and npz.
A file is only data: our own readers accept a closed table of contents, and nothing in a file is ever run, unpickled or
imported by name, nor does one file lead to another.
"""

from nnplay.exchange.errors import ExchangeError

__all__ = ["MODEL_SUFFIXES", "ExchangeError"]

MODEL_SUFFIXES = (".keras", ".h5", ".hdf5", ".onnx", ".pt", ".pth", ".safetensors")
"""Usual suffixes of model files; a file with any other may be one, too."""
