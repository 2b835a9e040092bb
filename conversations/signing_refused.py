"""Why a verdict cannot be signed just now."""

from conversations.case import Case
from conversations.queries import in_the_way
from conversations.signing import meaning_of, standing_signature
from conversations.words.people import role_words
from ectrial.wording.speech import Say


def not_ready(say: Say, case: Case) -> str:
    """Say why nobody can sign it as it stands; nothing if it may be asked for."""
    if case.screening.voided:
        return say("This screening is voided: nothing to sign.")
    if case.trial.incomplete:
        return say("The list of criteria is incomplete: nothing is signed on it.")
    if meaning_of(case.verdict) is None or not case.is_over:
        return say("Not to be signed yet: the verdict is open.")
    halt = case.world.records.conduct(case.id.trial).halt
    if halt is not None and case.verdict.outcome == "eligible":
        return say("Not to be signed while enrolment is not open.")
    if open_ones := in_the_way(case):
        return say("Not to be signed yet: open items, {n}. Settle them first.", n=len(open_ones))
    if signature := standing_signature(case):
        return say("Signed already, by the {role}.", role=role_words(say, signature.role))
    return ""


def refused(say: Say, case: Case) -> str:
    """Say what stands in the way of this person's signature; nothing if nothing does."""
    world = case.world
    if told := not_ready(say, case):
        return told
    if no_code := _without_codes(say, world.to_prove.can):
        return no_code
    if not world.member.name:
        return say("Your printed name is missing: an administrator adds it on /team.")
    return ""


def _without_codes(say: Say, can: str) -> str:
    match can:
        case "no_pepper":
            return say("This bot takes no codes: its operator has not set that up.")
        case "not_enrolled":
            return say(
                "No authenticator app: ask the principal investigator"
                " or an administrator to enrol you."
            )
        case "locked":
            return say("Locked after five wrong codes. Ask to be enrolled anew.")
    return ""
