"""How a row of the screening log is computed from the entries of its screening."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ectrial.papers.confirmation import confirmed
from ectrial.papers.kept import kept
from ectrial.papers.log import LogRow, LogWords
from ectrial.papers.outcomes import enrolment_of, outcome_of, was_approached
from ectrial.record.entries import Entry, Kind
from ectrial.record.folding import fold
from ectrial.record.screenings import Screening

_ELIGIBLE = {"eligible": "Y", "not_eligible": "N", "undetermined": "PENDING"}


def screening_log(screenings: Iterable[tuple[Entry, ...]], words: LogWords) -> Iterator[LogRow]:
    """Give a row for each screening; `screenings` has the entries of each, one after the other."""
    for entries in map(kept, screenings):
        if (screening := fold(entries)) is not None:
            yield row_of(screening, entries, words)


def or_none(rows: Iterable[LogRow], trial: str, site: str, words: LogWords) -> Iterator[LogRow]:
    """Give the rows; where there are none, the one that says so, and of which record."""
    found = False
    for row in rows:
        found = True
        yield row
    if not found:
        yield LogRow(
            study_id=trial,
            site_id=site,
            investigator=words.investigator,
            outcome="NONE",
            record_head=words.head,
            screenings_n=0,
        )


def row_of(screening: Screening, entries: Iterable[Entry], words: LogWords) -> LogRow:
    """Give the row of a screening; `entries` are all, or what `log` reads, in order."""
    entries = tuple(entries)
    judged = _judged_on(screening, entries, words)
    return LogRow(
        **_named(screening, words),
        **_consented(screening),
        **_judged(screening, words),
        verdict_on=judged,
        **_followed(screening),
        outcome_on=_outcome_on(screening, judged, words),
        screened_by=words.person(entries[0].actor, entries[0].role),
        **confirmed(screening, words),
        record_head=words.head,
    )


def _named(screening: Screening, words: LogWords) -> dict[str, Any]:
    id_ = screening.id
    return {
        "study_id": id_.trial,
        "site_id": id_.site,
        "investigator": words.investigator,
        "screening_no": id_.subject,
        "episode_no": id_.episode,
        "rescreen_of": _repeated(screening),
        "date_screened": words.day(screening.opened_at),
        **_judged_by(screening),
        "age_years": _age(screening),
        "sex": _sex(screening),
    }


def _judged_by(screening: Screening) -> dict[str, str]:
    version, hash_ = screening.judged_under
    return {"criteria_version": version, "criteria_hash": hash_}


def _repeated(screening: Screening) -> str:
    """Name the screening that this one repeats; before that was recorded, the first."""
    if screening.repeats is not None:
        return screening.id.in_episode(screening.repeats.episode).name
    return screening.id.in_episode(1).name if screening.id.episode > 1 else ""


def _age(screening: Screening) -> str:
    answer = screening.answers.get("age")
    value = answer.value if answer else None
    return str(value.get("value", "")) if isinstance(value, dict) else ""


def _sex(screening: Screening) -> str:
    """Give the sex in the code list of CDISC; U where it is not known."""
    answer = screening.answers.get("sex")
    return {"male": "M", "female": "F"}.get(answer.value if answer else "", "U")


def _consented(screening: Screening) -> dict[str, Any]:
    consent = screening.consent
    signed = screening.signed_consent if consent.state == "withdrawn" else consent
    return {
        "consent": consent.state.upper(),
        "consent_date": signed.day if signed else None,
        "consent_version": (signed and signed.version) or "",
        "declined_reason": consent.why or "",
    }


def _judged(screening: Screening, words: LogWords) -> dict[str, Any]:
    """Give what the verdict says that was recorded last, and what is still asked of somebody."""
    verdict = screening.verdict or {}
    failing = tuple(verdict.get("failing", ()))
    unresolved = tuple(verdict.get("unresolved", ()))
    asked = [each.opened_at for each in screening.queries.values() if each.is_open]
    return {
        "eligible": _ELIGIBLE.get(verdict.get("verdict", ""), "PENDING"),
        "first_failing_ietestcd": failing[0] if failing else "",
        "ineligible_ietestcd": failing,
        "ineligible_reason_text": tuple(words.reason(screening, each) for each in failing),
        "undetermined_ietestcd": unresolved,
        "unresolved_n": len(unresolved) if verdict else None,
        "oldest_unresolved_on": words.day(min(asked)) if asked else None,
    }


def _judged_on(screening: Screening, entries: tuple[Entry, ...], words: LogWords) -> date | None:
    """Give the day that the last verdict is of; an older one names none, and its own counts."""
    if screening.verdict is None:
        return None
    if day := screening.verdict.get("as_of"):
        return date.fromisoformat(day)
    given = [each for each in entries if each.said.kind is Kind.VERDICT_GIVEN]
    return words.day(given[-1].at_utc) if given else None


def _followed(screening: Screening) -> dict[str, Any]:
    approach, enrolment = screening.approach, enrolment_of(screening)
    why = (enrolment and enrolment.why) or ""
    is_approached = was_approached(screening.consent, approach)
    return {
        "approached": "Y" if is_approached else "N",
        "approached_on": approach.day if approach else None,
        "not_approached_reason": "" if is_approached else why,
        "outcome": outcome_of(screening),
        "not_enrolled_reason": why,
        **_enrolled(screening),
    }


def _enrolled(screening: Screening) -> dict[str, Any]:
    enrolment = screening.enrolment
    if enrolment is None or enrolment.what != "enrolled":
        return {}
    return {
        "enrolled_on": enrolment.day,
        "enrolment_no": enrolment.number,
        "enrolled_part": enrolment.part,
        "eligible_at_enrolment": _ELIGIBLE.get(enrolment.verdict or ""),
    }


def _outcome_on(screening: Screening, judged: date | None, words: LogWords) -> date | None:
    """Give the day of what decides the outcome; None while nothing does."""
    consent, enrolment = screening.consent, enrolment_of(screening)
    match outcome_of(screening):
        case "VOIDED":
            return words.day(screening.set_aside.at_utc) if screening.set_aside else None
        case "ENROLLED":
            return enrolment.day if enrolment else None
        case "DECLINED" if consent.is_refused:
            return consent.day or (words.day(consent.at_utc) if consent.at_utc else None)
        case "SCREEN_FAILURE" if judged and screening.verdict["verdict"] == "not_eligible":
            return judged
        case "DECLINED" | "SCREEN_FAILURE" | "OTHER":
            return words.day(enrolment.at_utc) if enrolment and enrolment.at_utc else None
    return None
