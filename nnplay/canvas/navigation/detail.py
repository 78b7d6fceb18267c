"""Detail: how much of the network is drawn, by zoom or as a person chooses."""

from __future__ import annotations

from enum import IntEnum

_CARDS_BELOW, _NEURONS_ABOVE = 0.34, 0.4
_ALL_ABOVE, _NEURONS_BELOW = 1.7, 1.5
"""Zooms; each level ends a little beyond where the other one began, so that nothing flickers between two."""


class Detail(IntEnum):
    """From far to near. The cards are as large in all of them: what is drawn changes, never where it is."""

    CARDS = 0
    """Each layer's name, kind and shape, to be read from afar."""
    NEURONS = 1
    """Their pictures and their connections."""
    ALL = 2
    """Numbers beside them as well."""


def detail_at(zoom: float, before: Detail) -> Detail:
    """Return the detail that suits a zoom, in screen pixels for one of the scene, after another one."""
    if zoom < (_NEURONS_ABOVE if before is Detail.CARDS else _CARDS_BELOW):
        return Detail.CARDS
    if zoom > (_NEURONS_BELOW if before is Detail.ALL else _ALL_ABOVE):
        return Detail.ALL
    return Detail.NEURONS
