"""Data sets as frozen values, generated or read from files; no Qt."""

from nnplay.data.arrays import ArraysChoice
from nnplay.data.balance import balanced, class_counts
from nnplay.data.choice import DataChoice, NoDataError
from nnplay.data.choices import CHOICE_TYPES, DigitsChoice, IdxFolderChoice, PlaneChoice, load
from nnplay.data.dataset import Dataset, Task
from nnplay.data.digits import generate_digits
from nnplay.data.drawing import DIGITS, EmptyDrawingError
from nnplay.data.features import FEATURES, Feature, feature_label, feature_matrix, find_feature, own_feature
from nnplay.data.held_digits import HeldDigitsChoice
from nnplay.data.idx import read_idx
from nnplay.data.idx_folder import load_folder
from nnplay.data.loading import LoadCancelledError
from nnplay.data.opening import DATA_SUFFIXES, open_data
from nnplay.data.pictures.folder import PictureFolderChoice
from nnplay.data.pictures.held import HeldPicturesChoice
from nnplay.data.points.above_curve import ABOVE_CURVE, FIRST_FORMULA
from nnplay.data.points.body_measures import BodyMeasuresChoice
from nnplay.data.points.curves import CURVES, Curve, CurveChoice, sample_curve
from nnplay.data.points.drawn import MAX_DRAWN, DrawnChoice
from nnplay.data.points.gates import GATES
from nnplay.data.points.rows import RowsChoice
from nnplay.data.points.toy_choice import ToyChoice
from nnplay.data.points.toy_sets import TOY_SETS, generate
from nnplay.data.subsets import with_fewer_examples
from nnplay.data.table.choice import TableChoice

__all__ = [
    "ABOVE_CURVE",
    "CHOICE_TYPES",
    "CURVES",
    "DATA_SUFFIXES",
    "DIGITS",
    "FEATURES",
    "FIRST_FORMULA",
    "GATES",
    "MAX_DRAWN",
    "TOY_SETS",
    "ArraysChoice",
    "BodyMeasuresChoice",
    "Curve",
    "CurveChoice",
    "DataChoice",
    "Dataset",
    "DigitsChoice",
    "DrawnChoice",
    "EmptyDrawingError",
    "Feature",
    "HeldDigitsChoice",
    "HeldPicturesChoice",
    "IdxFolderChoice",
    "LoadCancelledError",
    "NoDataError",
    "PictureFolderChoice",
    "PlaneChoice",
    "RowsChoice",
    "TableChoice",
    "Task",
    "ToyChoice",
    "balanced",
    "class_counts",
    "feature_label",
    "feature_matrix",
    "find_feature",
    "generate",
    "generate_digits",
    "load",
    "load_folder",
    "open_data",
    "own_feature",
    "read_idx",
    "sample_curve",
    "with_fewer_examples",
]
