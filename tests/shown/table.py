"""Where the window has what the beginner's articles speak of: every word, formula, figure, listing and result.

``SEARCHES`` are one search away: typed after Ctrl+K, the word lists what is named beside it among the first results.
The panels of ``CONTENTS`` are among them, and three clicks away in the menu View > Panels; so are the examples, in the
menu File > New from example.
"""

from __future__ import annotations

from dataclasses import dataclass

from nnplay.engine import ACTIVATIONS, OPTIMIZERS
from nnplay.engine.losses import LOSSES

FIRST = 6
"""Of how many results: as many as are seen at a glance."""


@dataclass(frozen=True)
class Search:
    """A word, and the kind and one of the names of what it finds."""

    word: str
    kind: str
    name: str


def _words(kind: str, name: str, *words: str) -> list[Search]:
    return [Search(word, kind, name) for word in words]


TERMS = [
    *_words("TERM", "neuron", "neuron", "神经元", "树突", "细胞体", "轴突", "突触", "dendrite", "synapse"),
    *_words("TERM", "perceptron", "perceptron", "感知器", "感知机"),
    *_words("TERM", "mlp", "MLP", "multilayer perceptron", "多层感知机", "多层感知器"),
    *_words("TERM", "weight", "weight", "权重", "权值"),
    *_words("TERM", "bias", "bias", "偏置", "偏差"),
    *_words("TERM", "weight_matrix", "weight matrix", "权重矩阵"),
    *_words("TERM", "input_layer", "input_dim", "输入层", "input layer"),
    *_words("TERM", "hidden", "hidden layer", "隐藏层", "隐层"),
    *_words("TERM", "output_layer", "output layer", "输出层"),
    *_words("TERM", "dense", "全连接层", "dense layer"),
    *_words("TERM", "activation", "activation function", "激活函数"),
    *_words("TERM", "saturation", "saturation", "饱和"),
    *_words("TERM", "zero_centred", "zero-centred", "零均值", "以零为中心"),
    *_words("TERM", "dead_neuron", "死亡神经元", "dying ReLU"),
    *_words("TERM", "forward_pass", "正向传播", "前向传播", "forward pass", "feed_forward"),
    *_words("TERM", "loss", "代价函数", "cost function", "损失函数"),
    *_words("TERM", "squared_error", "均方误差", "mse"),
    *_words("TERM", "cross_entropy", "交叉熵", "cross-entropy"),
    *_words("TERM", "gradient", "梯度", "gradient"),
    *_words("TERM", "gradient_descent", "梯度下降", "gradient descent", "update_weights"),
    *_words("TERM", "backpropagation", "反向传播", "backpropagation", "链式法则"),
    *_words("TERM", "perturbation", "扰动", "数值梯度"),
    *_words("TERM", "learning_rate", "学习率", "learning rate", "lr"),
    *_words("TERM", "epoch", "epoch", "时期", "轮次"),
    *_words("TERM", "batch_size", "batch_size", "批大小"),
    *_words("TERM", "optimizer", "optimizer", "优化器"),
    *_words("TERM", "metrics", "metrics", "评价指标"),
    *_words("TERM", "initializer", "kernel_initializer", "初始化"),
    *_words("TERM", "accuracy", "accuracy", "准确率"),
    *_words("TERM", "overfitting", "过拟合", "overfitting"),
    *_words("TERM", "dropout", "dropout", "丢弃率"),
    *_words("TERM", "one_hot", "one-hot", "独热", "to_categorical"),
    *_words("TERM", "softmax", "softmax"),
    *_words("TERM", "prediction", "argmax", "预测值"),
    *_words("TERM", "label", "标签", "ŷ", "notation"),
    *_words("TERM", "hyperparameter", "超参数", "hyperparameter"),
    *_words("TERM", "artificial_intelligence", "人工智能", "AI"),
    *_words("TERM", "machine_learning", "机器学习", "machine learning"),
    *_words("TERM", "deep_learning", "深度学习", "deep learning"),
    *_words("TERM", "feature_extraction", "特征提取", "feature extraction"),
    *_words("TERM", "end_to_end", "端到端", "end-to-end"),
    *_words("TERM", "supervised_learning", "监督学习", "supervised learning"),
    *_words("TERM", "classification", "分类", "classification"),
    *_words("TERM", "regression", "回归", "regression"),
    *_words("TERM", "clustering", "聚类", "clustering"),
    *_words("TERM", "linear_regression", "线性回归", "linear regression"),
    *_words("TERM", "cost_of_deep_learning", "可解释性", "interpretability"),
    *_words("TERM", "keras_steps", "compile", "evaluate", "Sequential"),
    *_words("TERM", "filter", "卷积核"),
    *_words("TERM", "data_leakage", "数据泄漏"),
    *_words("TERM", "early_stopping", "早停"),
]

EXAMPLES = [
    *_words("EXAMPLE", "forward-by-hand", "forward-by-hand", "A forward pass by hand"),
    *_words("EXAMPLE", "perceptron", "perceptron"),
    *(Search(f"logic-{gate}", "EXAMPLE", f"logic-{gate}") for gate in ("and", "or", "xor")),
    *_words("EXAMPLE", "two-three-one", "two-three-one"),
    *_words("EXAMPLE", "one-weight", "one-weight"),
    *_words("EXAMPLE", "line-3x", "line-3x", "y = 3x"),
    *_words("EXAMPLE", "body-measures", "body-measures", "身体数据"),
    *_words("EXAMPLE", "pima", "pima"),
    *_words("EXAMPLE", "mnist-mlp", "mnist-mlp"),
    *_words("EXAMPLE", "weight-matrix", "weight-matrix"),
    *(
        Search(name, "EXAMPLE", name)
        for name in ("circle", "spiral", "gaussian", "plane", "multi-gaussian", "mnist-cnn")
    ),
]

CONTROLS = [
    *(Search(name, "ACTIVATION", name) for name in ACTIVATIONS),
    *(Search(name, "SETTING", "loss_function") for name in LOSSES),
    *(Search(name, "SETTING", "optimizer") for name in OPTIMIZERS),
    *_words("SETTING", "learning_rate", "learning_rate", "学习率"),
    *_words("SETTING", "batch_size", "batch_size", "批大小"),
    *_words("SETTING", "regularization", "regularization", "正则化", "L2"),
    *_words("SETTING", "stop_rules", "early stopping", "停止条件"),
    *_words("SETTING", "kernel_initializer", "kernel_initializer"),
    *_words("SETTING", "units", "units", "神经元数"),
    *_words("LAYER", "Dense", "Dense", "全连接"),
    *_words("LAYER", "Dropout", "Dropout", "随机失活"),
    *_words("LAYER", "Conv2D", "Conv2D", "卷积层"),
    *_words("LAYER", "Add", "add", "skip", "残差"),
    *_words("PANEL", "Calculation", "calculation", "计算"),
    *_words("PANEL", "Loss landscape", "loss landscape", "损失地形"),
    *_words("PANEL", "Two gradients", "two gradients", "两种梯度"),
    *_words("PANEL", "Decision map", "decision map", "决策图"),
    *_words("PANEL", "Weights", "weights", "权重"),
    *_words("PANEL", "Code", "code", "代码"),
    *_words("PANEL", "Results", "results", "结果"),
    *_words("COMMAND", "keras", "keras program", "Keras 程序"),
    *_words("COMMAND", "perturbation", "NumPy by perturbation", "NumPy 程序（扰动法）"),
    *_words("COMMAND", "plot", "plot_model", "layers as boxes"),
    *_words("COMMAND", "summary", "model.summary", "summary of the layers"),
    *_words("LESSON", "Gradient descent on one weight", "gradient descent", "梯度下降"),
    *_words("PAGE", "What deep learning is", "what deep learning is", "什么是深度学习"),
]

SEARCHES = [*TERMS, *EXAMPLES, *CONTROLS]


@dataclass(frozen=True)
class Content:
    """What a panel says about an example; each text is what must be read there in English and in Chinese."""

    example: str
    panel: str
    texts: tuple[tuple[str, str], ...]


def _same(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple((text, text) for text in texts)


CONTENTS = [
    # a forward pass by hand: 5, 1 and 9
    Content("forward-by-hand", "calculation", _same("= 5", "= 1", "= 9")),
    # 2-3-1 with sigmoids: z = 1, 1.3, 0.8; h = 0.7311, 0.7858, 0.69; 1.233; squared error 1.521
    Content("two-three-one", "calculation", _same("= 1.3", "0.7311", "0.7858", "0.69", "1.233", "1.521")),
    # one weight: 10, 8, 8, 4.2, 2.88
    Content("one-weight", "calculation", _same("= 10", "= 8", "= 4.2")),
    Content(
        "one-weight",
        "landscape",
        (
            ("initial weight 5", "初始权重 5"),
            ("gradient 8", "梯度 8"),
            ("learning rate 0.1", "学习率 0.1"),
            ("minimum 3", "最小值 3"),
            ("4.2", "4.2"),
            ("2.88", "2.88"),
        ),
    ),
    # the listings
    Content("line-3x", "perturbation", _same("def feed_forward", "def update_weights", "import numpy as np")),
    Content(
        "body-measures",
        "keras",
        (
            *_same("Sequential", "compile(", "fit(", "evaluate(", "predict(", "np.random", "rmsprop"),
            ("female", "女生"),
            ("male", "男生"),
        ),
    ),
    Content("pima", "keras", _same("Sequential", "fit(", "epochs=150", "batch_size=10", "niform")),
    Content("mnist-mlp", "keras", _same("Dropout(0.5)", "sparse_categorical_crossentropy", "argmax")),
    # the general formula of the loss, and what is left of it
    Content("two-three-one", "loss", _same("∑", "N", "(ŷ − y)²", "1.521")),
    Content("body-measures", "loss", _same("∑", "ln", "K")),
    Content("one-weight", "loss", _same("∑", "= 8")),
]
