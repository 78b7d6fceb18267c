"""Layout of argparse's help in terminal columns, in any language."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from nnplay.languages.columns import width as columns_of
from nnplay.languages.columns import wrapped


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Breaks lines between Chinese characters and at the terminal's width; keeps descriptions as written."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None,
    ) -> str:
        # Continuation lines of the usage are indented to its first word. argparse counts characters, so give it
        # columns.
        word = argparse._("usage: ") if prefix is None else prefix  # type: ignore[attr-defined]  # the stubs leave the alias out
        blanks = " " * columns_of(word)
        return word + super()._format_usage(usage, actions, groups, blanks).removeprefix(blanks)
