"""``nnplay predict``: points, pictures and drawings, each checked before it is believed."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from nnplay import resources
from nnplay.data import ArraysChoice, Task, feature_matrix
from nnplay.data.drawing import from_image, from_strokes
from nnplay.data.picture_input import as_input
from nnplay.engine import Dense, Flatten, Input, Network, NetworkSpec
from nnplay.project.layout import layout
from nnplay.project.presets import preset
from nnplay.project.storage import file
from tests.data.pictures.test_decoding import png

SEVEN = [[[12, 18], [85, 14], [60, 60], [42, 125]]]


@pytest.fixture
def trained_circle(nnplay, tmp_path):
    path = tmp_path / "circle.nnplay"
    nnplay("train", "circle", "-o", path)
    return path


def outputs(path, x):
    project = file.load(path)
    network = Network(project.network)
    network.parameters[...] = project.parameters
    return network.predict(x)[0]


def test_a_row_from_a_chinese_keyboard_is_the_same_row(nnplay, trained_circle):
    ascii_row, chinese_row = (
        nnplay("predict", trained_circle, "--row", row) for row in ("0.2,-0.5", "０。２，－０．５")
    )
    assert chinese_row == ascii_row
    assert chinese_row.status == 0
    assert nnplay("train", "circle", "--epochs", "２").out[-1].startswith("Epoch 2/2")


@pytest.mark.parametrize(("row", "label"), [("0.2,-0.5", "+1"), ("-1,1", "+1"), ("-4,2", "-1"), ("3.0, -3", "-1")])
def test_a_circle_is_told_from_its_ring(nnplay, trained_circle, row, label):
    ran = nnplay("predict", trained_circle, "--row", row)
    assert ran.status == 0
    assert ran.out[0].startswith(label)
    result = nnplay("predict", trained_circle, "--row", row, "--json").result
    point = np.array([[float(part) for part in row.split(",")]], np.float32)
    assert result["class"] == label
    assert result["probability"] is None
    assert result["outputs"] == outputs(trained_circle, feature_matrix(point, ("x1", "x2"))).tolist()


def test_regression_gives_a_number(nnplay):
    ran = nnplay("predict", "plane", "--row", "1,1")
    assert ran.status == 0
    assert float(ran.out[0]) == pytest.approx(float(ran.out[0]), abs=1)
    assert nnplay("predict", "plane", "--row", "1,1", "--json").result["class"] is None


def test_strokes_and_their_picture_go_through_the_same_door(nnplay, tmp_path, small_mnist):
    strokes, picture = tmp_path / "seven.json", tmp_path / "seven.png"
    strokes.write_text(json.dumps(SEVEN))
    digit = from_strokes(SEVEN)
    picture.write_bytes(png(255 - digit[..., np.newaxis]))
    for option, path, expected in (("--strokes", strokes, digit), ("--image", picture, from_image(digit))):
        result = nnplay("predict", small_mnist, option, path, "--json").result
        probabilities = outputs(small_mnist, expected.reshape(1, 28, 28, 1) / np.float32(255))
        np.testing.assert_allclose(result["outputs"], probabilities, rtol=1e-5)
        assert result["class"] == str(probabilities.argmax())
        assert result["probability"] == max(result["outputs"])


@pytest.mark.parametrize(
    ("layers", "shape"),
    [
        ((Dense(10, "softmax"),), (784,)),
        ((Flatten(), Dense(10, "softmax")), (14, 14, 1)),
        ((Flatten(), Dense(10, "softmax")), (28, 28, 3)),
    ],
)
def test_networks_of_any_picture_read_a_drawing(nnplay, tmp_path, layers, shape):
    project = preset("mnist-mlp")
    data = ArraysChoice("digits.npz", "", shape, Task.MULTICLASS, 10)
    spec = NetworkSpec.chain(Input(shape), *layers)
    parameters = np.random.default_rng(1).normal(0, 0.1, spec.n_parameters)
    project = replace(project, network=spec, positions=layout(spec), parameters=parameters, data=data)
    file.save(project, tmp_path / "other.nnplay")
    (tmp_path / "seven.json").write_text(json.dumps(SEVEN))
    result = nnplay("predict", tmp_path / "other.nnplay", "--strokes", tmp_path / "seven.json", "--json").result
    x = as_input(from_strokes(SEVEN), shape)
    assert x.shape == shape
    np.testing.assert_allclose(result["outputs"], outputs(tmp_path / "other.nnplay", x[np.newaxis]), rtol=1e-5)


def test_the_starter_network_reads_a_drawing(nnplay, tmp_path):
    (tmp_path / "seven.json").write_text(json.dumps(SEVEN))
    starter = resources.path("starter", "digits.nnplay")
    result = nnplay("predict", starter, "--strokes", tmp_path / "seven.json", "--json").result
    assert result["class"] == "7"
    assert result["probability"] > 0.9


def test_palettes_and_sixteen_bits_read_like_plain_pictures(nnplay, tmp_path, small_mnist):
    drawn = np.zeros((60, 50), np.uint8)
    drawn[10:50, 20:26] = 255
    plain = Image.fromarray(drawn)
    plain.save(tmp_path / "plain.png")
    plain.convert("P").save(tmp_path / "palette.png")
    Image.fromarray(drawn.astype(np.uint16) * 257).save(tmp_path / "deep.png")
    results = [
        nnplay("predict", small_mnist, "--image", tmp_path / f"{name}.png", "--json").result
        for name in ("plain", "palette", "deep")
    ]
    assert results[0] == results[1] == results[2]


def test_ten_probabilities_for_people(nnplay, tmp_path, small_mnist):
    (tmp_path / "seven.json").write_text(json.dumps(SEVEN))
    first, second = nnplay("predict", small_mnist, "--strokes", tmp_path / "seven.json").out
    assert "probability" in first
    assert [part.split(":")[0] for part in second.split("  ")] == list("0123456789")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["circle", "--row", "1"], "needs 2 values: x1, x2"),
        (["circle", "--row", "1,2,3"], "needs 2 values"),
        (["circle", "--row", "a,b"], "“a” is not a number"),
        (["circle", "--row", "nan,1"], "“x1” needs a number"),
        (["circle", "--row", "1,2", "-o", "out.csv"], "use --rows"),
        (["circle", "--rows", "missing.csv"], "cannot be read"),
        (["mnist-mlp", "--rows", "missing.csv"], "reads pictures"),
        (["circle", "--image", "a.png"], "use --row"),
        (["mnist-mlp", "--row", "1,2"], "use --image"),
        (["mnist-mlp", "--image", "missing.png"], "cannot be read"),
        (["mnist-mlp", "--strokes", "missing.json"], "cannot be read"),
    ],
)
def test_examples_that_do_not_fit(nnplay, words, part):
    ran = nnplay("predict", *words)
    assert ran.status == 1
    assert part in ran.err


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("", "not a pen drawing"),
        ("{}", "not a pen drawing"),
        ("[[[0, NaN]]]", "not a pen drawing"),
        ("[" * 100_000, "not a pen drawing"),
        ("[[[0, 1e400]]]", "not a pen drawing"),
        ('[[["a", 1]]]', "Stroke 1"),
        ("[[1, 2]]", "Stroke 1"),
        ("[5]", "Stroke 1"),
        ("[]", "Nothing is drawn"),
        ("[[]]", "Nothing is drawn"),
    ],
)
def test_files_that_are_no_drawing(nnplay, tmp_path, content, part):
    path = tmp_path / "strokes.json"
    path.write_text(content)
    ran = nnplay("predict", "mnist-mlp", "--strokes", path)
    assert ran.status == 1
    assert part in ran.err
    assert ran.err.count("\n") == 1


def test_a_table_gets_its_predictions(nnplay, tmp_path, trained_circle):
    rows, answers = tmp_path / "rows.csv", tmp_path / "answers.csv"
    rows.write_text("name,x2,x1\nmiddle,0,0\nfar,-4,4\nbad,x,1\n")
    ran = nnplay("predict", trained_circle, "--rows", rows, "-o", answers)
    assert (ran.status, ran.out) == (0, [])
    assert "row 4 has no answer: “x” is not a number" in ran.err
    lines = answers.read_text().splitlines()
    assert lines[0] == "name,x2,x1,predicted,output,problem"
    assert lines[1].startswith("middle,0,0,+1,")
    assert lines[2].startswith("far,-4,4,-1,")
    printed = nnplay("predict", trained_circle, "--rows", rows).out
    assert printed == lines


def test_a_table_with_true_answers_is_judged(nnplay, tmp_path, trained_circle):
    rows = tmp_path / "rows.csv"
    rows.write_text("x1,x2,class\n0,0,+1\n4,-4,-1\n0.5,0,-1\n")
    ran = nnplay("predict", trained_circle, "--rows", rows, "--json")
    assert ran.result["accuracy"] == pytest.approx(2 / 3)
    assert ran.result["confusion"] == [[1, 1], [0, 1]]
    assert "2 of 3 answers correct" in nnplay("predict", trained_circle, "--rows", rows).err
