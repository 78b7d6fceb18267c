"""Right of way: training waits from the moment the GUI thread takes it until there is nothing left to draw."""

from threading import Event, Thread

import pytest

from nnplay.background.right_of_way import RightOfWay


@pytest.fixture
def way(qapp, request):
    return RightOfWay(*getattr(request, "param", ()))


@pytest.fixture
def passed(way):
    """Tells whether a training thread that asks now has got through; it is joined at the end."""
    threads = []

    def ask():
        got = Event()
        threads.append(Thread(target=lambda: (way.give(), got.set())))
        threads[-1].start()
        return got

    yield ask
    for thread in threads:
        thread.join()


def test_nobody_waits_while_nothing_is_drawn(passed):
    assert passed().wait(5)


@pytest.mark.parametrize("way", [(60.0,)], indirect=True)
def test_training_waits_until_what_follows_has_been_drawn(way, passed, qtbot):
    way.take()
    got = passed()
    assert not got.wait(0.05)
    qtbot.waitUntil(got.is_set)
    assert passed().wait(5)


def test_a_busy_window_does_not_stop_training(way, passed):
    way.take()
    assert passed().wait(5)  # although no event loop has run
