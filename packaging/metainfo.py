"""The AppStream file that software centres read, in English and Chinese.

Format: https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html. Texts and pictures are defined here;
names, addresses and releases come from ``facts.py``.
"""

import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime
from pathlib import Path

from facts import Facts, Release

DESKTOP_ID = "io.github.nnplay"
CHINESE = "zh_CN"

_SUMMARY = ("Build a neural network by hand and watch it learn", "亲手搭建神经网络，看着它学习")
_PARAGRAPHS = (
    (
        "nnplay is a playground in which you first understand how a neural network works, because you build one by "
        "hand: drag layers onto a canvas, set single weights, press Train and watch it learn.",
        "nnplay 是一个神经网络游乐场：把层拖到画布上，亲手设置每个权重，按下训练，看着它学习，"
        "从而真正弄懂神经网络是怎样工作的。",
    ),
    (
        "It works offline with points, tables, pictures and handwritten digits. "
        "Lessons go from a single neuron to Keras.",
        "完全离线运行，支持平面上的点、表格、图片和手写数字。课程从一个神经元讲到 Keras。",
    ),
)
_FEATURES = (
    ("Every number of the forward and the backward pass in its formula", "前向传播和反向传播的每个数都写在公式里"),
    ("Decision map, loss, activations and gradients, all live", "决策图、损失、激活值和梯度，全部实时显示"),
    ("A doctor that says in plain words why a network does not learn", "训练医生用简单的话告诉你网络为什么学不会"),
    ("The same network as a program for Keras, PyTorch or NumPy", "同一个网络可以导出为 Keras、PyTorch 或 NumPy 程序"),
)
_PICTURES = (
    ("spiral", "The spiral, learned by two layers of eight neurons", "两层各八个神经元学会的螺旋"),
    ("calculation", "The calculation by hand, number by number", "逐个数字的手工计算"),
    ("digit", "A digit, drawn and recognised", "画一个数字，网络认出它"),
    ("doctor", "The doctor says what goes wrong", "训练医生说出哪里不对"),
)


def metainfo(project: Facts, releases: list[Release], moment: int) -> bytes:
    """Return the contents of the file.

    Parameters
    ----------
    moment
        The time of the commit in seconds since 1970, used as the date of a release that is in preparation.
    """
    root = ElementTree.Element("component", type="desktop-application")
    _add(root, "id", DESKTOP_ID)
    _add(root, "name", project.name)
    _add_both(root, "summary", _SUMMARY)
    _add(root, "metadata_license", "CC0-1.0")
    _add(root, "project_license", project.license)
    developer = ElementTree.SubElement(root, "developer", id=DESKTOP_ID)
    _add(developer, "name", project.author)
    description = ElementTree.SubElement(root, "description")
    for paragraph in _PARAGRAPHS:
        _add_both(description, "p", paragraph)
    features = ElementTree.SubElement(description, "ul")
    for feature in _FEATURES:
        _add_both(features, "li", feature)
    _add(root, "launchable", f"{DESKTOP_ID}.desktop", type="desktop-id")
    for kind, name in (("homepage", "Homepage"), ("bugtracker", "Issues")):
        _add(root, "url", project.urls[name], type=kind)
    _add_screenshots(ElementTree.SubElement(root, "screenshots"), project.urls["Homepage"])
    _add(ElementTree.SubElement(root, "provides"), "mediatype", "application/x-nnplay")
    _add(ElementTree.SubElement(root, "recommends"), "display_length", "1024", compare="ge")
    ElementTree.SubElement(root, "content_rating", type="oars-1.1")
    history = ElementTree.SubElement(root, "releases")
    for release in releases:
        date = release.date or datetime.fromtimestamp(moment, UTC).date().isoformat()
        ElementTree.SubElement(history, "release", version=release.version, date=date)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def write(path: Path, project: Facts, releases: list[Release], moment: int) -> None:
    """Write the file to ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(metainfo(project, releases, moment))


def _add_screenshots(parent: ElementTree.Element, home: str) -> None:
    for place, (name, english, chinese) in enumerate(_PICTURES):
        screenshot = ElementTree.SubElement(parent, "screenshot", {"type": "default"} if place == 0 else {})
        _add_both(screenshot, "caption", (english, chinese))
        for code, language in (("en", None), ("zh", CHINESE)):
            image = _add(screenshot, "image", f"{home}/raw/main/packaging/screenshots/{name}-{code}.png", type="source")
            if language:
                image.set("xml:lang", language)


def _add(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = text
    return child


def _add_both(parent: ElementTree.Element, tag: str, texts: tuple[str, str]) -> None:
    _add(parent, tag, texts[0])
    _add(parent, tag, texts[1]).set("xml:lang", CHINESE)
