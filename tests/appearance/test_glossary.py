"""The glossary: every term is whole, and a widget that it explains does so everywhere."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from nnplay.appearance import glossary
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
    assert any(path.name.startswith(f"{term.lesson:02d}-") for path in shipped())


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
