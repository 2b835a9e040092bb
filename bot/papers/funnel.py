"""The funnel of a trial, counted from all rows of its log: as a picture (PNG) and as text."""

from collections.abc import Iterator
from importlib.util import find_spec

from bot.papers.fonts import FOLDER, printable
from bot.papers.job import PaperJob
from ectrial.papers.funnel import persons
from ectrial.papers.funnel_picture import funnel_svg
from ectrial.papers.funnel_sheet import Sheet, sheet_for_sponsor, sheet_of
from ectrial.papers.funnel_text import funnel_text
from ectrial.papers.libraries import needs_a_library
from ectrial.papers.log import LogRow
from ectrial.papers.sponsor import counting, may_count_others
from ectrial.record.anchors import anchor_of_trial
from ectrial.wording.speech import Say, speech

LIBRARY = "resvg_py"
SHARP = 3
"""Pixels for one of the drawing: a phone has as many."""
HOW_TO_INSTALL = needs_a_library("a picture")


def can_draw() -> bool:
    """Whether the library for pictures is installed."""
    return find_spec(LIBRARY) is not None


def funnel_png(job: PaperJob) -> Iterator[bytes]:
    """Give the picture."""
    say = speech(job.language)
    yield drawn(funnel_svg(_sheet(job, say), say, printable))


def drawn(svg: str) -> bytes:
    """Make a picture of a drawing, with the shipped fonts alone: the same on every machine.

    A character that no font has would be drawn as nothing, so its number stands there; who
    measures a text asks `printable` before.
    """
    # imported here: few turns draw, and it is not always installed
    from resvg_py import svg_to_bytes

    return bytes(
        svg_to_bytes(
            svg_string=printable(svg),
            zoom=SHARP,
            font_dirs=[str(FOLDER)],
            skip_system_fonts=True,
        )
    )


def funnel_lines(job: PaperJob) -> Iterator[bytes]:
    """Give the text, a line at a time."""
    say = speech(job.language)
    for line in funnel_text(_sheet(job, say), say):
        yield f"{line}\n".encode()


def _sheet(job: PaperJob, say: Say) -> Sheet:
    latest: dict[str, LogRow] = {}
    is_sponsor = job.export.recipient == "sponsor"

    def rows() -> Iterator[LogRow]:
        for row in job.log():
            latest.update(dict.fromkeys(row.ineligible_ietestcd, row))
            yield row

    def titles(criterion: str) -> str:
        """Give the words of a criterion in the version of who failed it last."""
        row = latest[criterion]
        under = row.criteria_version, row.criteria_hash
        return words.reasons(row.study_id, *under, criterion)

    words = job.words()
    counted = counting(rows(), job.of_person) if is_sponsor else rows()
    standings = persons(counted, job.consent_of)
    given = standings, _about(job, say), titles, say
    if not is_sponsor:
        return sheet_of(*given)
    return sheet_for_sponsor(*given, counts_others=may_count_others(job.export))


def _about(job: PaperJob, say: Say) -> tuple[str, ...]:
    """Say of which trial and site it is, of which days, for whom, and of which record."""
    export, source = job.export, job.source
    is_sponsor = export.recipient == "sponsor"
    whom = say("for the sponsor") if is_sponsor else say("for the site")
    head = say("Record · {head}", head=anchor_of_trial(source.head))
    is_incomplete = job.trials.current(source.trial).incomplete
    return (
        *filter(None, (job.banner,)),
        f"{source.trial} · {source.site}",
        f"{_days(job, say)} · {whom}",
        head,
        *([say("The list of criteria is incomplete")] if is_incomplete else ()),
    )


def _days(job: PaperJob, say: Say) -> str:
    first, last = job.export.since, job.export.until
    if first and first == last:
        return f"{first}"
    if first and last:
        return say("{first} to {last}", first=first, last=last)
    if first:
        return say("since {day}", day=first)
    return say("until {day}", day=last) if last else say("All screenings")
