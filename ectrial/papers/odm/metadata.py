"""The metadata: units of all versions, then for each version its forms, items and code lists."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ectrial.facts import Judgement
from ectrial.labs.loinc import known_of
from ectrial.papers.both_languages import ABSENCES, JUDGEMENTS, NO, YES, words
from ectrial.papers.fhir.codes import ucum_of
from ectrial.papers.odm.forms import Form, Forms, Group
from ectrial.papers.odm.own_forms import OWN_FORMS, RESULTS, OwnGroup, OwnItem
from ectrial.papers.odm.writing import element, opening, told, translated
from ectrial.quantity import COMPARATORS
from ectrial.text import Text
from ectrial.trial.criterion import Criterion
from ectrial.trial.protocol import Protocol
from ectrial.vocabulary import Item

EVENT = "SE.SCREENING"
CATEGORIES = {"inclusion": "C25532", "exclusion": "C25370"}
"""The category of a criterion in the code list C66797."""
YES_NO = {"yes": words(YES), "no": words(NO)}
PREFIXES = {"quantity": "float", "date": "partialDate"}


def study(
    trial: str, versions: Iterable[tuple[str, Protocol | None]], banner: str = ""
) -> Iterator[str]:
    """Give the study with each version by its OID; one that nobody has has our own forms.

    `banner` stands before the description.
    """
    known = tuple(versions)
    protocols = [protocol for _, protocol in known if protocol]
    title = protocols[-1].study.title.en if protocols else trial
    yield opening("Study", OID=trial)
    yield element(
        "GlobalVariables",
        (
            element("StudyName", told(trial)),
            element("StudyDescription", told(f"{banner} · {title}" if banner else title)),
            element("ProtocolName", told(trial)),
        ),
    )
    units = dict.fromkeys(
        unit for each in protocols for item in each.vocabulary.values() for unit in item.units
    )
    if units:
        yield element("BasicDefinitions", map(_unit, units))
    for oid, protocol in known:
        yield from _version(trial, oid, protocol)
    yield "</Study>"


def unit_oid(unit: str) -> str:
    """Give the OID of a unit."""
    return f"MU.{ucum_of(unit)}"


def _unit(unit: str) -> str:
    symbol = element("Symbol", element("TranslatedText", told(unit)))
    alias = element("Alias", Context="UCUM", Name=ucum_of(unit))
    return element("MeasurementUnit", symbol + alias, OID=unit_oid(unit), Name=unit)


def _version(trial: str, oid: str, protocol: Protocol | None) -> Iterator[str]:
    forms = Forms(protocol) if protocol else None
    shown = forms.all if forms else ()
    said = f"SHA-256 {protocol.fingerprint}" if protocol else "the criteria are not at hand"
    name = f"{trial} {protocol.version}" if protocol else oid
    yield opening("MetaDataVersion", OID=oid, Name=name, Description=said)
    oids = (*(each.oid for each in shown), *OWN_FORMS)
    refs = "".join(element("FormRef", FormOID=each, Mandatory="No") for each in oids)
    yield element("Protocol", element("StudyEventRef", StudyEventOID=EVENT, Mandatory="Yes"))
    told_of = {"Name": "Screening", "Repeating": "Yes", "Type": "Scheduled"}
    yield element("StudyEventDef", refs, OID=EVENT, **told_of)
    yield from map(_form, shown)
    yield from (_own_form(each) for each in OWN_FORMS)
    yield from (_group(group) for form in shown for group in form.groups)
    own = [group for _, groups in OWN_FORMS.values() for group in groups]
    yield from map(_own_group, own)
    for item in forms.items if forms else ():
        yield from _item(item)
    yield from (_result(each) for each in (protocol.criteria if protocol else ()))
    yield from (_own_item(item) for group in own for item in group.items)
    for item in forms.items if forms else ():
        yield from _code_lists(item)
    yield _codes("CL.RESULT", RESULTS)
    yield _codes("CL.COMPARATOR", COMPARATORS)
    yield from (_codes(i.code_list, i.codes) for g in own for i in g.items if i.code_list)
    yield "</MetaDataVersion>"


def _refs(name: str, oids: Iterable[str]) -> str:
    return "".join(
        element(f"{name}Ref", OrderNumber=str(number), Mandatory="No", **{f"{name}OID": oid})
        for number, oid in enumerate(oids, start=1)
    )


def _form(form: Form) -> str:
    refs = _refs("ItemGroup", (group.oid for group in form.groups))
    alias = ""
    if form.of:
        alias = element("Alias", Context="nci:ExtCodeID", Name=CATEGORIES[form.of.category])
    described = element("Description", translated(form.says))
    inside = described + refs + alias
    return element("FormDef", inside, OID=form.oid, Name=form.name, Repeating="No")


def _own_form(oid: str) -> str:
    name, groups = OWN_FORMS[oid]
    refs = _refs("ItemGroup", (group.oid for group in groups))
    return element("FormDef", refs, OID=oid, Name=name, Repeating="No")


def _group(group: Group) -> str:
    oids = [oid for item in group.items for oid, *_ in parts_of(item)]
    if group.of:
        oids.append(result_oid(group.of))
    refs = _refs("Item", oids)
    return element("ItemGroupDef", refs, OID=group.oid, Name=group.name, Repeating="No")


def _own_group(group: OwnGroup) -> str:
    repeats = "Yes" if group.is_repeating else "No"
    refs = _refs("Item", (item.oid for item in group.items))
    return element("ItemGroupDef", refs, OID=group.oid, Name=group.name, Repeating=repeats)


def result_oid(criterion: Criterion) -> str:
    """Give the OID of the result of a criterion."""
    return f"IT.RESULT.{criterion.id}"


def _result(criterion: Criterion) -> str:
    inside = element("Description", translated(criterion.title))
    inside += element("CodeListRef", CodeListOID="CL.RESULT")
    name = f"{criterion.id}: result"
    return element("ItemDef", inside, OID=result_oid(criterion), Name=name, DataType="text")


def _own_item(item: OwnItem) -> str:
    inside = element("CodeListRef", CodeListOID=item.code_list) if item.codes else ""
    return element("ItemDef", inside, OID=item.oid, Name=item.name, DataType=item.kind)


def item_oid(item: Item, part: str = "") -> str:
    """Give the OID of an item, or of a part of it: COMPARATOR, DATE or STATUS."""
    return f"IT.{item.id}.{part}" if part else f"IT.{item.id}"


def parts_of(item: Item) -> Iterator[tuple[str, str, str, str | None]]:
    """Give OID, name, type and code list of an item and its parts.

    The status of a number or a date says why it has none, or only whether it favours entry.
    """
    kind = PREFIXES.get(item.kind, "text")
    has_status = item.kind in PREFIXES
    codes = None if has_status or item.kind in ("multichoice", "list") else f"CL.{item.id}"
    yield item_oid(item), item.name.en, kind, codes
    if item.kind == "quantity":
        yield item_oid(item, "COMPARATOR"), f"{item.name.en}: sign", "text", "CL.COMPARATOR"
        yield item_oid(item, "DATE"), f"{item.name.en}: day of the sample", "date", None
    if has_status:
        yield item_oid(item, "STATUS"), f"{item.name.en}: status", "text", f"CL.{item.id}.STATUS"


def _item(item: Item) -> Iterator[str]:
    for oid, name, kind, codes in parts_of(item):
        is_itself = oid == item_oid(item)
        inside = element("Question", translated(item.name)) if is_itself else ""
        if is_itself and item.kind == "quantity":
            oids = map(unit_oid, item.units)
            inside += "".join(element("MeasurementUnitRef", MeasurementUnitOID=u) for u in oids)
        if codes:
            inside += element("CodeListRef", CodeListOID=codes)
        if is_itself:
            inside += "".join(_aliases(item))
        yield element("ItemDef", inside, OID=oid, Name=name, DataType=kind)


def _aliases(item: Item) -> Iterator[str]:
    """Give the LOINC codes; of several each has a context of its own, with its units if any."""
    for number, each in enumerate(known_of(item.id).codes):
        words = ("LOINC", *(each.units or [str(number + 1)] * bool(number)))
        yield element("Alias", Context=" ".join(words), Name=each.code)


def _code_lists(item: Item) -> Iterator[str]:
    absences = {str(each): words(ABSENCES[each]) for each in item.absences}
    if item.kind in PREFIXES:
        judged = {str(each): words(JUDGEMENTS[each]) for each in Judgement}
        reported = {str(word): text for word, text in item.reports.items()}
        statuses = {**absences, **judged, **reported}
        yield _code_list(f"CL.{item.id}.STATUS", statuses)
    elif item.kind not in ("multichoice", "list"):
        given: dict[str, Text] = dict(item.options.items()) or YES_NO
        yield _code_list(f"CL.{item.id}", {**given, **absences})


def _code_list(oid: str, words: dict[str, Text]) -> str:
    items = (
        element("CodeListItem", element("Decode", translated(text)), CodedValue=code)
        for code, text in words.items()
    )
    return element("CodeList", items, OID=oid, Name=oid, DataType="text")


def _codes(oid: str | None, codes: Iterable[str]) -> str:
    items = (
        element(
            "CodeListItem",
            element("Decode", element("TranslatedText", told(code.replace("_", " ")))),
            CodedValue=code,
        )
        for code in chain(codes)
    )
    return element("CodeList", items, OID=oid, Name=oid, DataType="text")
