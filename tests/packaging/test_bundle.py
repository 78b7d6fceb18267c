"""What goes around the bundle: icons that desktops can read, licences of everything, files for the desktop."""

import configparser
import hashlib
import importlib.util
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"


def _module(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_icons_can_be_read_in_every_form(tmp_path, monkeypatch, qapp):
    from PySide6.QtGui import QImage, QImageReader

    icons = _module("icons", monkeypatch)
    pngs = icons.draw(ROOT / "resources/icons/nnplay.svg", tmp_path)
    assert all(QImage(str(path)).width() == size for size, path in pngs.items())
    reader = QImageReader(str(tmp_path / "nnplay.ico"))
    sizes = set()
    for _ in range(reader.imageCount()):
        sizes.add(reader.read().width())
        reader.jumpToNextImage()
    assert sizes == {size for size in pngs if size <= 256}
    icns = (tmp_path / "nnplay.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)


def test_every_bundled_package_brings_its_licence(tmp_path, monkeypatch):
    pytest.importorskip("PyInstaller")
    licenses = _module("licenses", monkeypatch)
    licenses.gather(ROOT, tmp_path / "licenses")
    listed = (tmp_path / "licenses/README.txt").read_text(encoding="utf-8")
    for name in ("nnplay", "Python", *licenses.BUNDLED):
        texts = [path for path in (tmp_path / "licenses" / name).rglob("*") if path.is_file()]
        assert texts, name
        assert all(len(path.read_text(encoding="utf-8", errors="replace")) > 100 for path in texts)
        assert name in listed
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / "licenses/shiboken6/LGPL-3.0.txt").read_text()


def test_what_the_program_imports_is_not_left_out():
    """A module that the spec excludes must not be one of ours, nor one that ours import."""
    spec = (ROOT / "packaging/nnplay.spec").read_text(encoding="utf-8")
    unused = set(re.findall(r'"([\w.]+)"', spec[spec.index("UNUSED_MODULES = [") : spec.index("USED_PLUGINS")]))
    imported = set()
    for path in (ROOT / "nnplay").rglob("*.py"):
        imported |= set(re.findall(r"^\s*(?:from|import) ([\w.]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert "PySide6.QtQml" in unused
    assert unused & imported <= {"distributed"}  # an extra, imported by the one function that needs it


def test_the_menu_entry_and_the_file_type_belong_together():
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(LINUX / "io.github.nnplay.desktop", encoding="utf-8")
    kind = ElementTree.parse(LINUX / "io.github.nnplay.mime.xml").getroot()[0]
    assert entry["Desktop Entry"]["MimeType"] == kind.get("type") + ";"
    assert [glob.get("pattern") for glob in kind if glob.tag.endswith("glob")] == ["*.nnplay"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a script for Linux desktops")
def test_the_menu_entry_leads_to_the_folder_wherever_it_is(tmp_path, monkeypatch):
    folder = tmp_path / 'a "folder" 和中文'
    for source, target in (
        ("io.github.nnplay.desktop", "share/applications/io.github.nnplay.desktop"),
        ("io.github.nnplay.mime.xml", "share/mime/packages/io.github.nnplay.mime.xml"),
        ("add-to-desktop.sh", "add-to-desktop.sh"),
    ):
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(LINUX / source, folder / target)
    icon = folder / "share/icons/hicolor/32x32/apps/io.github.nnplay.png"
    icon.parent.mkdir(parents=True)
    icon.write_bytes(b"png")
    data = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    subprocess.run([str(folder / "add-to-desktop.sh")], check=True, capture_output=True)
    entry = (data / "applications/io.github.nnplay.desktop").read_text(encoding="utf-8")
    program = str(folder / "nnplay").replace('"', '\\\\"')
    assert f'Exec="{program}" %f\n' in entry
    assert (data / "icons/hicolor/32x32/apps/io.github.nnplay.png").is_file()
    subprocess.run([str(folder / "add-to-desktop.sh"), "--remove"], check=True, capture_output=True)
    assert not list(data.rglob("io.github.nnplay.desktop"))
    assert not list(data.rglob("io.github.nnplay.png"))


def test_an_archive_is_the_same_whenever_it_is_packed(tmp_path, monkeypatch):
    bundle = _module("bundle", monkeypatch)
    digests = set()
    for moment in ("first", "second"):
        folder = tmp_path / moment
        folder.mkdir()
        for name in ("b", "a") if moment == "first" else ("a", "b"):
            (folder / name).write_text(name)
        archive = bundle._pack(folder, tmp_path / f"{moment}.tar.xz", "nnplay-1", 1_700_000_000)
        digests.add(hashlib.sha256(archive.read_bytes()).hexdigest())
    assert len(digests) == 1
    with tarfile.open(tmp_path / "first.tar.xz") as tar:
        assert [entry.name for entry in tar] == ["nnplay-1", "nnplay-1/a", "nnplay-1/b"]


def test_a_manifest_is_what_sha256sum_checks(tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/file").write_bytes(b"abc")
    text = _module("bundle", monkeypatch).manifest(tmp_path)
    assert text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  sub/file\n"  # FIPS 180-2, B.1
