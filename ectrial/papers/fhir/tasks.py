"""Open and settled items of a screening as FHIR Tasks: who, why, until when, what came of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from ectrial.facts import Absence
from ectrial.fhir_systems import ITEM, OURS
from ectrial.papers.fhir.codes import Coding, absence_of, coding, concept, subject_of
from ectrial.papers.fhir.observations import instant, key_of, response_id
from ectrial.papers.fhir.study import Setting
from ectrial.papers.fhir.writing import Link, Resource, id_of, told
from ectrial.papers.log import LogWords
from ectrial.papers.screening_file import ScreeningFile
from ectrial.record.queries import Query, Status, Why

STATUSES: Mapping[Status, str] = {
    Status.NEW: "requested",
    Status.UPDATED: "in-progress",
    Status.RESOLUTION_PROPOSED: "in-progress",
    Status.CLOSED: "completed",
    Status.NOT_APPLICABLE: "cancelled",
}
"""FHIR has no word for a proposed resolution: `businessStatus` has our own."""
_ABSENT: Mapping[Why, Absence] = {
    "pending": Absence.PENDING,
    "not_done": Absence.NOT_DONE,
    "unknown": Absence.UNKNOWN,
}


def tasks(file: ScreeningFile, setting: Setting) -> Iterator[Resource]:
    """Give a Task for the latest query of each item."""
    for query in file.screening.queries.values():
        yield _task(query, file, setting)


def _task(query: Query, file: ScreeningFile, setting: Setting) -> Resource:
    screening, words = file.screening, file.words
    item = file.protocol.vocabulary.get(query.item) if file.protocol else None
    named = coding(ITEM, query.item, item.name.en if item else "")
    closed = query.closed and {"statusReason": concept(coding(f"{OURS}closing", query.closed))}
    due = {"restriction": {"period": {"end": query.due.isoformat()}}} if query.due else {}
    notes = [*_notes(query, words)] if setting.has_own_words else []
    opened_by = words.person(query.opened_by, query.thread[0].role)
    return {
        "resourceType": "Task",
        "id": id_of("Task", *key_of(screening), query.seq),
        "status": STATUSES[query.status],
        **(closed or {}),
        "businessStatus": concept(coding(f"{OURS}query-status", str(query.status))),
        "intent": "order",
        "code": concept(named, text=item.name.en if item else query.item),
        "focus": {"reference": Link("QuestionnaireResponse", response_id(screening))},
        "for": subject_of(screening.id),
        "authoredOn": instant(query.opened_at),
        "lastModified": instant(query.last.at_utc),
        "requester": {"display": told(opened_by)},
        "owner": {"display": told(_owner(query, words))},
        "reasonCode": concept(_why(query.why)),
        **({"note": notes} if notes else {}),
        **due,
    }


def _why(why: Why) -> Coding:
    return absence_of(_ABSENT[why]) if why in _ABSENT else coding(f"{OURS}query-reason", why)


def _owner(query: Query, words: LogWords) -> str:
    """Name whoever is to settle it; the role at the time is known of none but who wrote."""
    return words.names.get(query.assignee) or "a member of the team"


def _notes(query: Query, words: LogWords) -> Iterator[dict[str, Any]]:
    """Give what people wrote; what was redacted is gone."""
    for line in query.thread:
        if text := told(line.text):
            by = told(words.person(line.actor, line.role))
            yield {"authorString": by, "time": instant(line.at_utc), "text": text}
