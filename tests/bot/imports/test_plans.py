"""Files are refused with all that is wrong with them, before anything of the record is touched."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.imports.csv_rows import TableError, csv_text
from bot.imports.plan import Plan
from bot.imports.plans import Said, plan_of
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped
from tests.bot.cli.test_import import LIST
from tests.records import Dialogue
from tests.tables import of_each

WORLD = Dialogue().world


SAMPLE_TO_COME = {"value": "5", "unit": "10*9/L", "date": "2127-01-01"}


def planned(given: str | bytes, name: str = "list.csv", **said: str) -> Plan:
    data = given.encode() if isinstance(given, str) else given
    return plan_of(WORLD, Path(name), data, Said(said))


def told(plan: Plan) -> str:
    assert not plan.opened
    return "\n".join(map(str, plan.faults))


@of_each(
    ("text", "says"),
    [
        ("code,姓名\nS-1,王建国\n", "column B: its title says"),
        ("code,姓 名\nS-1,王建国\n", "column B: its title says"),
        ("code,王建国\nS-1,王建国\n", "column B: its title says"),
        ("code,110101199003078515\nS-1,110101199003078515\n", "column B: its title says"),
        ("code,remark\nS-1,王建国 来了\n", "row 2, column B ('remark'): may tell who"),
        ("code,remark\nS-1,13800138000\n", "row 2, column B ('remark'): may tell who"),
        ("code,sex\nS-1,Wang Jianguo\n", "row 2, column B ('sex'): may tell who"),
        ("code,WBC\nS-1,110105194912310021\n", "row 2, column B ('WBC'): may tell who"),
        ("sex,code\nmale,WANGWEI-7\n", "row 2, column B ('code'): not a code"),
        ("sex,code\nmale,张伟\n", "row 2, column B ('code'): not a code"),
    ],
)
def test_what_tells_who_a_patient_is_refuses_the_file_and_is_not_repeated(
    text: str, says: str
) -> None:
    found = told(planned(text))

    assert says in found
    assert text.splitlines()[1].split(",")[1] not in found


@of_each(
    ("text", "said", "says"),
    [
        ("x,sex\nS-1,male\n", {}, "no column has the code of the subject; say --map"),
        ("code,sex\n", {}, "the file: holds no subject"),
        ("code,a\nS-1,1\n", {"a": "wcb"}, "unknown item 'wcb'"),
        ("code,a\nS-1,1\n", {"b": "wbc"}, "there is no column 'b'"),
        ("code,WBC (mg/dL)\nS-1,1\n", {}, "wbc has no unit 'mg/dL'; one of 10*9/L"),
        ("code,WBC,白细胞\nS-1,1,1\n", {}, "is wbc, as column B is: leave one out"),
        ("S-1,male\nS-2,male\n", {"A": "subject"}, "column A: its title is a subject's code"),
        ("code,WBC\nS-1,5.2\nS-2,5200\n", {}, "read as 10*9/L (1), /uL (1); say --map"),
    ],
)
def test_a_list_that_is_not_clear_is_refused(text: str, said: dict[str, str], says: str) -> None:
    assert says in told(planned(text, **said))


@of_each(
    ("given", "name", "says"),
    [
        ('code,sex\nS-1,"male\n', "a.csv", "row 2: not CSV"),
        (b"code,sex\nS-1,\xff\xfe\n", "a.csv", "its encoding is not clear"),
        (b"code,sex\nS-1,\xe9\n", "a.csv", "its encoding is not clear"),
        ("code,sex\nS-1,女\n".encode("utf-16-le"), "a.csv", "its encoding is not clear"),
        ("code\n" * 10_001, "a.csv", "more than 10000 rows"),
        (b"%PDF", "a.pdf", "its name ends with none of .csv, "),
    ],
)
def test_a_list_that_cannot_be_read_is_refused(given: str | bytes, name: str, says: str) -> None:
    with pytest.raises(TableError, match=says):
        planned(given, name)


@of_each("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_list_is_read_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    plan = planned(LIST.encode(encoding))

    assert not plan.faults
    assert plan.opened[0].subject.answers["sex"] == "male"


@of_each("titles", ["subject,ALT,ALT ULN", "subject,ALT ULN,ALT"])
def test_an_upper_limit_beside_a_value_is_that_of_its_own_column(titles: str) -> None:
    cells = {"subject": "S-001", "ALT": "110 (9-50)", "ALT ULN": "{}"}
    row = ",".join(cells[each] for each in titles.split(","))

    (fault,) = planned(f"{titles}\n{row.format('40')}\n").faults

    assert "alt_uln is another than in row 2" in str(fault)
    assert not planned(f"{titles}\n{row.format('50.0')}\n").faults


def test_every_sign_that_a_list_in_chinese_has_is_read() -> None:
    text = "编号,白细胞\u3000(×10⁹/L)\r\nS-1,３.９ ↓\r\nS-2,Ⅳ期①㎎★～ ＜3.5％，【↑】µ²"

    assert csv_text(text.encode("gb18030")) == (text, "GB 18030")


@of_each(
    ("record", "says"),
    [
        ({"id": "S-1", "facts": {"sex": "x", "wcb": "no"}}, "record 1: sex: not an answer"),
        ({"id": "S-1", "facts": {"sex": "x", "wcb": "no"}}, "record 1: wcb: unknown item"),
        ({"id": "S-1", "facts": {"INCL07": "yes"}}, "answer to a whole criterion"),
        ({"id": "王建国", "facts": {}}, "record 1: its id is not a code"),
        ({"id": "S-1", "facts": {}, "trial": "X"}, "is of another trial than EC-CRT-003"),
        ({"id": "S-1", "facts": {}, "episode": True}, "record 1: episode: the number of a"),
        ([{"id": "S-1", "facts": {}, "episode": 2}] * 2, "record 2: screening 2 of S-1 stands"),
        ([{"id": "S-1", "facts": {}}] * 2, "record 2: S-1 stands in the file twice"),
        ({"id": "S-1", "facts": {"wcb": 1}, "version": "1"}, "no version here has its number and"),
        ({"id": "S-1", "facts": {}, "hash": "x"}, "take `version` and `hash` out of it"),
        ({"id": "S-1", "facts": {}, "name": "x"}, "beside its facts what may tell who"),
        ({"id": "S-1", "facts": {}, "remark": "王建国"}, "beside its facts what may tell who"),
        ({"id": "S-1", "facts": {"wbc": SAMPLE_TO_COME}}, "record 1: wbc: a day to come"),
    ],
)
def test_facts_with_a_fault_are_refused(record: Any, says: str) -> None:
    assert says in told(planned(json.dumps(record), "a.json"))


def test_screenings_of_one_subject_keep_their_numbers() -> None:
    lines = [{"id": "S-1", "episode": n, "facts": {"sex": "male"}} for n in (3, 2)]

    plan = planned("\n".join(map(json.dumps, lines)), "a.jsonl")

    assert [each.case.id.episode for each in plan.opened] == [2, 3]
    assert plan.import_.subjects == 1


def test_each_screening_is_read_and_judged_by_the_version_that_it_names() -> None:
    versions = [WORLD.versions.current(WORLD.trial.id)]
    versions += [each for each in (_version("1"), _version("3")) if each is not None]
    lines = [
        {"id": f"S-{each.version}", "version": each.version, "hash": each.fingerprint}
        | {"facts": {"sex": "female", "stage_ivb_uicc8": "no"}}
        for each in versions
    ]

    plan = planned("\n".join(map(json.dumps, lines)), "a.jsonl")

    assert not plan.faults
    under = [(each.case.id.subject, each.case.trial.version) for each in plan.opened]
    assert under == [("S-2", "2"), ("S-1", "1"), ("S-3", "3")]
    for each, version in zip(plan.opened, versions, strict=True):
        said = {(e.protocol_version, e.protocol_hash) for e in each.entries}
        assert said == {(version.version, version.fingerprint)}


def _version(version: str) -> Protocol | None:
    released = shipped().versions(WORLD.trial.id)
    hash_ = next(each.fingerprint for each in released if each.version == version)
    return WORLD.versions.of(WORLD.trial.id, version, hash_)
