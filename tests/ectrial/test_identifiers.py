"""What may say who a patient is, is found; what the trade writes every day is left alone."""

import pytest

from ectrial.identifiers import identifiers
from tests.tables import of_each

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
    "王建国 复查": "bare_name",
    "张大爷": "name",
    "李女士": "name",
    "Wang Jianguo": "bare_name",
    "WANG XIAOMING": "bare_name",
    "wang xiaoming": "bare_name",
    "Wang Xiao-ming": "bare_name",
    "John Smith phoned": "bare_name",
    "张伟今天来了": "bare_name",
    "欧阳娜娜已做检查": "bare_name",
    "老王不来了": "name",
    "李建国未按时抽血": "bare_name",
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
    "浙江省杭州市余杭区": "contact",
    "微信：wangxm": "contact",
    "wechat id wangxm": "contact",
    "QQ 1234567a": "contact",
    "电话 2034 5678": "phone",
    "住院号是 A-12": "record_number",
    "病床3": "record_number",
    "就诊卡号 123": "record_number",
    "FU Mingxia": "bare_name",
    "Patient John Smith": "bare_name",
    "On Monday John Smith phoned": "bare_name",
    "曾建国 未到院": "bare_name",
    "于明 未到院": "bare_name",
    "小王来电": "name",
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
    "患者于昨日漏服一次，曾用药",
    "受试者于次日补服；患者曾漏服一次",
    "患者严格按方案服药，苏醒后服药",
    "患者陆续出现皮疹，患者常感乏力",
    "该偏离发生于11月12日",
    "临床试验方案5.2版，临床评估2级",
    "患者卧床3天，起床后2小时采血",
    "急诊就诊2次，外院就诊3天后返回",
    "电话随访2026-11-12 完成",
    "Called 2026-11-12, no answer",
    "D1 2026-11-12 08:30 给药",
    "通过微信提醒患者按时服药",
    "wechat reminder was sent yesterday",
    "肿瘤小于 5 cm，小叶间隔增厚",
    "血小板小于 75，小范围出血",
    "按老方案给药",
    "补充 叶酸 5 mg",
    "转至 武汉 就诊，高烧未退",
    "5-FU dose reduced",
    "FU date moved to 12 Nov",
    "On Monday the CT was missed",
    "Serious Adverse Event reported late",
    "Central Lab closed after Spring Festival",
    "Took Capecitabine twice",
    "ICF v20260502 used instead of v20260901",
    "研究者认为已上市药物可用于该地区",
]
LONG = ["市", "省", "床", "a", "QQ", "bed", "@a", "a.", "9 ", "王", "老", "Wang ", "Aa "]


@of_each(("text", "kind"), FOUND.items())
def test_what_may_say_who_a_patient_is_is_found(text: str, kind: str) -> None:
    assert kind in identifiers(text)
    assert kind in identifiers(f"Given late; {text}.")


@of_each("text", LEFT_ALONE)
def test_what_says_nothing_of_a_person_is_left_alone(text: str) -> None:
    assert identifiers(text) == ()


@of_each("text", LONG)
def test_the_longest_message_is_looked_through_at_once(text: str) -> None:
    """One search that tries all ways to divide such a text would not end today."""
    for long in (text * 4096, text + " " * 4096):
        assert identifiers(f"{long[:4096]} Mr. Wang").count("name") == 1


@pytest.mark.parametrize("text", ["１３８００１３８０００", "138\u200b00138000"])
def test_other_digits_and_hidden_signs_hide_no_number(text: str) -> None:
    assert "phone" in identifiers(text)
