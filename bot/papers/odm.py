"""The ODM file of a job: each screening, with the versions and the people of these."""

from collections.abc import Iterator
from functools import partial

from bot.papers.job import PaperJob
from ectrial.papers.odm.document import About, Versions, odm_lines
from ectrial.papers.odm.people import People


def odm_xml(job: PaperJob) -> Iterator[bytes]:
    """Give the lines of the file."""
    source, words = job.source, job.words()
    newest = job.trials.current(source.trial)
    versions = Versions(
        partial(job.trials.of, source.trial), (newest.version, newest.fingerprint), words.zone
    )
    about = About(job.study, source.site, source.head, source.head_at, job.banner)
    return odm_lines(job.files(), versions, People(words.names), about, job.spool)
