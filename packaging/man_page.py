#!/usr/bin/env python3
"""The manual page nnplay(1), generated from the command-line parser, so that it agrees with --help.

python packaging/man_page.py update    write packaging/linux/nnplay.1
python packaging/man_page.py check     status 1 if it is out of date
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(ROOT))

from facts import Facts, facts  # noqa: E402

from nnplay import startup  # noqa: E402
from nnplay.cli.parser import make_parser  # noqa: E402

PAGE = ROOT / "packaging" / "linux" / "nnplay.1"

_EXIT = (
    ("0", "Done."),
    ("1", "Failed: one sentence on standard error says why."),
    ("2", "Invalid arguments."),
    ("130", "Stopped by Ctrl+C; what was learned so far is saved if -o names a file."),
)
_FILES = (
    ("*.nnplay", "Projects: network, weights, settings, curves."),
    ("$XDG_DATA_HOME/nnplay", "Recovery copies and lessons."),
    ("$XDG_CACHE_HOME/nnplay", "Generated digits and downloads; may be deleted at any time."),
)


def main(words: list[str]) -> int:
    """Run as requested on the command line and return the exit status."""
    if words == ["update"]:
        PAGE.write_text(page(facts()), encoding="utf-8")
        return 0
    if words == ["check"]:
        is_current = PAGE.read_text(encoding="utf-8") == page(facts())
        if not is_current:
            sys.stderr.write("nnplay.1 is out of date: run python packaging/man_page.py update\n")
        return 0 if is_current else 1
    sys.stderr.write(__doc__ or "")
    return 2


def page(project: Facts) -> str:
    """Return the page in the format of man(7)."""
    lines = [
        f'.TH NNPLAY 1 "" "nnplay {project.version}" "User Commands"',
        ".SH NAME",
        f"nnplay \\- {_text(project.summary.rstrip('.'))}",
        ".SH SYNOPSIS",
        ".B nnplay",
        "[\\fIPROJECT\\fR|\\fIPRESET\\fR]",
        ".br",
        ".B nnplay",
        "\\fICOMMAND\\fR [\\fIoptions\\fR]",
        ".SH DESCRIPTION",
        "Without a command the window opens, with the project or preset if one is named. The commands need neither a",
        "screen nor Qt, except",
        ".BR screenshot .",
    ]
    commands = _commands(make_parser())
    lines.append(".SH COMMANDS")
    for name, (help, _) in commands.items():
        lines += [".TP", f".B {name}", _text(help)]
    lines += [".TP", f".B {startup.SCREENSHOT}", "draw a picture of the window"]
    for name, (_, parser) in commands.items():
        lines += [f".SH {name.upper()}", *_options(parser)]
    lines.append(".SH EXIT STATUS")
    for status, meaning in _EXIT:
        lines += [".TP", f".B {status}", _text(meaning)]
    lines.append(".SH FILES")
    for path, meaning in _FILES:
        lines += [".TP", f".I {_text(path)}", _text(meaning)]
    lines += [".SH SEE ALSO", _text(project.urls["Homepage"])]
    return "\n".join(lines) + "\n"


def _commands(parser: argparse.ArgumentParser) -> dict[str, tuple[str, argparse.ArgumentParser]]:
    """Return each command's help line and parser, by its name."""
    choices = next(each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    helps = {each.dest: each.help or "" for each in choices._choices_actions}
    return {name: (helps[name], command) for name, command in choices.choices.items()}


def _options(parser: argparse.ArgumentParser) -> list[str]:
    """Return a command's synopsis and options; formatted here, because argparse differs between versions of Python."""
    formatter = parser._get_formatter()
    shown = [action for action in parser._actions if action.help != argparse.SUPPRESS]
    operands = [_value(action) for action in shown if not action.option_strings]
    lines = [_text(" ".join([parser.prog, "[options]", *operands]))]
    for action in shown:
        lines += [".TP", ".B " + _text(", ".join(action.option_strings) or _value(action))]
        if action.option_strings and action.nargs != 0:
            lines[-1] += f" \\fI{_text(_value(action))}\\fR"
        if action.help:
            lines.append(_text(formatter._expand_help(action)))
    return lines


def _value(action: argparse.Action) -> str:
    """Return the placeholder for the value of an option or operand."""
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def _text(text: str) -> str:
    """Return text escaped for roff: backslashes and minus signs, and control characters at the beginning of a line."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + escaped if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
