"""PictureQueue: one after another, in another thread, without those that cannot be made."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject

from nnplay.engine import NnplayError
from nnplay.shell.images.picture_queue import PictureQueue


@pytest.fixture
def home(qtbot):
    return QObject()


@pytest.fixture
def queue(home):
    queue = PictureQueue(home)
    yield queue
    queue.close()


@pytest.fixture
def made(queue):
    found = []
    queue.made.connect(lambda key, result: found.append((key, result)))
    return found


def fail():
    raise NnplayError("It cannot be drawn.")


def test_everything_comes_in_its_order_from_another_thread(queue, made, qtbot):
    queue.begin(dict.fromkeys("abc", threading.get_ident))
    qtbot.waitUntil(lambda: len(made) == 3)
    assert [key for key, _ in made] == ["a", "b", "c"]
    assert threading.get_ident() not in {result for _, result in made}
    assert not queue.is_under_way


def test_what_cannot_be_made_is_left_out(queue, made, qtbot):
    queue.begin({"a": fail, "b": partial(str, 2)})
    qtbot.waitUntil(lambda: bool(made))
    assert made == [("b", "2")]


def test_new_work_ends_the_former(queue, made, qtbot):
    queue.begin({number: partial(int, number) for number in range(100)})
    queue.begin({"new": partial(str, 1)})
    qtbot.waitUntil(lambda: ("new", "1") in made)
    assert not queue.is_under_way
    assert made[-1] == ("new", "1")


def test_a_closed_queue_says_nothing_more(queue, made, qtbot):
    queue.begin({"a": partial(str, 1)})
    queue.close()
    qtbot.wait(30)
    assert made == []
