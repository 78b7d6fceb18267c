"""ONNX models, out and in.

A file is read by a reader of our own (``wire``, ``messages``): it has the dozen messages that matter, believes nothing,
and is in every installation, where the package ``onnx`` would bring 23 MB and a parser in C++. Models go out by that
package, which is not installed with nnplay: ``pip install onnx``.
"""
