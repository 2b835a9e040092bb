"""The operands of rules over a list: the list, a property of its things, and a rule over them."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, InstanceOf, ValidationInfo

from ectrial.nearest import unknown
from ectrial.rules.language import Rule, known_item, rule_about, since
from ectrial.vocabulary import Item


def _known_list(name: Any, info: ValidationInfo) -> Any:
    since(3, "a rule over a list", info)
    item = known_item(name, info)
    if item.kind != "list":
        raise ValueError(f"{item.id} is no list of things: its kind is {item.kind}")
    return item


def _rule_of_thing(written: Any, info: ValidationInfo) -> Any:
    if not isinstance(things := info.data.get("things"), Item):
        raise ValueError("the list that it is about is not known")  # noqa: TRY004 - a fault of the file
    return rule_about(things.properties, written, info)


AnyList = Annotated[InstanceOf[Item], BeforeValidator(_known_list)]
RuleOfThing = Annotated[InstanceOf[Rule], BeforeValidator(_rule_of_thing)]
"""A rule over the properties of one thing."""
WholeNumber = Annotated[int, Field(ge=0)]


def _known_property(name: Any, info: ValidationInfo) -> Any:
    if isinstance(name, Item):
        return name
    if not isinstance(things := info.data.get("things"), Item):
        raise ValueError("the list that it is about is not known")  # noqa: TRY004 - a fault of the file
    if not isinstance(name, str) or name not in things.properties:
        raise ValueError(unknown(f"property of {things.id}", str(name), things.properties))
    return things.properties[name]


AnyProperty = Annotated[InstanceOf[Item], BeforeValidator(_known_property)]
