"""The location of the files that ship with nnplay: icons, styles, translations, example projects.

The only module that knows it. In a checkout they lie beside the package (``resources/``), in a wheel and in a bundle
inside it (``nnplay/_resources/``).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. ``path("icons", "play.svg")``."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
