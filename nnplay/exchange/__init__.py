"""Doors to other tools: programs for Keras, PyTorch and NumPy, ONNX, arrays of weights, tables, pictures; no Qt.

Models come in from Keras (``.keras``, ``.h5``) and ONNX, weights from safetensors and npz. A file is data here: formats
are read by readers of our own that know a closed table of what may be in them, and nothing in a file is ever run,
unpickled or imported by name, nor does one file lead to another.
"""

from nnplay.exchange.errors import ExchangeError

__all__ = ["ExchangeError"]
