"""A screening leaves as FHIR that judges not ours accept, and that says what was recorded."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from ectrial.papers.fhir import paper, response, study
from ectrial.papers.fhir.form import form_of
from ectrial.papers.fhir.questionnaire import questionnaire
from ectrial.papers.fhir.writing import Resource
from ectrial.papers.fhir.writing import written as bytes_of
from ectrial.papers.screening_file import ScreeningFile, screening_files
from ectrial.record.entries import Entry, Kind, Reason
from ectrial.trial.facts_file import read_facts, write_value
from ectrial.trial.protocol import Protocol
from tests.ectrial.papers import fhir_judges as judges
from tests.ectrial.papers.fhir_judges import of, read
from tests.ectrial.papers.fhir_papers import (
    EC,
    HASH,
    TRIALS,
    judged,
    queried,
    screened,
    signed,
    written,
)
from tests.ectrial.papers.told import (
    APPROACHED,
    DECLINED,
    ELIGIBLE,
    ENROLLED,
    HEAD,
    NO_PLACE,
    NOT_ELIGIBLE,
    OPEN,
    SIGNED,
    WORDS,
    Told,
)
from tests.ectrial.subjects import SAMPLES

LATER = TRIALS.of(
    "EC-CRT-003",
    "3",
    next(v for v in TRIALS.versions("EC-CRT-003") if v.version == "3").fingerprint,
)
SBRT = TRIALS.current("SBRT-OLIGO")
ANSWERS: dict[str, Any] = {
    "age": {"value": "58", "unit": "a"},
    "sex": "female",
    "stage_ivb_uicc8": "no",
    "escc_histologically_confirmed": "pending",
    "alt": {"value": "30.50", "unit": "U/L", "date": "2026-11-20"},
    "alt_uln": {"value": "40", "unit": "U/L"},
    "hbv_dna": {"value": "20", "unit": "[IU]/mL", "comparator": "<", "date": "2026-11-19"},
    "hcv_rna": {"result": "not_detected"},
    "ast": "not_done",
    "wbc": "meets",
    "other_malignancy": "yes",
    "other_malignancy_types": ["nonmelanoma_skin_cancer", "other"],
    "chemo_regimen": "unknown",
}
LESIONS: dict[str, Any] = {
    "metastases": {
        "things": [
            {"organ": "liver", "diameter": {"value": "3.0", "unit": "cm"}, "proven": "yes"},
            {"organ": "lung", "irradiated": "unknown"},
        ],
        "complete": "no",
    },
    "weight": {"value": "61.50", "unit": "kg"},
}


def everything() -> Told:
    return signed(queried(judged(ANSWERS), "ast"))


@cache
def whole() -> bytes:
    return written(everything())


def faults_by_schema(resource: Resource) -> list[str]:
    return [] if resource["resourceType"] == "Questionnaire" else judges.faults_by_schema(resource)


def by_link(part: Resource) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in part.get("item", ()):
        found |= {line["linkId"]: line["answer"]} if "answer" in line else by_link(line)
    return found


def answers_of(told: Told, trial: Protocol = EC) -> dict[str, list[dict[str, Any]]]:
    (found,) = of("QuestionnaireResponse", read(written(told, trial=trial)))
    return by_link(found)


def test_judges_accept_a_paper_with_everything_in_it() -> None:
    other = judged(ANSWERS, subject="S-015").tells(Kind.VOIDED)
    data = written(everything(), other)

    resources = read(data)
    bundle = {**json.loads(data), "entry": json.loads(data)["entry"][:1]}

    assert {each["resourceType"] for each in resources} == {
        *("ResearchStudy", "Questionnaire", "ResearchSubject", "QuestionnaireResponse"),
        *("Observation", "Task", "Provenance"),
    }
    for each in (bundle, *resources):
        assert judges.faults_by_library(each) == []
        assert judges.faults_by_schema(each) == []
    (form,) = of("Questionnaire", resources)
    assert judges.faults_of_form(form) == []
    for given in of("QuestionnaireResponse", resources):
        assert judges.faults_of_answers(given, form) == []
    assert judges.faults_of_links(data) == []
    assert judges.faults_of_links(written(everything(), other, in_lines=True)) == []


def test_equal_records_give_equal_bytes_and_lines_say_what_the_bundle_says() -> None:
    assert written(everything()) == whole()
    lines = read(written(everything(), in_lines=True))
    assert [each["id"] for each in read(whole())] == [each["id"] for each in lines]


def _without(part: str) -> Callable[[Resource], None]:
    return lambda resource: resource.__delitem__(part)


def _with(**parts: Any) -> Callable[[Resource], None]:
    return lambda resource: resource.update(parts)


def _first_answer(**answer: Any) -> Callable[[Resource], None]:
    def harm(resource: Resource) -> None:
        resource["item"][0]["item"][0]["answer"] = [answer]

    return harm


def _link(name: str) -> Callable[[Resource], None]:
    def harm(resource: Resource) -> None:
        resource["item"][0]["item"][0]["linkId"] = name

    return harm


@pytest.mark.parametrize(
    ("kind", "harm", "judge"),
    [
        ("QuestionnaireResponse", _without("status"), "library"),
        ("ResearchSubject", _without("individual"), "library"),
        ("Task", _without("intent"), "library"),
        ("Provenance", _without("agent"), "library"),
        ("Observation", _with(effectiveDateTime="20.11.2026"), "library"),
        ("QuestionnaireResponse", _first_answer(valueYesNo="Y"), "library"),
        ("QuestionnaireResponse", _with(status="live"), "schema"),
        ("ResearchSubject", _with(status="eligible-ish"), "schema"),
        ("Task", _with(status="open"), "schema"),
        ("Observation", _with(valueNumber=1), "schema"),
        ("QuestionnaireResponse", _link("INCL99.x"), "answers"),
        ("QuestionnaireResponse", _first_answer(valueBoolean=True), "answers"),
        ("QuestionnaireResponse", _first_answer(valueCoding={"code": "maybe"}), "answers"),
        ("Questionnaire", _link("EXCL01:met"), "form"),
        ("Task", _with(focus={"reference": "urn:uuid:0"}), "links"),
        ("QuestionnaireResponse", _with(questionnaire="urn:uuid:0|1"), "links"),
        ("Observation", _with(id="1"), "links"),
    ],
)
def test_each_judge_would_complain(
    kind: str, harm: Callable[[Resource], None], judge: str
) -> None:
    bundle = json.loads(whole())
    resources = [entry["resource"] for entry in bundle["entry"]]
    for each in of(kind, resources):
        harm(each)
    (harmed, *_), (form,) = of(kind, resources), of("Questionnaire", resources)
    for entry in bundle["entry"]:
        entry["fullUrl"] = f"urn:uuid:{entry['resource']['id']}"
    ways: dict[str, Callable[[], list[str]]] = {
        "library": lambda: judges.faults_by_library(harmed),
        "schema": lambda: judges.faults_by_schema(harmed),
        "answers": lambda: judges.faults_of_answers(harmed, form),
        "form": lambda: judges.faults_of_form(form),
        "links": lambda: judges.faults_of_links(
            json.dumps(bundle, separators=(",", ":")).encode()
        ),
    }

    assert ways[judge]()


def test_an_answer_stands_under_its_criterion_with_sign_day_and_what_stands_in_its_place() -> None:
    found = answers_of(everything())

    assert str(found["INCL06E.alt"][0]["valueQuantity"]["value"]) == "30.50"
    assert found["INCL06E.alt:date"] == [{"valueDate": "2026-11-20"}]
    assert found["EXCL12.hbv_dna:sign"][0]["valueCoding"]["code"] == "<"
    assert found["EXCL12.hcv_rna:instead"][0]["valueCoding"]["code"] == "not_detected"
    assert found["INCL06E.ast:instead"][0]["valueCoding"]["code"] == "not-performed"
    assert found["INCL06A.wbc:instead"][0]["valueCoding"]["code"] == "meets"
    assert (
        found["INCL02.escc_histologically_confirmed"][0]["valueCoding"]["code"] == "temp-unknown"
    )
    types = found["EXCL06.other_malignancy_types"]
    assert [each["valueCoding"]["code"] for each in types] == ["nonmelanoma_skin_cancer", "other"]
    met = [found[f"{id_}:met"][0]["valueCoding"]["code"] for id_ in ("INCL03", "INCL01")]
    assert met == ["not-met", "unknown"]


def test_the_verdict_has_its_day_its_criteria_and_what_was_signed() -> None:
    found = answers_of(everything())

    assert found["VERDICT.outcome"][0]["valueCoding"]["code"] == "not_eligible"
    assert found["VERDICT.as_of"] == [{"valueDate": "2026-11-24"}]
    assert found["VERDICT.criteria_hash"] == [{"valueString": EC.fingerprint}]
    assert found["VERDICT.signed_hash"] == [{"valueString": HASH}]


def test_a_list_has_a_group_for_each_thing_and_says_whether_it_is_complete() -> None:
    data = written(judged(LESIONS, SBRT), trial=SBRT)
    (given,), (form,) = (of(k, read(data)) for k in ("QuestionnaireResponse", "Questionnaire"))
    (stage,) = (each for each in given["item"] if each["linkId"] == "INCL03")
    lesions = [each for each in stage["item"] if each["linkId"] == "INCL03.metastases"]

    assert [len(each["item"]) for each in lesions] == [3, 2]
    assert by_link(stage)["INCL03.metastases:complete"][0]["valueCoding"]["code"] == "N"
    assert judges.faults_of_answers(given, form) == []


def test_a_question_that_waits_for_an_answer_says_so_and_leaves_only_with_it() -> None:
    assert LATER is not None
    told = {"sex": "female", "pregnant": "no", "not_pregnant_because": "test_negative"}
    told |= {"pregnancy_test_day": "2026-11-20"}
    data = written(screened(told, LATER), trial=LATER)
    form = json.loads(bytes_of(questionnaire(form_of(LATER)), str))
    fields = {each["linkId"]: each for group in form["item"] for each in group["item"]}

    at = "EXCL09.not_pregnant_because"
    assert [(w["question"], w["answerCoding"]["code"]) for w in fields[at]["enableWhen"]] == [
        ("EXCL09.pregnant", "N")
    ]
    assert by_link(of("QuestionnaireResponse", read(data))[0])["EXCL09.pregnancy_test_day"]
    moot = answers_of(screened({**told, "pregnant": "yes"}, LATER), LATER)
    assert {"EXCL09.not_pregnant_because", "EXCL09.pregnancy_test_day"}.isdisjoint(moot)


def test_the_form_has_loinc_units_and_chinese_beside_the_english() -> None:
    form = json.loads(bytes_of(questionnaire(form_of(EC)), str))
    fields = {each["linkId"]: each for group in form["item"] for each in group["item"]}
    creatinine = fields["INCL06F.creatinine"]

    assert [c["code"] for c in creatinine["code"]] == ["14682-9", "2160-0", "creatinine"]
    units = [each["valueCoding"]["code"] for each in creatinine["extension"]]
    assert units == ["umol/L", "mg/dL", "mmol/L", "{xULN}"]
    (translation,) = fields["EXCL09.sex"]["_text"]["extension"]
    assert {"url": "content", "valueString": "性别"} in translation["extension"]
    assert fields["INCL01:text"]["text"] == EC.criterion_by_id["INCL01"].verbatim
    assert (form["version"], form["item"][0]["prefix"]) == ("2", "INCL01")


SCREENING_STATUSES = [
    (lambda told: told, "candidate", "in-progress"),
    (
        lambda told: told.tells(Kind.ANSWERED, "yes", item="stage_ivb_uicc8"),
        "screening",
        "in-progress",
    ),
    (lambda told: told.judged(OPEN), "candidate", "in-progress"),
    (lambda told: told.judged(ELIGIBLE), "eligible", "completed"),
    (lambda told: told.judged(NOT_ELIGIBLE), "ineligible", "completed"),
    (
        lambda told: told.judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED),
        "pending-on-study",
        "completed",
    ),
    (
        lambda told: told.judged(ELIGIBLE).tells(Kind.CONSENT, DECLINED),
        "not-registered",
        "completed",
    ),
    (
        lambda told: told.judged(ELIGIBLE).tells(Kind.PARTICIPATION, APPROACHED),
        "eligible",
        "completed",
    ),
    (
        lambda told: told.judged(ELIGIBLE).tells(Kind.PARTICIPATION, ENROLLED, text="01-0312"),
        *("on-study", "completed"),
    ),
    (
        lambda told: told.judged(ELIGIBLE).tells(Kind.PARTICIPATION, NO_PLACE),
        "not-registered",
        "completed",
    ),
    (lambda told: told.judged(NOT_ELIGIBLE).tells(Kind.STOPPED), "ineligible", "stopped"),
    (
        lambda told: told.judged(NOT_ELIGIBLE).tells(
            Kind.CORRECTED, "yes", item="stage_ivb_uicc8", reason=Reason.DATA_ENTRY_ERROR
        ),
        *("ineligible", "amended"),
    ),
    (lambda told: told.judged(ELIGIBLE).tells(Kind.VOIDED), "not-registered", "entered-in-error"),
]


@pytest.mark.parametrize(("tell", "of_subject", "of_response"), SCREENING_STATUSES)
def test_states_have_the_words_of_fhir(
    tell: Callable[[Told], Told], of_subject: str, of_response: str
) -> None:
    (file,) = screening_files([tuple(tell(screened({})).entries)], TRIALS, WORDS)

    assert study.status_of(file.screening) == of_subject
    assert response.status_of(file) == of_response


def test_an_open_item_is_a_task_and_what_people_wrote_is_for_the_site_alone() -> None:
    own, given = (
        of("Task", read(written(everything(), has_own_words=each)))[0] for each in (True, False)
    )

    assert (own["status"], own["restriction"]["period"]["end"]) == ("in-progress", "2026-11-30")
    assert own["reasonCode"]["coding"][0]["code"] == "temp-unknown"
    assert [note["text"] for note in own["note"]] == ["回电化验室"]
    assert "note" not in given


def test_what_was_redacted_is_empty_and_never_an_error() -> None:
    told = signed(queried(judged(ANSWERS), "ast", "REDACTED-12"), name="REDACTED-13")

    resources = read(written(told))

    assert "note" not in of("Task", resources)[0]
    (signature,) = of("Provenance", resources)[0]["signature"]
    assert signature["who"] == {"display": "coordinator"}
    assert [fault for each in resources for fault in faults_by_schema(each)] == []


def test_a_signature_has_name_time_meaning_type_and_hash() -> None:
    (given,) = of("Provenance", read(whole()))

    (signature,) = given["signature"]
    assert signature["type"][0]["code"] == "1.2.840.10065.1.12.1.5"
    assert signature["who"] == {"display": "王医生 (coordinator)"}
    assert given["reason"][0]["coding"][0]["code"] == "not_eligible"
    assert given["entity"][0]["what"]["identifier"]["value"] == HASH
    assert given["recorded"] == signature["when"]


def test_a_version_that_nobody_has_any_more_still_has_subject_and_response() -> None:
    told = Told(under=(EC.id, "9", "ab")).judged(NOT_ELIGIBLE)

    resources = read(written(told))

    assert [each["resourceType"] for each in resources[:-1]] == [
        "ResearchSubject",
        "QuestionnaireResponse",
    ]
    assert [fault for each in resources for fault in faults_by_schema(each)] == []


def test_one_answer_that_cannot_be_read_takes_no_other_with_it() -> None:
    told = screened({"stage_ivb_uicc8": "no", "sex": "neither"})

    assert "INCL03.stage_ivb_uicc8" in answers_of(told)


def test_the_head_of_the_record_stands_at_the_study_and_at_the_bundle() -> None:
    data = whole()

    (found,) = of("ResearchStudy", read(data))
    assert found["meta"]["tag"] == [{"system": "urn:ectrial:record-head", "code": HEAD}]
    assert json.loads(data)["identifier"]["value"] == HEAD


def test_only_one_screening_is_held_at_a_time() -> None:
    taken = []

    def files() -> Iterator[ScreeningFile]:
        for number in range(3):
            told: tuple[Entry, ...] = tuple(judged(ANSWERS, subject=f"S-{number}").entries)
            taken.append(number)
            yield from screening_files([told], TRIALS, WORDS)

    setting = study.Setting(EC.id, "site-1", HEAD, "open", lambda *_: EC, has_own_words=True)
    for each in paper.resources(files(), setting):
        if each["resourceType"] == "ResearchSubject":
            assert each["identifier"][0]["value"] == f"S-{taken[-1]}/1"


@pytest.mark.long
def test_judges_accept_every_sample_case() -> None:
    told = []
    for case in SAMPLES["cases"]:
        facts = read_facts(case["facts"], EC).items
        answers = {item: write_value(value) for item, value in facts.items()}
        told.append(judged(answers, subject=case["id"]))

    resources = read(data := written(*told))

    (form,) = of("Questionnaire", resources)
    faults = [f for each in resources for f in judges.faults_by_library(each)]
    faults += [f for each in resources for f in judges.faults_by_schema(each)]
    responses = of("QuestionnaireResponse", resources)
    faults += [f for each in responses for f in judges.faults_of_answers(each, form)]
    assert len(told) > 50
    assert [*faults, *judges.faults_of_links(data)] == []
