"""Refuses to compare a number with another lab's upper limit, or with what it never can be."""

from pydantic import ValidationInfo

from ectrial.vocabulary import RATIO, Item


def fits_beside(item: Item, other: Item, info: ValidationInfo) -> None:
    """Refuse another lab's upper limit, and a bound with which no unit is shared: ValueError."""
    vocabulary = (info.context or {}).get("vocabulary", {})
    own = item.uln
    lab = next((each.id for each in vocabulary.values() if each.uln == other.id), None)
    if own != other.id and (lab is not None or not _share_a_unit(item, other)):
        is_of = f"the upper limit of {lab}" if lab else "in no unit of it"
        raise ValueError(f"{other.id!r} is {is_of}, no bound of {item.id}: {_instead(own)}")


def _instead(own: str | None) -> str:
    return f"write {own!r}" if own else "it has no upper limit; write limit and unit"


def _share_a_unit(item: Item, other: Item) -> bool:
    mine, theirs = ({unit.base for unit in each.units.values()} for each in (item, other))
    return bool((mine & theirs) - {RATIO})
