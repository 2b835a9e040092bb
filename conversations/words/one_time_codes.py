"""What came of a typed code, in words for any card that asks for one."""

from conversations.screen import Block, note
from ectrial.record.one_time_codes import Proved, ToProve
from ectrial.wording.speech import Say


def refused_words(say: Say, proved: Proved) -> str:
    """Say why a code was not taken; empty if it was."""
    match proved.why:
        case "wrong" if proved.tries_left == 1:
            return say("Wrong code. One try is left.")
        case "wrong" if proved.tries_left:
            return say("Wrong code. {n} tries are left.", n=proved.tries_left)
        case "wrong" | "locked":
            return say("Locked after five wrong codes.")
        case "used":
            return say("That code was used already: wait for the next one.")
        case "not_enrolled":
            return say("You are not enrolled with an authenticator app.")
        case "no_pepper":
            return say("This bot takes no codes: its operator has not set that up.")
    return ""


def locked_words(say: Say, to_prove: ToProve) -> str:
    """Say that no code is taken any more; empty while one may be."""
    return say("Locked after five wrong codes.") if to_prove.can == "locked" else ""


def asking_blocks(say: Say, to_prove: ToProve) -> tuple[Block, ...]:
    """Ask for the six digits; of a locked app, say who opens it."""
    if to_prove.can == "locked":
        enrols = say("An administrator or the principal investigator has to enrol you anew.")
        return (Block(enrols),)
    return (
        Block(say("Type the six digits of your authenticator app.")),
        note(say("I delete your message with the digits.")),
    )


def secret_words(say: Say, secret: str) -> str:
    """Say below the picture of a secret what to do; the key stands last, for no preview."""
    key = " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
    told = (
        say("Scan this now with your authenticator app: it is your secret. Show it to nobody."),
        say("Then /start, Confirm my authenticator app."),
        say("I delete this picture after your first right code. If it is still there, delete it."),
        say("To type instead of scanning: {key}", key=key),
    )
    return "\n".join(told)
