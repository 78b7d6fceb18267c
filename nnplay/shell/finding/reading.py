"""What there is to read as finds: lessons, terms of the glossary, pages of the guide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale

from nnplay.appearance import glossary
from nnplay.languages import available, nearest
from nnplay.lessons import shipped
from nnplay.shell.finding.find import Find, Kind
from nnplay.shell.manual import pages, text_of, title_of


def lesson_finds(begin: Callable[[Path], object]) -> list[Find]:
    """Return nnplay's own lessons with all their texts; ``begin`` starts the one in a folder."""
    found = []
    for number, folder in enumerate(shipped(), start=1):
        written = {page.stem: page for page in folder.glob("*.md")}
        own = written[nearest([QLocale().name()], written)]
        titles = tuple(title_of(page) for page in written.values())
        run = partial(_begin, begin, folder)
        found.append(Find(Kind.LESSON, title_of(own), titles, text_of(own), run, place=str(number)))
    return found


def term_finds(show: Callable[[str], object]) -> list[Find]:
    """Return the terms of the glossary under all their names; ``show`` opens it at the term with a key."""
    return [
        Find(
            Kind.TERM,
            glossary.title_of(name),
            tuple(glossary.names(name)),
            glossary.text_of(name),
            partial(_show, show, name),
            note=glossary.what_is(name),
        )
        for name in glossary.TERMS
    ]


def page_finds(show: Callable[[Path, str], object]) -> list[Find]:
    """Return the pages of the guide with their texts; ``show`` opens a page where the typed words are."""
    found = []
    for number, page in enumerate(pages(QLocale().name())):
        titles = tuple(title_of(pages(language)[number]) for language in available())
        found.append(Find(Kind.PAGE, title_of(page), titles, text_of(page), partial(show, page)))
    return found


def _begin(begin: Callable[[Path], object], folder: Path, _typed: str) -> None:
    begin(folder)


def _show(show: Callable[[str], object], name: str, _typed: str) -> None:
    show(name)
