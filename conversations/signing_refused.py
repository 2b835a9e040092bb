"""Why a verdict cannot be signed just now."""

from conversations.case import Case
from conversations.signing import meaning_of
from ectrial.wording.speech import Say


def refused(say: Say, case: Case) -> str:
    """Say what stands in the way of a signature; nothing if nothing does."""
    world, screening = case.world, case.screening
    if screening.voided:
        return say("This screening is voided: nothing to sign.")
    if meaning_of(case.verdict) is None or not case.is_over:
        return say("Not to be signed yet: the verdict is open.")
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
            return say("You are not enrolled with an authenticator app.")
        case "locked":
            return say("Locked after five wrong codes.")
    return ""
