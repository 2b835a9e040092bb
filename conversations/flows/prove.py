"""The card that asks a person for the six digits of their authenticator app."""

from collections.abc import Iterator
from dataclasses import replace

from conversations.acts import Go
from conversations.events import Event, Tapped
from conversations.focus import Focus
from conversations.here import Here
from conversations.places_outside import Home, Prove
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.turn import Turn
from conversations.words.one_time_codes import asking_blocks, locked_words, refused_words
from ectrial.record.one_time_codes import Proved, ToProve
from ectrial.wording.speech import Say


def words(here: Here, place: Prove) -> tuple[Block, ...]:
    """Ask for the code, and say why; or who lets in a person who cannot prove anything."""
    say, to_prove = here.say, here.world.to_prove
    last = refused_words(say, to_prove.last) if to_prove.last else locked_words(say, to_prove)
    return (title(say("Prove that it is you")), *lines(last, *_why(say, to_prove)), *_asked(here))


def _why(say: Say, to_prove: ToProve) -> Iterator[str]:
    match to_prove.must:
        case "phone_lost":
            yield say("Your phone was reported lost.")
        case "idle":
            yield say("Nothing has come from you for 12 hours.")


def _asked(here: Here) -> tuple[Block, ...]:
    say, to_prove = here.say, here.world.to_prove
    if to_prove.is_shut_out:
        return (
            Block(say("An administrator or the principal investigator lets you in again.")),
            note(
                say(
                    "If there is nobody, the operator does, on the machine (ectrial staff found"
                    " {number}).",
                    number=here.world.actor,
                )
            ),
        )
    return asking_blocks(say, to_prove)


def rows(here: Here, place: Prove) -> tuple[Row, ...]:
    """Lead back, unless nothing else may be shown."""
    if here.world.to_prove.must:
        return ()
    return ((Button(here.say("‹ Back"), Go(Home())),),)


def proved(here: Here, place: Prove, outcome: Proved) -> Turn:
    """Take the outcome of a code that the person gave unasked, to confirm the enrolment."""
    if not outcome.ok:
        return here.stay()
    return here.to(Home(), said=(here.say("That code was right."),))


def before_all_else(here: Here, kept: Focus, event: Event) -> Turn:
    """Answer any event of a person who has to prove who they are: only a right code lets in."""
    match event:
        case Proved(ok=True) if isinstance(kept.place, Prove):
            return Turn(kept.at(Home()))
        case Tapped():
            return Turn(kept, toast=here.say("Prove first that it is you."))
    # what was said before is not shown again, as it may name an answer
    return Turn(replace(kept, said=()))
