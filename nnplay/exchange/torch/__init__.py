"""State dicts of PyTorch, in: ``.pt`` and ``.pth`` files read as data, and the same names in safetensors.

A state dict has names and arrays, and no graph. Its file is a zip of raw numbers with a pickle that says where each
array lies; of the pickle a closed table of instructions is understood, and nothing is ever unpickled.
"""
