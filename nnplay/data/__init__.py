"""Data sets as frozen values, made or read; the engine's neighbour, without Qt."""

from nnplay.data.choices import CHOICE_TYPES, DataChoice, DigitsChoice, IdxFolderChoice, ToyChoice, load
from nnplay.data.dataset import Dataset, Task
from nnplay.data.digits import generate_digits
from nnplay.data.drawing import DIGITS, EmptyDrawingError
from nnplay.data.features import FEATURES, Feature, feature_matrix
from nnplay.data.idx import read_idx
from nnplay.data.idx_folder import load_folder
from nnplay.data.loading import LoadCancelledError
from nnplay.data.toy2d import TOY_SETS, generate

__all__ = [
    "CHOICE_TYPES",
    "DIGITS",
    "FEATURES",
    "TOY_SETS",
    "DataChoice",
    "Dataset",
    "DigitsChoice",
    "EmptyDrawingError",
    "Feature",
    "IdxFolderChoice",
    "LoadCancelledError",
    "Task",
    "ToyChoice",
    "feature_matrix",
    "generate",
    "generate_digits",
    "load",
    "load_folder",
    "read_idx",
]
