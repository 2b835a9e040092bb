"""Every item that any shipped version asks for has a place where it is settled."""

from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import Released, shipped
from ectrial.wording.where_found import OF_ITEMS, WHERE, WORDS


def version_of(released: Released) -> Protocol:
    found = shipped().of(released.trial, released.version, released.fingerprint)
    assert found is not None
    return found


def test_every_item_of_every_version_is_found_somewhere_once() -> None:
    named = [item for items in OF_ITEMS.values() for item in items]
    asked = {
        item.id
        for trial in shipped().ids
        for each in shipped().versions(trial)
        for question in version_of(each).questions
        for item in question.items
    }

    assert len(named) == len(set(named))
    assert set(named) == asked


def test_every_place_has_a_word() -> None:
    assert set(WORDS) == set(OF_ITEMS) == set(WHERE)
