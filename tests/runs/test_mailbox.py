"""The mailbox: the latest item wins, merged items lose nothing, whatever the threads do."""

from threading import Thread

from nnplay.runs.mailbox import Mailbox


def test_is_empty_until_something_is_put():
    assert Mailbox[str]().take() is None


def test_gives_an_item_once():
    box = Mailbox[str]()
    box.put("a")
    assert box.take() == "a"
    assert box.take() is None


def test_the_latest_item_wins():
    box = Mailbox[str]()
    box.put("old")
    box.put("new")
    assert box.take() == "new"


def test_an_item_that_is_false_counts():
    box = Mailbox[int]()
    box.put(0)
    assert box.take() == 0


def test_merges_with_what_waits_but_not_with_what_was_taken():
    box = Mailbox[tuple[int, ...]](lambda waiting, new: waiting + new)
    box.put((1,))
    box.put((2,))
    assert box.take() == (1, 2)
    box.put((3,))
    assert box.take() == (3,)


def test_nothing_merged_is_lost_or_reordered_between_threads():
    box = Mailbox[tuple[int, ...]](lambda waiting, new: waiting + new)
    n = 20_000

    def write() -> None:
        for i in range(n):
            box.put((i,))

    writer = Thread(target=write)
    writer.start()
    received: list[int] = []
    while writer.is_alive():
        received += box.take() or ()
    received += box.take() or ()
    assert received == list(range(n))
