"""Which question comes next: only what is unasked and can still settle something."""

from typing import Any

from ectrial.record.entries import Order
from ectrial.trial.next_question import in_order, next_question, outstanding, stratum_question
from tests.ectrial.subjects import MAN, TRIAL, amount, judge, varied
from tests.tables import of_each

EMPTY: dict[str, Any] = {}


def following(raw: dict[str, Any], order: Order = "protocol", *skipped: str) -> str | None:
    question = next_question(judge(raw), order, skipped)
    return None if question is None else question.id


def asked(raw: dict[str, Any], order: Order = "protocol") -> list[str]:
    return [question.id for question in outstanding(judge(raw), order)]


def test_protocol_order_is_that_of_the_criteria() -> None:
    order = [question.id for question in in_order(TRIAL, "protocol")]

    assert order == [question.id for question in TRIAL.questions if question.role != "stratum"]
    assert following(EMPTY) == "ecog"


def test_quick_order_falls_by_chance_of_failing_per_second() -> None:
    yields = {block.id: block.p_fail / block.cost for block in TRIAL.blocks}

    quick = in_order(TRIAL, "quick")

    fall = [yields[question.block or ""] for question in quick]
    assert fall == sorted(fall, reverse=True)
    assert {question.id for question in quick} == {q.id for q in in_order(TRIAL, "protocol")}
    assert [question.id for question in quick][-1] == "pregnancy"


def test_quick_order_keeps_the_order_within_a_block() -> None:
    quick = [question.id for question in in_order(TRIAL, "quick") if question.block == "cbc"]

    assert quick == ["wbc", "anc", "platelets", "hemoglobin"]


@of_each(
    ("raw", "expected"),
    [
        ({}, "ecog"),
        ({"ecog": "unknown"}, "histology"),
        ({"ecog": amount(3, "{score}")}, "histology"),
        (varied({"age": None}), "age"),
        (varied({"age": "unknown"}), None),
        (varied({"wbc": None, "anc": None}), "wbc"),
        (varied({"wbc": amount(3, "10*9/L"), "anc": None}), None),
        (varied({"creatinine": None, "creatinine_uln": None}), None),
        (varied({"total_bilirubin_uln": None}), "total_bilirubin"),
        (varied({"total_bilirubin_uln": "unknown"}), None),
        (varied({"total_bilirubin": "meets", "total_bilirubin_uln": None}), None),
        (dict(MAN), None),
    ],
)
def test_the_first_outstanding_question_is_next(raw: dict[str, Any], expected: str | None) -> None:
    assert following(raw) == expected


def test_a_man_never_sees_the_pregnancy_card() -> None:
    unasked = {"pregnant": None, "lactating": None}

    assert asked(varied(unasked)) == []
    assert asked(varied({**unasked, "sex": "female"})) == ["pregnancy"]
    assert asked(varied({**unasked, "sex": "unknown"})) == ["pregnancy"]
    assert asked(varied({**unasked, "sex": None})) == ["sex", "pregnancy"]


def test_a_good_creatinine_needs_no_clearance() -> None:
    unasked = {"creatinine_clearance": None}

    assert asked(varied(unasked)) == []
    assert asked(varied({**unasked, "creatinine": amount(170, "umol/L")})) == ["clearance"]


def test_weight_is_asked_only_for_the_estimate() -> None:
    high = varied({"creatinine": amount(170, "umol/L"), "creatinine_clearance": "unknown"})

    estimated = {**high, "derive_crcl": "cockcroft_gault_actual_weight"}

    assert asked(high) == []
    assert asked(estimated) == ["weight"]
    assert asked({**estimated, "weight": amount(60, "kg")}) == []


def test_kinds_of_cancer_are_asked_after_the_first() -> None:
    unasked = {"other_malignancy_types": None}

    assert asked(varied(unasked)) == []
    assert asked(varied({**unasked, "other_malignancy": "yes"})) == ["malignancy_types"]
    assert asked(varied({**unasked, "other_malignancy": "unknown"})) == []


def test_a_card_partly_answered_is_asked_for_the_rest_only() -> None:
    assert asked(varied({"allergy_platinum": None})) == ["allergy"]
    assert asked(varied({"other_immunodeficiency": None})) == ["immunodeficiency"]
    assert asked(varied({"allergy_platinum": "unknown"})) == []


def test_skipped_questions_wait() -> None:
    assert following(EMPTY, "protocol", "ecog") == "histology"
    assert following(EMPTY, "protocol", "ecog", "stage", "histology") == "cycles"
    assert following(EMPTY, "quick", *(q.id for q in TRIAL.questions)) is None
    assert asked({})[0] == "ecog"


def test_answering_every_question_in_turn_ends() -> None:
    raw: dict[str, Any] = {}
    order: list[str] = []

    while (name := following(raw, "quick")) is not None and len(order) < 99:
        order.append(name)
        for item in TRIAL.question_by_id[name].items:
            raw[item.id] = MAN.get(item.id, "unknown")

    assert len(order) == len(set(order))
    assert judge(raw).outcome == "eligible"
    assert "pregnancy" not in order
    assert "clearance" not in order


@of_each(
    ("changes", "expected"),
    [
        ({"metastases_nonregional_lymph_nodes_only": None}, "stratum"),
        ({"metastases_nonregional_lymph_nodes_only": "unknown"}, None),
        ({"metastases_nonregional_lymph_nodes_only": "yes"}, None),
        ({"metastases_nonregional_lymph_nodes_only": None, "hiv": "positive"}, None),
        ({"metastases_nonregional_lymph_nodes_only": None, "hiv": "unknown"}, None),
    ],
)
def test_the_stratum_is_asked_of_the_eligible_alone(
    changes: dict[str, Any], expected: str | None
) -> None:
    question = stratum_question(judge(varied(changes)))

    assert (question and question.id) == expected
