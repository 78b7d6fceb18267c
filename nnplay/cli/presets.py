"""``nnplay presets``: the networks to start from."""

from __future__ import annotations

import json
from argparse import Namespace

from nnplay.languages import translate
from nnplay.languages.columns import padded
from nnplay.project.presets import PRESETS


def run(options: Namespace) -> int:
    """Print one line per preset, or all of them as JSON."""
    if options.json:
        print(
            json.dumps([{"name": each.name, "title": each.title, "summary": each.summary} for each in PRESETS.values()])
        )
        return 0
    width = max(len(name) for name in PRESETS)
    for each in PRESETS.values():
        print(f"{padded(each.name, width)}  {translate('presets', each.summary)}")
    return 0
