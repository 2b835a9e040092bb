"""A label of a bed is short and has a ward's shape, which no name or number of a person has."""

from hypothesis import given
from hypothesis import strategies as st

from ectrial.bed_labels import bed_label
from tests.tables import of_each

LABELS = (
    *("7A-12", "7A 12", "12", "7-12", "A-12", "12B", "ICU 3", "ICU-3", "B2-07"),
    *("7区12床", "7病区12床", "12床", "北7区12床", "7区703室2床", "加3床", "ICU3床", "7楼-12床"),
)
NONE = (
    *(
        "",
        "-",
        "7A-12 Wang",
        "Wang",
        "WANG-7",
        "ZS-58",
        "LW 12",
        "张三",
        "张三12床",
        "李床",
        "王12",
    ),
    *("58-03-12", "1958-03-12", "19580312", "13800138000", "440101195803121234", "S-014 M 58"),
    *("MRN 1234567", "7A-12\n7A-13", "7A-1234", "777-12", "1.5", "WBC 5.2", "12床 张三", "7A_12"),
)


@of_each("text", LABELS)
def test_label_of_a_bed_is_taken_as_it_is_written(text: str) -> None:
    assert bed_label(text) == text
    assert bed_label(f" {text.lower()} ") == text


@of_each("text", NONE)
def test_anything_else_is_none(text: str) -> None:
    assert bed_label(text) is None


@given(st.text("0123789AICU- 北区病房室加床王张", max_size=24))
def test_label_is_short_and_reads_as_itself(text: str) -> None:
    label = bed_label(text)

    assert label is None or (len(label) <= 20 and label == bed_label(label))
