"""Doors to other tools: programs for Keras, PyTorch and NumPy, ONNX, arrays of weights, tables, pictures; no Qt."""

from nnplay.exchange.errors import ExchangeError

__all__ = ["ExchangeError"]
