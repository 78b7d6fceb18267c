"""Icons: one-stroke SVG drawings of resources/icons, recoloured for the theme.

The drawings use ``currentColor``; Qt's SVG renderer does not know it, so the colour is put in before rendering.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from nnplay import resources
from nnplay.look.theme import Role, theme

_SIZES_PX = (16, 18, 20, 24, 32, 36, 40, 48)


@cache
def _drawing(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, color: QColor, size_px: int) -> QPixmap:
    """Return one drawing in one colour.

    Parameters
    ----------
    size_px : int
        Side of the square in device pixels.
    """
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color.name()).encode()))
    picture = QPixmap(QSize(size_px, size_px))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return picture


@cache
def _icon(name: str, color_name: str, disabled_name: str) -> QIcon:
    result = QIcon()
    for size_px in _SIZES_PX:
        result.addPixmap(pixmap(name, QColor(color_name), size_px))
        result.addPixmap(pixmap(name, QColor(disabled_name), size_px), QIcon.Mode.Disabled)
    return result


def icon(name: str, role: Role = Role.TEXT) -> QIcon:
    """Return the icon resources/icons/<name>.svg in a colour of the current theme; ask again when the theme changes."""
    return _icon(name, theme().color(role).name(), theme().color(Role.DISABLED).name())


class _IconKeeper(QObject):
    """Gives its parent, an action or a button, the icon again whenever the theme changes."""

    def __init__(self, target: QAction | QAbstractButton) -> None:
        super().__init__(target)
        self._target = target
        self._name, self._role = "", Role.TEXT
        theme().changed.connect(self.update)

    def show(self, name: str, role: Role) -> None:
        """Show this icon from now on."""
        self._name, self._role = name, role
        self.update()

    @Slot()
    def update(self) -> None:
        """Fetch the icon in the theme's colours."""
        self._target.setIcon(icon(self._name, self._role))


def set_icon(target: QAction | QAbstractButton, name: str, role: Role = Role.TEXT) -> None:
    """Give an action or a button an icon that follows the theme; a later call replaces it."""
    keeper = target.findChild(_IconKeeper)
    (keeper if isinstance(keeper, _IconKeeper) else _IconKeeper(target)).show(name, role)
