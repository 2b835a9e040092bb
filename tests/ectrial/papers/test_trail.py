"""The audit trail tells every entry of its trial once, and nothing that is not its reader's."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from itertools import chain
from typing import Any

import pytest

from ectrial.papers.trail import COLUMNS, TEXTS_OF_A_FORM, Trail, TrailRow, trail_csv
from ectrial.papers.trail_entries import OF_OTHER_TRIALS, SAYS, told_of
from ectrial.record.entries import Entry, Kind, NewEntry, Reason
from ectrial.record.exports import Recipient
from ectrial.record.linked import Linked
from ectrial.record.repeats import Repeat
from ectrial.record.subjects import ScreeningId
from tests.ectrial.papers.told import BEGIN, ELIGIBLE, ENROLLED, QUERY, SIGNED, WORDS, Told

SIGNATURE = {"meaning": "eligible", "hash": "cd", "day": "2026-11-24"}
NURSE, STRANGER = 7, 987_654_321
PEOPLE: dict[str, Any] = dict.fromkeys(("assignee", "to", "cover", "told", "work"), STRANGER)
VALUE: dict[str, Any] = {
    **PEOPLE,
    "role": "monitor",
    "why": "other",
    "what": "enrolled",
    "note": 44_444,
    "of": 44_444,
    "hash": "ab" * 32,
    "admins": [STRANGER],
    "database": "/srv/OTHER-TRIAL.db",
    "episode": 1,
}
"""All that values hold of which only a part is told, in one."""


SECRET = re.compile(rf"{STRANGER}|44444|OTHER-TRIAL|REDACTED|abab")
OWN = (Kind.ANSWERED, Kind.CORRECTED, Kind.RESCREENED, Kind.APPOINTED)
"""Kinds that are told each in its own way."""


def team(kind: Kind, value: Any = None, item: str | None = None, **parts: Any) -> Entry:
    said = NewEntry(kind, "EC-1", item=item, value=value, **parts)
    return Entry(900, BEGIN, NURSE, "coordinator", "telegram", said)


def rows(
    *told: Iterable[Entry],
    to: Recipient = "site",
    held: int = 9,
    words: Any = WORDS,
    beginning: int = 0,
) -> list[TrailRow]:
    """Give the trail of these entries, in the order of their times, from one of them on."""
    entries = sorted(chain.from_iterable(told), key=lambda each: each.at_utc)

    def of(id_: ScreeningId) -> list[Entry]:
        return [each for each in entries if each.said.screening == id_]

    linked = [Linked(each, f"{n:02}", f"{n + 1:02}") for n, each in enumerate(entries)]
    before = [each for each in entries[:beginning] if each.said.screening is None]
    return [*Trail(of, words, to, held, before=before).rows(linked[beginning:])]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_told_without_numbers_of_people_or_entries(kind: Kind) -> None:
    id_ = Told().id
    said = NewEntry(kind, "EC-1", id_, str(STRANGER), VALUE, text="REDACTED-12")
    told = ([] if kind is Kind.OPENED else Told().entries) + [team(Kind.BACK, item="9")]

    found = rows([*told, replace(team(kind), said=said)])[-1:]
    emptied = rows([team(kind)])

    hidden = kind in OF_OTHER_TRIALS
    assert hidden != (kind in {*SAYS, *OWN})
    assert len(emptied) == (not hidden)
    assert [row.subject for row in emptied] == [""] * len(emptied)
    # values that are told whole, and the hash of what was signed
    if kind not in (Kind.ANSWERED, Kind.CORRECTED, Kind.SIGNED):
        assert not SECRET.search(str([replace(row, field="") for row in found]))


def test_a_correction_tells_the_old_the_new_and_the_reason() -> None:
    told = Told().tells(Kind.ANSWERED, {"value": "3.20", "unit": "10*9/L"}, item="wbc")
    told.tells(
        *(Kind.CORRECTED, {"value": "4.20", "unit": "10*9/L", "date": "2026-11-20"}),
        item="wbc",
        reason=Reason.DATA_ENTRY_ERROR,
    )

    row = rows(told.entries)[-1]

    assert (row.object, row.field, row.old) == ("answer", "wbc", "3.20 10*9/L")
    assert (row.new, row.reason_code) == ("4.20 10*9/L 2026-11-20", "DATA_ENTRY_ERROR")
    assert (row.at_utc, row.tz) == ("2026-11-23T09:30:00.000Z", "Asia/Shanghai")
    assert (row.actor_name, row.actor_role, row.via) == ("陈护士", "coordinator", "telegram")
    assert (row.subject, row.episode, row.criteria_version) == ("S-014", "1", "2")
    assert (row.prev_hash, row.hash, row.record_head) == ("02", "03", WORDS.head)


def test_rows_are_the_same_however_few_screenings_are_held() -> None:
    told = [Told(f"S-{n}") for n in range(3)]
    for number in range(4):
        for each in told:
            each.tells(Kind.ANSWERED, str(number), item="hiv")
    entries = [each.entries for each in told]

    assert rows(*entries, held=1) == rows(*entries)
    assert rows(*entries, held=1)[-1].old == "2"


def everything(*, of_screening: bool) -> list[Entry]:
    """Give two entries of every kind of a screening, or of none, each with words of its own."""
    id_ = Told().id if of_screening else None
    kinds = [kind for kind in Kind for _ in range(2)]
    found = []
    for seq, kind in enumerate(kinds, 2):
        value = {**VALUE, "readers": ("author", "team")[seq % 2], "note": seq - 2, "items": ["a"]}
        said = NewEntry(kind, "EC-1", id_, str(seq // 4), value, text=f"{kind} {seq}")
        at = BEGIN + timedelta(minutes=10 * seq)
        found.append(Entry(seq, at, NURSE, "coordinator", "telegram", said))
    return found


@pytest.mark.parametrize("beginning", [0, 1, 2, 5, 40, 77, 78, 99, 160])
def test_old_values_of_every_kind_are_the_same_wherever_a_trail_begins(beginning: int) -> None:
    told = Told().entries, everything(of_screening=True), everything(of_screening=False)
    other = Told("S-2")
    for _ in range(2 * len(Kind)):
        other.tells(Kind.ANSWERED, "no", item="hiv")
    whole = [replace(row, seq=0) for row in rows(*told, other.entries)]

    found = [replace(r, seq=0) for r in rows(*told, other.entries, held=1, beginning=beginning)]

    assert found == [row for row in whole if int(row.prev_hash) >= beginning]


def test_what_only_its_author_reads_stands_nowhere_as_an_old_value() -> None:
    told = Told().tells(Kind.NOTE_WRITTEN, note("author"), text="mine alone")
    told.tells(Kind.NOTE_WRITTEN, note("team"), text="for the team")
    told.tells(Kind.NOTE_RESOLVED, {"note": 3}, text="done")

    assert not [row for row in rows(told.entries, beginning=2) if "mine" in str(row)]


def test_an_old_value_is_what_stood_at_the_very_thing() -> None:
    told = Told().tells(Kind.NOTE_WRITTEN, note("team"), text="one")
    told.tells(Kind.NOTE_WRITTEN, note("team"), text="two")
    told.tells(Kind.NOTE_REPLIED, {"note": 2}, text="to the first")
    told.tells(Kind.DEVIATION, {"day": "2026-11-24"}, text="dev one")
    told.tells(Kind.DEVIATION, {"day": "2026-11-24"}, text="dev two")
    told.tells(Kind.DEVIATION, {"takes_back": 5})
    for _ in range(2):
        told.tells(Kind.QUERY_OPENED, QUERY, item="wbc")
        told.tells(Kind.QUERY_CLOSED, {"why": "answered"}, item="wbc")
    told.tells(Kind.SOURCED, {"source": "chart", "items": ["wbc"]})
    told.tells(Kind.SOURCED, {"source": "patient", "items": ["ecog"]})
    made = [team(Kind.SHARE_MADE, {"expires_at": f"2026-12-0{day}"}) for day in (1, 2)]
    shares = [replace(each, seq=seq) for each, seq in zip(made, (70, 71), strict=True)]
    opened = team(Kind.SHARE_OPENED, item="70")
    exports = [team(Kind.EXPORTED, {"paper": paper}) for paper in ("a", "b")]

    old = [row.old for row in rows(told.entries)[1:]]
    olds = [row.old for row in rows([*shares, opened, *exports])]

    begun = "one; about: screening; readers: team"
    assert old[:6] == ["", "", begun, "", "", "dev one; day: 2026-11-24"]
    assert old[6:] == ["", "opened; why: pending; assignee: 陈护士"] * 2 + ["", ""]
    assert olds == ["", "", "made; expires_at: 2026-12-01", "", ""]


def note(readers: str) -> dict[str, Any]:
    return {"about": "screening", "span": None, "readers": readers, "told": None}


def test_what_only_its_author_reads_is_in_no_trail_until_the_team_may() -> None:
    told = Told().tells(Kind.NOTE_WRITTEN, note("author"), text="mine alone")
    told.tells(Kind.NOTE_REPLIED, {"note": 2}, text="more of it")
    private = rows(told.entries)
    told.tells(Kind.NOTE_READERS, {"note": 2, "readers": "team", "told": None})

    assert [row.object for row in private] == ["status"]
    assert [row.new for row in rows(told.entries)][1:3] == [
        "mine alone; about: screening; readers: author",
        "more of it",
    ]


AGAIN = Repeat(1, 1, date(2026, 11, 2), ("INCL05",), 1).value


def test_a_sponsor_gets_subjects_with_signed_consent_and_nothing_of_the_team() -> None:
    shown = Told("S-1").tells(Kind.CONSENT, SIGNED).judged(ELIGIBLE)
    shown.tells(Kind.NOTE_WRITTEN, note("team"), text="ours").tells(Kind.PARTICIPATION, ENROLLED)
    shown.tells(Kind.RESCREENED, AGAIN)
    shown.tells(Kind.SHIFT_ACCEPTED, item="9").tells(Kind.LINKED, {"pair": "x" * 9})
    withdrawn = Told("S-2").tells(Kind.CONSENT, SIGNED)
    withdrawn.tells(Kind.CONSENT, {**SIGNED, "state": "withdrawn", "version": None})
    voided = Told("S-3").tells(Kind.CONSENT, SIGNED).tells(Kind.VOIDED)
    exported = team(Kind.EXPORTED, {"paper": "screening_log", "format": "csv"})

    found = rows(shown.entries, withdrawn.entries, voided.entries, [exported], to="sponsor")

    assert {row.subject for row in found} == {"S-1"}
    assert [row.field for row in found] == ["criteria_version", "consent", "verdict", "enrolment"]
    assert [row.seq for row in found] == [1, 2, 3, 4]


WITH_WORDS = {kind for kind, says in SAYS.items() if says.text}


@pytest.mark.parametrize("kind", Kind)
def test_no_words_that_people_wrote_are_in_a_sponsors_trail(kind: Kind) -> None:
    told = Told("S-1").tells(Kind.CONSENT, SIGNED)
    said = NewEntry(kind, "EC-1", told.id, "wbc", VALUE, text="S-002 is similar")
    # twice, as what stood there before is told as well
    linked = [Linked(replace(team(kind), said=said), "01", "02")] * 2

    ours, sponsors = (
        str([*Trail(lambda _: told.entries, WORDS, to).rows(linked)]) for to in ("site", "sponsor")
    )

    assert kind in TEXTS_OF_A_FORM or "S-002" not in sponsors
    assert ("S-002" in ours) == (kind in WITH_WORDS or kind in TEXTS_OF_A_FORM)


def test_a_sponsor_reads_that_there_was_a_query_and_nothing_of_its_words() -> None:
    told = Told("S-1").tells(Kind.CONSENT, SIGNED)
    told.tells(Kind.QUERY_OPENED, QUERY, item="wbc", text="S-002 is similar")
    told.tells(Kind.QUERY_SAID, {"answer": True}, item="wbc", text="as S-002")
    told.tells(Kind.SIGNED, SIGNATURE, text="Li Na")
    told.tells(Kind.PARTICIPATION, ENROLLED, text="01-0312")

    ours, sponsors = rows(told.entries), rows(told.entries, to="sponsor")

    assert (ours[2].reason_text, ours[3].new) == ("S-002 is similar", "as S-002; answer: true")
    assert (sponsors[2].reason_text, sponsors[3].new) == ("", "answer: true")
    assert sponsors[2].new == ours[2].new
    assert [row.new for row in sponsors[4:]] == [row.new for row in ours[4:]]
    assert "Li Na" in sponsors[4].new
    assert "01-0312" in sponsors[5].new
    assert len(sponsors) == len(ours)


def judge(data: bytes, log: Sequence[TrailRow]) -> None:
    """Complain unless the csv module reads every row, and no spreadsheet a formula."""
    assert data.startswith(b"\xef\xbb\xbf")
    head, *read = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    assert tuple(head) == COLUMNS
    assert not [cell for row in read for cell in row if cell.startswith(tuple("=+-@\t\r＝＋－＠"))]
    assert [row[0] for row in read] == [str(row.seq) for row in log]
    assert [row[-2] for row in read] == [row.hash for row in log]
    assert [row[11].removeprefix("'") for row in read] == [row.new for row in log]


def test_a_trail_read_back_is_every_row_and_no_formula() -> None:
    told = Told().tells(Kind.NOTE_WRITTEN, note("team"), text='=HYPERLINK("x"), 换行\n第二行')
    log = rows(told.entries)
    data = b"".join(trail_csv(log))

    judge(data, log)
    for faulty in (
        data.replace(b"'=HYPER", b"=HYPER"),
        data.removeprefix(b"\xef\xbb\xbf"),
        data.rsplit(b"\r\n", 2)[0],
        data.replace("第二行".encode(), b""),
        data.replace(b"seq,at_utc", b"number,at"),
    ):
        with pytest.raises(AssertionError):
            judge(faulty, log)


def test_what_a_guest_wrote_is_for_who_shared_alone() -> None:
    reply = team(Kind.SHARE_REPLIED, item="4", text="send him on Monday")

    assert [(row.new, row.reason_text) for row in rows([reply])] == [("replied", "")]


def test_people_are_told_by_their_printed_names_alone() -> None:
    joined = {"role": "monitor", "tasks": [], "since": None, "until": "2026-12-31"}
    added = told_of(team(Kind.STAFF_ADDED, joined, "9", text="Li"), WORDS.names.get)  # type: ignore[arg-type]
    asked = Told().tells(
        Kind.QUERY_OPENED, {"why": "pending", "assignee": 9, "due": None}, item="wbc"
    )

    assert added.new == "Li; added; role: monitor; until: 2026-12-31"
    assert rows(asked.entries)[-1].new == "opened; why: pending; assignee: Li"
    assert rows([team(Kind.BACK, item="1")])[0].new == "(no printed name); back"
