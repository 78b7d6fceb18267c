"""What a Chinese keyboard types is read as the signs that it stands for, wherever a number, formula or row is typed."""

import unicodedata

import numpy as np
import pytest

from nnplay.data.formula import FormulaError, compile_formula
from nnplay.data.half_width import half_width
from nnplay.project.inspection.weight_text import read_matrix
from nnplay.project.presets import preset
from nnplay.project.sweep.controls import swept_controls
from nnplay.project.sweep.values import parse_axis


def test_every_sign_of_ascii_has_its_full_width_twin() -> None:
    for code in range(0x21, 0x7F):
        full = chr(code + 0xFEE0)
        assert half_width(full) == unicodedata.normalize("NFKC", full) == chr(code)


def test_positions_stay_true_and_chinese_words_stay() -> None:
    text = "身高（１。５，　−２）、【３】²"
    assert half_width(text) == "身高(1.5, -2),[3]²"
    assert len(half_width(text)) == len(text)


def test_a_formula_is_read_and_a_fault_is_found_where_it_was_typed() -> None:
    formula = compile_formula("ｓｉｎ（２。５×ｘ１）＋ｘ２＾２", ("x1", "x2"))
    np.testing.assert_allclose(formula(x1=np.array([0.3]), x2=np.array([2.0])), np.sin(0.75) + 4)
    with pytest.raises(FormulaError) as caught:
        compile_formula("１。５＋体", ("x1",))
    assert (caught.value.index, caught.value.values["found"]) == (4, "体")


def test_a_table_of_weights_is_read() -> None:
    assert read_matrix("１。５，－２\n３，０．２５").tolist() == [[1.5, -2], [3, 0.25]]


def test_a_sweep_is_read() -> None:
    known = swept_controls(preset("circle"))
    assert parse_axis("learning_rate＝０．１，０。３", known) == parse_axis("learning_rate=0.1,0.3", known)
