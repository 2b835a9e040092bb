"""One dataset as Dataset-JSON 1.1: its head, then a row on each line, so that none is held."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from ectrial.papers.cdisc.datasets import Dataset

VERSION = "1.1.0"
NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class About:
    """What all datasets are of: trial, site, and the head of the record with its moment."""

    trial: str
    site: str
    head: str
    at: datetime | None

    @property
    def moment(self) -> str:
        """The moment of the head: a paper made again of the same record is the same."""
        told = self.at.isoformat(timespec="seconds") if self.at else NEVER
        return told.replace("+00:00", "Z")


def dataset_json(
    dataset: Dataset, count: int, rows: Iterable[bytes], about: About
) -> Iterator[bytes]:
    """Give the file of a dataset with so many rows, each as `row_json` gives it."""
    head = json.dumps(_head(dataset, count, about), ensure_ascii=False)
    before = f'{head.removesuffix("}")}, "rows": ['
    for row in rows:
        yield f"{before}\n".encode() + row
        before = ","
    yield f"{before if count == 0 else ''}\n]}}\n".encode()


def row_json(cells: Iterable[object]) -> bytes:
    """Write one row on one line; a number with a point is a text, so that no digit is lost."""
    return json.dumps([_cell(each) for each in cells], ensure_ascii=False).encode()


def _cell(cell: object) -> object:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, date) else cell


def _head(dataset: Dataset, count: int, about: About) -> dict[str, object]:
    columns = [
        {
            "itemOID": f"IT.{dataset.name}.{each.name}",
            "name": each.name,
            "label": each.label,
            "dataType": each.kind,
            **({"targetDataType": "decimal"} if each.kind == "decimal" else {}),
            **({"keySequence": each.key} if each.key else {}),
        }
        for each in dataset.variables
    ]
    return {
        "datasetJSONCreationDateTime": about.moment,
        "datasetJSONVersion": VERSION,
        "fileOID": "/".join((about.trial, about.site, dataset.name, about.head)),
        "dbLastModifiedDateTime": about.moment,
        "originator": about.site,
        "studyOID": about.trial,
        "metaDataVersionOID": "MDV.SDTMIG.3.4",
        "itemGroupOID": f"IG.{dataset.name}",
        "records": count,
        "name": dataset.name,
        "label": dataset.label,
        "columns": columns,
    }
