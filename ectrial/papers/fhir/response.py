"""The answers of one screening as a FHIR QuestionnaireResponse, with findings and verdict."""

from collections.abc import Iterator
from typing import Any

from ectrial.facts import Facts, Things
from ectrial.papers.fhir.answers import Answers, answers_of, chosen
from ectrial.papers.fhir.codes import screening_named, subject_of
from ectrial.papers.fhir.form import JUDGED, MET, VERDICT, Field, Form, Group
from ectrial.papers.fhir.observations import instant, response_id
from ectrial.papers.fhir.options import finding_of, outcome_of, yes_no
from ectrial.papers.fhir.questionnaire import canonical_of
from ectrial.papers.fhir.writing import Resource, told
from ectrial.papers.recorded import value_of
from ectrial.papers.screening_file import ScreeningFile
from ectrial.record.entries import Kind
from ectrial.trial.finding import Finding
from ectrial.trial.verdict import Verdict
from ectrial.truth import TRUE

_AFTER = (Kind.ANSWERED, Kind.CORRECTED, Kind.CLEARED, Kind.RESTORED)
"""What changes a screening that was complete."""


def response(file: ScreeningFile, form: Form | None) -> Resource:
    """Give the response of a screening; without a form, which nobody has any more, no answers."""
    screening, verdict = file.screening, file.verdict
    facts = verdict.given if verdict else _readable(file)
    items = [] if form is None else [*_groups(file, form, facts)]
    named = {} if form is None else {"questionnaire": canonical_of(form.protocol)}
    return {
        "resourceType": "QuestionnaireResponse",
        "id": response_id(screening),
        "language": "en",
        "identifier": screening_named(screening.id),
        **named,
        "status": status_of(file),
        "subject": subject_of(screening.id),
        "authored": instant(file.entries[-1].at_utc),
        "author": {"display": told(file.row.screened_by) or "unknown"},
        **({"item": items} if items else {}),
    }


def _readable(file: ScreeningFile) -> Facts:
    """Give the answers that can be read, where others cannot and so there is no verdict."""
    vocabulary = file.protocol.vocabulary if file.protocol else {}
    known = {name: vocabulary[name] for name in file.screening.answers if name in vocabulary}
    read = {name: value_of(item, file.screening.answers[name]) for name, item in known.items()}
    return Facts({name: value for name, value in read.items() if value is not None})


def status_of(file: ScreeningFile) -> str:
    """Give how far the answers are, in FHIR's words."""
    screening = file.screening
    if screening.voided:
        return "entered-in-error"
    if screening.stopped:
        return "stopped"
    if not screening.is_finished:
        return "in-progress"
    kinds = [each.said for each in file.entries]
    settled = (
        n for n, said in enumerate(kinds) if said.kind is Kind.VERDICT_GIVEN and _is_definite(said)
    )
    first = next(settled, len(kinds))
    return "amended" if any(said.kind in _AFTER for said in kinds[first:]) else "completed"


def _is_definite(said: Any) -> bool:
    return bool(said.value["verdict"] != "undetermined")


def _groups(file: ScreeningFile, form: Form, facts: Facts) -> Iterator[dict[str, Any]]:
    findings = {f.criterion.id: f for f in file.verdict.findings} if file.verdict else {}
    for group in form.groups:
        answers, things = _answers(group, form, facts)
        if group.criterion is not None:
            answers |= _found(group.link, findings.get(group.link), file.verdict, facts)
        if group.link == VERDICT:
            answers |= _verdict(file)
        if lines := [*_lines(group.fields, answers, things)]:
            yield {"linkId": group.link, "text": told(group.text.en), "item": lines}


def _answers(group: Group, form: Form, facts: Facts) -> tuple[Answers, dict[str, Things]]:
    """Give the answers of a group; what is no question any more stays in the record alone."""
    answers: Answers = {}
    things: dict[str, Things] = {}
    for item in group.items:
        value = facts.items.get(item.id)
        if value is not None and form.is_asked(item, facts):
            link = form.links[item.id]
            answers |= answers_of(item, value, link)
            if isinstance(value, Things):
                things[link] = value
    return answers, things


def _lines(
    fields: tuple[Field, ...], answers: Answers, things: dict[str, Things]
) -> Iterator[dict[str, Any]]:
    for field in fields:
        head = {"linkId": field.link, "text": told(field.text.en)}
        if field.link in things:
            for inner in _things(field, things[field.link]):
                yield {**head, "item": inner}
        elif field.link in answers:
            yield {**head, "answer": answers[field.link]}


def _things(field: Field, listed: Things) -> Iterator[list[dict[str, Any]]]:
    """Give the lines of each thing that says anything."""
    properties = field.item.properties if field.item else {}
    for thing in listed.things:
        answers: Answers = {}
        for name, value in thing.items():
            answers |= answers_of(properties[name], value, f"{field.link}.{name}")
        if lines := [*_lines(field.fields, answers, {})]:
            yield lines


def _found(link: str, finding: Finding | None, verdict: Verdict | None, facts: Facts) -> Answers:
    """Give what a criterion came to, and what it was answered as a whole."""
    if finding is None or verdict is None:
        return {}
    yes, no, unknown = (option.coding for option in yes_no())
    whole = facts.judged.get(link)
    answer = unknown if whole is None else {TRUE: yes}.get(whole, no)
    result = finding.result(verdict.facts).replace("_", "-")
    judged = {} if whole is None else {f"{link}{JUDGED}": [chosen(answer)]}
    return {**judged, f"{link}{MET}": [chosen(finding_of(result))]}


def _verdict(file: ScreeningFile) -> Answers:
    """Give the verdict that was recorded last, with its day, and what was signed."""
    said, row = file.screening.verdict or {}, file.row
    if not said:
        return {}
    texts = {
        "stratum": said.get("stratum") or "",
        "criteria_hash": row.criteria_hash,
        "signed_hash": row.verdict_hash,
    }
    parts = said.get("parts", {})
    day = (
        {f"{VERDICT}.as_of": [{"valueDate": row.verdict_on.isoformat()}]} if row.verdict_on else {}
    )
    return {
        f"{VERDICT}.outcome": [chosen(outcome_of(said["verdict"]))],
        **{f"{VERDICT}.part.{part}": [chosen(outcome_of(each))] for part, each in parts.items()},
        **day,
        **{f"{VERDICT}.{n}": [{"valueString": told(t)}] for n, t in texts.items() if told(t)},
    }
