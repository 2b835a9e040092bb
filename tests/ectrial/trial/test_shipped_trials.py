"""The trials beside EC-CRT-003: verdicts derived by hand, criterion by criterion."""

import json
from pathlib import Path
from typing import Any

import pytest
from click import BadParameter
from click.testing import CliRunner

from bot.cli.assess import assess_command
from bot.cli.given_trial import trial_of
from ectrial.trial.verdict import Verdict
from ectrial.trial.versions import shipped
from tests.ectrial.subjects import MAN, TRIAL, failing, judge, unresolved, varied
from tests.tables import of_each

SBRT = shipped().current("SBRT-OLIGO")
SHANGHAI = shipped().current("ESO-SHANGHAI-20")
LIVER = {"organ": "liver", "diameter": {"value": "2.1", "unit": "cm"}, "proven": "yes"}
LUNG = {"organ": "lung", "diameter": {"value": "50", "unit": "mm"}, "proven": "no"}
LARGE = {"organ": "lung", "diameter": {"value": "5.1", "unit": "cm"}}
OTHER = {"organ": "other"}
BONE = {"organ": "bone", "diameter": {"value": "10", "unit": "mm"}, "proven": "no"}


def some(*lesions: dict[str, Any], complete: str = "yes") -> dict[str, Any]:
    return {"things": list(lesions), "complete": complete}


def count(number: int, unit: str = "{lesion}") -> dict[str, Any]:
    return {"value": number, "unit": unit}


def size(number: str, unit: str = "cm") -> dict[str, Any]:
    return {"value": number, "unit": unit}


OF_SBRT = {
    **{name: answer for name, answer in MAN.items() if name in SBRT.vocabulary},
    "metastases": some(LIVER, LUNG),
    "sbrt_amenable_metastasis": "yes",
    "spinal_metastasis_with_cord_compression": "no",
}
OF_SHANGHAI = {
    "age": count(64, "a"),
    "ecog": count(1, "{score}"),
    "escc_histologically_confirmed": "yes",
    "genuine_oligometastatic": "yes",
    "induced_oligometastatic": "no",
    "disseminated_metastases_ever": "no",
    "metastases": some(LIVER, LUNG),
    "esophageal_perforation": "no",
    "esophageal_haemorrhage": "no",
    "progression_after_pd1_inhibitor": "no",
}
BASES = {"SBRT-OLIGO": (SBRT, OF_SBRT), "ESO-SHANGHAI-20": (SHANGHAI, OF_SHANGHAI)}


def told(trial: str, changes: dict[str, Any]) -> Verdict:
    protocol, base = BASES[trial]
    return judge(varied(changes, base), protocol)


FIVE = some(LIVER, LIVER, LUNG, LUNG, OTHER, complete="unknown")
SBRT_CASES: list[tuple[dict[str, Any], list[str], list[str]]] = [
    ({}, [], []),
    # five are known, so it is not fewer than five, however many more there may be
    ({"metastases": FIVE}, ["INCL03"], []),
    # four are listed and there is one more
    ({"metastases": some(LIVER, LIVER, LUNG, LUNG, complete="no")}, ["INCL03"], []),
    # two are listed, perhaps more: the total decides, then the organs
    ({"metastases": some(LIVER, LUNG, complete="unknown")}, [], ["INCL03"]),
    (
        {
            "metastases": some(LIVER, LUNG, complete="unknown"),
            "metastasis_count": count(4),
            "metastatic_organs": count(3, "{organ}"),
        },
        [],
        [],
    ),
    # four organs, one of them of two other kinds perhaps
    ({"metastases": some(LIVER, LUNG, OTHER, OTHER)}, [], ["INCL03"]),
    ({"metastases": some(LIVER, LUNG, OTHER, {"organ": "bone"})}, ["INCL03"], []),
    # by totals alone
    ({"metastases": None, "metastasis_count": count(5)}, ["INCL03"], []),
    # a list of at most four and a total of five contradict each other
    ({"metastasis_count": count(5)}, [], ["INCL03"]),
    # two organs are known, and one is told in all; it is two lesions that are told to lie in three
    (
        {
            "metastases": some(LIVER, LUNG, complete="unknown"),
            "metastasis_count": count(3),
            "metastatic_organs": count(1, "{organ}"),
        },
        [],
        ["INCL03"],
    ),
    (
        {
            "metastases": None,
            "metastasis_count": count(2),
            "metastatic_organs": count(3, "{organ}"),
        },
        [],
        ["INCL03"],
    ),
    # none in all: so none is amenable to SBRT, and none lies in the spine
    (
        {"metastases": None, "metastasis_count": count(0)},
        [],
        ["INCL05"],
    ),
    (
        {
            "metastases": some(),
            "sbrt_amenable_metastasis": "no",
            "spinal_metastasis_with_cord_compression": "yes",
        },
        ["INCL05"],
        ["EXCL05"],
    ),
    # three lesions lie in three organs at most
    ({"metastases": None, "metastasis_count": count(3)}, [], []),
    # not stage IVB: that decides, whatever the list and its total say of each other
    (
        {"metastasis_count": count(5), "stage_ivb_uicc8": "no"},
        ["INCL03"],
        [],
    ),
    ({"sbrt_amenable_metastasis": "no"}, ["INCL05"], []),
    ({"spinal_metastasis_with_cord_compression": "yes"}, ["EXCL05"], []),
    # ALT of 126 with a limit of 50 is above 2.5 times
    (
        {"alt": count(126, "U/L"), "alt_uln": count(50, "U/L")},
        ["INCL07E"],
        [],
    ),
    ({"other_malignancy": "yes", "other_malignancy_types": ["other"]}, ["EXCL06"], []),
    ({"thoracic_irradiation_history": None}, [], ["EXCL03"]),
]
SHANGHAI_CASES: list[tuple[dict[str, Any], list[str], list[str]]] = [
    ({}, [], []),
    # exactly 5 cm passes (50 mm in the base), 5.1 cm does not, whatever else is unknown
    ({"metastases": some(LIVER, LARGE, complete="unknown")}, ["INCL04D"], ["INCL04B", "INCL04C"]),
    # four in one organ: three at most
    (
        {"metastases": some(*[LIVER] * 4)},
        ["INCL04C"],
        [],
    ),
    # four other lesions may lie in four organs, or in one; their sizes are not known
    ({"metastases": some(*[OTHER] * 4)}, [], ["INCL04C", "INCL04D", "INCL05"]),
    # none is proven, and the list is complete
    ({"metastases": some(LUNG)}, ["INCL05"], []),
    # no list, but totals
    (
        {
            "metastases": "unknown",
            "metastasis_count": count(4),
            "most_metastases_in_one_organ": count(3),
            "largest_metastasis": {"value": "50.0", "unit": "mm"},
            "metastasis_proven_by_pathology": "yes",
        },
        [],
        [],
    ),
    # more in one organ than in all: one of the two is wrong
    (
        {
            "metastases": "unknown",
            "metastasis_count": count(2),
            "most_metastases_in_one_organ": count(3),
            "largest_metastasis": {"value": "4", "unit": "cm"},
            "metastasis_proven_by_pathology": "yes",
        },
        [],
        ["INCL04C"],
    ),
    # three are listed and two counted: no list fits both, so that nothing said of them counts
    (
        {
            "metastases": some(LIVER, LUNG, BONE, complete="unknown"),
            "metastasis_count": count(2),
            "most_metastases_in_one_organ": count(1),
            "largest_metastasis": size("2"),
        },
        [],
        ["INCL04B", "INCL04C", "INCL04D", "INCL05"],
    ),
    # one of 25 mm is listed, so the largest has not 2 cm; one lesion, and it is proven
    (
        {
            "metastases": some({**LIVER, "diameter": size("25", "mm")}),
            "largest_metastasis": size("2"),
        },
        [],
        ["INCL04D"],
    ),
    # the largest may be one that is not listed; of three in all at most two lie in one organ
    (
        {
            "metastases": some(LIVER, LUNG, complete="no"),
            "metastasis_count": count(3),
            "largest_metastasis": size("5"),
        },
        [],
        [],
    ),
    # three in all and three listed: nothing is left that could be 5 cm, beside 2.1, 2.1 and 1
    (
        {
            "metastases": some(LIVER, LIVER, BONE, complete="unknown"),
            "metastasis_count": count(3),
            "largest_metastasis": size("5"),
        },
        [],
        ["INCL04D"],
    ),
    # six lesions of which no organ has four, but five are too many: four at most
    (
        {
            "metastases": some(LIVER, LUNG, complete="unknown"),
            "metastasis_count": count(6),
            "most_metastases_in_one_organ": count(3),
            "largest_metastasis": size("5"),
        },
        ["INCL04B"],
        [],
    ),
    # none in all, and one is listed; the largest of none has no size
    (
        {"metastases": some(LIVER, complete="unknown"), "metastasis_count": count(0)},
        [],
        ["INCL04B", "INCL04C", "INCL04D", "INCL05"],
    ),
    (
        {"metastases": None, "metastasis_count": count(0), "largest_metastasis": size("2")},
        ["INCL05"],
        ["INCL04A", "INCL04D"],
    ),
    # one is proven in the list, and none is said to be
    ({"metastasis_proven_by_pathology": "no"}, [], ["INCL05"]),
    # two in all: no organ has more than three, whatever else is unknown
    (
        {"metastases": None, "metastasis_count": count(2)},
        [],
        ["INCL04D", "INCL05"],
    ),
    # genuine and induced exclude each other: neither settles anything
    ({"induced_oligometastatic": "yes"}, [], ["INCL04A", "EXCL01"]),
    (
        {"genuine_oligometastatic": "no", "induced_oligometastatic": "yes"},
        ["INCL04A", "EXCL01"],
        [],
    ),
    # cytology is enough
    (
        {"escc_histologically_confirmed": "unknown", "escc_cytologically_confirmed": "yes"},
        [],
        [],
    ),
    ({"age": count(17, "a")}, ["INCL01"], []),
    ({"ecog": count(2, "{score}")}, ["INCL02"], []),
    ({"esophageal_haemorrhage": "yes"}, ["EXCL02"], []),
    ({"progression_after_pd1_inhibitor": None}, [], ["EXCL03"]),
]
CASES = [("SBRT-OLIGO", *case) for case in SBRT_CASES]
CASES += [("ESO-SHANGHAI-20", *case) for case in SHANGHAI_CASES]


@of_each(("trial", "changes", "fails", "opens"), CASES)
def test_each_subject_gets_the_verdict_derived_by_hand(
    trial: str, changes: dict[str, Any], fails: list[str], opens: list[str]
) -> None:
    verdict = told(trial, changes)

    assert (failing(verdict), unresolved(verdict)) == (fails, opens)
    assert verdict.outcome == ("not_eligible" if fails else "undetermined")


def test_both_lists_are_incomplete_and_paraphrased_in_both_languages() -> None:
    for trial in (SBRT, SHANGHAI):
        assert trial.incomplete
        assert trial.language == 3
        for criterion in trial.criteria:
            assert criterion.paraphrase is not None
            assert criterion.paraphrase.en != criterion.paraphrase.zh
    assert shipped().default is TRIAL


def test_items_of_the_first_trial_keep_their_names_and_meaning() -> None:
    new = {item for item in SBRT.vocabulary if item not in TRIAL.vocabulary}
    shared = SBRT.vocabulary.keys() - new

    assert len(new) == 5
    assert all(SBRT.vocabulary[name] == TRIAL.vocabulary[name] for name in shared)
    assert all(item in SBRT.ways for item in SBRT.vocabulary)


def test_the_command_line_judges_by_a_shipped_trial(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(json.dumps({"id": "S-1", "facts": OF_SHANGHAI}), "utf-8")

    run = CliRunner().invoke(assess_command, [str(file), "--trial", "ESO-SHANGHAI-20"])
    given = json.loads(run.stdout)
    odd = CliRunner().invoke(assess_command, [str(file), "--trial", "ESO-SHANGHAI-21"])

    assert (given["trial"], given["verdict"]) == ("ESO-SHANGHAI-20", "undetermined")
    assert given["incomplete"] is True
    assert given["advisories"][0]["code"] == "list_incomplete"
    assert odd.exit_code == 2
    assert "ESO-SHANGHAI-20" in odd.output


@pytest.mark.parametrize(
    ("named", "version"), [("EC-CRT-003", "2"), ("EC-CRT-003@3", "3"), ("EC-CRT-003@1", "1")]
)
def test_the_command_line_names_a_version(named: str, version: str) -> None:
    assert trial_of(None, named).version == version


def test_an_unknown_version_is_answered_with_those_that_are() -> None:
    with pytest.raises(BadParameter, match="unknown version '4': there are 1, 2, 3"):
        trial_of(None, "EC-CRT-003@4")
