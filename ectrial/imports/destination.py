"""Where a file is read into: what is asked there, whose codes are known, and which day it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo

from ectrial.vocabulary import Vocabulary

CodeOf = Callable[[str], str | None]
"""Reads the code of a subject as the site writes it; None for what is none, or may be a name."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A trial at a site; `today` is the day there, and `zone` says which day a moment is of."""

    site: str
    trial: str
    items: Vocabulary
    code_of: CodeOf
    today: date
    zone: tzinfo
