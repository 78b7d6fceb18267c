"""``nnplay download``: fetch MNIST or Fashion-MNIST, after asking, and say where it lies."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.status_line import StatusLine
from nnplay.data.folders import data_folder
from nnplay.data.publications import PUBLICATIONS, is_complete

_DECLINED = 1


def run(options: Namespace) -> int:
    """Ask, fetch, and print the folder, for ``--data``."""
    from nnplay.data.download import download

    publication = PUBLICATIONS[options.name]
    folder = Path(options.folder) if options.folder else data_folder() / publication.name
    if not is_complete(publication, folder):
        size = f"{publication.size / 1e6:.1f} MB"
        print(f"{publication.title} ({publication.source}): {size} to {folder}", file=sys.stderr)
        for mirror in publication.mirrors:
            print(f"  from {mirror}", file=sys.stderr)
        if not options.yes and not _is_agreed():
            return _DECLINED
    with Interrupt() as interrupt, StatusLine() as line:
        download(publication, folder, lambda share, text: line.show(f"{text} {share:.0%}"), interrupt.is_set)
    print(folder)
    return 0


def _is_agreed() -> bool:
    if not sys.stdin.isatty():
        print("nnplay: nobody is there to agree; say --yes", file=sys.stderr)
        return False
    print("Download? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
