"""The delegation log tells who was allowed what, when, and by whose authority."""

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

from ectrial.papers.delegation_log import HEAD, HISTORY, delegation_log
from ectrial.papers.table import csv_of
from ectrial.record.entries import JSON, Entry, Kind, NewEntry
from ectrial.record.team import Terms
from ectrial.record.team_folding import OF_THE_TEAM
from ectrial.text import LANGUAGES
from ectrial.wording.speech import speech

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 11, 23, 20, tzinfo=UTC)


class History:
    """Entries of the team, an hour after one another."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def says(
        self, kind: Kind, item: int | None, value: JSON = None, name: str = "",
        by: tuple[int, str] = (1, "admin"), trial: str = "T",
    ) -> None:  # fmt: skip
        at = START + timedelta(hours=len(self.entries))
        named = None if item is None else str(item)
        said = NewEntry(kind, trial, item=named, value=value, text=name or None)
        self.entries.append(Entry(len(self.entries) + 1, at, *by, "telegram", said))

    @property
    def rows(self) -> list[dict[str, str]]:
        head, *rows = delegation_log(self.entries, "T", SHANGHAI, speech("en"))
        return [{k: v for k, v in zip(head, row, strict=True) if v} for row in rows]


def test_each_set_of_terms_is_a_row() -> None:
    history = History()
    terms = Terms.of("coordinator")
    history.says(Kind.STAFF_ADDED, 8, terms.value, "Li Wei")
    history.says(Kind.STAFF_ADDED, 8, terms.value, by=(9, "principal"))
    history.says(Kind.TRAINED, 8, by=(8, "coordinator"))
    history.says(Kind.STAFF_ADDED, 8, Terms("coordinator", ("screen",)).value)
    history.says(Kind.STAFF_REMOVED, 8, {"work": None}, by=(0, "operator"))

    first, second = history.rows

    assert first == {
        "Trial": "T",
        "Person": "Li Wei",
        "Telegram number": "8",
        "Role": "coordinator",
        "Tasks": "screen subjects; record consent; export",
        "From": "2026-11-24",
        "Recorded by": "1 (administrator)",
        "Recorded at": "2026-11-24T04:00+08:00",
        "Authorised by": "9 (principal investigator)",
        "Authorised at": "2026-11-24T05:00+08:00",
        "Changed by": "1 (administrator)",
        "Changed at": "2026-11-24T07:00+08:00",
        "Trained on": "2026-11-24T06:00+08:00",
    }
    assert (second["Tasks"], second["Removed by"]) == ("screen subjects", "operator")
    assert "Authorised by" not in second


def test_invited_person_is_recorded_by_the_colleague_who_invited() -> None:
    history = History()
    terms = Terms.of("investigator")
    history.says(Kind.STAFF_ADDED, 9, "principal", "Zhao Min")
    history.says(Kind.STAFF_INVITED, None, terms.value, "Li Wei", by=(9, "principal"))
    joined = {**terms.value, "since": "2026-11-25", "invite": 2}
    history.says(Kind.STAFF_ADDED, 8, joined, "Li Wei", by=(8, "investigator"))

    row = history.rows[1]

    assert row["Recorded by"] == row["Authorised by"] == "Zhao Min (principal investigator)"
    assert row["From"] == "2026-11-25"


def test_administrators_of_the_settings_are_in_the_log() -> None:
    history = History()
    history.says(Kind.ADMIN_ADDED, 1, by=(0, "bot"))
    history.says(Kind.STAFF_ADDED, 1, "coordinator", by=(0, "operator"))
    history.says(Kind.ADMIN_REMOVED, 1, by=(0, "bot"))

    named, added = history.rows

    assert (named["Role"], named["Removed by"]) == (
        "administrator",
        "the settings file (.env)",
    )
    assert added["Role"] == "coordinator"
    assert "Removed by" not in added


def test_no_cell_runs_as_a_formula() -> None:
    history = History()
    for number, name in enumerate(("=1+1", "+1", "-1", "@a", "＝1", '=HYPERLINK("x")')):
        history.says(Kind.STAFF_ADDED, number + 2, "monitor", name)

    written = csv_of(delegation_log(history.entries, "T", SHANGHAI, speech("en")))

    assert written.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(StringIO(written.decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+-@＝" and cell]


def test_head_is_in_both_languages() -> None:
    heads = [delegation_log([], "T", SHANGHAI, speech(each))[0] for each in LANGUAGES]

    assert heads[0] == HEAD
    assert not set(heads[0]) & set(heads[1])


def test_history_has_all_that_changes_who_may_what() -> None:
    assert {Kind.STAFF_ADDED, Kind.STAFF_REMOVED, Kind.STAFF_INVITED} <= set(HISTORY)
    others = {Kind.AWAY, Kind.BACK, Kind.INVITE_WITHDRAWN}
    assert others == set(OF_THE_TEAM) - set(HISTORY)


def test_log_of_one_trial_names_no_other() -> None:
    history = History()
    history.says(Kind.ADMIN_ADDED, 7, trial="ELSEWHERE", by=(0, "bot"))
    history.says(Kind.STAFF_ADDED, 5, "coordinator", "Wu", trial="ELSEWHERE")
    history.says(Kind.STAFF_ADDED, 8, "coordinator", "Li Wei")
    history.says(Kind.STAFF_ADDED, 9, "monitor", trial="")

    rows = history.rows

    assert [(row["Trial"], row["Telegram number"]) for row in rows] == [
        ("T", "7"),
        ("T", "8"),
        ("T", "9"),
    ]
    assert "ELSEWHERE" not in str(rows)
