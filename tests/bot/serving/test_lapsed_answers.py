"""Who used an answer of another trial is told once that its origin was changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.turn import Turn
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Terms
from ectrial.trial.versions import shipped
from tests.bot.serving.chats import Chats
from tests.second_trial import second_trial

FIRST, SECOND = "EC-CRT-003", "SECOND-2"
BOTH, ONE, THERE = 8, 9, 10
FAILING = ("/new S-014 M 58", "[1]", "[Yes]", "[Yes]", "[5]", "[Taxane+platinum]", "[Yes]")
FAILED = (*FAILING, "[None on post-treatment imaging]", "2 mo", "[Yes, for Life")
CARRIED = (*FAILED, "[Open S-014 in SECOND-2]", "[Use ")


@pytest.fixture
def chats(tmp_path: Path) -> Iterator[Chats]:
    trials = shipped().with_own([second_trial()])
    found = Chats(tmp_path, trials=trials, admins=frozenset({7}))
    people = [(BOTH, FIRST), (BOTH, SECOND), (ONE, FIRST), (THERE, SECOND)]
    terms = Terms.of("coordinator").value
    added = [NewEntry(Kind.STAFF_ADDED, t, item=str(who), value=terms) for who, t in people]
    found.real.append(added, Author(7, "admin"))
    found.does(*CARRIED, person=BOTH)
    yield found
    found.close()


def correct(chats: Chats) -> Turn:
    """Have somebody of the first trial alone correct an answer that the second one used."""
    chats.does("S-014", "/review INCL02", "[No ·", person=ONE)
    taken = chats.take(chats.update("[Source", ONE))
    assert taken is not None
    assert Kind.CORRECTED in {entry.kind for entry in taken.turn.entries}
    return taken.turn


def read(chats: Chats, person: int, *ways: str) -> str:
    """Give the words of the cards on the way."""
    told = []
    for way in ways:
        chats.does(way, person=person)
        told.append("\n".join(block.text for block in chats.card(person).blocks))
    return "\n".join(told)


def test_whose_answer_lapses_is_told_once_which_it_is(chats: Chats) -> None:
    turn = correct(chats)
    again = chats.take(chats.update("/start", ONE))

    assert turn.pushes == (BOTH,)
    assert again is not None
    assert not again.turn.pushes
    assert "To confirm again (1)" in read(chats, BOTH, "/todo")
    told = read(chats, BOTH, "[Confirm: S-014]", "/verdict", "/review")
    assert told.count("its origin was corrected") >= 2


def test_colleague_of_the_other_trial_reads_it_and_nothing_of_the_first(chats: Chats) -> None:
    correct(chats)

    told = read(chats, THERE, "/todo", "/verdict S-014", "/review")

    assert "needs to be confirmed again" in told
    assert "origin" not in told.casefold()
    assert FIRST not in told
    assert SECOND not in read(chats, ONE, "/todo", "/verdict S-014", "/review")


def test_confirmed_answer_waits_no_more(chats: Chats) -> None:
    correct(chats)

    read(chats, BOTH, "/todo", "[Confirm: S-014]", "/review", "[Confirm: ", "[Confirm: ")

    assert "To confirm again" not in read(chats, BOTH, "/todo")
