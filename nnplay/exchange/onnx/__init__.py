"""ONNX models, in and out.

Files are read and written by our own code (``wire``, ``messages``): it knows the dozen messages that matter, trusts
nothing in a file, and is in every installation. The package ``onnx`` would add 23 MB and a parser in C++.
"""
