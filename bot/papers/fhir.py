"""A job as FHIR R4: the study by the version judged by last, then each screening."""

from collections.abc import Iterator

from bot.papers.job import PaperJob
from ectrial.papers.fhir.paper import fhir_bytes
from ectrial.papers.fhir.study import Setting
from ectrial.trial.protocol import Protocol


def fhir_lines(job: PaperJob) -> Iterator[bytes]:
    """Give a Bundle, or NDJSON if the job wants lines."""
    source = job.source
    setting = Setting(
        trial=source.trial,
        site=source.site,
        head=source.head,
        state=source.state(),
        protocol=_protocol(job),
        has_own_words=job.export.recipient == "site",
        banner=job.banner,
    )
    return fhir_bytes(job.files(), setting, in_lines=job.in_lines)


def _protocol(job: PaperJob) -> Protocol | None:
    """Give the newest version by which anybody was screened, of those that somebody has."""
    trial = job.source.trial
    found = (job.trials.of(trial, *each) for each in reversed(job.source.versions()))
    return next((each for each in found if each is not None), None)
