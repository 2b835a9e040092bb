"""Kleene logic by its tables."""

from collections.abc import Iterator
from itertools import product

import pytest

from ectrial.truth import Truth, all_of, any_of, negate, truth_of
from tests.tables import of_each

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
RANK = {F: 0, U: 1, T: 2}
AND = {(F, F): F, (F, U): F, (F, T): F, (U, U): U, (U, T): U, (T, T): T}
OR = {(F, F): F, (F, U): U, (F, T): T, (U, U): U, (U, T): T, (T, T): T}


@of_each(("pair", "expected"), AND.items())
def test_all_of_two_follows_the_table(pair: tuple[Truth, Truth], expected: Truth) -> None:
    left, right = pair

    assert all_of([left, right]) is all_of([right, left]) is expected


@of_each(("pair", "expected"), OR.items())
def test_any_of_two_follows_the_table(pair: tuple[Truth, Truth], expected: Truth) -> None:
    left, right = pair

    assert any_of([left, right]) is any_of([right, left]) is expected


@of_each("truths", list(product((F, U, T), repeat=3)))
def test_three_truths_join_as_minimum_and_maximum(truths: tuple[Truth, ...]) -> None:
    ranked = sorted(truths, key=lambda truth: RANK[truth])

    assert all_of(truths) is ranked[0]
    assert any_of(truths) is ranked[-1]


@of_each("truths", list(product((F, U, T), repeat=3)))
def test_negation_swaps_all_of_and_any_of(truths: tuple[Truth, ...]) -> None:
    turned = [negate(truth) for truth in truths]

    assert negate(all_of(truths)) is any_of(turned)


@pytest.mark.parametrize(("truth", "turned"), [(F, T), (U, U), (T, F)])
def test_negation_swaps_the_ends_only(truth: Truth, turned: Truth) -> None:
    assert negate(truth) is turned


def test_joining_nothing_gives_the_neutral_truth() -> None:
    assert all_of([]) is T
    assert any_of([]) is F


def endless(first: Truth) -> Iterator[Truth]:
    yield U
    yield first
    raise AssertionError("looked further than needed")


def test_joining_stops_at_what_decides() -> None:
    assert all_of(endless(F)) is F
    assert any_of(endless(T)) is T


@pytest.mark.parametrize("truth", list(Truth))
def test_a_truth_has_no_truthiness(truth: Truth) -> None:
    with pytest.raises(TypeError, match=r"^compare a Truth with `is`: it has three values$"):
        bool(truth)


def test_a_certain_claim_has_a_certain_truth() -> None:
    assert truth_of(True) is T
    assert truth_of(False) is F


def test_truths_are_read_from_the_words_of_a_protocol() -> None:
    assert [Truth(word) for word in ("true", "false", "unknown")] == [T, F, U]
