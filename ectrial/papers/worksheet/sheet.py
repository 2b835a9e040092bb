"""The whole worksheet of one screening as JSON; equal records give equal words."""

from collections.abc import Iterator
from datetime import date

from ectrial.papers.screening_file import ScreeningFile
from ectrial.papers.worksheet.criteria import criteria
from ectrial.papers.worksheet.leaf import Leaf, Row, named
from ectrial.papers.worksheet.notes import other_notes
from ectrial.papers.worksheet.open_items import asked_items
from ectrial.papers.worksheet.repeats import repeats
from ectrial.papers.worksheet.signing import deviations, signatures
from ectrial.papers.worksheet.verdict import halt_words, outcome_words, verdict
from ectrial.record.consent import Consent
from ectrial.record.exports import Recipient
from ectrial.wording.advisories import incomplete_words
from ectrial.wording.answers import value_words
from ectrial.wording.speech import Say

_PAGE, _PAGES = "\x01", "\x02"


def worksheet(file: ScreeningFile, say: Say, recipient: Recipient) -> Row:
    """Give the worksheet of a screening; what it cannot judge it says, and judges nothing."""
    return {**_frame(file, say, recipient), **_body(file, say, recipient)}


def for_whom(say: Say, recipient: Recipient) -> str:
    """Say who reads it, as on every page."""
    return say("for the site") if recipient == "site" else say("for the sponsor")


def _frame(file: ScreeningFile, say: Say, recipient: Recipient) -> Row:
    """Give what stands on every page, and the head of the first."""
    id_, row = file.screening.id, file.row
    page = say("Page {page} of {pages}", page=_PAGE, pages=_PAGES)
    before, _, rest = page.partition(_PAGE)
    between, _, after = rest.partition(_PAGES)
    name = id_.subject if id_.episode == 1 else id_.name
    if _is_of_cut_list(file):
        # as on each card of the chat
        name = say("{subject} · criteria incomplete", subject=name)
    return {
        "title": " · ".join((say("Eligibility worksheet"), id_.trial, name)),
        "running": [
            " · ".join((id_.trial, name, for_whom(say, recipient))),
            say("Head of the record {head}", head=row.record_head),
        ],
        "page": [before, between, after],
        "prescreen": say("Pre-screen only: the investigator confirms."),
        "facts": _facts(file, say, recipient),
    }


def _is_of_cut_list(file: ScreeningFile) -> bool:
    """Whether its trial has criteria that are not in its file."""
    return file.protocol is not None and file.protocol.incomplete


def _facts(file: ScreeningFile, say: Say, recipient: Recipient) -> list[list[str]]:
    row, screening, words = file.row, file.screening, file.words
    by = file.entries[0]
    opened = f"{row.date_screened} · {named(say, words.names.get(by.actor, ''), by.role)}"
    found = [
        [say("Trial"), _trial(file, say)],
        [say("Protocol version"), " · ".join(screening.under)],
        [say("Site"), row.site_id],
        [say("Subject"), _subject(file, say, recipient)],
        *_sex_and_age(file, say),
        [say("Screening opened"), opened],
        [say("Consent"), _consent(say, screening.consent)],
        [say("Times are of"), str(words.zone)],
    ]
    return [[label, told] for label, told in found if told]


def _sex_and_age(file: ScreeningFile, say: Say) -> Iterator[list[str]]:
    """Give sex and age as they were recorded, by which a paper is told from another's."""
    if file.protocol is None or file.verdict is None:
        return
    facts, vocabulary = file.verdict.given, file.protocol.vocabulary
    for name in ("sex", "age"):
        if name in vocabulary and name in facts.items:
            item = vocabulary[name]
            yield [say.text(item.name), value_words(say, item, facts)]


def _trial(file: ScreeningFile, say: Say) -> str:
    id_ = file.screening.id.trial
    if file.protocol is None:
        return id_
    study = file.protocol.study
    return f"{say.text(study.brief_title)} · {study.registry_id}"


def _subject(file: ScreeningFile, say: Say, recipient: Recipient) -> str:
    """Name the subject; to a sponsor not what it repeats, as that may be without consent."""
    id_, repeats = file.screening.id, file.screening.repeats
    told = id_.subject
    if id_.episode > 1:
        told = say("{subject}, screening {n}", subject=id_.subject, n=id_.episode)
    if repeats is not None and recipient == "site":
        failed = say.listed(repeats.failed)
        again = say(
            "repeats screening {n}, failed on {criteria}", n=repeats.episode, criteria=failed
        )
        told = f"{told} · {again}"
    return (
        say("{name}: {answer}", name=say("Voided"), answer=told) if file.screening.voided else told
    )


def _consent(say: Say, consent: Consent) -> str:
    day = _day(consent.day)
    match consent.state:
        case "chart_only":
            return say("chart review only")
        case "signed":
            return say("signed {day}, version {version}", day=day, version=consent.version)
        case "withdrawn":
            return say("withdrawn {day}", day=day)
        case "declined":
            return say("declined")
    return say("not asked")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _body(file: ScreeningFile, say: Say, recipient: Recipient) -> Row:
    if file.protocol is None or file.verdict is None:
        return _unread(file, say)
    leaf = Leaf(file, file.protocol, file.verdict, say, recipient)
    return {
        "verdict": verdict(leaf),
        "criteria": criteria(leaf),
        "criteria_head": [say("Criterion"), say("The protocol's words"), say("Proof and answers")],
        "repeats": {
            **_titled(say("Labs measured more than once"), repeats(leaf)),
            "head": [
                *(say("Sample"), say("Value and criterion"), say("Day of the sample")),
                *(say("Recorded by"), say("For the verdict")),
            ],
        },
        "open": {
            **_titled(say("Open items"), asked_items(leaf)),
            "head": [say("Item"), say("Why"), say("What would settle it"), say("Asked of")],
        },
        "notes": _notes(leaf),
        "deviations": deviations(leaf),
        **_signing(leaf.say, signatures(leaf)),
    }


def _titled(title: str, rows: list[Row]) -> Row:
    return {"title": title, "rows": rows}


def _notes(leaf: Leaf) -> Row:
    say = leaf.say
    kept = [] if leaf.has_notes else [say("The notes of the team stay at the site.")]
    return {"title": say("Team notes"), "rows": [*other_notes(leaf), *kept]}


def _signing(say: Say, given: list[Row]) -> Row:
    return {
        "signatures": {
            "title": say("Signatures"),
            "rows": given,
            "none": say("Nobody has signed in the record."),
            "content": say("Content"),
        },
        "ink": {
            "title": say("In ink"),
            "meanings": [say("Screened by"), say("Confirmed by the investigator")],
            "lines": [say("Printed name"), say("Signature"), say("Date and time")],
        },
    }


def _unread(file: ScreeningFile, say: Say) -> Row:
    """Say that the answers cannot be judged here, and what the record says of the verdict."""
    told = say(
        "This version of the protocol, or an answer, cannot be read: nothing is judged here."
    )
    said = file.screening.verdict
    recorded = outcome_words(say, str(said.get("verdict"))) if said else ""
    return {
        "verdict": {
            "outcome": "undetermined",
            "words": recorded or say("❓ Undetermined"),
            "halt": halt_words(say, file.words.halt),
            "lines": [told],
            "advice": [incomplete_words(say)] if _is_of_cut_list(file) else [],
        },
        "criteria": [],
        "criteria_head": ["", "", ""],
        "repeats": {**_titled("", []), "head": [""] * 5},
        "open": {**_titled("", []), "head": [""] * 4},
        "notes": _titled("", []),
        "deviations": [],
        **_signing(say, []),
    }
