"""Programs for Keras, pasted: the articles' listings, older spellings, functional models; nothing is run."""

import pytest

from nnplay.engine import Adam, NnplayError, RMSprop
from nnplay.exchange.keras.listing import is_listing, read_listing
from nnplay.exchange.opening import read_code
from nnplay.exchange.placing import fits, project_of
from nnplay.project import Seeds
from nnplay.project.presets import preset

PIMA = """
from keras.models import Sequential
from keras.layers import Dense
import numpy
seed = 7
numpy.random.seed(seed)
dataset = numpy.loadtxt("pima-indians-diabetes.csv", delimiter=",")
X = dataset[:,0:8]
Y = dataset[:,8]
# create model
model = Sequential()
model.add(Dense(12, input_dim=8, init='uniform', activation='relu'))
model.add(Dense(8, init='uniform', activation='relu'))
model.add(Dense(1, init='uniform', activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, Y, nb_epoch=150, batch_size=10)
scores = model.evaluate(X, Y)
print("%s: %.2f%%" % (model.metrics_names[1], scores[1]*100))
"""

BODY = """
import numpy as np
from keras.models import Sequential
from keras.layers.core import Dense, Activation
from keras.optimizers import RMSprop

model = Sequential()
model.add(Dense(output_dim=4, input_dim=3, init='normal'))
model.add(Activation('relu'))
model.add(Dense(output_dim=2))
model.add(Activation('softmax'))
model.compile(loss='categorical_crossentropy', optimizer=RMSprop(lr=0.01, decay=0.0), metrics=['accuracy'])
model.fit(data, labels, epochs=10, batch_size=8, verbose=1)
"""

IRIS = """
def baseline_model():
    model = Sequential()
    model.add(Dense(8, input_dim=4, activation='relu'))
    model.add(Dense(3, activation='softmax'))
    # Compile model
    model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
    return model

estimator = KerasClassifier(build_fn=baseline_model, epochs=200, batch_size=5, verbose=0)
"""

MNIST = """
>>> num_classes = 10
>>> img_rows, img_cols = 28, 28
>>> model = tf.keras.models.Sequential([
...     tf.keras.layers.Input(shape=(img_rows, img_cols, 1)),
...     tf.keras.layers.Conv2D(32, kernel_size=(3, 3), activation=tf.nn.relu),
...     tf.keras.layers.MaxPooling2D(pool_size=(2, 2)),
...     tf.keras.layers.Flatten(),
...     tf.keras.layers.Dropout(0.25 * 2),
...     tf.keras.layers.Dense(num_classes, activation="softmax"),
... ])
>>> model.compile("adam", loss=tf.keras.losses.SparseCategoricalCrossentropy())
"""

FUNCTIONAL = """
inputs = keras.Input(shape=(5,), name="in")
x = layers.Dense(6, activation="tanh", kernel_regularizer=regularizers.l2(0.01))(inputs)
y = layers.Dense(6)(x)
z = layers.add([x, y])
w = layers.Concatenate()([z, inputs])
outputs = layers.Dense(1)(w)
model = keras.Model(inputs=inputs, outputs=outputs, name="skip")
model.compile(optimizer=keras.optimizers.Adam(learning_rate=3e-4), loss="mse")
"""


def kinds(text: str) -> list[str]:
    return [layer.kind for layer in read_listing(text).description.layers]


def test_the_listing_for_a_table() -> None:
    model = read_code(PIMA, Seeds())
    assert [node.layer.kind for node in model.network.nodes] == ["Input", "Dense", "Dense", "Dense"]
    assert model.network.nodes[1].layer.kernel_initializer == "random_uniform"
    assert model.network.shapes["input"] == (8,)
    assert model.training.loss.name == "binary_crossentropy"
    assert model.training.optimizer == Adam()
    assert (model.training.n_epochs, model.training.batch_size) == (150, 10)
    project = project_of(model, "Pima")[0]
    assert (project.stop.n_epochs, project.training.batch_size) == (150, 10)
    assert project.data.class_names == ("0", "1")


def test_the_listing_for_body_measures() -> None:
    model = read_code(BODY, Seeds())
    assert [node.layer.kind for node in model.network.nodes[1:]] == ["Dense", "Activation"] * 2
    assert model.training.optimizer == RMSprop(0.01)
    assert model.network.nodes[1].layer.kernel_initializer == "random_normal"


def test_the_listing_for_iris() -> None:
    model = read_code(IRIS, Seeds())
    assert model.network.shapes[model.network.output.name] == (3,)
    assert project_of(model, "Iris")[0].data.n_outputs == 3


def test_the_listing_for_digits() -> None:
    model = read_code(MNIST, Seeds())
    assert model.network.shapes[model.network.input.name] == (28, 28, 1)
    assert model.network.node("dropout").layer.rate == 0.5
    assert model.network.node("conv2d").layer.activation == "relu"
    assert fits(model, preset("mnist-mlp").data)


def test_a_functional_listing() -> None:
    model = read_code(FUNCTIONAL, Seeds())
    assert model.network.node("add").inputs == ("dense", "dense_2")
    assert model.network.node("concatenate").inputs == ("add", "in")
    assert model.network.node("dense").layer.kernel_l2 == 0.01
    assert model.training.optimizer == Adam(0.0003)
    assert model.title == "skip"


def test_the_data_give_the_shape_that_the_program_reads_off_its_data() -> None:
    text = "model = Sequential()\nmodel.add(Dense(3, input_dim=X.shape[1]))\nmodel.add(Dense(1))"
    model = read_code(text, Seeds(), preset("circle").data)
    assert model.network.shapes["input"] == (2,)
    with pytest.raises(NnplayError, match="does not say how many numbers"):
        read_code(text, Seeds())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("model = Sequential()\nfor n in (3, 4):\n    model.add(Dense(n))", "known only when the program runs"),
        ("model = Sequential()\nif big:\n    model.add(Dense(9))", "known only when the program runs"),
        ("model = Sequential()\nmodel.add(make_layer(3))", "layer 1 is known only when the program runs"),
        ("model = Sequential([Dense(units)])", "units"),
        ("model = Sequential([Input((2,)), Lambda(lambda x: x)])", "layer Lambda is not available"),
        ("print('hello')", "not build a Sequential or functional Keras model"),
        ("model = Sequential(", "line 1 is not Python"),
        ("x = " + "(" * 300 + ")" * 300, "nested|not Python"),
        ("a = Input((2,))\nb = Input((2,))\nmodel = Model([a, b], Dense(1)(a))", "more than one input"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(NnplayError, match=reason):
        read_code(text, Seeds(), preset("circle").data)


def test_nothing_is_run(tmp_path) -> None:
    text = f"open({str(tmp_path / 'a')!r}, 'w')\nmodel = Sequential([Input((2,)), Dense(1)])\n__import__('os').getcwd()"
    read_code(text, Seeds())
    assert not (tmp_path / "a").exists()


def test_what_is_likely_a_listing() -> None:
    assert is_listing(PIMA)
    assert not is_listing('{"format": "nnplay layers 1", "x": "Sequential("}')
    assert not is_listing("1 2 3")
