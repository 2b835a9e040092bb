"""Words of a criterion's verbatim text: its clauses, and where quoted words stand in it."""

import re

from ectrial.trial.protocol import Protocol

Span = tuple[int, int]
"""From a letter of a text up to another."""
FEWEST = 3  # letters of a quote: fewer stand anywhere
# a clause ends before a space; "a." and "b." number the parts of a list
_CLAUSE = re.compile(r"(?:[^,;:.]|[,;:.](?!\s)|(?<=\b[a-z])\.)+")
_AROUND = " \t\n\"'“”‘’「」『』《》.,;:"


def clauses(text: str) -> tuple[Span, ...]:
    """Give where the clauses of a text stand.

    >>> text = "A history: b. of cancer, cured."
    >>> [text[begin:end] for begin, end in clauses(text)]
    ['A history', 'b. of cancer', 'cured']
    """
    found = (_tight(text, *each.span()) for each in _CLAUSE.finditer(text))
    return tuple((begin, end) for begin, end in found if begin < end)


def _tight(text: str, begin: int, end: int) -> Span:
    end = begin + len(text[begin:end].rstrip(_AROUND))
    return end - len(text[begin:end].lstrip()), end


def find(text: str, quoted: str) -> Span | None:
    """Give where quoted words stand in a text: letter by letter, but for spaces and capitals.

    >>> find("History of thoracic irradiation", "“Thoracic  Irradiation”")
    (11, 31)
    >>> find("History of thoracic irradiation", "cranial") is None
    True
    """
    words = quoted.strip(_AROUND).split()
    if sum(map(len, words)) < FEWEST or len(words) > len(text):
        return None
    # whole words, where words are letters with spaces between them
    before, behind = (r"\b" if _is_letter(sign) else "" for sign in (words[0][0], words[-1][-1]))
    pattern = before + r"\s+".join(map(re.escape, words)) + behind
    found = re.search(pattern, text, re.IGNORECASE)
    return found.span() if found else None


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def found_in(trial: Protocol, quoted: str, first: str = "") -> tuple[str, Span] | None:
    """Give the criterion in which quoted words stand, and where; `first` is looked at first."""
    for criterion in sorted(trial.criteria, key=lambda each: each.id != first):
        if span := find(criterion.wording, quoted):
            return criterion.id, span
    return None
