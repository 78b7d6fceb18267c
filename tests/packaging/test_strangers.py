"""What strangers meet first: manual page, software centre, bill of materials, addresses, workflows."""

import importlib
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from nnplay import __version__

ROOT = Path(__file__).resolve().parents[2]
KINDS = {".py", ".md", ".toml", ".yml", ".cff", ".1", ".xml", ".iss", ".sh", ".desktop"}
MOMENT = 1_790_000_000
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def packaging(monkeypatch):
    """Import a module of the folder ``packaging`` by its name."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module


def test_the_manual_page_says_what_the_help_says():
    command = [sys.executable, str(ROOT / "packaging/man_page.py"), "check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def appstream(packaging, tmp_path):
    facts = packaging("facts")
    path = tmp_path / "io.github.nnplay.metainfo.xml"
    packaging("metainfo").write(path, facts.facts(), facts.releases(), MOMENT)
    return path


def test_the_software_centre_has_both_languages(appstream):
    root = ElementTree.parse(appstream).getroot()
    for tag in ("summary", "description/p", "description/ul/li", "screenshots/screenshot/caption"):
        texts = root.findall(tag)
        english = [text for text in texts if text.get(_LANGUAGE) is None]
        chinese = [text for text in texts if text.get(_LANGUAGE) == "zh_CN"]
        assert english, tag
        assert len(english) == len(chinese), tag
        assert all(re.search(r"[\u4e00-\u9fff]", text.text) for text in chinese), tag


def test_the_software_centre_shows_pictures_that_are_there(appstream):
    images = [image.text for image in ElementTree.parse(appstream).getroot().iter("image")]
    assert images
    for address in images:
        assert (ROOT / address.split("/raw/main/", 1)[1]).is_file(), address


def test_the_newest_release_is_this_version(appstream):
    assert ElementTree.parse(appstream).getroot().find("releases/release").get("version") == __version__


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not installed")
def test_the_software_centre_file_is_valid(appstream):
    done = subprocess.run(["appstreamcli", "validate", "--no-net", str(appstream)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_a_heading_of_the_changelog_that_names_no_release_is_refused(packaging, tmp_path):
    (tmp_path / "CHANGELOG.md").write_text("## 0.2.0, in spring\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"0\.2\.0, in spring"):
        packaging("facts").releases(tmp_path)


def test_the_bill_of_materials_names_everything_bundled(packaging):
    pytest.importorskip("cyclonedx")
    facts, sbom, licenses = packaging("facts"), packaging("sbom"), packaging("licenses")
    text = sbom.sbom(facts.facts(), MOMENT)
    bill = json.loads(text)
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["version"] == __version__
    names = {component["name"] for component in bill["components"]}
    assert {*licenses.BUNDLED, "Python"} <= names
    assert all(component["licenses"] for component in bill["components"])
    assert text == sbom.sbom(facts.facts(), MOMENT)  # two builds of one commit say the same


def test_the_citation_names_this_version():
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_owner_and_address_stand_in_one_place(packaging):
    facts = packaging("facts").facts()
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("no git here")
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    holders = []
    for name in listed.stdout.split("\0"):
        path = ROOT / name
        if path.suffix in KINDS and path.is_file():
            text = path.read_text(encoding="utf-8")
            if facts.email in text or facts.urls["Homepage"] in text:
                holders.append(name)
    # The manual page is made from pyproject.toml, and held to it above.
    assert set(holders) <= {"pyproject.toml", "packaging/linux/nnplay.1"}


def test_actions_are_pinned_by_their_hash():
    uses = [
        line.split("uses:", 1)[1].strip()
        for path in (ROOT / ".github/workflows").glob("*.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}\s+# v\d+(\.\d+)*", use)] == []
