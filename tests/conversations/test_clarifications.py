"""A clarification stands on its reading and on the questions read so, and changes nothing else."""

from conversations.here import Here
from conversations.registry import FLOWS
from conversations.standing import standing
from ectrial.record.entries import Kind
from tests.records import ADMIN, Dialogue

WORDS = "HBsAg positive alone does not exclude"


def clarified() -> Dialogue:
    leader = Dialogue(actor=ADMIN)
    leader.taps_or_says("/trial", "Readings and clarifications ›", "R02 EXCL12")
    leader.taps_or_says("Record a clarification…", "Sponsor", "Yesterday", WORDS)
    return leader


def question(chat: Dialogue) -> str:
    """Give the card of the hepatitis question in a screening."""
    chat.taps_or_says("/new S-014 M 58", "/review")
    chat.says("EXCL12")
    here: Here = standing(chat.world, chat.focus)
    assert FLOWS[type(here.focus.place)].typed is not None
    return chat.text()


def test_clarification_is_on_the_question_with_day_and_sender() -> None:
    leader = clarified()

    assert f"R02 · Sponsor, 22 Nov 2026: “{WORDS}”" in question(leader)


def test_clarification_changes_no_verdict_and_no_fingerprint() -> None:
    plain, leader = Dialogue(actor=ADMIN), clarified()
    for chat in (plain, leader):
        chat.taps_or_says("/new S-014 M 58", "1", "/verdict")

    assert plain.text() == leader.text()


def test_taken_back_clarification_is_gone_from_the_cards() -> None:
    leader = clarified()

    leader.taps("Take back: 22 Nov 2026")

    assert WORDS not in leader.text()
    assert WORDS not in question(leader)
    assert len(leader.entries(Kind.CLARIFIED)) == 1


def test_coordinator_reads_and_records_none() -> None:
    leader = clarified()
    other = Dialogue(leader.records, actor=8)

    other.taps_or_says("/trial", "Readings and clarifications ›")
    other.taps(next(each for each in other.labels() if each.startswith("R02")))

    assert WORDS in other.text()
    assert other.labels() == ["‹ Back"]
