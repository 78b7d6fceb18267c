"""File names made of titles: a title may hold anything, a name must not choose a folder or confuse a system."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names that are devices on Windows, whatever ending follows."""

_MOST_BYTES = 120
"""Of a name without its ending; systems take 255 bytes of all."""


def name_of(title: str, otherwise: str) -> str:
    """A title as a file's name without ending; ``otherwise`` where nothing of it can be used."""
    name = _FORBIDDEN.sub("-", title).strip(" .-")
    name = name.encode(errors="replace")[:_MOST_BYTES].decode(errors="ignore").strip(" .-")
    return otherwise if not name or _RESERVED.fullmatch(name.partition(".")[0]) else name
