"""ONNX models, out and in, by the ``onnx`` package, which is not installed with nnplay: ``pip install onnx``."""
