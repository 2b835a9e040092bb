"""Shares in the record: a passcode goes with its share, a redaction reaches what guests said."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.verify import verify_file
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank
from tests.ectrial.ledger.copies.redacting import redacted, spoken_in, wish
from tests.ectrial.ledger.samples import NURSE, TRIAL, open_ledger, opened

GUEST = Author(21, "guest")
SAID, LEFT = "please ask the ward about it", "this one may stay"
ENDS = datetime(2026, 12, 2, 9, tzinfo=UTC).isoformat()


def of_share(kind: Kind, share: int, value: JSON = None, text: str | None = None) -> NewEntry:
    return NewEntry(kind, TRIAL, item=str(share), value=value, text=text)


def shares(ledger: Ledger, subject: str) -> int:
    """Open a screening and share it; give the number of the share."""
    made = ledger.append([opened(subject)], NURSE)
    assert made
    value = {"hash": "ab" * 32, "expires_at": ENDS, "screening": made[0].seq, "upto": made[0].seq}
    added = ledger.append([NewEntry(Kind.SHARE_MADE, TRIAL, value=value)], NURSE)
    assert added
    ledger.passcodes.add(added[0].seq, b"s" * 16, b"h" * 32)
    return added[0].seq


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.SHARE_ENTERED, None),
        (Kind.SHARE_REVOKED, None),
        (Kind.SHARE_ENDED, {"why": "time"}),
    ],
)
def test_passcode_goes_with_the_entry_that_closes_its_share(
    path: Path, kind: Kind, value: JSON
) -> None:
    with open_ledger(blank(path)) as ledger:
        first, second = shares(ledger, "S-001"), shares(ledger, "S-002")

        ledger.append([of_share(kind, first, value)], GUEST)

        assert ledger.passcodes.of(first) is None
        assert ledger.passcodes.of(second) == (b"s" * 16, b"h" * 32)
        assert ledger.verify().holds


@pytest.mark.parametrize("sql", ["DELETE FROM passcodes", "UPDATE passcodes SET share = 99"])
def test_passcodes_changed_by_hand_are_told(path: Path, sql: str) -> None:
    with open_ledger(blank(path)) as ledger:
        shares(ledger, "S-001")
    connection = connect(path)
    connection.execute(sql)
    connection.close()

    found = verify_file(path)

    told = [each.fault for each in found.breaks]
    assert told == ["the passcodes are not those of the shares that wait"]


def test_reply_is_gone_with_the_answers_of_its_subject(path: Path) -> None:
    with open_ledger(blank(path)) as ledger:
        first, second = shares(ledger, "S-001"), shares(ledger, "S-002")
        ledger.append(
            [
                of_share(Kind.SHARE_REPLIED, first, text=SAID),
                of_share(Kind.SHARE_REPLIED, second, text=LEFT),
            ],
            GUEST,
        )

    redacted(path, wish("S-001", with_answers=True))

    assert spoken_in(path.parent, SAID) == []
    with open_ledger(path) as ledger:
        shared = ledger.shares().by_seq
        assert shared[first].replies == ()
        assert ledger.opened_by(shared[first].screening) is None
        assert [each.text for each in shared[second].replies] == [LEFT]
        assert ledger.verify().holds


def test_reply_is_redacted_by_its_words(path: Path) -> None:
    with open_ledger(blank(path)) as ledger:
        share = shares(ledger, "S-001")
        ledger.append([of_share(Kind.SHARE_REPLIED, share, text=SAID)], GUEST)

    done = redacted(path, wish(SAID, is_text=True))

    assert spoken_in(path.parent, SAID) == []
    with open_ledger(path) as ledger:
        assert [each.text for each in ledger.shares().by_seq[share].replies] == [done.code]
        about = ledger.opened_by(ledger.shares().by_seq[share].screening)
        assert about is not None
        assert about.subject == "S-001"


def consent(screening: ScreeningId, state: str) -> NewEntry:
    value = {"state": state, "day": None, "version": None, "reason": None}
    return NewEntry(Kind.CONSENT, TRIAL, screening=screening, value=value)


def test_nothing_is_shared_of_who_declined_nor_in_the_next_screening_until_asked_anew(
    path: Path,
) -> None:
    with open_ledger(blank(path)) as ledger:
        share = shares(ledger, "S-001")
        first = ledger.opened_by(ledger.shares().by_seq[share].screening)
        assert first
        second = first.in_episode(2)

        ledger.append([consent(first, "declined")], NURSE)
        with pytest.raises(RefusedError, match="does not take part"):
            ledger.append([share_of(ledger, first)], NURSE)
        ledger.append([replace(opened("S-001"), screening=second)], NURSE)
        with pytest.raises(RefusedError, match="does not take part"):
            ledger.append([share_of(ledger, second)], NURSE)
        ledger.append([consent(second, "chart_only")], NURSE)
        made = ledger.append([share_of(ledger, second)], NURSE)

        assert made


def share_of(ledger: Ledger, screening: ScreeningId) -> NewEntry:
    found = ledger.screening(screening)
    assert found
    value = {"hash": "cd" * 32, "expires_at": ENDS, "screening": found.first_seq, "upto": 9}
    return NewEntry(Kind.SHARE_MADE, TRIAL, value=value)
