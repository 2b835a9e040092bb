"""Where an answer was seen, in words."""

from ectrial.record.sources import Source
from ectrial.wording.speech import Say, marked

WORDS: dict[Source, str] = {
    "lab_report": marked("Lab report"),
    "imaging": marked("Imaging"),
    "pathology": marked("Pathology"),
    "chart": marked("Chart"),
    "patient": marked("Patient"),
    "physician": marked("Physician"),
    "import": marked("Imported list"),
}


def source_words(say: Say, source: Source) -> str:
    """Give a source in words."""
    return say(WORDS[source])
