"""The translation files: complete, up to date, and of the same fields and marks as the sources."""

import importlib.util
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

from nnplay.languages import available

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"

CHINESE = "\N{CJK UNIFIED IDEOGRAPH-4E00}-\N{CJK UNIFIED IDEOGRAPH-9FFF}"
NAMES = {"Dropout", "nnplay {version}", "F1", "Nesterov", "softmax", "x", "y > f(x)", "y > {formula}"}
NAMES |= {"PDF (*.pdf)", "SVG (*.svg)", "PCA"}
"""What Chinese textbooks write in Latin letters too."""


@dataclass(frozen=True)
class Message:
    """One string of a .ts file; plurals have several forms."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_plural: bool

    def __str__(self) -> str:
        return f"{self.context}: {self.source}"


def _messages(code: str) -> Iterator[Message]:
    for context in ElementTree.parse(FOLDER / f"nnplay_{code}.ts").iter("context"):
        for message in context.iter("message"):
            is_plural = message.get("numerus") == "yes"
            forms = message.iterfind("translation/numerusform") if is_plural else message.iterfind("translation")
            texts = tuple(form.text or "" for form in forms)
            yield Message(context.findtext("name", ""), message.findtext("source", ""), texts, is_plural)


def _fields(text: str) -> Counter[str]:
    """Count the ``{fields}``, each with how it is to be written, and the ``%n`` of a string."""
    named = [f"{name}:{form}!{conversion}" for _, name, form, conversion in Formatter().parse(text) if name is not None]
    return Counter([*named, *re.findall(r"%L?n|%s|%r|%\(\w+\)[sr]", text)])


def _mnemonic(text: str) -> str | None:
    found = re.search(r"&(\w)", text)
    return found.group(1).upper() if found else None


CHINESE_MESSAGES = tuple(_messages("zh_CN"))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_script", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _starts(tool: str) -> bool:
    """Tell whether one of PySide6's tools runs here: lupdate wants libraries that the program itself can do without."""
    program = shutil.which(f"pyside6-{tool}", path=str(Path(sys.executable).parent))
    return program is not None and not subprocess.run([program, "-version"], capture_output=True).returncode


def test_an_update_would_change_nothing_and_nothing_is_unfinished(script: ModuleType) -> None:
    """Among the rest: lupdate finds no new string in the sources, and lrelease makes the very bytes of the .qm."""
    if not all(map(_starts, ("lupdate", "lrelease"))):
        pytest.skip("PySide6's translation tools are not there, or a system library that they need is missing")
    assert script.check() == []


def test_every_language_that_is_offered_has_its_source() -> None:
    assert set(available()) == {path.stem.removeprefix("nnplay_") for path in FOLDER.glob("*.ts")}


def test_strings_are_counted(script: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "nnplay_xx.ts"
    path.write_text(
        "<TS><context><name>a</name>"
        "<message><source>one</source><translation>eins</translation></message>"
        "<message><source>two</source><translation type='unfinished'>zwei</translation></message>"
        "<message><source>three</source><translation type='unfinished'/></message></context></TS>"
    )
    assert script.count(path) == "nnplay_xx.ts: 3 strings, 1 translated, 2 unfinished"


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_what_the_program_loads_is_what_the_translators_wrote(code: str) -> None:
    """Without any tool: each string of the .ts comes out of the .qm."""
    core = pytest.importorskip("PySide6.QtCore", exc_type=ImportError)
    translator = core.QTranslator()
    assert translator.load(str(FOLDER / f"nnplay_{code}.qm"))
    differing = []
    for message in _messages(code):
        counts = range(1, 1 + len(message.forms)) if message.is_plural else [-1]
        found = tuple(translator.translate(message.context, message.source, None, count) for count in counts)
        differing += [str(message)] if found != message.forms else []
    assert differing == []


def test_english_counts_one_epoch_and_two_epochs() -> None:
    (message,) = [each for each in _messages("en") if each.source == "Train %Ln epoch(s)"]
    assert message.forms == ("Train %Ln epoch", "Train %Ln epochs")


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_fields_are_the_same_in_both_languages(code: str) -> None:
    """A field that is missing or misspelt would hide a value, or raise where the sentence is made."""
    wrong = [
        str(message)
        for message in _messages(code)
        if not message.forms or any(_fields(form) != _fields(message.source) for form in message.forms)
    ]
    assert wrong == []


def test_mnemonics_are_the_same_letters() -> None:
    """Chinese has none of its own: the letter follows in brackets, 文件(&F)."""
    wrong = [
        str(message)
        for message in CHINESE_MESSAGES
        for form in message.forms
        if _mnemonic(form) != _mnemonic(message.source)
        or (_mnemonic(form) is not None and not re.search(r"\(&[A-Z]\)|^&\{number\}", form))
    ]
    assert wrong == []


@pytest.mark.parametrize("mark", ["…", "\n", "½", "×", "(*", "→"])
def test_no_mark_is_lost(mark: str) -> None:
    wrong = [
        str(each)
        for each in CHINESE_MESSAGES
        if any(form.count(mark) != each.source.count(mark) for form in each.forms)
    ]
    assert wrong == []


def test_no_sentence_has_been_left_in_english() -> None:
    """All but names, fields and signs has a Chinese character in it."""
    left = [
        str(message)
        for message in CHINESE_MESSAGES
        for form in message.forms
        if form not in NAMES
        and re.search(r"[A-Za-z]", re.sub(r"\{[^}]*\}|%\(\w+\)s", "", form))
        and not re.search(f"[{CHINESE}]", form)
    ]
    assert left == []


def test_chinese_sentences_have_chinese_punctuation() -> None:
    """Full-width marks behind Chinese characters, and a full stop where the source has one."""
    wrong = [
        str(message)
        for message in CHINESE_MESSAGES
        for form in message.forms
        if re.search(f"[{CHINESE}][,;:!?.]", form)
        or (message.source.endswith(".") and not form.endswith(("。", "）")))
        or (message.source == message.source.strip() and form != form.strip())
    ]
    assert wrong == []
