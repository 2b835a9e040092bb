"""A facts file of the record holds each screening as `assess` reads it, with what was recorded."""

import json
from datetime import date
from typing import Any

from ectrial.papers.facts_lines import facts_lines
from ectrial.papers.screening_file import screening_files
from ectrial.record.entries import Kind
from ectrial.trial.facts_file import read_facts, read_subjects
from ectrial.trial.verdict import assess
from tests.ectrial.papers.test_screening_file import EC, TRIALS, UNDER, screened
from tests.ectrial.papers.told import HEAD, WORDS, Told
from tests.ectrial.subjects import SAMPLES

DAY = date(2026, 11, 24)


def lines_of(*told: Told) -> list[str]:
    entries = [tuple(each.entries) for each in told]
    return [each.decode() for each in facts_lines(screening_files(entries, TRIALS, WORDS))]


def judged(answers: dict[str, Any]) -> Told:
    verdict = assess(EC, read_facts(answers, EC), DAY)
    return screened(answers).judged({**verdict.as_json(), "as_of": DAY.isoformat()})


def test_a_line_has_verdict_day_version_hash_and_numbers_to_the_last_zero() -> None:
    answers = {
        "age": {"value": "58", "unit": "a"},
        "wbc": {"value": "3.50", "unit": "10*9/L", "comparator": "<", "date": "2026-11-20"},
        "stage_ivb_uicc8": "no",
        "INCL07": "unknown",
    }

    (line,) = lines_of(judged(answers))

    told = json.loads(line)
    assert told["facts"] == answers
    assert (told["id"], told["episode"], told["trial"]) == ("S-014", 1, EC.id)
    assert (told["version"], told["hash"]) == (EC.version, EC.fingerprint)
    assert (told["as_of"], told["record_head"]) == (DAY.isoformat(), HEAD)
    assert (told["verdict"]["verdict"], told["is_as_recorded"]) == ("not_eligible", True)


def test_assess_gives_of_each_sample_case_the_verdict_that_was_recorded() -> None:
    for case in SAMPLES["cases"]:
        facts = read_facts(case["facts"], EC)
        (line,) = lines_of(judged(case["facts"]))

        (subject,) = read_subjects([line], EC)

        assert subject.facts == facts, case["id"]
        assert assess(EC, subject.facts, DAY).as_json() == json.loads(line)["verdict"]


def test_of_a_trial_with_time_a_line_has_the_days_that_count() -> None:
    (released,) = (each for each in TRIALS.versions(EC.id) if each.version == "3")
    of_3 = TRIALS.of(EC.id, "3", released.fingerprint)
    assert of_3 is not None
    told = screened({"sex": "female"}, (of_3.id, of_3.version, of_3.fingerprint))

    (line,) = lines_of(told)

    day = WORDS.day(told.entries[-1].at_utc)
    assert json.loads(line)["days"] == {"screening": day.isoformat(), "sex": day.isoformat()}
    (subject,) = read_subjects([line], of_3)
    assert subject.facts.answered == {"sex": day}


def test_what_was_set_aside_is_left_out_and_what_nobody_reads_has_no_verdict() -> None:
    voided = screened({"sex": "male"}).tells(Kind.VOIDED)
    foreign = Told("S-015", under=(UNDER[0], "9", "ab")).tells(Kind.ANSWERED, "male", item="sex")

    (line,) = lines_of(voided, foreign)

    assert json.loads(line)["verdict"] is None
    assert json.loads(line)["facts"] == {"sex": "male"}
