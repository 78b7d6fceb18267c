#!/usr/bin/env python3
"""The translation files in resources/translations, kept in step with the sources.

    python packaging/translations.py update    collect the strings of the sources, keep what is translated, compile
    python packaging/translations.py check     say what is unfinished or out of date; exit status 1 if anything is

A .ts file is for translators (Qt Linguist, or an editor), the .qm file beside it is what the program loads. English
needs a file for its plurals alone, which are made by rule: "%n epoch(s)" is "1 epoch" and "2 epochs".
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
ENGLISH = FOLDER / "nnplay_en.ts"
LANGUAGES = ("zh_CN",)
"""Languages with a translation of every string; for another one add its code here and run ``update``."""

_PLURAL = "(s)"


def main(words: list[str]) -> int:
    """Do as the command line says and return the exit status."""
    if words == ["update"]:
        update(FOLDER)
        return 0
    if words == ["check"]:
        problems = check()
        sys.stdout.write("\n".join(problems or ["translations: complete and up to date"]) + "\n")
        return 1 if problems else 0
    sys.stderr.write(__doc__ or "")
    return 2


def update(folder: Path) -> None:
    """Bring the files of a folder up to date with the sources and compile them."""
    sources = sorted(str(path) for path in (ROOT / "nnplay").rglob("*.py"))
    english = folder / ENGLISH.name
    _tool("lupdate", *sources, "-ts", str(english), "-target-language", "en", "-pluralonly", *_OPTIONS)
    _fill_plurals(english)
    for code in LANGUAGES:
        path = folder / f"nnplay_{code}.ts"
        _tool("lupdate", *sources, "-ts", str(path), "-target-language", code, *_OPTIONS)
    for path in sorted(folder.glob("*.ts")):
        _tool("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))


def check() -> list[str]:
    """Return a line for every file that ``update`` would change and every string that waits for a translator."""
    problems = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for path in FOLDER.glob("*.ts"):
            shutil.copy(path, fresh)
        update(fresh)
        for path in sorted(fresh.iterdir()):
            committed = FOLDER / path.name
            if not committed.is_file() or committed.read_bytes() != path.read_bytes():
                problems.append(f"{path.name} is out of date: run python packaging/translations.py update")
            if path.suffix == ".ts":
                problems += [f"{path.name}: not translated: {text}" for text in _unfinished(path)]
    return problems


_OPTIONS = ("-no-obsolete", "-locations", "none", "-silent")


def _tool(name: str, *arguments: str) -> None:
    """Run one of PySide6's tools; they lie beside the interpreter."""
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([str(program), *arguments], check=True, cwd=ROOT)


def _fill_plurals(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ElementTree.fromstring(text)
    for message in tree.iter("message"):
        source, translation = message.find("source"), message.find("translation")
        assert source is not None
        assert translation is not None
        forms = translation.findall("numerusform")
        for form, ending in zip(forms, ("", "s"), strict=True):
            form.text = (source.text or "").replace(_PLURAL, ending)
        translation.attrib.pop("type", None)
    head = text[: text.index("<TS")]
    path.write_text(head + ElementTree.tostring(tree, encoding="unicode") + "\n", encoding="utf-8")


def _unfinished(path: Path) -> list[str]:
    tree = ElementTree.parse(path)
    return [
        message.findtext("source", "")
        for message in tree.iter("message")
        if message.find("translation") is None or message.find("translation").get("type") == "unfinished"
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
