"""Icons: one-stroke SVG drawings of resources/icons, recoloured for the theme.

The drawings use ``currentColor``. Qt's SVG renderer does not support it, so the colour is inserted before rendering.
"""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from nnplay import resources
from nnplay.appearance.theme import Role, theme

_SIZES = (14, 16, 18, 20, 24)
"""Sizes in which an icon is drawn, in logical pixels; others are scaled from the next one."""


@cache
def _drawing(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, color: QColor, size_px: int) -> QPixmap:
    """Return a drawing in one colour.

    Parameters
    ----------
    size_px : int
        Side of the square in device pixels.
    """
    return QPixmap.fromImage(_render(name, color, (size_px,))[0])


def _render(name: str, color: QColor, sizes_px: Iterable[int]) -> list[QImage]:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color.name()).encode()))
    images = []
    for size_px in sizes_px:
        image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size_px, size_px))
        painter.end()
        images.append(image)
    return images


def _tinted(image: QImage, color: QColor) -> QImage:
    tinted = image.copy()
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), color)
    painter.end()
    return tinted


@cache
def _icon(name: str, color_name: str, disabled_name: str, ratio: float) -> QIcon:
    result = QIcon()
    for image in _render(name, QColor(color_name), {round(size * ratio) for size in _SIZES}):
        result.addPixmap(QPixmap.fromImage(image))
        result.addPixmap(QPixmap.fromImage(_tinted(image, QColor(disabled_name))), QIcon.Mode.Disabled)
    return result


def icon(name: str, role: Role = Role.TEXT) -> QIcon:
    """Return the icon resources/icons/<name>.svg in a colour of the current theme; ask again when the theme changes."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return _icon(name, theme().color(role).name(), theme().color(Role.DISABLED).name(), ratio)


class _IconKeeper(QObject):
    """Renews the icon of its parent, an action or a button, whenever the theme changes."""

    def __init__(self, target: QAction | QAbstractButton) -> None:
        super().__init__(target)
        self._target = target
        self._name, self._role = "", Role.TEXT
        theme().changed.connect(self.update)

    def show(self, name: str, role: Role) -> None:
        """Show this icon."""
        self._name, self._role = name, role
        self.update()

    @Slot()
    def update(self) -> None:
        """Show the icon in the theme's colours."""
        self._target.setIcon(icon(self._name, self._role))


def set_icon(target: QAction | QAbstractButton, name: str, role: Role = Role.TEXT) -> None:
    """Give an action or a button an icon that follows the theme; a later call replaces it."""
    keeper = target.findChild(_IconKeeper)
    (keeper if isinstance(keeper, _IconKeeper) else _IconKeeper(target)).show(name, role)
