"""The marks by which no paper of practice is taken for one of a real record, in every format."""

from typing import Final

from ectrial.wording.speech import Say, speech

MARK: Final = "PRACTICE"
"""Stands in the name of the file and before what every row, line or resource is of."""


def practised(text: str) -> str:
    """Mark a cell or an id, which keeps its place and its form.

    >>> practised("T-1"), practised("")
    ('PRACTICE T-1', 'PRACTICE')
    """
    return f"{MARK} {text}".rstrip()


def practised_file(name: str) -> str:
    """Mark the name of a file at its beginning, where a list of files does not cut it off."""
    return f"{MARK}_{name}"


def practised_words(say: Say, words: str) -> str:
    """Mark the words below a file."""
    return say("PRACTICE · {subject}", subject=words)


def banner() -> str:
    """Give the line that stands on every page and picture, in both languages."""
    return " · ".join(map(_not_real, (speech("en"), speech("zh"))))


def _not_real(say: Say) -> str:
    return say("PRACTICE – not a real record")
