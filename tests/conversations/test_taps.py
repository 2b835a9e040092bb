"""What asking costs: two taps a patient with five open items, for thirty patients."""

from conversations.queries import asked
from tests.conversations.paths import CONSENT
from tests.records import Dialogue

PATIENTS, OPEN = 30, 5
LAST_CARDS = ("HBsAg negative, DNA not done", "Negative")
WAYS = (0, 1, 2, 3, 10)
"""From which of the last twelve questions on five stay open."""


def unsure(dialogue: Dialogue) -> str:
    """Give the button that leaves a question open."""
    return next(label for label in dialogue.labels() if label.lower().endswith("not sure"))


def screened(first: int) -> Dialogue:
    """Screen a patient of whom five of the last questions, from this one on, stay open."""
    dialogue = Dialogue()
    dialogue.taps_or_says(*CONSENT, "Yes")
    for number in range(12):
        is_open = (number - first) % 12 < OPEN
        usual = "Negative" if "Negative" in dialogue.labels() else "No"
        dialogue.taps_or_says(unsure(dialogue) if is_open else usual)
    dialogue.taps_or_says(*LAST_CARDS)
    return dialogue


def taps_of_asking(dialogue: Dialogue) -> int:
    """Ask for all that is open, from the verdict on; without asking the walk ends there."""
    before = dialogue.turns
    dialogue.taps("Who settles? ›")
    dialogue.taps(next(label for label in dialogue.labels() if label.startswith("Record (")))
    return dialogue.turns - before


def test_asking_costs_two_taps_a_patient() -> None:
    ways = [screened(first) for first in WAYS]
    labels = [each.labels() for each in ways]
    taps = [taps_of_asking(each) for each in ways]

    assert all("Who settles? ›" in each for each in labels)
    assert sum(taps[n % len(ways)] for n in range(PATIENTS)) <= 2 * PATIENTS
    assert [len(asked(each.case)) for each in ways] == [OPEN] * len(ways)
