"""The glossary: every term is whole, and a widget that it explains does so everywhere."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from nnplay.appearance import glossary
from nnplay.appearance.figures import FIGURES, figure_image
from nnplay.lessons import shipped

ROOT = Path(glossary.__file__).parents[2]
IN_ARTICLES = (
    "learning_rate batch_size epoch optimizer loss metrics initializer activation regularization dropout noise"
)


@pytest.mark.parametrize("name", glossary.TERMS)
def test_a_term_is_whole(name):
    term = glossary.TERMS[name]
    assert term.title
    assert term.what.endswith(".")
    assert term.more.endswith(".")
    assert len(term.what) + len(term.more) < 250
    assert term.lesson == 0 or any(path.name.startswith(f"{term.lesson:02d}-") for path in shipped())
    assert not term.figure or term.figure in FIGURES


def test_what_every_training_is_made_of_is_there():
    assert set(IN_ARTICLES.split()) | {"train_share", "features", "units", "seed"} <= set(glossary.TERMS)


def test_a_widget_explains_itself(qtbot):
    label, told = QLabel(), QLabel()
    told.setToolTip("its own")
    for widget in (label, told):
        qtbot.addWidget(widget)
    glossary.explain("loss", label, told)
    assert glossary.TERMS["loss"].what in label.toolTip()
    assert glossary.TERMS["loss"].more in label.toolTip()
    assert label.accessibleDescription() == glossary.TERMS["loss"].what
    assert 'href="lesson:6"' in label.whatsThis()
    assert told.toolTip() == "its own"
    assert told.whatsThis() == label.whatsThis()


def test_no_widget_asks_for_a_term_that_is_not_there():
    used = set()
    for path in ROOT.rglob("*.py"):
        used |= set(re.findall(r'(?:glossary\.explain|term_field|glossary\.article)\("(\w+)"', path.read_text("utf-8")))
    assert len(used) > 5
    assert used <= set(glossary.TERMS)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *((word, "epoch") for word in ("epoch", "epochs", "时期", "轮次", "回合", "Ｅｐｏｃｈ")),
        *((word, "batch_size") for word in ("batch_size", "batch", "批量", "批大小")),
        *((word, "one_hot") for word in ("one-hot", "onehot", "独热", "to_categorical")),
        *((word, "mlp") for word in ("MLP", "多层感知机", "多层感知器")),
        *((word, "perceptron") for word in ("感知器", "感知机")),
        *((word, "loss") for word in ("代价函数", "损失函数", "cost function", "loss")),
        *((word, "forward_pass") for word in ("正向传播", "前向传播", "feed_forward", "forward pass")),
        *((word, "neuron") for word in ("神经元", "树突", "突触", "synapse", "axon")),
        *((word, "initializer") for word in ("kernel_initializer", "initializer")),
        *((word, "bias") for word in ("偏差", "偏置")),
        *((word, "weight_matrix") for word in ("权重矩阵", "weight matrix")),
        *((word, "feature_extraction") for word in ("特征提取", "特征工程")),
        *((word, "supervised_learning") for word in ("监督学习", "有监督学习")),
        *((word, "hyperparameter") for word in ("超参数", "hyperparameter")),
        *((word, "saturation") for word in ("饱和", "saturated")),
        ("过拟合", "overfitting"),
        ("input_dim", "input_layer"),
        ("metrics", "metrics"),
        ("sigmoid", "sigmoid"),
        ("val_acc", "accuracy"),
        ("端到端", "end_to_end"),
        ("聚类", "clustering"),
        ("线性回归", "linear_regression"),
        ("可解释性", "cost_of_deep_learning"),
        ("ŷ", "label"),
        ("梯度消失", "vanishing_gradient"),
    ],
)
def test_a_word_of_an_article_finds_its_term_first(typed, name):
    assert glossary.search(typed)[0] == name


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_takes_the_room_it_has(qapp, name):
    wide, narrow = figure_image(name, 700), figure_image(name, 240)
    assert narrow.width() <= 240
    assert wide.width() <= 700
    assert wide.width() > narrow.width()
    assert {wide.pixel(x, y) for x in range(0, wide.width(), 3) for y in range(0, wide.height(), 3)} != {0}


def test_a_narrow_figure_has_its_panes_below_each_other(qapp):
    assert figure_image("neuron", 240).height() > figure_image("neuron", 240).width()
    assert figure_image("neuron", 600).height() < figure_image("neuron", 600).width()
