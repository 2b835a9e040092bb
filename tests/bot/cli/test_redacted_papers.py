"""After a redaction no paper has the words, nor the marker that stands for them in the record."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from click.testing import CliRunner

from bot.cli.main import main
from ectrial.ledger.ledger import Ledger
from ectrial.papers.delegation_log import HISTORY, delegation_log
from ectrial.papers.team_notes import team_notes
from ectrial.papers.trail_entries import SAYS
from ectrial.record.consent import Consent
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.exports import FORMATS, RECIPIENTS
from ectrial.record.redacted import PLACEHOLDER
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Terms
from ectrial.text import LANGUAGES
from ectrial.trial.versions import shipped
from ectrial.wording.speech import speech
from tests.bot.cli.test_export import NURSE, TRIAL, call, open_real, settings

__all__ = ["settings"]
GONE = "Zhang Wuji"
NUMBER = "01-0312"
ID = ScreeningId("CRT-01", TRIAL, "S-001", 1)
DAY = "2026-11-24"
NOTE: dict[str, Any] = {"about": "screening", "span": None, "readers": "team", "told": None}
MARKED = (GONE, NUMBER, PLACEHOLDER, "REDACTED")


def of_screening(first: int) -> Iterator[NewEntry]:
    """Give an entry of each kind of a screening that has a text; `first` is the number of one."""

    def says(kind: Kind, value: Any = None, item: str | None = None, **more: Any) -> NewEntry:
        return NewEntry(kind, TRIAL, ID, item, value, **{"text": GONE, **more})

    under = shipped().current(TRIAL)
    of = {"protocol_version": under.version, "protocol_hash": under.fingerprint}
    signed = Consent("signed", datetime(2026, 11, 24, tzinfo=UTC).date(), "3.1").value
    enrolled = {"what": "enrolled", "day": DAY, "why": None, "verdict": "eligible"}
    yield says(Kind.OPENED, text=None, **of)
    yield says(Kind.CONSENT, signed, text=None)
    yield says(Kind.ANSWERED, "negative", "hiv", text=None)
    yield says(Kind.NOTE_WRITTEN, NOTE)
    yield says(Kind.NOTE_REPLIED, {"note": first + 3})
    yield says(Kind.NOTE_RESOLVED, {"note": first + 3})
    yield says(Kind.NOTE_REOPENED, {"note": first + 3})
    yield says(Kind.QUERY_OPENED, {"why": "check", "assignee": 7, "due": None}, "hiv")
    yield says(Kind.QUERY_SAID, {"answer": True}, "hiv")
    yield says(Kind.QUERY_CLOSED, {"why": "answered"}, "hiv")
    yield says(Kind.QUERY_REOPENED, None, "hiv")
    yield says(Kind.SIGNATURE_RETURNED, {"why": "answer"})
    yield says(Kind.DEVIATION, {"day": DAY})
    yield says(Kind.REFERRED, {"to": 9, "verdict": "eligible", "hash": "ab"}, text=None)
    yield says(Kind.REFERRAL_RETURNED, {"referral": first + 13, "why": "other"})
    yield says(Kind.VERDICT_GIVEN, {"verdict": "eligible", "failing": [], "as_of": DAY}, text=None)
    yield says(Kind.SIGNED, {"meaning": "eligible", "hash": "cd", "day": DAY})
    yield says(Kind.PARTICIPATION, enrolled, text=NUMBER)


def of_the_trial(first: int) -> Iterator[NewEntry]:
    """Give an entry of each kind with a text that is of no screening."""
    under = shipped().current(TRIAL)
    of = {"protocol_version": under.version, "protocol_hash": under.fingerprint}
    principal = Terms.of("principal").value
    ends = {"hash": "ab" * 32, "expires_at": "2027-01-01T00:00:00+00:00"}
    invite = {**Terms.of("monitor").value, **ends}
    activated = {"approved": DAY, "effective": DAY, "signs_again": False}
    yield NewEntry(Kind.STAFF_ADDED, TRIAL, item="7", value=principal, text=GONE)
    yield NewEntry(Kind.STAFF_INVITED, TRIAL, value=invite, text=GONE)
    yield NewEntry(Kind.TRIAL_STATUS, TRIAL, value={"state": "paused", "since": DAY}, text=GONE)
    yield NewEntry(Kind.VERSION_ACTIVATED, TRIAL, value=activated, text=GONE, **of)
    yield NewEntry(Kind.ACTIVATION_WITHDRAWN, TRIAL, value={"of": first + 3}, text=GONE)
    clarified = {"day": DAY, "origin": "sponsor"}
    yield NewEntry(Kind.CLARIFIED, TRIAL, item="R01", value=clarified, text=GONE)


def record() -> set[Kind]:
    found = set()
    with open_real() as ledger:
        for story in (of_screening, of_the_trial):
            for new in story(ledger.head()[0] + 1):
                ledger.append([new], NURSE)
                found |= {new.kind} if new.text else set()
    return found


def redact(words: str) -> None:
    typed = f"{words}\nredact\n"
    told = ["redact", "--text", "--reason", "personal_data", "--delete-copies"]
    result = CliRunner().invoke(main, told, input=typed)
    assert result.exit_code == 0, result.output


def read(path: Path) -> str:
    """Give all words of a paper, also of one that is packed."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        pages = pypdfium2.PdfDocument(data)
        return "".join(page.get_textpage().get_text_bounded() for page in pages)
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "".join(packed.read(each).decode() for each in packed.namelist())
    return data.decode(errors="replace")


def papers() -> Iterator[tuple[str, str]]:
    """Give every paper by name with its words, for the site and for the sponsor."""
    for name in FORMATS:
        for to in RECIPIENTS:
            path = Path(f"{to}.{name}")
            of = () if name in ("txt", "png") else ("--subject", "S-001")
            words = ("--for", to, "--format", name, "--trial", TRIAL)
            result = call(str(path), *words, *of)
            assert result.exit_code == 0, result.output
            yield path.name, read(path)
    assert call("all.csv", "--for", "site", "--format", "trail", "--trial", TRIAL).exit_code == 0
    yield "trail", read(Path("all.csv"))
    with open_real() as ledger:
        for language in LANGUAGES:
            yield "delegation", str(delegations(ledger, language))
        say, notes = speech("en"), ledger.notes().of_the_team()
        assert notes
        yield "notes", str(team_notes(notes, lambda _: "", lambda n, _: str(n), None, say))


def delegations(ledger: Ledger, language: Any) -> list[tuple[str, ...]]:
    history = ledger.of_kinds(HISTORY)
    return delegation_log(history, TRIAL, ZoneInfo("Asia/Shanghai"), speech(language))


@pytest.mark.long
def test_no_paper_has_what_was_redacted_nor_its_marker() -> None:
    kinds = record()
    # a clarification is withdrawn without words
    wordy = {kind for kind, says in SAYS.items() if says.text} - {Kind.CLARIFICATION_WITHDRAWN}
    assert wordy <= kinds
    before = {name for name, words in papers() if any(each in words for each in MARKED)}
    for path in Path().glob("[sa]*.*"):
        path.unlink()

    redact(GONE)
    redact(NUMBER)

    held = {
        name: [each for each in MARKED if each in words]
        for name, words in papers()
        if any(each in words for each in MARKED)
    }
    assert before >= {"site.csv", "site.pdf", "site.fhir", "site.odm", "trail", "notes"}
    assert before >= {"delegation", "site.xlsx", "site.json", "site.trail", "sponsor.pdf"}
    assert held == {}
