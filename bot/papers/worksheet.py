"""The eligibility worksheets of one subject as PDF: one for each screening, in order."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.papers.job import PaperJob
from bot.papers.pdf import pdf_of
from ectrial.papers.worksheet.sheet import for_whom, worksheet
from ectrial.wording.speech import speech

# of pages that tell of nothing, as equal records give equal bytes
_OF_NOTHING = datetime(2020, 1, 1, tzinfo=UTC)


def worksheet_pdf(job: PaperJob) -> Iterator[bytes]:
    """Give the pages; a sponsor without any signed consent to read of gets one that says so."""
    if job.export.of is None:
        raise ValueError("a worksheet of nobody")
    say, recipient = speech(job.language), job.export.recipient
    files = list(job.files())
    words = {
        "banner": job.banner,
        "running": [
            f"{job.source.trial} · {for_whom(say, recipient)}",
            say("Head of the record {head}", head=job.source.head),
        ],
        "sheets": [worksheet(each, say, recipient) for each in files],
        "none": say("No screening of this subject has a signed consent that stands."),
    }
    made = max((each.entries[-1].at_utc for each in files), default=_OF_NOTHING)
    yield pdf_of("worksheet", words, say("Eligibility worksheet"), job.language, made)
