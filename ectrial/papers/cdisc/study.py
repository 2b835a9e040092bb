"""All datasets of a trial, in one pass over its subjects; rows wait in files meanwhile."""

from collections.abc import Callable, Iterable, Iterator
from typing import IO

from ectrial.papers.cdisc.criteria import Criteria
from ectrial.papers.cdisc.dataset_json import About, dataset_json, row_json
from ectrial.papers.cdisc.datasets import DATASETS, NAMES, Name
from ectrial.papers.cdisc.laboratory import LabTests, samples
from ectrial.papers.cdisc.subjects import (
    Row,
    Subject,
    demographics,
    dispositions,
    exceptions,
)
from ectrial.papers.versions_met import Version, versions_of

Spool = Callable[[], IO[bytes]]
"""Gives an empty file for what does not fit into memory; it goes when it is closed."""


def cdisc_files(
    subjects: Iterable[Subject],
    criteria: Criteria,
    tests: LabTests,
    about: About,
    spool: Spool,
    newest: Version,
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Give each dataset by its name as a file, in lines; a subject has signed consent.

    TI has the criteria of their versions; of the `newest`, where there is no subject.
    A count of rows stands before the rows, so none is given before the last subject is read.
    """
    waiting = {name: _Waiting(name, spool()) for name in NAMES}
    try:
        has_none = True
        for subject in subjects:
            has_none = False
            _meet(subject, criteria)
            waiting["DM"].add([demographics(subject)])
            waiting["DS"].add(dispositions(subject))
            waiting["IE"].add(exceptions(subject, criteria))
            waiting["LB"].add(samples(subject, tests))
        if has_none:
            criteria.meets(newest)
        waiting["TI"].add(_criteria(criteria, about.trial))
        for name, each in waiting.items():
            yield f"{name.lower()}.json", each.lines(about)
    finally:
        for each in waiting.values():
            each.close()


def _meet(subject: Subject, criteria: Criteria) -> None:
    for file in subject.files:
        for version, _ in versions_of(file):
            criteria.meets(version)


def _criteria(criteria: Criteria, trial: str) -> Iterator[Row]:
    for test in criteria:
        yield {
            "STUDYID": trial,
            "DOMAIN": "TI",
            "IETESTCD": test.code,
            "IETEST": test.text,
            "IECAT": test.category,
            "IESCAT": test.subcategory,
            "TIRL": test.rule,
            "TIVERS": test.version,
        }


class _Waiting:
    """The rows of one dataset so far."""

    def __init__(self, name: Name, file: IO[bytes]) -> None:
        self._dataset, self._file, self._count = DATASETS[name], file, 0

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._file.write(row_json(self._dataset.row(row)) + b"\n")
            self._count += 1

    def lines(self, about: About) -> Iterator[bytes]:
        self._file.seek(0)
        rows = (line.removesuffix(b"\n") for line in self._file)
        return dataset_json(self._dataset, self._count, rows, about)

    def close(self) -> None:
        self._file.close()
