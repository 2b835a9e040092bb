"""Every kind of tampering with what a team does that was thought of, sorted as the others are."""

from pathlib import Path

from ectrial.ledger.tables.chain import canonical
from ectrial.record.anchors import Anchor
from ectrial.record.consent import Consent
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Terms
from tests.ectrial.ledger.deeds import Deed, rows, set_last, set_of_item, sql
from tests.ectrial.ledger.samples import (
    NURSE,
    TRIAL,
    Clock,
    answered,
    called,
    open_ledger,
    opened,
    said,
)

NAME, TEXT = "Li Wei", "given too late"
ASKED = {"why": "pending", "assignee": 9, "due": None}
SIGNED = {"meaning": "eligible", "hash": "0" * 64, "day": "2026-11-20"}
CONSENT = Consent("signed", Clock().now.date(), "3.1")
FALSE = {**SIGNED, "hash": "1" * 64}


def write_record(path: Path) -> list[Anchor]:
    """Record a team at work on one subject; give a head noted elsewhere at the end."""
    id_ = called("S-001/1")
    terms = Terms.of("principal").value
    entries = [
        NewEntry(Kind.STAFF_ADDED, TRIAL, item="9", value=terms, text=NAME),
        NewEntry(Kind.ENROLLED, TRIAL, item="9"),
        opened(),
        answered("ecog", 1),
        said(Kind.CONSENT, value=CONSENT.value),
        NewEntry(Kind.QUERY_OPENED, TRIAL, id_, "hiv", ASKED, text=TEXT),
        NewEntry(Kind.SIGNED, TRIAL, id_, value=SIGNED, text=NAME),
        NewEntry(Kind.DEVIATION, TRIAL, id_, value={"day": "2026-11-20"}, text=TEXT),
    ]
    with open_ledger(path, clock=Clock()) as ledger:
        for each in entries:
            ledger.append([each], NURSE)
        noted = [Anchor(*ledger.head())]
    open_ledger(path).close()
    return noted


FOUND: dict[str, Deed] = {
    "a free text changed": sql(
        "UPDATE texts SET text = text || 'x' WHERE text LIKE '%given too late'"
    ),
    "a printed name changed": sql("UPDATE texts SET text = text || 'x' WHERE text LIKE '%Li Wei'"),
    "a free text deleted": sql("DELETE FROM texts WHERE text LIKE '%given too late'"),
    "another text put behind a deviation": rows(set_last(Kind.DEVIATION, text="#1")),
    "another name put behind a signature": rows(set_last(Kind.SIGNED, text="#3")),
    "a deviation deleted": sql("DELETE FROM entries WHERE kind = 'deviation'"),
    "what was signed changed": rows(set_last(Kind.SIGNED, value=canonical(FALSE))),
    "consent changed": rows(set_last(Kind.CONSENT, value=canonical(Consent("declined").value))),
    "an open item taken off its owner": sql("UPDATE queries SET assignee = 10"),
    "an open item closed in its list alone": sql("UPDATE queries SET status = 'CLOSED'"),
    "an open item deleted from its list": sql("DELETE FROM queries"),
    "an open item added to its list": sql(
        "INSERT INTO queries SELECT site, trial, subject, episode, 'hcv_antibody', assignee, due,"
        " status, by, last_seq FROM queries"
    ),
    "an open item closed, all linked anew": rows(
        set_of_item("hiv", value=canonical({**ASKED, "assignee": 10})), with_care=True
    ),
    "an enrolment deleted": sql("DELETE FROM secrets"),
    "an enrolment by another": sql("UPDATE secrets SET enrolled_by = 10"),
    "an enrolment added": sql(
        "INSERT INTO secrets SELECT 10, salt, enrolled_by, enrolled_at, is_confirmed, tries,"
        " locked_at, last_step, proved_at, seen_at FROM secrets"
    ),
    "a person locked without an entry": sql("UPDATE secrets SET locked_at = enrolled_at"),
}

BY_HEADS: dict[str, Deed] = {
    "who signed, with everything after linked anew": rows(
        set_last(Kind.SIGNED, actor=10), with_care=True
    ),
    "consent, with everything after linked anew": rows(
        set_last(Kind.CONSENT, value=canonical(Consent("declined").value)), with_care=True
    ),
    "the role of a colleague, with everything after linked anew": rows(
        set_of_item("9", value=canonical(Terms.of("coordinator").value)), with_care=True
    ),
}

NOT_FOUND: dict[str, Deed] = {
    "the wrong codes of an authenticator app, counted anew, and which code was used last": sql(
        "UPDATE secrets SET tries = 0, last_step = NULL"
    ),
    "the salt of an authenticator app: its codes are wrong from then on": sql(
        "UPDATE secrets SET salt = substr(salt, 2) || '0'"
    ),
    "a chat led to practice, or back": sql("UPDATE chats SET practice = 1 - practice"),
}
