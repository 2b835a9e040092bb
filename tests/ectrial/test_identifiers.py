"""What may say who a patient is, is found; what the trade writes every day is left alone."""

import pytest

from ectrial.identifiers import identifiers

FOUND = {
    "110101199003078515": "id_number",
    "13800138000": "phone",
    "call +86 138 0013 8000": "phone",
    "电话：020 8734 3088": "phone",
    "Tel. 020-87343088": "phone",
    "MRN 10234": "record_number",
    "住院号：0012345": "record_number",
    "床号 12": "record_number",
    "bed 14": "record_number",
    "DOB 1958-03-02": "birth_date",
    "出生 1958年": "birth_date",
    "wang@example.org": "contact",
    "微信号 wang_58": "contact",
    "Mr. Wang": "name",
    "Name: Wang Jianguo": "name",
    "患者王建国": "name",
    "王建国 复查": "name",
    "张大爷": "name",
    "李女士": "name",
    "Wang Jianguo": "name",
    "WANG XIAOMING": "name",
    "wang xiaoming": "name",
    "Wang Xiao-ming": "name",
    "John Smith phoned": "name",
    "张伟今天来了": "name",
    "欧阳娜娜已做检查": "name",
    "老王不来了": "name",
    "李建国未按时抽血": "name",
    "12床": "record_number",
    "床位12": "record_number",
    "0012345": "record_number",
    "一三八零零一三八零零零": "phone",
    "call 020-87340000": "phone",
    "1 3 8 1 2 3 4 5 6 7 8": "phone",
    "DOB 7 Mar 1990": "birth_date",
    "生于九零年三月七日": "birth_date",
    "E12345678 passport": "id_number",
    "ID 110101199003077578": "id_number",
    "@wangxm": "contact",
    "wangxm at 163.com": "contact",
    "广州市越秀区东风东路651号3栋502": "contact",
}
LEFT_ALONE = [
    "HBV DNA 13700000000 copies/mL",
    "Dose given on day 2 instead of day 1; protocol 5.3",
    "白细胞 3.2，白蛋白 38",
    "高血压 三级",
    "周一 复查，任何 不适随诊",
    "按 方案 5.2 节",
    "platelets 182000 /uL",
    "Report of 20261112, form version 3.1",
    "Contrast CT two days late",
    "Good Clinical Practice",
    "CT two days late, see note of 12 Nov",
    "ECOG 1 → 2, KPS 70",
    "Sun Yat-sen University",
]


@pytest.mark.parametrize(("text", "kind"), FOUND.items())
def test_what_may_say_who_a_patient_is_is_found(text: str, kind: str) -> None:
    assert kind in identifiers(text)
    assert kind in identifiers(f"Given late; {text}.")


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_says_nothing_of_a_person_is_left_alone(text: str) -> None:
    assert identifiers(text) == ()


@pytest.mark.parametrize("text", ["１３８００１３８０００", "138\u200b00138000"])
def test_other_digits_and_hidden_signs_hide_no_number(text: str) -> None:
    assert "phone" in identifiers(text)
