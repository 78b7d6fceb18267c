"""The preview of an export: made from the actual content of the file, in any thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QImage

from nnplay.engine import NnplayError
from nnplay.exchange.export import ExportOptions, LoadData, Option
from nnplay.exchange.tensors import named_parameters
from nnplay.project import Project
from nnplay.shell.exporting.pictures import svg_image
from nnplay.shell.exporting.table import FORMS
from nnplay.shell.exporting.worksheets import WORKSHEETS
from nnplay.shell.session import shown_title

_SHOWN_AS = {"png": "svg", "pdf": "svg", "plot-png": "plot", "worksheet": "worksheet-svg"}
"""Formats that cannot be displayed here, or take long to draw, are shown by the drawing they are made from."""

_COPIED_PICTURES = ("svg", "png", "plot", "plot-png")
_MOST_LINES = 400
_PICTURE = QSize(1400, 1400)
"""Maximum number of pixels of a preview: enough for a high-density screen."""

_PAGE_WIDTH, _PAGE_HEIGHT = 500, 20_000
"""Maximum size of a picture in a page, in units of length: as wide as the preview, with no limit on the height."""

_IMAGE = '<p><img src="picture:{number}"></p>'
_INLINE_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


@dataclass(frozen=True)
class Sight:
    """The preview of an export.

    Attributes
    ----------
    text
        The first lines of a program or table; for a model, its contents.
    picture
        Of a drawing; null for others.
    page, pictures
        HTML of a report or of sheets, and the images that it refers to as ``picture:0`` and so on.
    size_px
        For a PNG; empty for others.
    n_bytes
        Size of the file; 0 if it is only known after writing.
    beside
        Names of the files that come with it.
    remarks
        What the user should know about it, as sentences.
    """

    text: str = ""
    picture: QImage | None = None
    page: str = ""
    pictures: tuple[QImage, ...] = ()
    size_px: QSize | None = None
    n_bytes: int = 0
    beside: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def sight_of(name: str, project: Project, options: ExportOptions, load_data: LoadData) -> Sight | NnplayError:
    """Return the preview of an export, or why this format cannot hold the project."""
    try:
        return _sight_of(name, project, options, load_data)
    except NnplayError as error:
        return error


def _sight_of(name: str, project: Project, options: ExportOptions, load_data: LoadData) -> Sight:
    form, shown = FORMS[name], _SHOWN_AS.get(name, name)
    files = FORMS[shown].write(project, options, load_data)
    content = files[""]()
    suffix = f".{form.ending}"
    beside = tuple(each.format(stem=shown_title(project), suffix=suffix) for each in files if each)
    n_bytes = len(content) if shown == name else 0
    if form.group == "picture":
        size_px = svg_image(content).size() * options.zoom if Option.ZOOM in form.options else None
        return Sight(picture=svg_image(content, most=_PICTURE), size_px=size_px, n_bytes=n_bytes, beside=beside)
    if form.ending == "html":
        page = content.decode()
        pictures = tuple(_page_image(svg.encode()) for svg in _INLINE_SVG.findall(page))
        return Sight(page=_with_images(page), pictures=pictures, n_bytes=n_bytes)
    if name in WORKSHEETS:
        return Sight(page=_IMAGE.format(number=0), pictures=(_page_image(content),), n_bytes=n_bytes, beside=beside)
    if form.group == "model":
        return Sight(_layers(project) if name == "onnx" else _arrays(project), n_bytes=n_bytes)
    text = "\n".join(content.decode().splitlines()[:_MOST_LINES])
    return Sight(text, n_bytes=n_bytes, beside=beside, remarks=form.remarks(project, options))


def can_be_copied(name: str) -> bool:
    """Return whether other programs can take the format from the clipboard: text, and drawings of the network."""
    return FORMS[name].group in ("program", "table") or name in _COPIED_PICTURES


def copied(name: str, project: Project, options: ExportOptions, load_data: LoadData) -> bytes | NnplayError:
    """Return the content of the first file, or why there is none."""
    try:
        return FORMS[name].write(project, options, load_data)[""]()
    except NnplayError as error:
        return error


def for_clipboard(name: str, content: bytes) -> QMimeData:
    """Return a file's content in the form that other programs accept."""
    data = QMimeData()
    if name in ("svg", "plot"):
        data.setData("image/svg+xml", content)
        data.setImageData(svg_image(content, ExportOptions().zoom))
    elif name in ("png", "plot-png"):
        data.setImageData(QImage.fromData(content))
    else:
        data.setText(content.decode())
    return data


def _with_images(page: str) -> str:
    """Return a page with images instead of SVG drawings, for readers without SVG in HTML."""
    numbers = count()
    return _INLINE_SVG.sub(lambda _: _IMAGE.format(number=next(numbers)), page)


def _page_image(svg: bytes) -> QImage:
    return svg_image(svg, most=QSize(_PAGE_WIDTH, _PAGE_HEIGHT))


def _arrays(project: Project) -> str:
    """Return name, shape and type of every array."""
    arrays = named_parameters(project)
    return _columns([(name, " × ".join(map(str, array.shape)), str(array.dtype)) for name, array in arrays.items()])


def _layers(project: Project) -> str:
    """Return name, kind and shape of every layer."""
    network = project.network
    return _columns(
        [(node.name, node.layer.kind, " × ".join(map(str, network.shapes[node.name]))) for node in network.nodes]
    )


def _columns(rows: list[tuple[str, str, str]]) -> str:
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
