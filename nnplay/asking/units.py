"""Units in the names of columns: "height (cm)" is a height in centimetres."""

from __future__ import annotations

import re

_WITH_UNIT = re.compile(r"(.*\S)\s*(?:\(([^()]{1,16})\)|\[([^\[\]]{1,16})\]|（([^（）]{1,16})）)\s*")


def split_unit(name: str) -> tuple[str, str]:
    """Return a column's name without its unit, and the unit, empty if the name has none."""
    found = _WITH_UNIT.fullmatch(name)
    if found is None:
        return name, ""
    return found[1], next(unit for unit in found.groups()[1:] if unit).strip()
