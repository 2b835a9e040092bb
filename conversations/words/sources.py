"""Where an answer was seen, in words: long for a card, short for a button beside others."""

from ectrial.record.sources import Source
from ectrial.wording.speech import Say, marked

_WORDS: dict[Source, str] = {
    "lab_report": marked("Lab report"),
    "imaging": marked("Imaging"),
    "pathology": marked("Pathology"),
    "chart": marked("Chart"),
    "patient": marked("Patient"),
    "physician": marked("Physician"),
    "import": marked("Imported list"),
}
_SHORT: dict[Source, str] = {**_WORDS, "lab_report": marked("Lab"), "pathology": marked("Pathol.")}


def source_words(say: Say, source: Source) -> str:
    """Give a source in words."""
    return say(_WORDS[source])


def source_label(say: Say, source: Source | None) -> str:
    """Give the label of the button that leads to the sources."""
    return say("Source?") if source is None else f"{say(_SHORT[source])} ›"
