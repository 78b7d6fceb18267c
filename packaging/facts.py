"""Public facts about the project: name, version, authors and addresses, each read from its only source.

Owner and addresses are in ``pyproject.toml``, the version in ``nnplay/__init__.py``, the releases in ``CHANGELOG.md``.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Facts:
    """The facts about the project.

    Attributes
    ----------
    urls
        Addresses by their names in ``[project.urls]``.
    """

    name: str
    version: str
    summary: str
    license: str
    author: str
    email: str
    urls: dict[str, str]


@dataclass(frozen=True)
class Release:
    """One section of the changelog; ``date`` (YYYY-MM-DD) is empty if it is not released yet."""

    version: str
    date: str


def facts(root: Path = ROOT) -> Facts:
    """Return the facts of the checkout at ``root``."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    author = project["authors"][0]
    return Facts(
        project["name"],
        version(root),
        project["description"],
        project["license"],
        author["name"],
        author["email"],
        project["urls"],
    )


def version(root: Path = ROOT) -> str:
    """Return nnplay's version."""
    found = re.search(r'__version__ = "(.+?)"', (root / "nnplay/__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def releases(root: Path = ROOT) -> list[Release]:
    """Return the releases in the changelog, newest first.

    Headings are "## 1.2.0 (2027-01-31)" for a release and "## Unreleased (1.3.0)" for the next one.
    """
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    found = []
    for heading in re.findall(r"^## (.+)$", text, re.MULTILINE):
        coming = re.fullmatch(r"Unreleased \((\S+)\)", heading)
        released = re.fullmatch(r"(\S+) \((\d{4}-\d\d-\d\d)\)", heading)
        if coming:
            found.append(Release(coming[1], ""))
        elif released:
            found.append(Release(released[1], released[2]))
        else:
            raise ValueError(f"CHANGELOG.md: a heading names no release: {heading}")
    return found
