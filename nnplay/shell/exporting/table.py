"""All formats that the window can write, in menu order."""

from __future__ import annotations

from nnplay.exchange.export import GROUPS
from nnplay.exchange.formats import FORMATS
from nnplay.shell.exporting.pictures import DRAWN
from nnplay.shell.exporting.worksheets import WORKSHEETS

_ALL = FORMATS | DRAWN | WORKSHEETS

FORMS = {name: form for group in GROUPS for name, form in _ALL.items() if form.group == group}
"""By name, group after group."""
