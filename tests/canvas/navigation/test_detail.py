"""Levels of detail: by zoom, without flicker, by choice; what is drawn changes, never where it is."""

from PySide6.QtCore import QPointF, QRectF

from nnplay.appearance.number_text import short_text
from nnplay.canvas import CanvasView
from nnplay.canvas.cards.far_face import far_text_size
from nnplay.canvas.navigation.detail import Detail, detail_at
from nnplay.document import Document, EditName
from nnplay.engine import Dense
from nnplay.project import edits
from tests.canvas.pointer import scene_of


def zoom_to(canvas: CanvasView, zoom: float) -> None:
    while canvas.zoom < zoom:
        canvas.zoom_in()
    while canvas.zoom > zoom:
        canvas.zoom_out()


def places(canvas: CanvasView) -> dict[str, tuple[QPointF, QRectF]]:
    return {name: (card.pos(), card.layout.rect) for name, card in scene_of(canvas).cards.items()}


def test_a_level_ends_later_than_the_other_begins() -> None:
    for boundary, far, near in ((0.37, Detail.CARDS, Detail.NEURONS), (1.6, Detail.NEURONS, Detail.ALL)):
        assert detail_at(boundary, far) is far
        assert detail_at(boundary, near) is near
    assert detail_at(0.1, Detail.ALL) is Detail.CARDS
    assert detail_at(1.0, Detail.CARDS) is detail_at(1.0, Detail.ALL) is Detail.NEURONS
    assert detail_at(4.0, Detail.CARDS) is Detail.ALL


def test_letters_grow_while_the_cards_shrink() -> None:
    assert far_text_size(0.3) * 0.3 > 11
    assert far_text_size(0.1) >= far_text_size(0.3) > far_text_size(1.0)


def test_the_zoom_changes_what_is_drawn_and_not_where(canvas: CanvasView) -> None:
    before, card = places(canvas), scene_of(canvas).cards["dense"]
    assert scene_of(canvas).detail is Detail.NEURONS
    zoom_to(canvas, 0.3)
    assert scene_of(canvas).detail is Detail.CARDS
    assert not card.units.isVisible()
    assert not card.control("more").isVisible()
    zoom_to(canvas, 2.0)
    assert scene_of(canvas).detail is Detail.ALL
    assert card.units.isVisible()
    assert card.control("more").isVisible()
    assert places(canvas) == before
    canvas.zoom_to_fit()
    assert scene_of(canvas).detail is Detail.NEURONS


def test_a_choice_holds_at_every_zoom(canvas: CanvasView) -> None:
    canvas.choose_detail(Detail.CARDS)
    zoom_to(canvas, 2.0)
    assert scene_of(canvas).detail is Detail.CARDS
    canvas.choose_detail(None)
    assert scene_of(canvas).detail is Detail.ALL


def test_figures_are_those_of_the_weights_and_biases(canvas: CanvasView, document: Document) -> None:
    numbers = scene_of(canvas).numbers
    assert not numbers.isVisible()
    canvas.choose_detail(Detail.ALL)
    assert numbers.isVisible()
    project = document.project
    assert len(numbers.texts) == project.network.n_parameters
    document.perform(EditName("Set"), lambda project: edits.set_parameter(project, "dense", "kernel", (1, 2), 7.25))
    kernel = document.project.network.view(document.project.parameters, "dense", "kernel")
    assert kernel is not None
    assert numbers.texts[: kernel.size] == [short_text(float(value), 2) for value in kernel.ravel()]


def test_large_bundles_have_no_figures(canvas: CanvasView, document: Document) -> None:
    canvas.choose_detail(Detail.ALL)
    for name in ("dense", "dense_2"):
        document.perform(
            EditName("Wide"), lambda project, name=name: edits.replace_layer(project, name, Dense(8, "tanh"))
        )
    network = document.project.network
    n_shown = 2 * 8 + 8 * 1
    n_biases = 8 + 8 + 1
    assert network.n_parameters == n_shown + 8 * 8 + n_biases
    assert len(scene_of(canvas).numbers.texts) == n_shown + n_biases


def test_from_afar_a_link_is_one_line_and_a_new_layer_is_seen_from_afar_too(
    canvas: CanvasView, document: Document
) -> None:
    canvas.choose_detail(Detail.CARDS)
    links = scene_of(canvas).links
    assert not any(item.isVisible() for item in links.items.values())
    canvas.append_layer("Dense")
    assert not any(item.isVisible() for item in links.items.values())
    assert not any(card.units.isVisible() for card in scene_of(canvas).cards.values())
    names = [node.name for node in document.project.network.nodes]
    start, end = (scene_of(canvas).cards[name] for name in names[:2])
    between = QPointF((start.sceneBoundingRect().right() + end.sceneBoundingRect().left()) / 2, 0)
    between.setY(start.sceneBoundingRect().top() + 40)
    assert links.link_at(between) == (names[0], names[1])
    assert links.link_at(between + QPointF(0, 100)) is None


def test_figures_do_not_cover_each_other(canvas: CanvasView) -> None:
    canvas.choose_detail(Detail.ALL)
    rects = scene_of(canvas).numbers.rects
    assert len(rects) == 2 * 4 + 4 * 2 + 2 * 1 + 4 + 2 + 1
    assert not any(one.intersects(other) for place, one in enumerate(rects) for other in rects[:place])


def test_figures_wait_for_cards_that_glide(canvas: CanvasView, document: Document) -> None:
    canvas.choose_detail(Detail.ALL)
    scene_of(canvas).arrangement.is_smooth = True
    document.perform(EditName("Fewer"), lambda project: edits.change_layer(project, "dense", {"units": 3}))
    document.undo()
    scene_of(canvas).arrangement.is_smooth = False
    scene_of(canvas).arrangement.settle()
    assert len(scene_of(canvas).numbers.texts) == document.project.network.n_parameters
