"""The form of a protocol version: which item stands where, under which linkId, asked in which way.

Questionnaire and response are both written from it, so that no answer has a place that the form
lacks. A linkId is the criterion and the item (`INCL06A.wbc`), with what stands beside a number
behind it: `:sign` (<, >=), `:date` (of the sample), `:instead` (why there is no number).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ectrial.facts import Facts
from ectrial.papers.both_languages import words
from ectrial.papers.fhir.options import (
    Option,
    choices,
    findings,
    instead_of,
    outcomes,
    signs,
    yes_no,
)
from ectrial.text import Text
from ectrial.trial.criterion import Criterion
from ectrial.trial.protocol import Protocol
from ectrial.vocabulary import Item
from ectrial.wording.speech import marked

FACTS, STRATUM, VERDICT = "FACTS", "STRATUM", "VERDICT"
# no id of an item has a colon, so that none of an author's is taken for ours
SIGN, DATE, INSTEAD, COMPLETE = ":sign", ":date", ":instead", ":complete"
TEXT, JUDGED, MET = ":text", ":judged", ":met"
_SIGN = marked("Sign of the number")
_DATE = marked("Day of the sample")
_INSTEAD = marked("In place of a value")
_COMPLETE = marked("Is the list complete?")
_JUDGED = marked("Does the text of the criterion hold? (answered as a whole)")
_MET = marked("Criterion met? (computed)")

Type = Literal["choice", "quantity", "date", "string", "group", "display"]


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the form; `item` is the item that it asks for, None for what is computed."""

    link: str
    type: Type
    text: Text
    item: Item | None = None
    options: tuple[Option, ...] = ()
    repeats: bool = False
    fields: tuple["Field", ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A criterion with the items that it asks for; or facts, strata, the verdict."""

    link: str
    text: Text
    items: tuple[Item, ...]
    fields: tuple[Field, ...]
    criterion: Criterion | None = None


@dataclass(frozen=True, eq=False)
class Form:
    """All of a protocol version, in its order; `links` has the linkId of each item."""

    protocol: Protocol
    groups: tuple[Group, ...]
    links: Mapping[str, str]

    def is_asked(self, item: Item, facts: Facts) -> bool:
        """Whether an item is a question at all, by the answers that it waits for."""
        waits = self.waits_for(item)
        return all(facts.items.get(e.id) == a and self.is_asked(e, facts) for e, a in waits)

    def waits_for(self, item: Item) -> list[tuple[Item, str]]:
        """Give the items of the form, with the answers to them, that an item waits for."""
        vocabulary = self.protocol.vocabulary
        return [(vocabulary[n], a) for n, a in item.asked_when.items() if n in self.links]


def form_of(protocol: Protocol) -> Form:
    """Give the form of a version: each criterion, the facts beside them, strata, the verdict."""
    placed = _placed(protocol)
    links = {item.id: f"{link}.{item.id}" for link, items in placed.items() for item in items}
    groups = [_criterion(each, placed[each.id]) for each in protocol.criteria]
    for link, title in ((FACTS, marked("Facts")), (STRATUM, marked("Stratification"))):
        if items := placed[link]:
            groups.append(Group(link, words(title), tuple(items), _fields(link, items)))
    return Form(protocol, (*groups, _verdict(protocol)), links)


def _placed(protocol: Protocol) -> dict[str, list[Item]]:
    """Put each item where it is asked first, else to the first criterion that reads it."""
    found: dict[str, tuple[str, Item]] = {}
    for question in protocol.questions:
        link = question.criterion or (STRATUM if question.role == "stratum" else FACTS)
        for item in question.items:
            found.setdefault(item.id, (link, item))
    for criterion in protocol.criteria:
        for item in criterion.items:
            found.setdefault(item.id, (criterion.id, item))
    links = (*(each.id for each in protocol.criteria), FACTS, STRATUM)
    return {link: [item for at, item in found.values() if at == link] for link in links}


def _criterion(criterion: Criterion, items: list[Item]) -> Group:
    fields = (
        Field(f"{criterion.id}{TEXT}", "display", criterion.told),
        *_fields(criterion.id, items),
        Field(f"{criterion.id}{JUDGED}", "choice", words(_JUDGED), options=yes_no()),
        Field(f"{criterion.id}{MET}", "choice", words(_MET), options=findings()),
    )
    return Group(criterion.id, criterion.title, tuple(items), fields, criterion)


def _verdict(protocol: Protocol) -> Group:
    told = marked("Verdict of the pre-screen, which the investigator confirms")
    of_parts = (
        Field(f"{VERDICT}.part.{part.id}", "choice", part.name, options=outcomes())
        for part in protocol.parts
    )
    fields = (
        Field(f"{VERDICT}.outcome", "choice", words(marked("Verdict")), options=outcomes()),
        *of_parts,
        Field(f"{VERDICT}.as_of", "date", words(marked("Day of the verdict"))),
        Field(f"{VERDICT}.stratum", "string", words(marked("Stratum"))),
        Field(f"{VERDICT}.criteria_hash", "string", words(marked("Hash of the criteria"))),
        Field(f"{VERDICT}.signed_hash", "string", words(marked("Hash of what was signed"))),
    )
    return Group(VERDICT, words(told), (), fields)


def _fields(link: str, items: list[Item]) -> tuple[Field, ...]:
    return tuple(field for item in items for field in fields_of(item, f"{link}.{item.id}"))


def fields_of(item: Item, link: str) -> Iterator[Field]:
    """Give the fields of an item; those of the properties of things stand within theirs."""
    if item.kind in ("boolean", "choice", "multichoice", "method"):
        many = item.kind == "multichoice"
        yield Field(link, "choice", item.name, item, tuple(choices(item)), repeats=many)
        return
    if item.kind == "list":
        within = (f for n, each in item.properties.items() for f in fields_of(each, f"{link}.{n}"))
        yield Field(link, "group", item.name, item, repeats=True, fields=tuple(within))
        yield Field(f"{link}{COMPLETE}", "choice", words(_COMPLETE), item, yes_no())
    elif item.kind == "date":
        yield Field(link, "date", item.name, item)
    else:
        yield Field(link, "quantity", item.name, item)
        yield Field(f"{link}{SIGN}", "choice", words(_SIGN), item, signs())
    if item.sample:
        yield Field(f"{link}{DATE}", "date", words(_DATE), item)
    yield Field(f"{link}{INSTEAD}", "choice", words(_INSTEAD), item, tuple(instead_of(item)))
