"""A Debian package of the bundle: the folder in /usr/lib/nnplay, a command, a menu entry and a file type."""

import gzip
import shutil
import subprocess
import tempfile
from pathlib import Path

from facts import Facts

_CONTROL = """\
Package: nnplay
Version: {version}
Architecture: {architecture}
Maintainer: {author} <{email}>
Homepage: {home}
Installed-Size: {kilobytes}
Depends: libc6 (>= 2.34), libgl1, libegl1
Section: education
Priority: optional
Description: playground for neural networks
 Build a neural network by hand, watch it learn, stop it in the middle of a
 step and draw a digit that it recognises. In English and Chinese.
"""


def build(folder: Path, target: Path, project: Facts, moment: int) -> Path:
    """Pack a bundle's folder into a .deb and return its path; all files have the time ``moment``."""
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    ).stdout.strip()
    package = target / f"nnplay_{project.version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "nnplay")
        _lay_out(folder, root)
        kilobytes = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
        control = _CONTROL.format(
            version=project.version,
            architecture=architecture,
            kilobytes=kilobytes,
            author=project.author,
            email=project.email,
            home=project.urls["Homepage"],
        )
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN/control").write_text(control, encoding="utf-8")
        for path in [root, *root.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)],
            check=True,
            stdout=subprocess.DEVNULL,
            env={"SOURCE_DATE_EPOCH": str(moment), "PATH": "/usr/bin:/bin"},
        )
    return package


def _lay_out(folder: Path, root: Path) -> None:
    inside = root / "usr/lib/nnplay"
    shutil.copytree(folder, inside, symlinks=True)
    shutil.move(inside / "share", root / "usr/share")
    (inside / "add-to-desktop.sh").unlink()
    page = root / "usr/share/man/man1/nnplay.1"
    page.with_suffix(".1.gz").write_bytes(gzip.compress(page.read_bytes(), mtime=0))
    page.unlink()
    documents = root / "usr/share/doc/nnplay"
    documents.mkdir(parents=True)
    shutil.copy(inside / "_internal/licenses/README.txt", documents / "copyright")
    (root / "usr/bin").mkdir()
    (root / "usr/bin/nnplay").symlink_to("../lib/nnplay/nnplay")
