#!/usr/bin/env python3
"""The translation files in resources/translations, kept in step with the sources.

    python packaging/translations.py update    collect the strings of the sources, keep what is translated, compile
    python packaging/translations.py check     count; say what is unfinished or out of date; status 1 if anything is
    python packaging/translations.py add de    begin with another language: its file, to be translated

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
_PLURAL = "(s)"


def main(words: list[str]) -> int:
    """Do as the command line says and return the exit status."""
    if words == ["update"]:
        update(FOLDER)
        return 0
    if words[:1] == ["add"] and len(words) == 2:
        add(words[1], FOLDER)
        return 0
    if words == ["check"]:
        sys.stdout.writelines(f"{count(path)}\n" for path in sorted(FOLDER.glob("*.ts")))
        problems = check()
        sys.stdout.write("\n".join(problems or ["translations: complete and up to date"]) + "\n")
        return 1 if problems else 0
    sys.stderr.write(__doc__ or "")
    return 2


def add(code: str, folder: Path) -> None:
    """Make the file of another language, which is offered from now on, in English where it is not translated."""
    _collect(code, folder / f"nnplay_{code}.ts")
    update(folder)


def count(path: Path) -> str:
    """Say how far the translation of a file is."""
    n_messages = sum(1 for _ in ElementTree.parse(path).iter("message"))
    n_unfinished = len(_unfinished(path))
    return f"{path.name}: {n_messages} strings, {n_messages - n_unfinished} translated, {n_unfinished} unfinished"


def update(folder: Path) -> None:
    """Bring the files of a folder up to date with the sources and compile them."""
    english = folder / ENGLISH.name
    _collect("en", english, "-pluralonly")
    _fill_plurals(english)
    for path in sorted(set(folder.glob("nnplay_*.ts")) - {english}):
        _collect(path.stem.removeprefix("nnplay_"), path)
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


def _collect(code: str, path: Path, *options: str) -> None:
    sources = sorted(str(source) for source in (ROOT / "nnplay").rglob("*.py"))
    _tool("lupdate", *sources, "-ts", str(path), "-target-language", code, *options, *_OPTIONS)


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
