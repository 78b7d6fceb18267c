"""The language of the window: our translations and Qt's own, installed together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from nnplay import resources
from nnplay.shell.settings import SYSTEM

LANGUAGES = {"en": "English", "zh_CN": "中文"}
"""Languages by code, each in its own words."""

_installed: list[QTranslator] = []
_others: dict[str, QTranslator] = {}


def resolve(language: str) -> str:
    """Return the code of ``LANGUAGES`` for a code or ``SYSTEM``; English where there is nothing nearer."""
    names = QLocale.system().uiLanguages() if language == SYSTEM else [language]
    for name in names:
        locale = QLocale(name)
        for code in LANGUAGES:
            if QLocale(code).language() == locale.language() != QLocale.Language.C:
                return code
    return "en"


def install(language: str) -> str:
    """Translate from now on into ``language``, in place of the one before; widgets that exist keep their words.

    Returns
    -------
    The code of the language that is shown.
    """
    code = resolve(language)
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(code))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("nnplay", str(resources.path("translations")))):
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(f"{name}_{code}", folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    return code


def in_all_languages(context: str, source: str) -> list[str]:
    """Return what a text is in each of ``LANGUAGES``, the English one first."""
    if not _others:
        for code in LANGUAGES:
            _others[code] = QTranslator()
            _others[code].load(f"nnplay_{code}", str(resources.path("translations")))
    return [source, *filter(None, (other.translate(context, source) for other in _others.values()))]
