"""The form of a protocol version as a FHIR Questionnaire, in English with Chinese beside it."""

import re
from typing import Any

from ectrial.fhir_systems import OURS, UCUM
from ectrial.papers.fhir.codes import (
    Coding,
    absence_of,
    answer_of,
    codes_of,
    coding,
    ucum_of,
)
from ectrial.papers.fhir.form import COMPLETE, DATE, INSTEAD, JUDGED, SIGN, Field, Form, Group
from ectrial.papers.fhir.options import Option
from ectrial.papers.fhir.writing import Resource, id_of, told
from ectrial.text import Text
from ectrial.trial.protocol import Protocol
from ectrial.vocabulary import Item

_IN_A_URL = re.compile(r"[^\s|#]+")
UNIT_OPTION = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption"
TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
COPYRIGHT = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright"
    " Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC)"
    " Committee and is available at no cost under the license at http://loinc.org/license."
)


def questionnaire(form: Form) -> Resource:
    """Give the Questionnaire of a version; `identifier` has the hash of its criteria."""
    protocol = form.protocol
    return {
        "resourceType": "Questionnaire",
        "id": questionnaire_id(protocol),
        "language": "en",
        "url": f"urn:uuid:{questionnaire_id(protocol)}",
        "identifier": [
            {"system": f"{OURS}trial", "value": protocol.id},
            {"system": f"{OURS}criteria-hash", "value": protocol.fingerprint},
        ],
        "version": protocol.version,
        **translated("title", protocol.study.brief_title),
        "status": "active",
        "subjectType": ["Patient"],
        "copyright": COPYRIGHT,
        "item": [_group(each, form) for each in form.groups],
    }


def questionnaire_id(protocol: Protocol) -> str:
    """Give the id of a version: a changed file is another one, whatever its number."""
    return id_of("Questionnaire", protocol.id, protocol.version, protocol.fingerprint)


def canonical_of(protocol: Protocol) -> str:
    """Name the Questionnaire as responses do: its address, and its version where that can be."""
    url, version = f"urn:uuid:{questionnaire_id(protocol)}", protocol.version
    return f"{url}|{version}" if _IN_A_URL.fullmatch(version) else url


def translated(name: str, text: Text) -> dict[str, Any]:
    """Give a text in English, with the Chinese in HL7's extension where it is another."""
    given: dict[str, Any] = {name: told(text.en)}
    if told(text.zh) == told(text.en):
        return given
    parts = [{"url": "lang", "valueCode": "zh-CN"}, {"url": "content", "valueString": text.zh}]
    return {**given, f"_{name}": {"extension": [{"url": TRANSLATION, "extension": parts}]}}


def _group(group: Group, form: Form) -> dict[str, Any]:
    criterion = group.criterion
    head: dict[str, Any] = {"linkId": group.link}
    if criterion is not None:
        kind = coding(f"{OURS}category", criterion.category, criterion.category.capitalize())
        head |= {"code": [kind], "prefix": criterion.id}
    items = [_field(each, form) for each in group.fields]
    return {**head, **translated("text", group.text), "type": "group", "item": items}


def _field(field: Field, form: Form) -> dict[str, Any]:
    item = field.item
    is_value = item is not None and not field.link.endswith((SIGN, DATE, INSTEAD, COMPLETE))
    units = _units(item) if item and field.type == "quantity" else {}
    return {
        **units,
        "linkId": field.link,
        **({"code": [*codes_of(item)]} if item and is_value else {}),
        **translated("text", field.text),
        "type": field.type,
        **(_waits(item, form) if item else {}),
        **({"repeats": True} if field.repeats else {}),
        **({"readOnly": True} if _is_computed(field) else {}),
        **({"answerOption": [_option(each) for each in field.options]} if field.options else {}),
        **({"item": [_field(each, form) for each in field.fields]} if field.fields else {}),
    }


def _is_computed(field: Field) -> bool:
    return field.item is None and field.type != "display" and not field.link.endswith(JUDGED)


def _units(item: Item) -> dict[str, Any]:
    """Give the units in which a number may be answered; nothing is said of one more likely."""
    codes = (coding(UCUM, ucum_of(unit), unit) for unit in item.units)
    return {"extension": [{"url": UNIT_OPTION, "valueCoding": each} for each in codes]}


def _option(option: Option) -> dict[str, Any]:
    shown = Text(en=option.coding["display"], zh=option.zh)
    return {"valueCoding": {**option.coding, **translated("display", shown)}}


def _waits(item: Item, form: Form) -> dict[str, Any]:
    """Say after which answers it is asked, if it waits for any."""
    when = [_condition(form.links[each.id], each, answer) for each, answer in form.waits_for(item)]
    behavior = {"enableBehavior": "all"} if len(when) > 1 else {}
    return {"enableWhen": when, **behavior} if when else {}


def _condition(link: str, item: Item, answer: str) -> dict[str, Any]:
    known: dict[str, Coding] = {str(each): absence_of(each) for each in item.absences}
    at = f"{link}{INSTEAD}" if item.kind in ("quantity", "date", "list") else link
    code = known.get(answer) or answer_of(item, answer)
    return {"question": at, "operator": "=", "answerCoding": {**code}}
