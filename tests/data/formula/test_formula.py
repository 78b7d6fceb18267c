"""Formulas: Python's own arithmetic is the judge of what they compute, a fuzzer of what they refuse."""

import ast
import math
import operator

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nnplay.data.formula import FUNCTIONS, FormulaError, compile_formula
from nnplay.data.formula.formula import MAX_LENGTH
from nnplay.data.formula.parser import MAX_DEPTH

NAMES = ("x1", "x2")
PYTHON = {
    "sin": math.sin,
    "cos": math.cos,
    "tanh": math.tanh,
    "atan": math.atan,
    "abs": abs,
    "floor": math.floor,
    "ceil": math.ceil,
    "relu": lambda x: max(x, 0.0),
    "step": lambda x: 1.0 if x >= 0 else 0.0,
    "sign": lambda x: float((x > 0) - (x < 0)),
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "min": min,
    "max": max,
    "pi": math.pi,
    "e": math.e,
}

OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}

ATOMS = st.sampled_from(["x1", "x2", "pi", "e", "0.5", "2", "3", ".25", "1e-1", "7."])
SPACES = st.sampled_from(["", " ", "  "])


def _grown(inner):
    one = st.sampled_from(["sin", "cos", "tanh", "atan", "abs", "floor", "ceil", "relu", "step", "sign", "sigmoid"])
    return st.one_of(
        st.tuples(inner, SPACES, st.sampled_from("+-*/"), SPACES, inner).map("".join),
        st.tuples(inner, st.sampled_from(["^2", "^3", "**2", "^-1", "^0"])).map("".join),
        st.tuples(st.sampled_from("+-"), inner).map("".join),
        inner.map(lambda text: f"({text})"),
        st.tuples(one, inner).map(lambda pair: f"{pair[0]}({pair[1]})"),
        st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(lambda t: f"{t[0]}({t[1]}, {t[2]})"),
    )


EXPRESSIONS = st.recursive(ATOMS, _grown, max_leaves=12).filter(lambda text: len(text) <= MAX_LENGTH)
NUMBERS = st.floats(-3, 3).map(lambda number: round(number, 3))


def value(text: str, x1: float = 0.0, x2: float = 0.0) -> float:
    return float(compile_formula(text, NAMES)(x1=np.float64(x1), x2=np.float64(x2)))


def judged(text: str, x1: float, x2: float) -> float | None:
    """What Python makes of the same text; None where it has no real number for it."""
    names = {"x1": x1, "x2": x2, **PYTHON}

    def walk(node: ast.expr) -> float:
        match node:
            case ast.Constant():
                return node.value
            case ast.Name():
                return names[node.id]
            case ast.UnaryOp():
                return -walk(node.operand) if isinstance(node.op, ast.USub) else +walk(node.operand)
            case ast.BinOp():
                return OPERATORS[type(node.op)](walk(node.left), walk(node.right))
            case ast.Call():
                return names[node.func.id](*map(walk, node.args))

    try:
        return float(walk(ast.parse(text.replace("^", "**"), mode="eval").body))
    except (ZeroDivisionError, OverflowError):
        return None


@given(EXPRESSIONS, NUMBERS, NUMBERS)
@example("-x1^2", 3.0, 0.0)
@example("2^3^2", 0.0, 0.0)
@example("-2^-2", 0.0, 0.0)
@example("1-2-3/4/5", 0.0, 0.0)
def test_expressions_mean_what_python_means(text, x1, x2):
    expected = judged(text, x1, x2)
    if expected is None or not math.isfinite(expected) or abs(expected) > 1e12:
        return
    assert value(text, x1, x2) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2x1", 6.0),
        ("2 x1 x2", 24.0),
        ("x1x2", 12.0),
        ("X₁X₂", 12.0),
        ("3(x1+1)(x2-1)", 36.0),
        ("1/2x1", 1.5),
        ("2x1²", 18.0),
        ("X₁²+x2³", 73.0),
        ("x1²^2", 81.0),
        ("2sin(0)", 0.0),
        ("2 × x1 − x2 ÷ 2 · 1", 4.0),
        ("（x1＋1）", 4.0),
        ("0,5 x1", 1.5),
        ("max(x1, 2)", 3.0),
        ("max(1,5)", 5.0),
        ("max(x1; 5)", 5.0),
        ("max(sin(0,5)/sin(0.5), 0)", 1.0),
        ("max((0,5), 0)", 0.5),
        ("SQRT(x1 + 1)", 2.0),
        ("ln(e)", 1.0),
        ("log2(8) + log10(100)", 5.0),
        ("2π", 2 * math.pi),
        ("2e3", 2000.0),
        ("2e", 2 * math.e),
        ("step(0) + step(-1)", 1.0),
        ("round(2.6)", 3.0),
    ],
)
def test_people_and_textbooks_are_understood(text, expected):
    assert value(text, 3.0, 4.0) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("name", [name for name, function in FUNCTIONS.items() if function.n_arguments == 1])
def test_every_function_takes_and_gives_float32(name):
    values = compile_formula(f"{name}(x)", ["x"])(x=np.linspace(0.1, 0.9, 5, dtype=np.float32))
    assert values.dtype == np.float32
    reference = {**vars(math), **PYTHON, "ln": math.log, "round": round}.get(name)
    expected = [reference(float(x)) for x in np.linspace(0.1, 0.9, 5, dtype=np.float32)]
    np.testing.assert_allclose(values, expected, rtol=1e-6)


@pytest.mark.parametrize(
    ("text", "index", "words"),
    [
        ("", 0, "empty"),
        ("   ", 0, "empty"),
        ("x1 +", 4, "ends too early"),
        ("x1 + * 2", 5, "missing at position 6, before “*”"),
        ("(x1 + 2", 0, "“(” at position 1 is never closed"),
        ("sin(x1", 3, "position 4 is never closed"),
        ("x1)", 2, "“)” at position 3 has no matching"),
        ("()", 1, "missing at position 2"),
        ("x1 2", 3, "sign such as + or * is missing at position 4, before “2”"),
        ("x1 $ 2", 3, "“$” at position 4 has no meaning"),
        ("x1 + y", 5, "Unknown name “y” at position 6. Choose from: x1, x2, pi"),
        ("2 + sin", 4, "“sin” at position 5 is a function"),
        ("sin x1", 0, "“sin” at position 1 is a function"),
        ("max(1)", 0, "takes 2 number(s), not 1"),
        ("max(0,5; 1)", 0, "takes 2 number(s), not 3"),
        ("sin(1; 2)", 0, "takes 1 number(s), not 2"),
        ("(x1, x2)", 3, "missing at position 4, before “,”"),
        ("1e999", 0, "too large"),
        ("x1^", 3, "ends too early"),
        ("(" * (MAX_DEPTH + 1) + "1" + ")" * (MAX_DEPTH + 1), MAX_DEPTH, "Too many nested"),
        ("1" * (MAX_LENGTH + 1), MAX_LENGTH, "201 characters"),
        ("x1.real", 2, "“.” at position 3"),
        ("__import__('os')", 0, "“_” at position 1"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, index, words):
    with pytest.raises(FormulaError) as caught:
        compile_formula(text, NAMES)
    assert words in str(caught.value)
    assert caught.value.index == index


def test_depth_up_to_the_limit_is_fine():
    for text in ("(" * (MAX_DEPTH - 1) + "1" + ")" * (MAX_DEPTH - 1), "-" * (MAX_DEPTH - 2) + "1"):
        assert value(text) == 1


FRAGMENTS = st.lists(
    st.sampled_from(
        [*"+-*/^()., ;0159eπ²³", "x1", "x2", "sin(", "max(", "**", "sqrt", "1e308", "9e-9", "\t", "∞", "_"]
    ),
    max_size=60,
).map("".join)


@given(st.one_of(st.text(max_size=250), FRAGMENTS))
@example("9^9^9^9^9^9^9^9")
@example("0^-1")
@example("(-1)^0.5")
@example("1e300*1e300")
@example("²")
@example("٣")
def test_any_text_is_computed_or_refused(text):
    error = None
    try:
        formula = compile_formula(text, NAMES)
    except FormulaError as refusal:
        error = refusal
    if error is not None:
        assert str(error)
        assert 0 <= error.index <= len(text)
        return
    points = np.array([-2.0, 0.0, 0.5, 1e30], np.float32)
    values = formula(x1=points, x2=points)
    assert values.shape == points.shape
    assert values.dtype == np.float32


def test_values_have_the_inputs_common_shape_and_are_new():
    x1 = np.ones((3, 1), np.float32)
    assert compile_formula("2", ["x1", "x2"])(x1=x1, x2=np.ones(4, np.float32)).shape == (3, 4)
    same = compile_formula("x", ["x"])(x=x1)
    same[...] = 7
    assert (x1 == 1).all()


def test_formulas_are_values():
    assert compile_formula("x + 1", ["x"]) == compile_formula("x + 1", ["x"])
    assert compile_formula("x + 1", ["x"]) != compile_formula("x+1", ["x"])
