"""What judges FHIR: two libraries that did not write it, and what neither of them looks at."""

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import jsonschema
from fhir.resources.R4B import get_fhir_model_class
from pydantic import ValidationError

from ectrial.papers.fhir.writing import Resource
from tests.catalogue import ROOT

SCHEMA = ROOT / "tests" / "data" / "fhir" / "r4.schema.json"
VALUES = {
    "choice": "valueCoding",
    "quantity": "valueQuantity",
    "date": "valueDate",
    "string": "valueString",
}


def read(data: bytes) -> list[Resource]:
    """Give the resources of a Bundle or of NDJSON, with every digit."""
    if data.startswith(b'{"resourceType":"Bundle"'):
        whole = json.loads(data, parse_float=Decimal)
        return [entry["resource"] for entry in whole.get("entry", [])]
    return [json.loads(line, parse_float=Decimal) for line in data.splitlines()]


def of(kind: str, resources: list[Resource]) -> list[Resource]:
    """Give the resources of one type."""
    return [each for each in resources if each["resourceType"] == kind]


def faults_by_library(resource: Resource) -> list[str]:
    """Give what fhir.resources complains of: structure, required parts, dates."""
    model: Any = get_fhir_model_class(resource["resourceType"])
    try:
        model.model_validate(resource)
    except ValidationError as error:
        return [str(each["loc"]) for each in error.errors()]
    return []


def faults_by_schema(resource: Resource) -> list[str]:
    """Give what the JSON schema of R4 complains of: codes, unknown parts, forms of texts."""
    of_type = _validator().evolve(
        schema={"$ref": f"#/definitions/{resource['resourceType']}", **_schema()}
    )
    return [f"{error.json_path}: {error.message[:200]}" for error in of_type.iter_errors(resource)]


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return schema


@cache
def _validator() -> Any:
    return jsonschema.Draft6Validator(_schema())


def faults_of_links(data: bytes) -> list[str]:
    """Give ids that stand twice, and references that lead nowhere within the file."""
    resources = read(data)
    is_bundle = data.startswith(b'{"resourceType":"Bundle"')
    known = [
        f"urn:uuid:{r['id']}" if is_bundle else f"{r['resourceType']}/{r['id']}" for r in resources
    ]
    if is_bundle:
        assert known == [entry["fullUrl"] for entry in json.loads(data).get("entry", [])]
    named = {f"{r['url']}|{r['version']}" for r in of("Questionnaire", resources)}
    twice = [id_ for id_, count in Counter(known).items() if count > 1]
    lost = [each for each in _references(resources) if each not in known]
    forms = [r.get("questionnaire") for r in of("QuestionnaireResponse", resources)]
    return [*twice, *lost, *(each for each in forms if each and each not in named)]


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("reference"), str):
            yield part["reference"]
        for each in part.values():
            yield from _references(each)
    elif isinstance(part, list):
        for each in part:
            yield from _references(each)


def faults_of_form(form: Resource) -> list[str]:
    """Give linkIds that stand twice, and conditions on questions that there are not."""
    fields = [*_fields(form)]
    links = Counter(each["linkId"] for each in fields)
    waits = [each["question"] for field in fields for each in field.get("enableWhen", ())]
    twice = [link for link, count in links.items() if count > 1]
    return [*twice, *(each for each in waits if each not in links)]


def _fields(part: Resource) -> Iterator[Resource]:
    for field in part.get("item", ()):
        yield field
        yield from _fields(field)


def faults_of_answers(response: Resource, form: Resource) -> list[str]:
    """Give answers that the form has no place for: an unknown linkId, type, option or unit."""
    return [*_faults_within(response, form)]


def _faults_within(given: Resource, asked: Resource) -> Iterator[str]:
    fields = {each["linkId"]: each for each in asked.get("item", ())}
    order = [*fields]
    links = [each["linkId"] for each in given.get("item", ())]
    if [*filter(order.__contains__, links)] != sorted(
        filter(order.__contains__, links), key=order.index
    ):
        yield f"order: {links}"
    for line in given.get("item", ()):
        field = fields.get(line["linkId"])
        if field is None:
            yield f"no such linkId: {line['linkId']}"
            continue
        if len(line.get("answer", ())) > 1 and not field.get("repeats"):
            yield f"several answers: {line['linkId']}"
        for answer in line.get("answer", ()):
            if not _fits(answer, field):
                yield f"no such answer: {line['linkId']}: {answer}"
        yield from _faults_within(line, field)


def _fits(answer: dict[str, Any], field: Resource) -> bool:
    if [*answer] != [VALUES.get(field["type"])]:
        return False
    if field["type"] == "choice":
        options = [each["valueCoding"] for each in field["answerOption"]]
        shown = ("system", "code", "display")
        plain = [{name: each[name] for name in shown} for each in options]
        return answer["valueCoding"] in plain
    if field["type"] == "quantity":
        units = [each["valueCoding"]["code"] for each in field["extension"]]
        return answer["valueQuantity"]["code"] in units
    return True
