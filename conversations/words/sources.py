"""Where an answer was seen, in words: long for a card, short for a button beside others."""

from ectrial.record.sources import Source
from ectrial.wording.sources import WORDS, source_words
from ectrial.wording.speech import Say, marked

__all__ = ["source_label", "source_words"]

_SHORT: dict[Source, str] = {**WORDS, "lab_report": marked("Lab"), "pathology": marked("Pathol.")}


def source_label(say: Say, source: Source | None) -> str:
    """Give the label of the button that leads to the sources."""
    return say("Source?") if source is None else f"{say(_SHORT[source])} ›"
