"""Intervals compared against every pair of values they stand for, and exact units."""

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product

import pytest
from pydantic import ValidationError

from ectrial.quantity import Comparator, Interval, Quantity, Unit, at_most, point, ten_to_the
from ectrial.truth import Truth
from tests.tables import of_each

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
FAR = 100
STEP = Fraction(1, 8)
PLAIN = Unit(base="g/L")
LOG = Unit(base="[IU]/mL", log10=True)


def interval(low: str, high: str | None = "", ends: str = "[]") -> Interval:
    top = None if high is None else Fraction(high or low)
    return Interval(Fraction(low), top, ends[0] == "(", ends[1] == ")")


def values(within: Interval) -> list[Fraction]:
    """A few values near both ends and in the middle, FAR standing for no upper end."""
    low, high = Fraction(within.low), Fraction(FAR if within.high is None else within.high)
    closed = [low] * (not within.low_open) + [high] * (not within.high_open)
    inner = [low + STEP, high - STEP, (low + high) / 2]
    return closed + [value for value in inner if low < value < high]


def by_pairs(left: Interval, right: Interval) -> Truth:
    claims = {one <= other for one in values(left) for other in values(right)}
    return U if len(claims) == 2 else T if claims == {True} else F


INTERVALS = [
    *(point(Fraction(value)) for value in range(4)),
    *(
        Interval(Fraction(low), Fraction(high), low_open, high_open)
        for low, high in ((0, 1), (1, 2), (0, 2), (1, 3), (2, 3), (0, 3))
        for low_open, high_open in product((False, True), repeat=2)
    ),
    *(Interval(Fraction(low), None, low_open) for low in range(4) for low_open in (False, True)),
]


@of_each("left", INTERVALS, ids=str)
def test_at_most_agrees_with_every_pair_of_values(left: Interval) -> None:
    for right in INTERVALS:
        assert at_most(left, right) is by_pairs(left, right), right


@of_each(
    ("left", "right", "truth"),
    [
        (interval("9"), interval("9"), T),
        (interval("0", "20", "[)"), interval("20"), T),
        (interval("0", "20", "[]"), interval("20"), T),
        (interval("0", "21", "[)"), interval("20"), U),
        (interval("60", None, "(]"), interval("60"), F),
        (interval("60", None, "[]"), interval("60"), U),
        (interval("60"), interval("60", None, "(]"), T),
        (interval("3"), interval("0", "3", "[)"), F),
        (interval("3"), interval("0", "3", "[]"), U),
        (interval("4"), interval("0", "3", "[]"), F),
        (interval("4"), interval("3", None), U),
        (interval("2"), interval("3", None), T),
        (interval("3", "5"), interval("0", "3"), U),
        (interval("3", "5", "(]"), interval("0", "3"), F),
        (interval("0", None), interval("0", None), U),
    ],
)
def test_at_most_over_touching_intervals(left: Interval, right: Interval, truth: Truth) -> None:
    assert at_most(left, right) is truth


@of_each(
    ("comparator", "expected"),
    [
        ("=", interval("5.2", "5.2")),
        ("<", interval("0", "5.2", "[)")),
        ("<=", interval("0", "5.2")),
        (">", interval("5.2", None, "(]")),
        (">=", interval("5.2", None)),
    ],
)
def test_a_comparator_makes_an_interval(comparator: Comparator, expected: Interval) -> None:
    assert PLAIN.interval(Quantity(Decimal("5.2"), "g/L", comparator)) == expected


@of_each(
    ("comparator", "value", "expected"),
    [
        ("=", "3", interval("3", "3")),
        ("<", "3", interval("0", "2")),
        ("<", "2.5", interval("0", "2")),
        ("<", "1", interval("0", "0")),
        ("<=", "3", interval("0", "3")),
        ("<=", "2.5", interval("0", "2")),
        (">", "3", interval("4", None)),
        (">", "2.5", interval("3", None)),
        (">=", "3", interval("3", None)),
        (">=", "2.5", interval("3", None)),
    ],
)
def test_scores_are_whole_numbers(comparator: Comparator, value: str, expected: Interval) -> None:
    score = Unit(base="{score}")

    assert score.interval(Quantity(Decimal(value), "{score}", comparator), whole=True) == expected


@pytest.mark.parametrize("comparator", ["=", "<", ">="])
def test_a_factor_scales_both_ends_exactly(comparator: Comparator) -> None:
    unit = Unit(base="g/dL", factor=Fraction(5000, 3103))
    nine = Quantity(Decimal("5.5854"), "mmol/L", comparator)

    found = unit.interval(nine)

    assert {found.low, found.high} - {0, None} == {Fraction(9)}


def test_a_factor_scales_the_ends_of_a_logarithm() -> None:
    thousands = Unit(base="[IU]/mL", factor=Fraction(1000), log10=True)

    found = thousands.interval(Quantity(Decimal("2.00"), "x", "="))

    assert found == LOG.interval(Quantity(Decimal("2.00"), "x", "=")).times(Fraction(1000))


def test_scaling_keeps_open_ends_and_no_end() -> None:
    half = Fraction(1, 2)

    assert interval("2", "4", "(]").times(half) == interval("1", "2", "(]")
    assert interval("2", "4", "[)").times(half) == interval("1", "2", "[)")
    assert interval("2", None).times(half) == interval("1", None)


def power(exponent: str) -> Fraction:
    with localcontext() as context:
        context.prec = 50
        return Fraction(Decimal(10) ** Decimal(exponent))


@of_each(
    ("value", "low", "high"),
    [
        ("3.30", "3.295", "3.305"),
        ("4.00", "3.995", "4.005"),
        ("3.301", "3.296", "3.306"),
        ("3.3", "3.25", "3.35"),
        ("3", "2.5", "3.5"),
    ],
)
def test_a_logarithm_stands_for_what_rounds_to_it(value: str, low: str, high: str) -> None:
    found = LOG.interval(Quantity(Decimal(value), "{Log_IU}/mL"))

    assert found == Interval(power(low), power(high), low_open=False, high_open=True)


@pytest.mark.parametrize(
    ("comparator", "expected"),
    [
        ("<", Interval(Fraction(0), power("2.005"), high_open=True)),
        ("<=", Interval(Fraction(0), power("2.005"))),
        (">", Interval(power("1.995"), None, low_open=True)),
        (">=", Interval(power("1.995"), None)),
    ],
)
def test_a_censored_logarithm_keeps_its_rounding(
    comparator: Comparator, expected: Interval
) -> None:
    assert LOG.interval(Quantity(Decimal("2.00"), "{Log_IU}/mL", comparator)) == expected


def test_a_logarithm_rounded_across_the_limit_is_unknown() -> None:
    limit = point(Fraction(2000))

    truths = [
        at_most(limit, LOG.interval(Quantity(Decimal(value), "{Log_IU}/mL")))
        for value in ("3.29", "3.30", "3.31", "3.3", "3.4")
    ]

    assert truths == [F, U, T, U, T]


def test_whole_powers_of_ten_are_exact() -> None:
    assert [ten_to_the(Fraction(power)) for power in (-2, 0, 4)] == [Fraction(1, 100), 1, 10_000]


def test_other_powers_of_ten_have_fifty_digits() -> None:
    root = ten_to_the(Fraction(1, 2))

    assert root == Fraction("3.1622776601683793319988935444327185337195551393252")


def test_a_power_of_ten_leaves_the_callers_precision() -> None:
    with localcontext() as context:
        context.prec = 7
        ten_to_the(Fraction(1, 2))

        assert context.prec == 7


def test_units_take_no_unknown_field_and_never_change() -> None:
    with pytest.raises(ValidationError):
        Unit.model_validate({"base": "g/L", "factr": "10"})

    with pytest.raises(ValidationError):
        PLAIN.base = "g/dL"  # type: ignore[misc] # that is the point


def test_a_quantity_is_exact_and_undated_by_default() -> None:
    plain = Quantity(Decimal(1), "g/L")

    assert (plain.comparator, plain.taken) == ("=", None)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({"factor": "0"}, "Value error, a factor must be greater than 0 ["),
        ({"factor": "-1/2"}, "Value error, a factor must be greater than 0 ["),
        ({"soft": ["2", "1"]}, "Value error, a range goes from low to high ["),
        ({"hard": ["0.2", "0.1"]}, "Value error, a range goes from low to high ["),
    ],
)
def test_a_unit_that_means_nothing_is_refused(written: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Unit.model_validate({"base": "g/L", **written})

    assert says in str(refusal.value)


def test_a_unit_may_shrink_its_values_and_hold_one_value() -> None:
    tenth = Unit.model_validate({"base": "g/dL", "factor": "0.1", "hard": ["2", "2"]})

    assert tenth.factor == Fraction(1, 10)
    assert tenth.hard == (Decimal(2), Decimal(2))
