"""What judges the datasets at once: odmlib's model, what is written here, and rules of CORE by id.

odmlib judges attributes and their types; counts, cells, lengths and days are judged by what is
written here. The schema that CDISC publishes judges in the long tests. The rules are written here
from their descriptions: the engine that has them runs on one version of Python alone. 000322,
000359 and 000364 are taken together as the form of DS.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from odmlib.dataset_json_1_1 import DatasetJSON
from odmlib.exceptions import OdmlibError

Rows = list[dict[str, Any]]
Study = Mapping[str, Rows]


def judge_dataset(data: bytes) -> Rows:
    """Complain unless odmlib reads it, and each cell is what its column says; give its rows.

    AssertionError says who complains; any other error is a fault of the judge.
    """
    told = json.loads(data)
    try:
        read = DatasetJSON.from_dict(told)
    except OdmlibError as error:
        raise AssertionError(f"odmlib: {error}") from None
    assert told["datasetJSONVersion"] == "1.1.0", "another version"
    assert read.records == len(read.rows), "another number of rows"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", told["datasetJSONCreationDateTime"])
    for column in read.columns:
        assert len(column.label) <= 40, f"a long label: {column.label}"
        assert re.fullmatch("[A-Z][A-Z0-9]{0,7}", column.name)
    for row in read.rows:
        assert len(row) == len(read.columns), "a row of another length"
        for column, cell in zip(read.columns, row, strict=True):
            assert cell is None or _is_of(column.dataType, cell), f"no {column.dataType}: {cell}"
    return [dict(zip(read.column_names, row, strict=True)) for row in read.rows]


def _is_of(kind: str, cell: object) -> bool:
    if kind == "integer":
        return type(cell) is int
    if not isinstance(cell, str):
        return False
    if kind == "date":
        try:
            return date.fromisoformat(cell).isoformat() == cell
        except ValueError:
            return False
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", cell) if kind == "decimal" else cell)


def judge_zip(data: bytes) -> Study:
    """Read each dataset of a zip."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            name.removesuffix(".json").upper(): judge_dataset(archive.read(name))
            for name in archive.namelist()
        }


def _earliest(study: Study, subject: str, column: str, value: str) -> str | None:
    days = (
        row["DSSTDTC"] for row in study["DS"] if row["USUBJID"] == subject and row[column] == value
    )
    return min(filter(None, days), default=None)


def _consent_days(study: Study, column: str) -> Iterator[object]:
    for row in study["DM"]:
        found = _earliest(study, row["USUBJID"], column, "INFORMED CONSENT OBTAINED")
        if found != row["RFICDTC"] or found is None:
            yield row


def _repeated(keys: Iterable[object]) -> list[object]:
    return [key for key, count in Counter(keys).items() if count > 1]


def _not_one_to_one(rows: Rows, code: str, text: str) -> list[object]:
    pairs = {(row[code], row[text]) for row in rows}
    return _repeated(one for one, _ in pairs) + _repeated(other for _, other in pairs)


DISPOSITIONS = {
    *("SCREEN FAILURE", "WITHDRAWAL BY SUBJECT", "PHYSICIAN DECISION", "LOST TO FOLLOW-UP"),
    *("DEATH", "PREGNANCY", "OTHER"),
}
MILESTONES = {
    *("INFORMED CONSENT OBTAINED", "ELIGIBILITY CRITERIA MET", "ENTERED INTO TRIAL"),
    "RANDOMIZED",
}
TERMS = {"DISPOSITION EVENT": DISPOSITIONS, "PROTOCOL MILESTONE": MILESTONES}
RULES: Mapping[str, Callable[[Study], Iterable[object]]] = {
    "000001": lambda s: [r for r in s["IE"] if r["IECAT"] == "INCLUSION" and r["IEORRES"] != "N"],
    "000011": lambda s: [r for r in s["IE"] if r["IECAT"] == "EXCLUSION" and r["IEORRES"] != "Y"],
    "000025": lambda s: [r for r in s["IE"] if r["IESTRESC"] != r["IEORRES"]],
    "000145": lambda s: _repeated((r["IETESTCD"], r["TIVERS"]) for r in s["TI"]),
    "000146": lambda s: _repeated((r["IETEST"], r["TIVERS"]) for r in s["TI"]),
    "000186": lambda s: _repeated(r["SUBJID"] for r in s["DM"]),
    "000196": lambda s: [r for r in s["DS"] if r["DSCAT"] == r["DSDECOD"]],
    "000199": lambda s: [r for r in s["LB"] if len(r["LBTEST"]) > 40],
    "000200": lambda s: [r for r in s["LB"] if (r["LBORRES"] is None) == (r["LBSTAT"] is None)],
    "000201": lambda s: [
        r
        for name in ("DS", "IE", "LB")
        for r in s[name]
        if r["USUBJID"] not in {each["USUBJID"] for each in s["DM"]}
    ],
    "000227": lambda s: {r["IETEST"] for r in s["IE"]} - {r["IETEST"] for r in s["TI"]},
    "000228": lambda s: {r["IETESTCD"] for r in s["IE"]} - {r["IETESTCD"] for r in s["TI"]},
    "000299": lambda s: [
        r for r in s["LB"] if r["LBSTNRHI"] and not re.fullmatch(r"[\d.]+", r["LBORRES"])
    ],
    "000303": lambda s: _not_one_to_one(s["LB"], "LBTESTCD", "LBTEST"),
    "000322/359/364": lambda s: [
        r for r in s["DS"] if r["DSDECOD"] not in TERMS.get(r["DSCAT"], ())
    ],
    "000363": lambda s: _consent_days(s, "DSDECOD"),
    "000370": lambda s: _consent_days(s, "DSTERM"),
    "000374": lambda s: _repeated(
        (r["USUBJID"], r["EPOCH"]) for r in s["DS"] if r["DSCAT"] == "DISPOSITION EVENT"
    ),
    "000522": lambda s: [r for r in s["DS"] if not r["DSCAT"]],
    "000529": lambda s: [r for name in ("DS", "IE", "LB") for r in s[name] if not _counted(s, r)],
    "000535": lambda s: [
        (one, other)
        for one, other in zip(s["DS"], s["DS"][1:], strict=False)
        if one["USUBJID"] == other["USUBJID"] and one["DSSTDTC"] > other["DSSTDTC"]
    ],
    "000541": lambda s: [
        r for r in s["TI"] if not re.fullmatch(r"[A-Z_][A-Z0-9_]{0,7}", r["IETESTCD"])
    ],
    "000220": lambda s: [
        r for r in s["LB"] if not re.fullmatch(r"[A-Z_][A-Z0-9_]{0,7}", r["LBTESTCD"])
    ],
    "000542": lambda s: [
        r
        for r in s["LB"]
        if re.fullmatch(r"[\d.]+", r["LBSTRESC"] or "") and r["LBSTRESC"] != r["LBSTRESN"]
    ],
    "000544": lambda s: [
        key
        for name in ("DS", "IE", "LB")
        for key in _repeated((r["USUBJID"], r[f"{name}SEQ"]) for r in s[name])
    ],
    "000699": lambda s: _repeated(
        code for code, _ in {(r["LBTESTCD"], r["LBSTRESU"]) for r in s["LB"] if r["LBSTRESU"]}
    ),
    "000743": lambda s: _not_one_to_one(s["TI"], "IETESTCD", "IETEST"),
    "000785": lambda s: [r for r in s["TI"] if r["IESCAT"] and not r["IECAT"]],
    "000786": lambda s: [r for r in s["IE"] if r["IESCAT"] and not r["IECAT"]],
    "IETEST of 200 signs": lambda s: [r for r in s["TI"] if len(r["IETEST"]) > 200],
}


def _counted(study: Study, row: dict[str, Any]) -> bool:
    """Whether a study day is counted from the reference day, which is 1, without a 0."""
    name = row["DOMAIN"]
    of = "DSST" if name == "DS" else name
    on, told = row[f"{of}DTC"], row[f"{of}DY"]
    known = {r["USUBJID"]: r["RFSTDTC"] for r in study["DM"]}
    begins = known.get(row["USUBJID"])
    if on is None or begins is None:
        return told is None
    days = (date.fromisoformat(on) - date.fromisoformat(begins)).days
    return bool(told == (days + 1 if days >= 0 else days))


def core(study: Study) -> set[str]:
    """Name the rules that the datasets break."""
    return {name for name, broken in RULES.items() if list(broken(study))}
