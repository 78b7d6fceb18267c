"""ONNX operators computed straight from their published definitions: what an imported network is held against.

Nothing here knows the layers that are made of a model. Versions matter where a definition has changed.
"""
