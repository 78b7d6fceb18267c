"""``nnplay download``: fetch MNIST or Fashion-MNIST, after asking, and print the folder."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from nnplay.cli.interrupt import Interrupt
from nnplay.cli.messages import progress, say
from nnplay.cli.status_line import StatusLine
from nnplay.data.folders import data_folder
from nnplay.data.publications import PUBLICATIONS, is_complete
from nnplay.languages import translate

_DECLINED = 1


def run(options: Namespace) -> int:
    """Ask, download, and print the folder for ``--data``."""
    from nnplay.data.download import download

    publication = PUBLICATIONS[options.name]
    folder = Path(options.folder) if options.folder else data_folder() / publication.name
    if not is_complete(publication, folder):
        size = f"{publication.size / 1e6:.1f} MB"
        offer, origin = translate("cli", "{title} ({source}): {size} to {folder}"), translate("cli", "from {address}")
        offer = offer.format(title=publication.title, source=publication.source, size=size, folder=folder)
        print(offer, *(f"  {origin.format(address=each)}" for each in publication.mirrors), sep="\n", file=sys.stderr)
        if not options.yes and not _is_agreed():
            return _DECLINED
    with Interrupt() as interrupt, StatusLine() as line:
        download(publication, folder, lambda *done: line.show(progress(*done)), interrupt.is_set)
    print(folder)
    return 0


def _is_agreed() -> bool:
    if not sys.stdin.isatty():
        say(translate("cli", "no terminal to ask on; add --yes to agree"))
        return False
    print(translate("cli", "Download? [y/N]"), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
