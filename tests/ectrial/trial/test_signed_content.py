"""A signature is for one content: each part changes its hash, and nothing else does."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from conversations.case import Case
from conversations.signing import standing_signature
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.screenings import Answer
from ectrial.record.signatures import digest
from ectrial.record.sources import Sourced, Verified
from ectrial.trial.facts_file import read_facts
from ectrial.trial.matters import Matter, matters
from ectrial.trial.recomputation import recompute
from ectrial.trial.signed_content import hash_on, signed_content
from ectrial.trial.verdict import assess
from ectrial.trial.versions import shipped
from tests.conversations.paths import COUNTS, ELIGIBLE, at
from tests.conversations.test_signing import FAILED, investigator, signed, with_investigators
from tests.records import Dialogue

DAY = date(2026, 11, 23)
NOT_ELIGIBLE = "I confirm: not eligible (INCL01)"


def eligible() -> Case:
    return with_investigators(*ELIGIBLE, "Yes").case


def with_answer(case: Case, item: str, answer: Answer) -> str:
    """Give the hash with another answer, whatever verdict that gives."""
    answers = {**case.screening.answers, item: answer}
    facts = read_facts({n: a.value for n, a in answers.items()}, case.trial)
    changed = replace(case.screening, answers=answers)
    return hash_on(changed, assess(case.trial, facts, DAY), DAY)


def test_another_entry_or_source_or_value_of_any_answer_is_another_content() -> None:
    case = eligible()
    hashes = {hash_on(case.screening, case.verdict, DAY)}
    for item, answer in case.screening.answers.items():
        hashes.add(with_answer(case, item, replace(answer, seq=answer.seq + 1000)))
        hashes.add(with_answer(case, item, replace(answer, value="unknown")))
        sources = {item: Sourced("chart", answer.seq + 1)}
        seen = replace(case.screening, sources={**case.screening.sources, **sources})
        hashes.add(hash_on(seen, case.verdict, DAY))

    assert len(hashes) == 1 + 3 * len(case.screening.answers)


def test_another_verdict_version_day_or_matter_is_another_content() -> None:
    case = eligible()
    told = signed_content(case.screening, case.verdict, DAY)

    changed = [{**told, part: [told[part], "more"]} for part in told]
    later = hash_on(case.screening, case.verdict, DAY + timedelta(days=1))

    assert set(told) == {"protocol", "day", "verdict", "answers", "matters"}
    assert len({digest(told), later, *map(digest, changed)}) == 2 + len(told)


def test_subject_roles_and_marks_of_a_monitor_are_no_part_of_it() -> None:
    case = eligible()
    answers = case.screening.answers
    others = [
        replace(case.screening, id=case.id._replace(subject="REDACTED-12")),
        replace(case.screening, answers={n: replace(a, role="x") for n, a in answers.items()}),
        replace(
            case.screening,
            verified={
                n: Verified(a.seq, case.world.now, 9, "monitor") for n, a in answers.items()
            },
        ),
    ]

    hashes = {hash_on(each, case.verdict, DAY) for each in others}

    assert hashes == {hash_on(case.screening, case.verdict, DAY)}
    assert case.id.subject not in json.dumps(signed_content(case.screening, case.verdict, DAY))


def test_equal_content_has_an_equal_hash_in_another_process() -> None:
    case = eligible()
    told = signed_content(case.screening, case.verdict, DAY)
    program = (
        "import json, sys; from ectrial.record.signatures import digest;"
        " print(digest(json.load(sys.stdin)))"
    )

    found = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program],
        input=json.dumps(told, sort_keys=True),
        capture_output=True,
        text=True,
        check=True,
    )

    assert found.stdout.strip() == digest(told)


def test_matters_pin_their_entries() -> None:
    case = eligible()
    (reading,) = [each for each in matters(case.screening, case.verdict) if each.what == "reading"]
    hbsag = case.screening.answers["hbsag"]

    again = replace(case.screening, answers={**case.screening.answers})
    again = replace(again, answers={**again.answers, "hbsag": replace(hbsag, seq=9999)})

    assert Matter("reading", reading.of, 9999, case.verdict.outcome) in matters(
        again, case.verdict
    )


def test_copied_limits_undated_samples_and_judgements_are_matters() -> None:
    case = at(*COUNTS).case
    answers = dict(case.screening.answers)
    answers["alt_uln"] = Answer({"value": "50", "unit": "U/L"}, 70, case.world.now, 7, "S-001")
    answers["hemoglobin"] = Answer("meets", 71, case.world.now, 7)
    answers["wbc"] = Answer({"value": "5.2", "unit": "10*9/L"}, 72, case.world.now, 7)
    facts = read_facts({n: a.value for n, a in answers.items()}, case.trial)
    screening = replace(case.screening, answers=answers)

    verdict = assess(case.trial, facts, DAY)
    found, outcome = matters(screening, verdict), verdict.outcome

    for matter in (
        Matter("copied", "alt_uln", 70, outcome),
        Matter("judged", "hemoglobin", 71, outcome),
        Matter("undated", "wbc", 72, outcome),
    ):
        assert matter in found


def test_sample_that_grows_old_supersedes_no_signature() -> None:
    signer = investigator(with_investigators(*ELIGIBLE, "Yes"))
    signed(signer)
    before = len(matters(signer.case.screening, signer.case.verdict))

    signer.later(days=60)

    assert len(matters(signer.case.screening, signer.case.verdict)) > before
    assert standing_signature(signer.case)


def recorded(dialogue: Dialogue) -> list[Entry]:
    return [entry for entry in dialogue.records.entries if entry.said.screening]


def signer_of(*steps: str, label: str = NOT_ELIGIBLE) -> Dialogue:
    signer = investigator(with_investigators(*steps))
    signed(signer, label)
    return signer


@pytest.mark.parametrize(
    ("steps", "label"),
    [(FAILED, NOT_ELIGIBLE), ((*ELIGIBLE, "Yes"), "I confirm: meets all listed criteria")],
)
def test_signature_is_found_again(steps: tuple[str, ...], label: str) -> None:
    found = recompute(recorded(signer_of(*steps, label=label)), shipped())

    assert (found.signed, found.wrongly_signed) == (1, ())


@pytest.mark.parametrize(
    "changes",
    [
        {"hash": "0" * 64},
        {"meaning": "eligible"},
        {"day": "2026-11-24"},
        {"day": "2020-01-01"},
    ],
)
def test_forged_signature_is_named_by_its_entry(changes: dict[str, str]) -> None:
    entries = recorded(signer_of(*FAILED))
    place = next(n for n, each in enumerate(entries) if each.said.kind is Kind.SIGNED)
    said = entries[place].said
    forged: NewEntry = replace(said, value={**said.value, **changes})
    entries[place] = replace(entries[place], said=forged)

    assert recompute(entries, shipped()).wrongly_signed == (entries[place].seq,)


def test_signature_without_its_matters_taken_over_or_after_a_forged_answer_is_named() -> None:
    entries = recorded(signer_of(*ELIGIBLE, "Yes", label="I confirm: meets all listed criteria"))
    signature = entries[-1].seq
    untaken = [each for each in entries if each.said.kind is not Kind.TAKEN_OVER]
    place = next(n for n, each in enumerate(entries) if each.said.kind is Kind.ANSWERED)
    entries[place] = replace(entries[place], said=replace(entries[place].said, value="unknown"))

    assert recompute(untaken, shipped()).wrongly_signed == (signature,)
    assert recompute(entries, shipped()).wrongly_signed == (signature,)
