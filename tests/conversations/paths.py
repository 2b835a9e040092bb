"""Ways to a card that several tests begin from, tapped or typed one after the other."""

from copy import copy
from functools import cache

from tests.records import START, Dialogue, MemoryRecords

TODAY = START.date().isoformat()

OPENED = ("/new S-014 M 58",)
COUNTS_UNDATED = (
    *OPENED,
    *("1", "Yes", "Yes", "5", "Taxane+platinum", "Yes", "None on post-treatment imaging", "6 mo"),
)
COUNTS = (*COUNTS_UNDATED, "Sample: which day?", "Today")
BILIRUBIN = (*COUNTS, "5.2", "3.1", "210", "120 g/L", "38 g/L")
ALT = (*BILIRUBIN, "15/23 umol/L")
CREATININE = (*ALT, "30/50 U/L", "25/40 U/L", "80/120 U/L")
CONSENT = (*CREATININE, "80/104 umol/L")
HISTORY = (*["No"] * 8, "Negative", *["No"] * 3)
HBSAG = (*CONSENT, "Yes", *HISTORY)
ELIGIBLE = (*HBSAG, "HBsAg negative, DNA not done", "Negative")


def at(*steps: str, records: MemoryRecords | None = None, actor: int = 7) -> Dialogue:
    """Give a dialogue that has come this way."""
    if records is None:
        return another(_come(steps, actor))
    dialogue = Dialogue(records, actor=actor)
    dialogue.taps_or_says(*steps)
    return dialogue


@cache
def _come(steps: tuple[str, ...], actor: int) -> Dialogue:
    """Go each way once: many tests begin with the same taps."""
    if not steps:
        return Dialogue(actor=actor)
    dialogue = another(_come(steps[:-1], actor))
    dialogue.taps_or_says(steps[-1])
    return dialogue


def another(dialogue: Dialogue) -> Dialogue:
    """Give one that stands where this one does, and goes on from there by itself."""
    other = copy(dialogue)
    other.records = with_same_entries(dialogue.records)
    beside, focus = dialogue._beside
    other._beside = with_same_entries(beside), focus
    other.others, other._elsewhere = [*dialogue.others], {**dialogue._elsewhere}
    return other


def with_same_entries(records: MemoryRecords) -> MemoryRecords:
    """Give a record of its own that begins with these entries."""
    copied = MemoryRecords()
    copied.entries = [*records.entries]
    return copied
