"""The screening log in words: its periods, and what came of a screening."""

from collections.abc import Mapping
from datetime import date, timedelta

from conversations.here import Here
from conversations.places_of_papers import FileFormat, LogAsFile
from conversations.words.days import short_day
from ectrial.papers.outcomes import Outcome, outcome_of
from ectrial.record.exports import Export, Format, Recipient
from ectrial.record.screenings import Screening
from ectrial.wording.event_days import MONTHS
from ectrial.wording.speech import Say, marked

OUTCOMES: Mapping[Outcome, str] = {
    "ENROLLED": marked("enrolled"),
    "SCREEN_FAILURE": marked("not eligible"),
    "DECLINED": marked("declined, or withdrew consent"),
    "OTHER": marked("not enrolled for another reason"),
    "NOT_APPROACHED": marked("eligible, not approached yet"),
    "IN_SCREENING": marked("in screening"),
    "VOIDED": marked("voided, not counted"),
}
"""What came of a screening, in the order in which a card tells it."""
IN_SHORT: Mapping[Outcome, str] = {
    "ENROLLED": marked("✅ enrolled"),
    "SCREEN_FAILURE": marked("⛔ not eligible"),
    "DECLINED": marked("✋ declined"),
    "OTHER": marked("➖ not enrolled"),
    "NOT_APPROACHED": marked("✅ eligible"),
    "IN_SCREENING": marked("❓ screening"),
    "VOIDED": marked("🚫 voided"),
}

Period = tuple[date | None, date | None]
Month = tuple[date, date]


FORMAT_NAMES: Mapping[str, str] = {
    "xlsx": marked("Excel"),
    "facts": marked("Facts file"),
    "trail": marked("Trail"),
    "png": marked("Funnel"),
}
"""The names of formats that have words; others are called by their letters."""


def outcome_in_short(say: Say, screening: Screening) -> str:
    """Say what came of a screening; while it goes on, with the sign of its verdict."""
    outcome, verdict = outcome_of(screening), screening.verdict or {}
    if outcome == "SCREEN_FAILURE" and verdict.get("failing"):
        return f"⛔ {verdict['failing'][0]}"
    if outcome == "DECLINED" and screening.consent.state == "withdrawn":
        return say("✋ withdrawn")
    if outcome == "IN_SCREENING" and verdict.get("verdict") == "eligible":
        return say("✅ screening")
    return say(IN_SHORT[outcome])


def format_name(say: Say, each: Format) -> str:
    """Name a format, as short as on a button."""
    return say(FORMAT_NAMES[each]) if each in FORMAT_NAMES else each.upper()


def recipient_words(say: Say, recipient: Recipient) -> str:
    """Say for whom a paper is."""
    return say("For the sponsor") if recipient == "sponsor" else say("For the site")


def of_whom(here: Here, place: LogAsFile | FileFormat) -> str:
    """Name the subject, or the period, that a file is of."""
    id_ = None if place.of is None else here.world.records.opened_by(place.of)
    period = period_words(here, place.since, place.until)
    return period if id_ is None else here.say("Subject {subject}", subject=id_.subject)


def paper_words(say: Say, today: date, trial: str, export: Export, subject: str = "") -> str:
    """Name a paper as below its file: what it is, for whom, of what."""
    of = say("Subject {subject}", subject=subject) if subject else ""
    parts = (
        trial,
        format_name(say, export.format),
        recipient_words(say, export.recipient),
        of or period_of(say, today, export.since, export.until),
    )
    return " · ".join(parts)


def progress_words(say: Say, about: str, done: int, total: int | None) -> str:
    """Say how many screenings of a paper were read."""
    if total is None:
        return say("{paper}\n{done} screenings read", paper=about, done=f"{done:,}")
    counts = {"done": f"{min(done, total):,}", "total": f"{total:,}"}
    return say("{paper}\n{done} of {total} screenings read", paper=about, **counts)


def sent_words(say: Say, about: str, done: int) -> str:
    """Say that a paper has come."""
    told = {"paper": about, "done": f"{done:,}"}
    return say("✅ {paper}\n{done} screenings read. The file is below.", **told)


def stopped_words(say: Say, about: str, done: int) -> str:
    """Say that a paper was stopped."""
    told = {"paper": about, "done": f"{done:,}"}
    return say("⏹ {paper}\nStopped after {done} screenings: there is no file.", **told)


def failed_words(say: Say, about: str) -> str:
    """Say that a paper could not be made or sent."""
    return say(
        "⚠️ {paper}\nThis file could not be made or sent. If that happens again, tell whoever runs"
        " the bot.",
        paper=about,
    )


def not_meant_words(say: Say, *, must_prove: bool) -> str:
    """Say that a file is not given any more, whatever it was: who reads it has lost a right.

    Who only has to prove who reads, such as after 12 hours without a word, can ask again.
    """
    if must_prove:
        return say(
            "⏹ A file that was asked for here was not given: it has to be proven first that it"
            " is you. Type the six digits of your authenticator app, then ask for it again."
        )
    return say("⏹ A file that was asked for here is not given any more.")


def empty_words(say: Say, about: str) -> str:
    """Say that nothing would stand in a paper."""
    return say("➖ {paper}\nThere is nothing to give, so there is no file.", paper=about)


def too_large_words(say: Say, about: str, size: int, command: str) -> str:
    """Say that Telegram does not take a paper, and the command that writes it, if there is one."""
    if not command:
        return say(
            "⚠️ {paper}\nThe file has {size} MB, and Telegram takes 50 at most.",
            paper=about,
            size=size // 2**20,
        )
    return say(
        "⚠️ {paper}\nThe file has {size} MB, and Telegram takes 50 at most. Whoever runs the bot"
        " can write it:\n{command}",
        paper=about,
        size=size // 2**20,
        command=command,
    )


def command_of(trial: str, export: Export, name: str, subject: str = "") -> str:
    """Give the command that writes the same paper, as of the day on which it is called.

    >>> command_of("T-1", Export("csv", "site", 9, date(2026, 11, 1)), "log.csv")
    'ectrial export log.csv --format csv --for site --trial T-1 --from 2026-11-01'
    """
    given = ["--format", export.format, "--for", export.recipient, "--trial", trial]
    given += ["--subject", subject] if subject else []
    given += ["--from", export.since.isoformat()] if export.since else []
    given += ["--to", export.until.isoformat()] if export.until else []
    return " ".join(("ectrial export", name, *given))


def period_words(here: Here, since: date | None, until: date | None) -> str:
    """Name a period by its first and last day."""
    return period_of(here.say, here.world.today, since, until)


def period_of(say: Say, today: date, since: date | None, until: date | None) -> str:
    """Name a period by its first and last day, as said on a day."""
    first = since and short_day(say, today, since)
    last = until and short_day(say, today, until)
    if first and last and since == until:
        return first
    if first and last:
        return say("{first} to {last}", first=first, last=last)
    if first:
        return say("since {day}", day=first)
    return say("until {day}", day=last) if last else say("All screenings")


def month_words(say: Say, day: date) -> str:
    """Name the month of a day, as short as on a button."""
    return f"{day.month}月" if say.language == "zh" else MONTHS[day.month - 1]


def this_month(today: date) -> Month:
    """Give the days of this month until today.

    >>> this_month(date(2026, 11, 23))
    (datetime.date(2026, 11, 1), datetime.date(2026, 11, 23))
    """
    return today.replace(day=1), today


def last_month(today: date) -> Month:
    """Give the days of the month before.

    >>> last_month(date(2026, 3, 31))
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    """
    end = today.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end
