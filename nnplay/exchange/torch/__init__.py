"""Import of PyTorch state dicts: ``.pt`` and ``.pth`` files read as data, and the same names in safetensors.

A state dict has names and arrays, but no graph. Its file is a zip of raw numbers with a pickle that says where each
array is stored; a closed table of the pickle's instructions is understood, and nothing is ever unpickled.
"""
