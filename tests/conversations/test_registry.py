"""Every place has a card, every act is carried out, and the page of both is true."""

from typing import Any, get_args

from conversations.acts import KEY_LENGTH, Act, Go, key
from conversations.places import Place
from conversations.registry import FLOWS
from conversations.taking import STEPS
from tests.tables import of_each


def test_every_place_has_one_flow() -> None:
    flows, union = set(FLOWS), set(get_args(Place))

    assert flows - union == set(), "not in WithoutScreening or OfScreening of places.py"
    assert union - flows == set(), "without a line in FLOWS of registry.py"


def test_every_act_is_carried_out_in_one_function() -> None:
    acts = set(get_args(Act))

    assert set(STEPS) - acts == set(), "not in the union Act of acts.py"
    assert acts - set(STEPS) == set(), "without a line in STEPS of taking.py"
    assert len(set(STEPS.values())) == len(STEPS)


def test_key_has_eighty_bits_and_fits_the_wire() -> None:
    assert KEY_LENGTH * 4 >= 80
    assert len(f"{10**18 - 1}.{'f' * KEY_LENGTH}") <= 64


@of_each("place", get_args(Place), ids=lambda place: place.__name__)
def test_each_place_is_named_once(place: Any) -> None:
    tags = [get_args(each.__annotations__["place"]) for each in get_args(Place)]

    assert tags.count(get_args(place.__annotations__["place"])) == 1


def test_equal_acts_have_equal_keys_and_others_have_not() -> None:
    ways = [
        Go(place())
        for place in get_args(Place)
        if place.__init__.__defaults__ is not None and place.__match_args__ == ("place",)
    ]

    keys = [key(way) for way in ways]

    assert len(set(keys)) == len(keys) > 8
