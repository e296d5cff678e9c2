"""The words of the window: Chinese stands in the code, every other language in a catalogue.

Terms that also stand on paper (statuses, kinds, grades) come from the edition's scale and never from here.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from checklists.errors import Language
from resources import path

#: Qt's own words, as OK and Cancel, by language; English stands in Qt's code.
_QT_CATALOGUES: Final[dict[Language, str]] = {"zh": "qtbase_zh_CN"}
#: Our words; Chinese stands in the code, so in its catalogue stand only the words that Qt's own lacks.
_CATALOGUES: Final[dict[Language, str]] = {
    "en": "translations/zhiping_en.qm",
    "zh": "translations/qt_zh.qm",
}

#: The property of the application that holds the catalogues that are installed.
_INSTALLED: Final = "catalogues"


def translate(context: str, text: str) -> str:
    """The text in the language that is installed; the Chinese itself where the catalogue has no other.

    The name and both arguments are what `lupdate` looks for: give literals, and fill values in afterwards.
    """
    return QCoreApplication.translate(context, text)


def system_language() -> Language:
    """The language of the system: English where it is English, else Chinese."""
    return "en" if QLocale.system().language() == QLocale.Language.English else "zh"


def install(app: QCoreApplication, language: Language) -> None:
    """Have the program speak a language from now on; what was shown before stays as it is."""
    for old in app.property(_INSTALLED) or ():
        app.removeTranslator(old)
        old.deleteLater()
    catalogues = []
    for file in _files(language):
        catalogue = QTranslator(app)
        if catalogue.load(file):
            app.installTranslator(catalogue)
            catalogues.append(catalogue)
    app.setProperty(_INSTALLED, catalogues)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese if language == "zh" else QLocale.Language.English))


def _files(language: Language) -> list[str]:
    """The catalogues to load; ours is missing until it has been compiled, and then Chinese is shown."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = [f"{folder}/{_QT_CATALOGUES[language]}"] if language in _QT_CATALOGUES else []
    try:
        return [*found, str(path(_CATALOGUES[language]))]
    except FileNotFoundError:
        return found
