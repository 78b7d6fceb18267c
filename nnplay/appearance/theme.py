"""The application's only theme: light, dark or high contrast, chosen or following the system, and the text size.

It sets the palette, font and style sheet of the whole application. Widgets that paint themselves ask it for
colours and repaint on ``changed``.
"""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from nnplay import resources
from nnplay.appearance import metrics
from nnplay.appearance.roles import SCHEMES, Role

__all__ = ["MODES", "Role", "Theme", "theme"]

MODES = ("system", *SCHEMES)

_PALETTE = {
    QPalette.ColorRole.Window: Role.WINDOW,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.RAISED,
    QPalette.ColorRole.AlternateBase: Role.SURFACE,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.Button: Role.RAISED,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.ACCENT_TEXT,
    QPalette.ColorRole.Highlight: Role.SELECTION,
    QPalette.ColorRole.HighlightedText: Role.TEXT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.PlaceholderText: Role.MUTED,
    QPalette.ColorRole.ToolTipBase: Role.RAISED,
    QPalette.ColorRole.ToolTipText: Role.TEXT,
    QPalette.ColorRole.Light: Role.RAISED,
    QPalette.ColorRole.Midlight: Role.HOVER,
    QPalette.ColorRole.Mid: Role.BORDER,
    QPalette.ColorRole.Dark: Role.OUTLINE,
    QPalette.ColorRole.Shadow: Role.SHADOW,
}
_MORE_CONTRAST = getattr(Qt, "ContrastPreference", None) and Qt.ContrastPreference.HighContrast
_PALETTE_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Theme(QObject):
    """Colours by role, in the mode chosen by the user or the system.

    Signals
    -------
    changed
        Any colour may have changed: rebuild pens and images, repaint.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = "system"
        self._is_applied = False
        self._scheme = self._wanted_scheme()
        self._colors = self._read_colors()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def mode(self) -> str:
        """The current one of ``MODES``."""
        return self._mode

    @property
    def scheme(self) -> str:
        """The current one of ``SCHEMES``."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the background is dark."""
        return self._scheme != "light"

    def color(self, role: Role) -> QColor:
        """Return the colour of a role; the caller owns the copy."""
        return QColor(self._colors[role])

    def set_mode(self, mode: str) -> None:
        """Show one of the schemes, or follow the system with ``"system"``.

        Raises
        ------
        ValueError
            The mode is not one of ``MODES``.
        """
        if mode not in MODES:
            raise ValueError(f"mode must be one of {MODES}, not {mode!r}")
        self._mode = mode
        self._update()

    def apply(self) -> None:
        """Style the application: font, palette and style sheet, now and after every change."""
        self._is_applied = True
        QApplication.setStyle("Fusion")
        self._dress()

    def set_text_scale(self, scale: float) -> None:
        """Scale all text by ``scale``; widgets that have already measured their text do not change."""
        if scale != metrics.text_scale():
            metrics.set_text_scale(scale)
            if self._is_applied:
                self._dress()

    @Slot()
    def _on_system_changed(self) -> None:
        self._update()

    def _wanted_scheme(self) -> str:
        if self._mode != "system":
            return self._mode
        hints = QGuiApplication.styleHints()
        if hasattr(hints, "accessibility") and hints.accessibility().contrastPreference() == _MORE_CONTRAST:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _read_colors(self) -> dict[Role, QColor]:
        return {role: QColor(name) for role, name in SCHEMES[self._scheme].items()}

    def _update(self) -> None:
        scheme = self._wanted_scheme()
        if scheme == self._scheme:
            return
        self._scheme = scheme
        self._colors = self._read_colors()
        if self._is_applied:
            self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # Qt exchanges one style sheet for another by styling every widget once for each of its ancestors. Removing the
        # old one first costs a pass over the widgets, and adding the new one a second pass.
        application.setStyleSheet("")
        QApplication.setFont(metrics.font(metrics.Text.BODY))
        palette = QPalette()
        for palette_role, role in _PALETTE.items():
            palette.setColor(palette_role, self._colors[role])
        for palette_role in _PALETTE_DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, palette_role, self._colors[Role.DISABLED])
        QApplication.setPalette(palette)
        application.setStyleSheet(self.style_sheet())

    def style_sheet(self) -> str:
        """Return the application's style sheet, filled with this theme's colours and the metrics."""
        values = {role.value: color.name() for role, color in self._colors.items()}
        values["styles"] = resources.path("styles").as_posix()
        values["variant"] = "dark" if self.is_dark else "light"
        values["radius"] = f"{metrics.RADIUS}px"
        values |= {text.name.lower(): f"{metrics.text_size(text)}px" for text in metrics.Text}
        values["line"] = f"{metrics.field_height() - 8}px"
        values["button"] = f"{metrics.field_height() - 10}px"
        template = Template(resources.path("styles", "nnplay.qss").read_text(encoding="utf-8"))
        return template.substitute(values)


_theme: Theme | None = None


def theme() -> Theme:
    """Return the application's only theme; the first call creates it and needs a ``QGuiApplication``."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme
