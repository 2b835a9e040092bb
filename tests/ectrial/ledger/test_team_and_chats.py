"""The team, the chats and the strangers, as the ledger keeps them."""

from datetime import UTC, datetime
from pathlib import Path

from bot.control.team import roles
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.team import Terms
from tests.ectrial.ledger.samples import NURSE, TRIAL


def now() -> datetime:
    return datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def team(kind: Kind, person: int, role: JSON = None) -> NewEntry:
    return NewEntry(kind, TRIAL, item=str(person), value=role)


def test_the_team_is_what_its_entries_add_up_to(ledger: Ledger) -> None:
    ledger.append([team(Kind.STAFF_ADDED, 1, "coordinator")], NURSE)
    ledger.append([team(Kind.STAFF_ADDED, 2, "coordinator")], NURSE)
    ledger.append([team(Kind.STAFF_REMOVED, 1)], NURSE)
    ledger.append([team(Kind.STAFF_REMOVED, 3)], NURSE)
    ledger.append([team(Kind.STAFF_ADDED, 2, "investigator")], NURSE)

    assert roles(ledger) == {2: "investigator"}


def test_a_chat_is_kept_as_last_saved(ledger: Ledger) -> None:
    ledger.save_chat(Chat(1, round=1, card=5))
    ledger.save_chat(Chat(2))

    ledger.save_chat(Chat(1, language="en", round=2, focus=["a", None], shown="x"))

    assert ledger.chat(1) == Chat(1, language="en", round=2, focus=["a", None], shown="x")
    assert ledger.chats() == (ledger.chat(1), Chat(2))
    assert ledger.chat(3) is None


def test_a_stranger_is_answered_once_ever(ledger: Ledger) -> None:
    answers = [ledger.refuse(66), ledger.refuse(66), ledger.refuse(67), ledger.refuse(66)]

    counts = ledger._shared.reader.execute("SELECT user_id, count FROM strangers").fetchall()
    assert answers == [True, False, True, False]
    assert counts == [(66, 3), (67, 1)]


def test_person_belongs_to_the_site_that_let_them_in(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db", site="here", via="telegram", clock=now) as ledger:
        ledger.append([team(Kind.STAFF_ADDED, 2, "investigator")], NURSE)
    with Ledger.open(tmp_path / "x.db", site="elsewhere", via="telegram", clock=now) as other:
        assert other.team().members == {}
        assert other.of_kinds([Kind.STAFF_ADDED]) == ()
    with Ledger.open(tmp_path / "x.db", site="here", via="telegram", clock=now) as ledger:
        assert set(ledger.team().members) == {2}


def test_record_with_an_open_invite_holds(ledger: Ledger) -> None:
    value = {**Terms.of("coordinator").value, "hash": "0" * 64, "expires_at": "2026-12-01T00:00Z"}

    ledger.append([NewEntry(Kind.STAFF_INVITED, TRIAL, value=value, text="Chen")], NURSE)

    assert ledger.verify().breaks == ()
    assert [each.name for each in ledger.team().invites.values()] == ["Chen"]
