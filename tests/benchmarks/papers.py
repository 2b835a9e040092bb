"""Measures exports of 100,000 screenings: `python -m tests.benchmarks.papers [FOLDER] [COUNT]`.

Prints for each format the seconds of the processor (other work on the machine counts for little),
how many times longer that is than writing the rows of the log by the csv module alone, and the
most memory of a process that does nothing else. The record is like that of
`tests.benchmarks.growth`, and each subject has signed consent, without which some papers hold
nothing. It is made in the folder given (or the system's temporary one), which takes minutes and
2 GB, and is kept. A record of a tenth is measured as well: memory must not grow.
"""

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date
from pathlib import Path

from bot.papers.job import PaperJob
from bot.papers.making import ON_THE_CARD, write_paper
from ectrial.ledger.papers import paper_source
from ectrial.papers.log import LogRow, cells_of
from ectrial.record.consent import Consent
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.exports import Export
from ectrial.trial.versions import shipped
from tests.benchmarks.growth.records import (
    AUTHOR,
    MANY,
    ROOT,
    SITE,
    TRIAL,
    as_subject,
    build,
    code,
    open_record,
)

BASE = "csv module"
SIGNED = NewEntry(Kind.CONSENT, TRIAL, value=Consent("signed", date(2026, 11, 24), "3.1").value)
MOST_MORE_MB = 16


def main(folder: Path, count: int) -> int:
    """Print the figures; 1 if the memory of a format grows with the record."""
    sizes = (count // 10, count)
    records = [folder / f"ectrial-papers-{size}.db" for size in sizes]
    for record, size in zip(records, sizes, strict=True):
        build(record, size)
        sign(record, size)
        # what is in the log goes into the file, as with a bot at work
        open_record(record).close()
    grows = 0
    print(f"{'':12}{'s':>9}{'ratio':>9}{'MB':>9}{'MB of a tenth':>16}{'size, MB':>10}")
    base = _measured(records[1], BASE)["seconds"]
    for name in (BASE, *ON_THE_CARD):
        few, many = (_measured(record, name) for record in records)
        grows += many["memory"] - few["memory"] > MOST_MORE_MB
        ratio = many["seconds"] / base
        print(
            f"{name:12}{many['seconds']:9.1f}{ratio:9.1f}{many['memory']:9.0f}"
            f"{few['memory']:16.0f}{many['size']:10.1f}",
            flush=True,
        )
    return int(grows > 0)


def sign(path: Path, screenings: int) -> None:
    """Let each subject have signed consent."""
    with open_record(path) as ledger:
        for number in range(len(ledger.of_kinds([Kind.CONSENT])), screenings):
            ledger.append(as_subject([SIGNED], code(number)), AUTHOR)


def _measured(record: Path, name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.papers", "--one", str(record), name]
    done = subprocess.run(  # noqa: S603 - our own command
        command, check=True, capture_output=True, text=True, cwd=ROOT
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def one(record: Path, name: str) -> dict[str, float]:
    """Write one format in this process."""
    with tempfile.TemporaryDirectory(dir=record.parent) as folder:
        path = Path(folder) / "paper"
        seconds = _rows_alone(record, path) if name == BASE else _paper(record, name, path)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {"seconds": seconds, "memory": peak, "size": path.stat().st_size / 2**20}


def _paper(record: Path, name: str, path: Path) -> float:
    export = Export(name, "site", 1)  # type: ignore[arg-type]
    with paper_source(record, None, SITE, TRIAL) as source:
        began = time.process_time()
        write_paper(path, PaperJob(source, export, shipped(), UTC, "en", in_lines=True))
        return time.process_time() - began


def _rows_alone(record: Path, path: Path) -> float:
    """Write one row as often as the log has rows, by the csv module alone."""
    with paper_source(record, None, SITE, TRIAL) as source:
        job = PaperJob(source, Export("csv", "site", 1), shipped(), UTC, "en")
        row, count = next(iter(job.rows())), source.count()
    began = time.process_time()
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(cells_of(each) for each in _again(row, count))
    return time.process_time() - began


def _again(row: LogRow, count: int) -> Iterator[LogRow]:
    return (row for _ in range(count))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(Path(sys.argv[2]), sys.argv[3])))
        sys.exit()
    given = [Path(sys.argv[1])] if sys.argv[1:] else [Path(tempfile.gettempdir())]
    with suppress(KeyboardInterrupt):
        sys.exit(main(given[0], int(sys.argv[2]) if sys.argv[2:] else MANY))
