"""Screenings for the tests of the screening log: told entry by entry, or drawn by chance."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from ectrial.papers.log import LogRow, LogWords
from ectrial.papers.log_rows import screening_log
from ectrial.papers.sponsor import OfPerson
from ectrial.record.consent import Consent
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.subjects import ScreeningId

HEAD = "07a1" * 16
BEGIN = datetime(2026, 11, 23, 9, tzinfo=UTC)
NAMES = {7: "陈护士", 9: "Li"}
WORDS = LogWords(ZoneInfo("Asia/Shanghai"), NAMES, lambda *named: f"={named[3]}: 既往放疗", HEAD)
NOT_ELIGIBLE = {"verdict": "not_eligible", "failing": ["INCL05", "EXCL02"], "unresolved": []}
ELIGIBLE = {"verdict": "eligible", "failing": [], "unresolved": [], "as_of": "2026-11-24"}
OPEN = {"verdict": "undetermined", "failing": [], "unresolved": ["EXCL07"], "as_of": "2026-11-24"}
APPROACHED = {"what": "approached", "day": "2026-11-25", "why": None, "verdict": None}
ENROLLED = {"what": "enrolled", "day": "2026-11-26", "why": None, "verdict": "eligible"}
NO_PLACE = {"what": "not_enrolled", "day": None, "why": "no_place", "verdict": None}
SIGNED = Consent("signed", date(2026, 11, 24), "3.1").value
DECLINED = Consent("declined", why="distance").value
CHART_ONLY = Consent("chart_only").value
QUERY = {"why": "pending", "assignee": 7, "due": None}


class Told:
    """The entries of one screening, ten minutes apart, by person 7 unless said otherwise."""

    def __init__(
        self,
        subject: str = "S-014",
        episode: int = 1,
        *,
        under: tuple[str, str, str] = ("EC-1", "2", "ab"),
    ) -> None:
        trial, version, fingerprint = under
        self.id = ScreeningId("site-1", trial, subject, episode)
        self.entries: list[Entry] = []
        self.tells(Kind.OPENED, protocol_version=version, protocol_hash=fingerprint)

    def tells(self, kind: Kind, value: Any = None, *, by: int = 7, **parts: Any) -> "Told":
        seq = len(self.entries) + 1
        said = NewEntry(kind, self.id.trial, screening=self.id, value=value, **parts)
        at = BEGIN + timedelta(minutes=10 * seq)
        self.entries.append(Entry(seq, at, by, "coordinator", "telegram", said))
        return self

    def judged(self, verdict: dict[str, Any]) -> "Told":
        return self.tells(Kind.VERDICT_GIVEN, verdict)

    @property
    def row(self) -> LogRow:
        (row,) = log_of(self)
        return row


def log_of(*screenings: Told) -> list[LogRow]:
    return list(screening_log((tuple(each.entries) for each in screenings), WORDS))


def of_person_in(log: list[LogRow]) -> OfPerson:
    """Give a row with the consent of its subject: what the last screening says that says any."""

    def of_person(row: LogRow) -> LogRow:
        said = [
            (each.episode_no or 0, each.consent)
            for each in log
            if each.screening_no == row.screening_no
            and each.outcome != "VOIDED"
            and each.consent != "NOT_ASKED"
        ]
        return replace(row, consent=max(said)[1] if said else "NOT_ASKED")

    return of_person


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
TEXTS = st.one_of(CELLS, st.sampled_from("=+-@\t\r").flatmap(lambda sign: CELLS.map(sign.__add__)))


@st.composite
def rows(draw: st.DrawFn) -> LogRow:
    """Draw a row with whatever may stand in its texts."""
    return LogRow(
        study_id="EC-1",
        site_id=draw(TEXTS),
        screening_no=draw(TEXTS),
        episode_no=draw(st.none() | st.integers(1, 9)),
        date_screened=draw(st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))),
        ineligible_ietestcd=tuple(draw(st.lists(st.sampled_from(("INCL01", "EXCL02"))))),
        ineligible_reason_text=tuple(draw(st.lists(TEXTS, max_size=2))),
        outcome="SCREEN_FAILURE",
        screened_by=draw(TEXTS),
        record_head=HEAD,
    )
