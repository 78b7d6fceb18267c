"""WhatIfView: where the decision changes is painted and said, at numbers and at dates."""

import numpy as np
import pytest

from nnplay.asking import Answer, Field, Meaning
from nnplay.asking.what_if import WhatIf
from nnplay.data import Task
from nnplay.panels.try_it.what_if_view import WhatIfView, label_places


@pytest.mark.parametrize(
    ("field", "words"),
    [(Field("age", slice(0, 1), (), 0, 20_000), "10000"), (Field("day", slice(0, 1), is_date=True), "1997-05-19")],
)
def test_where_the_decision_changes(qtbot, field, words):
    shares = np.array([[1, 0], [0, 1]], np.float32)
    answer = Answer(Meaning(Task.MULTICLASS, ("no", "yes")), shares, shares, shares.argmax(axis=1))
    view = WhatIfView()
    qtbot.addWidget(view)
    view.resize(240, 160)
    view.show_curve(WhatIf(0, np.array([0.0, 20_000.0]), answer, (10_000.0,)), field, 5_000.0)
    empty = view.grab().toImage()
    view.show_curve(WhatIf(0, np.array([0.0, 20_000.0]), answer, ()), field, 5_000.0)
    assert view.grab().toImage() != empty  # an exception while it paints fails the test
    view.show_curve(WhatIf(0, np.array([0.0, 20_000.0]), answer, (10_000.0,)), field, 5_000.0)
    assert words in view.accessibleDescription()


def test_labels_keep_apart_and_inside():
    assert label_places([10, 60, 100, 195], [40, 40, 40, 40], 200) == [0, None, 80, 160]
    assert label_places([20, 70], [40, 40], 200) == [0, 50]
