"""A lesson's texts as a Markdown file.

# Title of the lesson
What it is about, in a sentence or two.
## step-id: Title of the step
What to read and to do.
### options      the answers to choose from, a list; below each wrong one, indented, why it is wrong
### hint
### done
"""

from __future__ import annotations

import re

from nnplay.engine.errors import QT_TRANSLATE_NOOP
from nnplay.lessons.errors import LessonError
from nnplay.lessons.lesson import LessonText, StepText

_PARTS = ("body", "options", "hint", "done")


def parse(text: str, where: str) -> LessonText:
    """Return the texts of a lesson.

    Parameters
    ----------
    where
        Name of the file in error messages.

    Raises
    ------
    LessonError
        If the text does not have the form above.
    """
    head, *sections = re.split(r"^## ", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    title, _, summary = head.strip().partition("\n")
    if not title.startswith("# "):
        raise LessonError(QT_TRANSLATE_NOOP("errors", "“{where}” must begin with “# ” and a title."), where=where)
    steps = dict(_step(section, where) for section in sections)
    if len(steps) < len(sections):
        raise LessonError(QT_TRANSLATE_NOOP("errors", "In “{where}” two steps have the same name."), where=where)
    return LessonText(title[2:].strip(), summary.strip(), steps)


def write(text: LessonText) -> str:
    """Return the content of a file from which ``parse`` reads this text."""
    lines = [f"# {text.title}", "", text.summary, ""]
    for name, step in text.steps.items():
        lines += [f"## {name}: {step.title}", "", step.body, ""]
        if step.options:
            lines += ["### options", "", *_option_lines(step), ""]
        for part in ("hint", "done"):
            if getattr(step, part):
                lines += [f"### {part}", "", getattr(step, part), ""]
    return "\n".join(lines).rstrip() + "\n"


def _step(section: str, where: str) -> tuple[str, StepText]:
    head, _, rest = section.partition("\n")
    name, colon, title = head.partition(":")
    body, *others = re.split(r"^### ", rest, flags=re.MULTILINE)
    parts = {"body": body.strip()}
    for other in others:
        part, _, content = other.partition("\n")
        if part.strip() not in _PARTS[1:] or not colon:
            raise LessonError(
                QT_TRANSLATE_NOOP(
                    "errors", "In “{where}” the step “{step}” has an unknown part “{part}”. Choose from: {parts}."
                ),
                where=where,
                step=name.strip(),
                part=part.strip(),
                parts=", ".join(_PARTS[1:]),
            )
        parts[part.strip()] = content.strip()
    options, reasons = _options(parts.pop("options", ""))
    return name.strip(), StepText(title.strip(), options=options, reasons=reasons, **parts)


def _options(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    options: list[str] = []
    reasons: list[str] = []
    for indent, words in re.findall(r"^( *)[-*] (.+)$", text, flags=re.MULTILINE):
        if not indent:
            options.append(words)
            reasons.append("")
        elif options:
            reasons[-1] = words
    return tuple(options), tuple(reasons) if any(reasons) else ()


def _option_lines(step: StepText) -> list[str]:
    lines = []
    for place, option in enumerate(step.options):
        lines.append(f"- {option}")
        if step.reason(place):
            lines.append(f"  - {step.reason(place)}")
    return lines
