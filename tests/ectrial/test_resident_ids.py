"""A resident id is known by the day of birth inside it and by its check sign, for every area."""

from ectrial.resident_ids import CHECK_SIGNS, holds_a_resident_id, is_resident_id
from tests.tables import of_each

PLAIN = "440106198506173219"


@of_each("area", ["440106", "440104", "320102", "430102", "500101", "510107"])
@of_each("birth", ["19550301", "19750812", "20000229"])
def test_one_check_sign_alone_is_right_for_each_area_and_day(area: str, birth: str) -> None:
    right = [sign for sign in CHECK_SIGNS if is_resident_id(f"{area}{birth}001{sign}")]

    assert len(right) == 1


@of_each("birth", ["19850230", "19851317", "18500101", "21500101", "20010229"])
def test_number_without_a_day_of_birth_is_none_whatever_its_check_sign(birth: str) -> None:
    assert not any(is_resident_id(f"440106{birth}321{sign}") for sign in CHECK_SIGNS)


def test_known_number_is_found_however_it_is_written() -> None:
    written = (PLAIN, "440106 19850617 3219", "440106-19850617-3219", f"no {PLAIN}, copied")

    assert all(map(holds_a_resident_id, written))
    assert holds_a_resident_id("11010519491231002x")


def test_two_signs_that_changed_places_are_told_by_the_check_sign() -> None:
    changed = {PLAIN[:i] + PLAIN[i + 1] + PLAIN[i] + PLAIN[i + 2 :] for i in range(17)} - {PLAIN}

    assert not any(map(is_resident_id, changed))


def test_mistyped_number_is_found_in_a_row_or_in_its_groups_and_parted_digits_are_not() -> None:
    assert holds_a_resident_id("440106198506173210")
    assert holds_a_resident_id("440106 19850617 3210")
    assert not holds_a_resident_id("440106 19851317 3210")
    assert not holds_a_resident_id("990106 19850617 3210")
    assert not holds_a_resident_id("98 104 112 120 131 99 12 1")


def test_number_of_fifteen_digits_is_found_by_its_day_of_birth() -> None:
    assert holds_a_resident_id("440106550617321")
    assert not holds_a_resident_id("440106559917321")
