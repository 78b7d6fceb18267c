"""The licence texts of everything inside the bundle, collected from the installed packages.

Qt for Python comes without its licence texts; they, and Python's own, are in ``packaging/licenses``.
"""

import importlib.metadata
import shutil
from pathlib import Path

BUNDLED = ("numpy", "scipy", "pyqtgraph", "pillow", "PySide6-Essentials", "shiboken6", "pyinstaller")
_FOLDER = Path(__file__).resolve().parent / "licenses"
_OURS = {"PySide6-Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"), "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt")}

_NOTE = """\
What is inside nnplay, and under which licence

nnplay is under the MIT licence: nnplay/LICENSE. It stands on others' work, whose licences are in the folders beside
this file. Qt and Qt for Python are used under the LGPL version 3: their libraries lie unchanged in _internal/PySide6
and may be replaced by other builds of the same versions. Their sources: https://code.qt.io

"""


def gather(root: Path, folder: Path) -> None:
    """Write a folder of licences, with a table of contents.

    Parameters
    ----------
    root
        The checkout.
    folder
        Created again from scratch.

    Raises
    ------
    FileNotFoundError
        If a package has no licence text: the bundle must not be published without it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    lines = [_line("nnplay", _copy("nnplay", [root / "LICENSE"], folder))]
    lines.append(_line("Python", _copy("Python", [_FOLDER / "Python.txt"], folder)))
    lines.append(_line("Noto Sans SC", _copy("Noto Sans SC", [root / "resources" / "fonts" / "OFL.txt"], folder)))
    for name in BUNDLED:
        package = importlib.metadata.distribution(name)
        own = [_FOLDER / each for each in _OURS.get(name, ())]
        texts = own or [Path(str(package.locate_file(file))) for file in package.files or () if _is_license(file)]
        lines.append(_line(f"{name} {package.version}", _copy(name, texts, folder)))
    (folder / "README.txt").write_text(_NOTE + "\n".join(lines) + "\n", encoding="utf-8")


def _is_license(file: importlib.metadata.PackagePath) -> bool:
    in_metadata = any(part.endswith(".dist-info") for part in file.parts)
    return in_metadata and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))


def _copy(name: str, texts: list[Path], folder: Path) -> int:
    if not texts:
        raise FileNotFoundError(f"no licence text was found for {name}")
    target = folder / name
    target.mkdir(parents=True)
    for number, text in enumerate(texts):
        shutil.copyfile(text, target / (text.name if number == 0 else f"{number}-{text.name}"))
    return len(texts)


def _line(name: str, n_texts: int) -> str:
    return f"{name}: {n_texts} text{'s' if n_texts > 1 else ''}"
