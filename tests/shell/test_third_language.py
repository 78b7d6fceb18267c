"""Another language is one file: put into the folder, it is offered and spoken everywhere."""

import importlib.util
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from nnplay import languages, resources
from nnplay.__main__ import main
from nnplay.appearance.languages import in_all_languages, own_names
from nnplay.shell import translations
from nnplay.shell.commands.view import ViewCommands

ROOT = Path(__file__).resolve().parents[2]


def pseudo(text: str) -> str:
    """A language that is easy to learn: fields, marks and mnemonics stay."""
    return f"‹{text}›"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of translations with a German file in it, made as README says."""
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if tool is None or subprocess.run([tool, "-version"], capture_output=True).returncode:
        pytest.skip("PySide6's translation tools are not there, or a system library that they need is missing")
    spec = importlib.util.spec_from_file_location("translations_script", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    folder = tmp_path_factory.mktemp("translations")
    for path in resources.path("translations").glob("*.ts"):
        shutil.copy(path, folder)
    script.add("de", folder)
    path = folder / "nnplay_de.ts"
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        for form in translation.findall("numerusform") or [translation]:
            form.text = "Deutsch" if source == "English" else pseudo(source)
    tree.write(path, encoding="utf-8", xml_declaration=True)
    script.update(folder)
    assert script.count(path).endswith(" 0 unfinished")
    return folder


@pytest.fixture(autouse=True)
def with_german(folder, monkeypatch, qapp):
    find, locale = resources.path, QLocale()
    monkeypatch.setattr(
        resources, "path", lambda *parts: folder.joinpath(*parts[1:]) if parts[0] == "translations" else find(*parts)
    )
    yield
    monkeypatch.undo()
    languages.use("en")
    translations.install("en")
    QLocale.setDefault(locale)


def test_it_is_offered_under_its_own_name(window):
    assert own_names()["de"] == "Deutsch"
    assert next(iter(own_names())) == "en"
    commands = window.commands.view
    assert isinstance(commands, ViewCommands)
    assert commands.languages["de"].text() == "Deutsch"


def test_the_window_speaks_it_and_so_do_qt_s_dialogs():
    assert translations.install("de_AT") == "de"
    assert QCoreApplication.translate("FileCommands", "&Save") == "‹&Save›"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"


def test_the_palette_finds_commands_by_it():
    assert "‹&Save›" in in_all_languages("FileCommands", "&Save")


def test_the_command_line_speaks_it(monkeypatch, capsys):
    monkeypatch.setenv("LANGUAGE", "de_DE.UTF-8")
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert re.search(r"-h, --help\s+‹show this help message and exit›", said)
    assert main(["train", "circel", "--language", "de"]) == 1
    assert capsys.readouterr().err.startswith("nnplay: ‹“circel” is neither")
