"""Doors to other tools: programs for Keras, PyTorch and NumPy, ONNX, arrays of weights, tables, pictures; no Qt.

Weights come in from safetensors and npz, which say no more than names, shapes and numbers. Models of Keras (``.keras``,
``.h5``) do not: their readers build whatever layers a file names, are known to run code that came with it, and HDF5 may
point to further files. ``numpy.savez("weights.npz", **{"dense/kernel": ..., "dense/bias": ...})`` leads
out of Keras, and out of PyTorch, without that.
"""

from nnplay.exchange.errors import ExchangeError

__all__ = ["ExchangeError"]
