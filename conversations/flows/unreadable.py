"""The card of a screening that cannot be assessed: the reason, and the ways on."""

from datetime import tzinfo

from conversations.acts import Go, ShowList
from conversations.case import NotAssessed
from conversations.here import Here
from conversations.places_outside import Home
from conversations.places_to_look_at import Unreadable
from conversations.screen import Block, Button, Row, note, title
from conversations.words.heading import heading
from ectrial.record.screenings import Screening
from ectrial.wording.speech import Say


def words(here: Here, place: Unreadable) -> tuple[Block, ...]:
    """Say why the screening cannot be assessed, and that the record keeps everything."""
    say, found = here.say, here.found
    if not isinstance(found, NotAssessed):
        raise LookupError("the screening can be assessed")  # noqa: TRY004 - no type is wrong
    version = found.screening.protocol_version
    why = (
        say("Protocol version {version} of this screening is not loaded here.", version=version)
        if found.why == "version"
        else say("An answer of this screening cannot be read by its protocol.")
    )
    return (
        title(heading(say, found.screening.id)),
        Block(why),
        Block(_recorded(say, found.screening, here.world.now.tzinfo)),
        Block(say("It is shown only: nothing can be answered or changed.")),
        note(say("Nothing is lost. Tell the person who runs the bot; ectrial verify says more.")),
    )


def rows(here: Here, place: Unreadable) -> tuple[Row, ...]:
    """Lead to the other screenings."""
    say = here.say
    return ((Button(say("Screenings"), ShowList(0), "primary"), Button(say("Home"), Go(Home()))),)


def _recorded(say: Say, screening: Screening, zone: tzinfo | None) -> str:
    """Say how much is recorded; answers are not shown, as their meaning cannot be read."""
    last = screening.last_at or screening.opened_at
    return say(
        "{n} answers are recorded, the last on {day}.",
        n=len(screening.answers),
        day=last.astimezone(zone).date().isoformat(),
    )
