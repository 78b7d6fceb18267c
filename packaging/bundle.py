#!/usr/bin/env python3
"""Build nnplay as a folder that needs no Python, pack it, and report its size.

    python3 run.py bundle                 dist/nnplay/, and the archive of this system beside it
    python3 run.py bundle --folder-only   only the folder, without the minutes that packing takes

Linux gets a .tar.xz and, if dpkg-deb is available, a .deb; for macOS and Windows, packaging/windows/nnplay.iss and
.github/workflows/release.yml make a disk image and an installer from the folder (or nnplay.app).

Two builds of one commit list the same files with the same bytes: file times, the order of files and the hash seed
depend on the commit, not on the time of the build.
"""

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))

import debian  # noqa: E402
import icons  # noqa: E402
import licenses  # noqa: E402
import metainfo  # noqa: E402
import sbom  # noqa: E402
from facts import facts, releases, version  # noqa: E402

BUILD, DIST = ROOT / "build", ROOT / "dist"
FOLDER = DIST / "nnplay"
LINUX = Path(__file__).resolve().parent / "linux"
DESKTOP_ID = metainfo.DESKTOP_ID
N_LARGEST = 10


def main(words: list[str]) -> int:
    """Build as requested on the command line and return the exit status."""
    if words not in ([], ["--folder-only"]):
        sys.stderr.write(__doc__ or "")
        return 2
    pngs = icons.draw(ROOT / "resources/icons/nnplay.svg", BUILD / "icons")
    licenses.gather(ROOT, BUILD / "licenses")
    if sys.platform == "win32":
        _write_version_info(BUILD / "version-info.txt")
    moment = commit_time()
    _freeze(moment)
    if sys.platform.startswith("linux"):
        _strip_libpython()
        _add_desktop_files(pngs)
        metainfo.write(FOLDER / f"share/metainfo/{DESKTOP_ID}.metainfo.xml", facts(), releases(), moment)
    _settle_times(FOLDER, moment)
    name = f"nnplay-{version()}-{system_name()}"
    (DIST / f"{name}.sha256").write_text(manifest(FOLDER), encoding="utf-8")
    results = []
    if sys.platform.startswith("linux") and not words:
        results.append(_pack(FOLDER, DIST / f"{name}.tar.xz", name, moment))
        if shutil.which("dpkg-deb"):
            results.append(debian.build(FOLDER, DIST, facts(), moment))
    archive = results[0] if results else None
    (DIST / f"{name}.cdx.json").write_text(sbom.sbom(facts(), moment, archive), encoding="utf-8")
    _report(results)
    return 0


def system_name() -> str:
    """Return the name of the platform, such as "linux-x86_64"."""
    system = {"linux": "linux", "darwin": "macos", "win32": "windows"}[sys.platform]
    return f"{system}-{platform.machine().lower().replace('amd64', 'x86_64')}"


def commit_time() -> int:
    """Return the time of the commit that is built, in seconds since 1970; without git, the earliest of a ZIP file."""
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    return int(done.stdout) if done.returncode == 0 else 315_532_800


def manifest(folder: Path) -> str:
    """Return a line for each file, in the format of ``sha256sum``."""
    lines = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n")
    return "".join(lines)


def _freeze(moment: int) -> None:
    surroundings = os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(moment)}
    command = [sys.executable, "-m", "PyInstaller", "--clean", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(BUILD / "pyinstaller")]
    subprocess.run([*command, *places, str(ROOT / "packaging/nnplay.spec")], check=True, env=surroundings, cwd=ROOT)


def _strip_libpython() -> None:
    """Strip debug symbols, four fifths of its size, from libpython; NumPy's libraries do not survive that."""
    if shutil.which("strip"):
        for library in (FOLDER / "_internal").glob("libpython*.so*"):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def _add_desktop_files(pngs: dict[int, Path]) -> None:
    """Add the files that desktops read, arranged as below /usr, and the script that installs them."""
    share = FOLDER / "share"
    for source, target in (
        (LINUX / f"{DESKTOP_ID}.desktop", share / f"applications/{DESKTOP_ID}.desktop"),
        (LINUX / f"{DESKTOP_ID}.mime.xml", share / f"mime/packages/{DESKTOP_ID}.mime.xml"),
        (LINUX / "nnplay.1", share / "man/man1/nnplay.1"),
        (LINUX / "add-to-desktop.sh", FOLDER / "add-to-desktop.sh"),
        *((png, share / f"icons/hicolor/{size}x{size}/apps/{DESKTOP_ID}.png") for size, png in pngs.items()),
    ):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def _settle_times(folder: Path, moment: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (moment, moment), follow_symlinks=False) if os.utime in os.supports_follow_symlinks else None


def _pack(folder: Path, archive: Path, name: str, moment: int) -> Path:
    def settle(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        return entry

    with tarfile.open(archive, "w:xz", preset=9, format=tarfile.PAX_FORMAT) as tar:
        tar.add(folder, name, filter=settle)  # sorted by name within each folder
    return archive


def _write_version_info(path: Path) -> None:
    """Write the file properties of nnplay.exe."""
    from PyInstaller.utils.win32 import versioninfo

    numbers = (*(int(part) for part in re.findall(r"\d+", version())[:3]), 0)
    words = {"FileDescription": "nnplay", "ProductName": "nnplay", "ProductVersion": version()}
    table = versioninfo.StringTable("040904B0", [versioninfo.StringStruct(*item) for item in words.items()])
    info = versioninfo.VSVersionInfo(
        versioninfo.FixedFileInfo(numbers, numbers),
        [
            versioninfo.StringFileInfo([table]),
            versioninfo.VarFileInfo([versioninfo.VarStruct("Translation", [1033, 1200])]),
        ],
    )
    path.write_text(str(info), encoding="utf-8")


def _report(results: list[Path]) -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    sizes = sorted(((path.stat().st_size, path) for path in files), reverse=True)
    print(f"{megabytes(sum(size for size, _ in sizes))}  {FOLDER.relative_to(ROOT)} ({len(files)} files); the largest:")
    for size, path in sizes[:N_LARGEST]:
        print(f"{megabytes(size)}      {path.relative_to(FOLDER)}")
    for path in results:
        print(f"{megabytes(path.stat().st_size)}  {path.relative_to(ROOT)}")


def megabytes(n_bytes: int) -> str:
    """Return a size, formatted for a table."""
    return f"{n_bytes / 1e6:7.1f} MB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
