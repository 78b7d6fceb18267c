"""The ``onnx`` package, imported when somebody asks for it, and missed in a sentence where it is not installed."""

from __future__ import annotations

from typing import Any

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.exchange.errors import ExchangeError


def find_onnx() -> Any:
    """The package.

    Raises
    ------
    ExchangeError
        If it is not installed; the sentence says how to install it.
    """
    try:
        import onnx
        import onnx.helper
        import onnx.numpy_helper
    except ImportError as error:
        raise ExchangeError(
            QT_TRANSLATE_NOOP(
                "errors", "ONNX models need the package onnx, which is not installed here: pip install onnx."
            )
        ) from error
    return onnx
