"""The program's icon in the formats that desktops need, all drawn from ``resources/icons/nnplay.svg``.

PNG files in several sizes for Linux, one .ico for Windows, one .icns for macOS; the last two only wrap
PNG data (https://en.wikipedia.org/wiki/ICO_(file_format), https://en.wikipedia.org/wiki/Apple_Icon_Image_format).
"""

import os
import struct
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
_LARGEST_ICO = 256


def draw(svg: Path, folder: Path) -> dict[int, Path]:
    """Write every icon into a folder and return the PNG files by their size in pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    pngs = {size: _draw_png(svg, size, folder / f"nnplay-{size}.png") for size in SIZES}
    data = {size: path.read_bytes() for size, path in pngs.items()}
    (folder / "nnplay.ico").write_bytes(_ico({size: png for size, png in data.items() if size <= _LARGEST_ICO}))
    (folder / "nnplay.icns").write_bytes(_icns({size: png for size, png in data.items() if size in _ICNS_TYPES}))
    return pngs


def _draw_png(svg: Path, size: int, path: Path) -> Path:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")
    return path


def _ico(pngs: dict[int, bytes]) -> bytes:
    head = struct.pack("<HHH", 0, 1, len(pngs))
    entries, offset = b"", len(head) + 16 * len(pngs)
    for size, png in pngs.items():
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return head + entries + b"".join(pngs.values())


def _icns(pngs: dict[int, bytes]) -> bytes:
    blocks = b"".join(_ICNS_TYPES[size] + struct.pack(">I", 8 + len(png)) + png for size, png in pngs.items())
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks
