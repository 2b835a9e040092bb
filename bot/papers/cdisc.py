"""The CDISC datasets of a job as one zip: each subject with signed consent, once."""

from collections.abc import Iterator
from functools import partial

from bot.papers.job import PaperJob
from ectrial.papers.cdisc.criteria import Criteria
from ectrial.papers.cdisc.dataset_json import About
from ectrial.papers.cdisc.laboratory import LabTests
from ectrial.papers.cdisc.study import cdisc_files
from ectrial.papers.cdisc.subjects import Subject
from ectrial.papers.screening_file import ScreeningFile
from ectrial.papers.zipped import zipped


def cdisc_zip(job: PaperJob) -> Iterator[bytes]:
    """Give the zip, whoever it is for; a criterion is named in each version of theirs."""
    source, trials = job.source, job.trials
    current = trials.current(source.trial)
    newest = current.version, current.fingerprint
    criteria, tests = Criteria(partial(trials.of, source.trial)), LabTests()
    about = About(job.study, source.site, source.head, source.head_at)
    return zipped(cdisc_files(_subjects(job), criteria, tests, about, job.spool, newest))


def _subjects(job: PaperJob) -> Iterator[Subject]:
    """Give each subject once, where its first screening of the job stands."""
    for file in job.files():
        if not file.is_consented:
            continue
        subject = file.screening.id.subject
        if len(job.source.episodes(subject)) == 1:
            yield Subject((file,))
            continue
        found = job.files_of(subject)
        every = tuple(each for each in found if each.is_consented and _is_within(job, each))
        if every and every[0].screening.id == file.screening.id:
            yield Subject(every)


def _is_within(job: PaperJob, file: ScreeningFile) -> bool:
    """Whether a screening was opened within the days of the job."""
    since, until, day = job.export.since, job.export.until, file.row.date_screened
    return day is None or (since or day) <= day <= (until or day)
