"""Lessons on disk: a folder that a teacher can edit, or a single file to share. Reading one executes nothing.

A folder holds ``lesson.json``, a Markdown file per language (``en.md``, ``zh_CN.md``), and ``start.nnplay`` unless it
starts with a preset. A file (``.nnplaylesson``) is one JSON object with the same parts.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from nnplay import resources
from nnplay.disk.reading import is_file, is_folder, read_file
from nnplay.disk.writing import WouldReplaceError, would_replace, write_file, write_files
from nnplay.engine import NnplayError
from nnplay.engine.errors import QT_TRANSLATE_NOOP, DamagedError
from nnplay.engine.reasons import reason_of
from nnplay.lessons import markdown
from nnplay.lessons.actions import ACTIONS
from nnplay.lessons.checks import CHECKS
from nnplay.lessons.errors import LessonError
from nnplay.lessons.lesson import Lesson, Plan, Show, Step
from nnplay.lessons.quantity import Quantity
from nnplay.project import Project
from nnplay.project.presets import PRESETS, preset
from nnplay.project.storage import strict_json
from nnplay.project.storage.codec import decode, encode
from nnplay.project.storage.file import load as load_project
from nnplay.project.storage.file import open_bytes, to_bytes

ENDING = ".nnplaylesson"
PLAN_NAME = "lesson.json"
START_NAME = "start.nnplay"
FORMAT = 1
_TYPES = (Plan, Step, Show, Quantity, *CHECKS, *ACTIONS)
_MAX_BYTES = 20_000_000
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")


def shipped() -> list[Path]:
    """Return the folders of nnplay's own lessons, in order."""
    return sorted(path.parent for path in resources.path("lessons").glob(f"*/{PLAN_NAME}"))


def find_shipped(lesson_id: str) -> Lesson | None:
    """Return nnplay's own lesson with this id, or None."""
    folder = next((path for path in shipped() if path.name == lesson_id), None)
    return None if folder is None else load_shipped(folder)


@cache
def load_shipped(folder: Path) -> Lesson:
    """Read one of nnplay's own lessons, once a process: every window lists them all, and they are frozen values."""
    return load(folder)


def load(path: Path) -> Lesson:
    """Read a lesson from its folder or file.

    Raises
    ------
    LessonError
        If it is damaged or not a lesson; the sentence names the file and the reason.
    """
    try:
        return _load_folder(path) if is_folder(path) else _load_file(path)
    except (OSError, ValueError, NnplayError) as error:
        raise LessonError(
            QT_TRANSLATE_NOOP("errors", "The lesson “{file}” cannot be opened: {reason}"),
            file=path.name,
            reason=reason_of(error),
        ) from error


def save_folder(lesson: Lesson, folder: Path, named: Collection[Path] = ()) -> None:
    """Write a lesson as an editable folder; other files in the folder are left alone.

    Parameters
    ----------
    named
        Files of the folder that the user has agreed to replace. A language among them that this lesson lacks is
        deleted, since its texts would belong to other steps.

    Raises
    ------
    WouldReplaceError
        If the folder has other files of a lesson; nothing has been written.
    OSError
        If it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    contents = {folder / f"{language}.md": markdown.write(text).encode() for language, text in lesson.texts.items()}
    if not lesson.plan.preset:
        contents[folder / START_NAME] = to_bytes(lesson.start)
    contents[folder / PLAN_NAME] = _plan_text(lesson.plan).encode()
    stale = [path for path in languages_in(folder) if path not in contents]
    replaced = would_replace(contents, named) + [path for path in stale if path not in named]
    if replaced:
        raise WouldReplaceError(replaced)
    write_files(contents, named)
    for path in stale:
        path.unlink()


def files_in(folder: Path) -> list[Path]:
    """Return the files of the lesson in a folder."""
    return [folder / PLAN_NAME, folder / START_NAME, *languages_in(folder)]


def languages_in(folder: Path) -> list[Path]:
    """Return the language files of the lesson in a folder; none if there is no lesson."""
    if not is_file(folder / PLAN_NAME):
        return []
    return sorted(path for path in folder.glob("*.md") if _LANGUAGE.fullmatch(path.stem))


def save_file(lesson: Lesson, path: Path) -> None:
    """Write a lesson as one file, atomically."""
    parts: dict[str, object] = {
        "plan": _plan_text(lesson.plan),
        "texts": {language: markdown.write(text) for language, text in lesson.texts.items()},
    }
    if not lesson.plan.preset:
        parts["start"] = base64.b64encode(to_bytes(lesson.start)).decode("ascii")
    write_file(path, strict_json.dumps(parts).encode())


def _load_folder(folder: Path) -> Lesson:
    plan = _plan(_text_of(folder / PLAN_NAME))
    texts = {path.stem: _text_of(path) for path in sorted(folder.glob("*.md"))}
    start = _prepared(plan) if _has_preset(plan) else load_project(folder / START_NAME)
    return _lesson(folder.name, plan, texts, start)


def _load_file(path: Path) -> Lesson:
    parts = strict_json.loads(_text_of(path))
    if not isinstance(parts, dict) or not isinstance(parts.get("texts"), dict):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "it is not a lesson file"))
    plan = _plan(_as_text(parts.get("plan")))
    texts = {language: _as_text(text) for language, text in parts["texts"].items()}
    start = _prepared(plan) if _has_preset(plan) else _embedded_project(_as_text(parts.get("start")))
    return _lesson(path.stem, plan, texts, start)


def _lesson(name: str, plan: Plan, texts: Mapping[str, str], start: Project) -> Lesson:
    for language in texts:
        if not _LANGUAGE.fullmatch(language):
            raise DamagedError(QT_TRANSLATE_NOOP("errors", "{code} is not a language code"), code=language[:20])
    return Lesson(name, plan, start, {code: markdown.parse(text, f"{code}.md") for code, text in texts.items()})


def _plan(text: str) -> Plan:
    data = strict_json.loads(text)
    if not isinstance(data, dict) or data.pop("format", None) != FORMAT:
        raise DamagedError(
            QT_TRANSLATE_NOOP("errors", "its format is not {format}; a newer nnplay may open it"), format=FORMAT
        )
    return decode(data, Plan, _TYPES)


def _plan_text(plan: Plan) -> str:
    import json

    described = encode(plan)
    assert isinstance(described, dict)
    return json.dumps({"format": FORMAT} | described, ensure_ascii=False, indent=1) + "\n"


def _has_preset(plan: Plan) -> bool:
    if plan.preset and plan.preset not in PRESETS:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "there is no preset {name}"), name=plan.preset[:40])
    return bool(plan.preset)


def _prepared(plan: Plan) -> Project:
    project = preset(plan.preset)
    for change in plan.changes:
        project = change.edit(project)
    return project


def _embedded_project(text: str) -> Project:
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "its project is damaged")) from error
    return open_bytes(data, Path(START_NAME)).project


def _text_of(path: Path) -> str:
    return read_file(path, _MAX_BYTES).decode()


def _as_text(value: object) -> str:
    if not isinstance(value, str):
        raise DamagedError(QT_TRANSLATE_NOOP("errors", "a text is missing"))
    return value
