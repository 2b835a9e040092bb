"""A form engine that others wrote shows our forms, and gives our responses back unchanged."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ectrial.papers.fhir.codes import ucum_of
from ectrial.papers.fhir.writing import Resource
from ectrial.trial.protocol import Protocol
from ectrial.trial.released import Released
from ectrial.vocabulary import Item
from tests.bot.papers.form_engine import Given, fetched, given_back, no_units
from tests.ectrial.papers import fhir_judges as judges
from tests.ectrial.papers.fhir_papers import EC, TRIALS, judged, written

pytestmark = pytest.mark.long
NUMBERS = ("1.50", "2", "4", "12", "36.50", "60", "170", "1000", "100000")
WAYS = range(3)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fetched(tmp_path_factory.mktemp("engine"))


VERSIONS = [each for trial in TRIALS.ids for each in TRIALS.versions(trial)]


def protocol_of(version: Released) -> Protocol:
    protocol = TRIALS.of(version.trial, version.version, version.fingerprint)
    assert protocol is not None
    return protocol


def answer(item: Item, way: int) -> Any:
    """Give an answer to an item, another for each way, whatever its kind."""
    options = [*item.options] or ["yes", "no"]
    if item.kind == "multichoice":
        return [options[0], options[-1]] if way else []
    if item.kind == "list":
        thing = {name: answer(each, way) for name, each in item.properties.items()}
        return {"things": [thing] * 2 * way, "complete": ("yes", "no")[way]}
    if item.kind == "date":
        return f"2026-11-0{way + 1}"
    if item.kind != "quantity":
        return options[way % len(options)]
    unit = [*item.units][way % len(item.units)]
    day = {"date": f"2026-11-1{way}"} if item.sample and way else {}
    sign = {"comparator": "<"} if way == 1 and item.sample else {}
    for number in NUMBERS:
        with suppress(ValueError):
            item.read(found := {"value": number, "unit": unit, **sign, **day})
            return found
    return "unknown"


def answers(protocol: Protocol, way: int) -> dict[str, Any]:
    """Answer every item in one way; in the last way, say why there is no answer."""
    items = protocol.vocabulary
    if way < WAYS[-1]:
        return {name: answer(item, way) for name, item in items.items()}
    return {name: str(item.absences[-1]) for name, item in items.items() if item.absences}


def filled(protocol: Protocol, way: int) -> tuple[Resource, Resource]:
    """Give the form of a version, and a response to it."""
    data = written(judged(answers(protocol, way), protocol), trial=protocol)
    resources = [entry["resource"] for entry in json.loads(data)["entry"]]
    (form,), (response,) = (
        judges.of(kind, resources) for kind in ("Questionnaire", "QuestionnaireResponse")
    )
    return form, response


def without_signs(part: Any) -> Any:
    """Leave out the sign within a quantity, which the engine drops; it has a field of its own."""
    if isinstance(part, dict):
        kept = {name: each for name, each in part.items() if name != "comparator"}
        return {name: without_signs(each) for name, each in kept.items()}
    return [*map(without_signs, part)] if isinstance(part, list) else part


def is_same(given: Given, response: Resource) -> bool:
    back = given.response
    said = (back.get("item"), back["questionnaire"])
    return said == (without_signs(response["item"]), response["questionnaire"])


@pytest.mark.parametrize("version", VERSIONS, ids=lambda each: f"{each.trial}-{each.version}")
def test_a_form_is_shown_and_each_response_given_back_unchanged(
    version: Released, engine: Path
) -> None:
    pairs = [filled(protocol_of(version), way) for way in WAYS]

    for (form, response), given in zip(pairs, given_back(engine, pairs), strict=True):
        assert judges.faults_of_form(form) == []
        assert judges.faults_of_answers(response, form) == []
        assert given.response["item"] == without_signs(response["item"])
        assert is_same(given, response)
        assert given.faults == []


def _answered(link: str, **found: Any) -> Callable[[Resource, Resource], None]:
    def harm(_: Resource, response: Resource) -> None:
        _line(response, link)["answer"] = [found]

    return harm


def _renamed(_: Resource, response: Resource) -> None:
    _line(response, "INCL01.ecog")["linkId"] = "INCL01.karnofsky"


def _waiting(form: Resource, _: Resource) -> None:
    never = {"system": "urn:x", "code": "never"}
    wait = {"question": "EXCL09.sex", "operator": "=", "answerCoding": never}
    _line(form, "INCL01.ecog")["enableWhen"] = [wait]


def _required(form: Resource, response: Resource) -> None:
    _line(form, "INCL01.ecog")["required"] = True
    group = response["item"][0]
    group["item"] = [each for each in group["item"] if each["linkId"] != "INCL01.ecog"]


def _line(part: Resource, link: str) -> Resource:
    lines = [each for group in part["item"] for each in group["item"]]
    return next(each for each in lines if each["linkId"] == link)


@pytest.mark.parametrize(
    "harm",
    [
        _renamed,
        _waiting,
        _required,
        _answered("INCL01.ecog", valueBoolean=True),
        _answered("INCL02.escc_histologically_confirmed", valueQuantity={"value": 1}),
    ],
)
def test_the_form_engine_would_complain(
    harm: Callable[[Resource, Resource], None], engine: Path
) -> None:
    form, response = filled(EC, 0)
    harm(form, response)

    (given,) = given_back(engine, [(form, response)])

    assert given.faults or not is_same(given, response)


def test_ucum_knows_every_unit_that_is_shipped(engine: Path) -> None:
    items = {item for each in VERSIONS for item in protocol_of(each).vocabulary.values()}
    within = {each for item in items for each in item.properties.values()}
    units = sorted({ucum_of(unit) for item in items | within for unit in item.units})

    assert len(units) > 25
    assert no_units(engine, units) == []
    assert no_units(engine, ["10*9/L", "x10^9/L", "xULN"]) == ["x10^9/L", "xULN"]
