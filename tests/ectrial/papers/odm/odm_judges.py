"""What judges an ODM file: the schema of CDISC, and what no schema can say of its references."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

NS = "{http://www.cdisc.org/ns/odm/v1.3}"
REFERENCES = {
    "FormRef": ("FormOID", "FormDef"),
    "ItemGroupRef": ("ItemGroupOID", "ItemGroupDef"),
    "ItemRef": ("ItemOID", "ItemDef"),
    "CodeListRef": ("CodeListOID", "CodeList"),
    "StudyEventRef": ("StudyEventOID", "StudyEventDef"),
    "MeasurementUnitRef": ("MeasurementUnitOID", "MeasurementUnit"),
    "UserRef": ("UserOID", "User"),
    "LocationRef": ("LocationOID", "Location"),
    "SiteRef": ("LocationOID", "Location"),
    "SignatureRef": ("SignatureOID", "SignatureDef"),
    "MetaDataVersionRef": ("MetaDataVersionOID", "MetaDataVersion"),
}
WITHIN = (
    ("FormData", "FormOID", "StudyEventDef", "StudyEventOID", "FormRef"),
    ("ItemGroupData", "ItemGroupOID", "FormDef", "FormOID", "ItemGroupRef"),
    ("ItemData", "ItemOID", "ItemGroupDef", "ItemGroupOID", "ItemRef"),
)


@cache
def _schema() -> Any:
    # imported here: they take longer to load than the quick tests take
    import xmlschema
    from odmlib.schema_manager import get_schema_path

    return xmlschema.XMLSchema(get_schema_path("odm", "1.3.2", "ODM1-3-2.xsd"))


def judge_by_schema(data: bytes) -> list[str]:
    """Give what the schema complains of."""
    return [str(error.reason) for error in _schema().iter_errors(data.decode())]


def judge_references(data: bytes) -> None:
    """Complain unless all that is named is defined, where it is named, with a code of its list."""
    root = ET.fromstring(data)  # noqa: S314 - we wrote it
    defined = {(each.tag.removeprefix(NS), each.get("OID")) for each in root.iter()}
    for element in root.iter():
        name = element.tag.removeprefix(NS)
        if name in REFERENCES:
            attribute, of = REFERENCES[name]
            assert (of, element.get(attribute)) in defined, (name, element.attrib)
    for version in root.iter(f"{NS}MetaDataVersion"):
        oids = [each.get("OID") for each in version]
        assert len(set(oids)) == len(oids)
    for data_of in root.iter(f"{NS}ClinicalData"):
        versions = {each.get("OID"): each for each in root.iter(f"{NS}MetaDataVersion")}
        _judge_clinical(data_of, versions[data_of.get("MetaDataVersionOID")])


def _judge_clinical(clinical: ET.Element, version: ET.Element) -> None:
    defined = {each.get("OID"): each for each in version if each.get("OID")}
    for inner, oid, _, outer_oid, ref in WITHIN:
        for parent in clinical.iter():
            for child in parent.findall(f"{NS}{inner}"):
                known = defined[parent.get(outer_oid)].findall(f"{NS}{ref}")
                assert child.get(oid) in [each.get(oid) for each in known], child.attrib
    for group in clinical.iter(f"{NS}ItemGroupData"):
        _judge_items(group.findall(f"{NS}ItemData"), defined)


def _judge_items(items: Iterable[ET.Element], defined: dict[Any, ET.Element]) -> None:
    stands: set[str | None] = set()
    for item in items:
        oid, kind = item.get("ItemOID"), item.get("TransactionType")
        assert (oid in stands) == (kind in ("Update", "Remove")), (oid, kind)
        stands = stands - {oid} if kind == "Remove" else {*stands, oid}
        assert (item.get("Value") is None) == (kind == "Remove")
        codes = defined[oid].find(f"{NS}CodeListRef")
        if codes is not None and kind != "Remove":
            listed = defined[codes.get("CodeListOID")].findall(f"{NS}CodeListItem")
            assert item.get("Value") in [each.get("CodedValue") for each in listed], item.attrib
