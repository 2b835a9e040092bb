"""Consent in one line, for cards and for the text to forward; never who the subject is."""

from collections.abc import Callable
from datetime import date

from conversations.case import Case
from conversations.earlier_consent import refused_earlier
from conversations.words.days import short_day
from ectrial.record.consent import Consent, WhyDeclined
from ectrial.wording.speech import Say, marked

_WHYS: dict[WhyDeclined, str] = {
    "none_given": marked("None given"),
    "distance": marked("Distance, travel"),
    "other_treatment": marked("Prefers other treatment"),
    "no_extra_procedures": marked("No extra procedures"),
    "family": marked("Family"),
    "other": marked("Other reason"),
}


def why_words(say: Say, why: WhyDeclined) -> str:
    """Give a reason for declining."""
    return say(_WHYS[why])


def consent_line(say: Say, case: Case) -> str:
    """Give the present consent for a card, and what was refused in an earlier screening."""
    state = consent_words(say, case, case.screening.consent)
    if (earlier := refused_earlier(case)) is not None:
        before = consent_words(say, case, earlier)
        return say("Consent: {state} (before: {earlier})", state=state, earlier=before)
    return say("Consent: {state}", state=state)


def forwarded_consent(say: Say, case: Case) -> str:
    """Give the present consent with full dates, which stay right whenever a text is read."""
    return say("Consent: {state}", state=_words(say, case.screening.consent, date.isoformat))


def consent_words(say: Say, case: Case, consent: Consent) -> str:
    """Give a state of consent as on a card."""
    return _words(say, consent, lambda day: short_day(say, case.world.today, day))


def _words(say: Say, consent: Consent, written: Callable[[date], str]) -> str:
    """Give a state of consent; `written` gives a day in words."""
    day = written(consent.day) if consent.day else ""
    match consent.state:
        case "chart_only":
            return say("chart review only")
        case "signed":
            signed = say("signed {day}, version {version}", day=day, version=consent.version)
            if consent.covers_other_trials:
                return say("{signed}, also for other trials of the site", signed=signed)
            return signed
        case "withdrawn":
            return say("withdrawn {day}", day=day)
        case "declined":
            why = consent.why
            if why is None or why == "none_given":
                return say("declined")
            return say("declined ({why})", why=why_words(say, why))
    return say("not asked")
