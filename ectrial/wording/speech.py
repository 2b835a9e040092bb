"""Sentences in the person's language, from the gettext catalogues beside this file.

English sentences are the keys (collected in `ectrial.pot`); `zh.po` translates every one.
"""

import gettext
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Protocol

from ectrial.text import Language, Text

FOLDER = Path(__file__).parent


class Say(Protocol):
    """The sentences of one language: called with an English sentence, it gives the translation."""

    language: Language

    def __call__(self, sentence: str, /, **values: object) -> str:
        """Translate the sentence, then insert its values."""
        ...

    def text(self, text: Text) -> str:
        """Give a text of the protocol or the vocabulary in the person's language."""
        ...

    def listed(self, names: Iterable[str]) -> str:
        """Join names within a sentence, with the comma of the language."""
        ...


class _Speech:
    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._catalogue = _catalogue(language)

    def __call__(self, sentence: str, /, **values: object) -> str:
        translated = self._catalogue.gettext(sentence)
        return translated.format(**values) if values else translated

    def text(self, text: Text) -> str:
        return text.within(self.language)

    def listed(self, names: Iterable[str]) -> str:
        return ("、" if self.language == "zh" else ", ").join(names)


@cache
def speech(language: Language) -> Say:
    """Give the `Say` of one language."""
    return _Speech(language)


def marked(sentence: str) -> str:
    """Mark a sentence for the catalogue where it is defined, to be translated later."""
    return sentence


def _catalogue(language: Language) -> gettext.NullTranslations:
    path = FOLDER / f"{language}.po"
    if language == "en":
        return gettext.NullTranslations()
    # imported here: English sentences need no catalogue, and no other code needs this library
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
