"""The ODM file of a job: the versions that were used, who recorded something, each screening."""

from collections.abc import Iterator
from datetime import date

from bot.papers.job import PaperJob
from ectrial.papers.odm.document import About, Used, odm_lines
from ectrial.papers.odm.people import People

NEVER = date(1970, 1, 1)


def odm_xml(job: PaperJob) -> Iterator[bytes]:
    """Give the lines of the file."""
    source, words = job.source, job.words()
    used = [
        Used(version, hash_, words.day(at), job.trials.of(source.trial, version, hash_))
        for (version, hash_), at in source.used_since().items()
    ]
    if not used:
        newest = job.trials.current(source.trial)
        day = words.day(source.head_at) if source.head_at else NEVER
        used = [Used(newest.version, newest.fingerprint, day, newest)]
    about = About(job.study, source.site, source.head, source.head_at, job.banner)
    people = People(source.actors(), words.names)
    return odm_lines(job.files(), used, people, about)
