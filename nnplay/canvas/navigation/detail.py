"""Detail: how much of the network is drawn, by zoom or as the user chooses."""

from __future__ import annotations

from enum import IntEnum

_CARDS_BELOW, _NEURONS_ABOVE = 0.34, 0.4
_ALL_ABOVE, _NEURONS_BELOW = 1.7, 1.5
"""Zoom limits: each level ends a little beyond the start of the next, so that nothing flickers between two."""


class Detail(IntEnum):
    """Levels from far to near. Cards are equally large in all of them: a level changes what is drawn, never where."""

    CARDS = 0
    """Each layer's name, kind and shape, readable at a distance."""
    NEURONS = 1
    """Pictures of the neurons, and connections."""
    ALL = 2
    """Also numbers beside them."""


def detail_at(zoom: float, before: Detail) -> Detail:
    """Return the level of detail for a zoom, in screen pixels per scene pixel, given the previous level."""
    if zoom < (_NEURONS_ABOVE if before is Detail.CARDS else _CARDS_BELOW):
        return Detail.CARDS
    if zoom > (_NEURONS_BELOW if before is Detail.ALL else _ALL_ABOVE):
        return Detail.ALL
    return Detail.NEURONS
