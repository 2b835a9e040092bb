from tests.conversations.paths import OPENED, at
from tests.tables import of_each


@of_each(
    "text",
    [
        *["性别：女 WBC 5.2 ANC 3.1", "Sex: F, WBC 5.2 ANC 3.1", "F 58 WBC 5.2 ANC 3.1"],
        *["年龄：49岁 WBC 5.2 ANC 3.1", "Age 49 WBC 5.2 ANC 3.1", "62岁 男 WBC 5.2 ANC 3.1"],
        *["58 years old female. WBC 5.2 ANC 3.1", "S-013 WBC 5.2 ANC 3.1", "S–013：WBC 5.2"],
        *["S-13 WBC 5.2 ANC 3.1", "S-O13 WBC 5.2", "S013\nWBC 5.2", "S 013 WBC 5.2"],
        *["S_013 WBC 5.2", "s013: WBC 5.2", "WBC 5.2 (S013)", "SO13\nWBC 5.2"],
        *["female WBC 5.2", "Female, WBC 5.2", "62F WBC 5.2", "62M, WBC 5.2", "Male, 62 WBC 5.2"],
        *["male 62 years WBC 5.2", "女性患者 WBC 5.2", "Patient: female, 62 WBC 5.2"],
        *["WBC 5.2 PLT 180 female", "F62 WBC 5.2", "Pt 62 y F: WBC 5.2", "女，WBC 5.2"],
    ],
)
def test_text_of_another_takes_the_recording_away(text: str) -> None:
    man = at("/new S-013 F 40", *OPENED)
    before = man.recorded()

    man.says(text)

    assert man.stands == "whose"
    assert man.recorded() == before
    assert not any(label.startswith("Record") for label in man.labels())
    assert "It is S-014" in man.labels()
    assert "女" not in str(man.focus)
    assert "49" not in str(man.focus)


@of_each(
    "text",
    [
        *["性别：男 年龄：59岁 WBC 5.2 ANC 3.1", "S-014 M 57 WBC 5.2 ANC 3.1"],
        *["HGB 120 男 130-175 女 115-150 WBC 5.2", "WBC 5.2 ANC 3.1", "S-099 WBC 5.2 ANC 3.1"],
        *[
            "HGB 120 g/L (female 115-150)",
            "WBC 5.2 HGB 120 女性参考值 115-150",
            "PLT 180, male 57y",
        ],
        *["Creatinine 88 umol/L (M: 57-97; F: 41-73)", "HGB 120 g/L women: >115", "M57 WBC 5.2"],
    ],
)
def test_text_of_the_same_subject_is_read_back(text: str) -> None:
    man = at(*OPENED)

    man.says(text)

    assert man.stands == "report"
    assert "S-014 " not in str(man.last.messages)
