"""A job as FHIR R4: each screening, then the study by the newest version of these."""

from collections.abc import Iterator
from functools import partial

from bot.papers.job import PaperJob
from ectrial.papers.fhir.paper import fhir_bytes
from ectrial.papers.fhir.study import Setting


def fhir_lines(job: PaperJob) -> Iterator[bytes]:
    """Give a Bundle, or NDJSON if the job wants lines."""
    source = job.source
    setting = Setting(
        trial=source.trial,
        site=source.site,
        head=source.head,
        state=source.state(),
        protocol_of=partial(job.trials.of, source.trial),
        has_own_words=job.export.recipient == "site",
        banner=job.banner,
    )
    return fhir_bytes(job.files(), setting, in_lines=job.in_lines)
