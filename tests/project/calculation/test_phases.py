"""Phases: their order, and moves that stop at the ends."""

from __future__ import annotations

from nnplay.project.calculation import Kind, Stepping, phases
from nnplay.project.presets import preset


def test_there_and_back_again() -> None:
    network = preset("two-three-one").network
    found = [(phase.kind, phase.node) for phase in phases(network)]
    assert found == [
        (Kind.EXAMPLE, None),
        (Kind.FORWARD, "dense"),
        (Kind.FORWARD, "dense_2"),
        (Kind.LOSS, None),
        (Kind.BACKWARD, "dense_2"),
        (Kind.BACKWARD, "dense"),
        (Kind.UPDATE, None),
    ]
    start = place = Stepping(phases(network))
    seen = [place.phase]
    while not place.is_last:
        place = place.next()
        seen.append(place.phase)
    assert tuple(seen) == start.phases
    assert place.next() == place == start.last()
    for _ in seen:
        place = place.previous()
    assert place == start == place.first()


def test_what_is_known_by_now() -> None:
    place = Stepping(phases(preset("two-three-one").network)).at(2)
    assert place.is_done(Kind.FORWARD, "dense")
    assert place.is_done(Kind.FORWARD, "dense_2")
    assert not place.is_done(Kind.LOSS)
    assert not place.is_done(Kind.BACKWARD, "dense_2")
