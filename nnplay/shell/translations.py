"""The language of the window: our translations and Qt's own, installed together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from nnplay import resources
from nnplay.languages import nearest
from nnplay.shell.settings import SYSTEM

_installed: list[QTranslator] = []


def resolve(language: str) -> str:
    """Return the code of an available language for a code or ``SYSTEM``; English if none is near."""
    return nearest(QLocale.system().uiLanguages() if language == SYSTEM else [language])


def install(language: str) -> str:
    """Translate into ``language`` from now on; existing widgets keep their texts.

    Returns
    -------
    The code of the language in use.
    """
    code = resolve(language)
    remove()
    QLocale.setDefault(QLocale(code))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("nnplay", str(resources.path("translations")))):
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(f"{name}_{code}", folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    return code


def remove() -> None:
    """Leave texts as they are in the source from now on."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
