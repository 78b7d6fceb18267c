"""How argparse lays out help: in columns of a terminal, whatever the language."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from nnplay.languages.columns import width as columns_of
from nnplay.languages.columns import wrapped


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Breaks lines between Chinese characters, and where the terminal ends; descriptions stay as they are written."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None,
    ) -> str:
        # Further lines of the usage begin below its first word: argparse counts letters, so it is given columns.
        word = argparse._("usage: ") if prefix is None else prefix  # type: ignore[attr-defined]  # the stubs leave the alias out
        blanks = " " * columns_of(word)
        return word + super()._format_usage(usage, actions, groups, blanks).removeprefix(blanks)
