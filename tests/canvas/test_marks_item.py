"""MarksItem: numbers stand where their neurons and connections are, and go when they are told to."""

from __future__ import annotations

from itertools import combinations

from nnplay.document import EditName
from nnplay.engine import Part
from nnplay.project import edits
from nnplay.project.calculation import Mark
from tests.canvas.pointer import scene_of


def test_numbers_stand_at_their_neurons_and_follow_them(canvas) -> None:
    scene = canvas.scene()
    network = scene.project.network
    node = network.nodes[1].name
    canvas.show_marks((Mark(Part(node, 0), "0.73", True), Mark(Part(node, parameter="kernel", index=(0, 1)), "0.8")))
    assert scene.marks.texts == ["0.73", "0.8"]
    before = scene.marks.boundingRect()
    card = scene.cards[node]
    assert before.contains(card.layout.unit_rect(0).translated(card.pos()).center())
    card.setPos(card.pos().x() + 300, card.pos().y())
    scene.marks.place()
    assert scene.marks.boundingRect().right() > before.right() + 200
    canvas.show_marks(())
    assert scene.marks.boundingRect().isEmpty()


def test_parts_that_are_gone_are_left_out(canvas) -> None:
    canvas.show_marks((Mark(Part("nowhere", 0), "1"), Mark(Part(canvas.scene().project.network.output.name, 99), "2")))
    assert canvas.scene().marks.texts == []
    canvas.highlight(Part("nowhere", parameter="kernel", index=(0, 0)))
    assert canvas.scene().marks.boundingRect().isEmpty()


def test_what_is_pointed_at_is_lit(canvas) -> None:
    output = canvas.scene().project.network.output.name
    canvas.highlight(Part(output, parameter="kernel", index=(0, 0)))
    assert not canvas.scene().marks.boundingRect().isEmpty()
    canvas.highlight(None)
    assert canvas.scene().marks.boundingRect().isEmpty()


def test_marks_on_a_network_that_has_just_been_replaced_by_a_smaller_one(canvas, document) -> None:
    hidden, output = (node.name for node in canvas.scene().project.network.nodes[-2:])
    last = Part(output, parameter="kernel", index=(1, 0))
    canvas.show_marks((Mark(last, "0.1"),))
    canvas.highlight(last)
    assert scene_of(canvas).marks.texts == ["0.1"]
    document.perform(EditName("One neuron"), lambda project: edits.change_layer(project, hidden, {"units": 1}))
    assert scene_of(canvas).marks.texts == []


def test_no_number_lies_on_another(canvas) -> None:
    """The weights into a neuron and the outputs around them at once, in a small canvas."""
    canvas.resize(460, 420)
    scene = scene_of(canvas)
    neurons = [
        Mark(Part(name, unit), "-0.731", True) for name, n in (("dense", 4), ("dense_2", 2)) for unit in range(n)
    ]
    weights = [Mark(Part("dense_2", parameter="kernel", index=(row, 0)), "-12.34") for row in range(4)]
    canvas.show_marks((*weights, *neurons))
    rects = scene.marks.rects
    assert len(rects) == 10
    assert not any(one.intersects(other) for one, other in combinations(rects, 2))
