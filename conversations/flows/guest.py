"""The few cards of a guest: the passcode, the screening that is shown, a reply, and the help."""

from conversations.acts import Go, Speak
from conversations.acts_of_sharing import ViewShared
from conversations.case import Case
from conversations.guest_standing import entered_beside
from conversations.here import Here
from conversations.places_of_sharing import (
    GuestHelp,
    GuestPasscode,
    GuestReply,
    GuestScreening,
)
from conversations.screen import LABEL_WIDTH, Block, Button, Row, lines, note, shortened, title
from conversations.turn import Turn
from conversations.words.moments import moment_words
from conversations.words.phone import folded_to_a_phone
from conversations.words.shares import digest_of, shared_blocks, shown_words
from ectrial.record.entries import Kind, NewEntry

MOST_OTHERS = 4
"""Other shares that a card leads to, the latest."""


def passcode_words(here: Here, place: GuestPasscode) -> tuple[Block, ...]:
    """Ask for the passcode, and say nothing of what it opens."""
    say = here.say
    return (
        title(say("Shared with you")),
        Block(say("Type the passcode of eight digits that you were told for this link.")),
    )


def passcode_rows(here: Here, place: GuestPasscode) -> tuple[Row, ...]:
    """Lead to the languages."""
    return (*_others(here, place.share), _help(here, place.share))


def words(here: Here, place: GuestScreening) -> tuple[Block, ...]:
    """Show the screening as the last recorded view showed it; else only that it has changed."""
    say, shown = here.say, _shared(here, place)
    if not shown:
        told = say("What was shared with you cannot be shown now.")
        return (title(say("Shared with you")), Block(told))
    if digest_of(shown) != place.shown:
        told = say("What was shared with you has changed since you looked.")
        return (title(say("Shared with you")), Block(told))
    share = here.world.records.shares().by_seq[place.share]
    changed = say("⚠️ The site has recorded more since it was shared.")
    is_newer = share.note is None and here.case.screening.last_seq > share.upto
    beside = [
        *lines(*here.focus.said, changed if is_newer else ""),
        note(shown_words(say, here.world, share)),
    ]
    *above, last = shown
    return folded_to_a_phone([*above, *beside, last], len(rows(here, place)))


def rows(here: Here, place: GuestScreening) -> tuple[Row, ...]:
    """Offer to look again, to reply, and what else is shared."""
    say, others = here.say, _others(here, place.share)
    if not (shown := _shared(here, place)):
        return (*others, _help(here, place.share))
    if digest_of(shown) != place.shown:
        return ((Button(say("Show it"), ViewShared(place.share), "primary"),), *others)
    reply = Button(say("Reply ›"), Go(GuestReply(place.share)))
    return ((reply,), *others, _help(here, place.share))


def _others(here: Here, share: int) -> tuple[Row, ...]:
    """Lead to what else is shared with the guest: not by its subject, as a note names none."""
    say, world = here.say, here.world
    found = entered_beside(world, share)[-MOST_OTHERS:]
    times = [moment_words(say, world, each.expires_at) for each in found]
    labels = [say("Other, until {time} ›", time=until) for until in times]
    return tuple(
        (Button(shortened(label, LABEL_WIDTH), ViewShared(each.seq)),)
        for label, each in zip(labels, found, strict=True)
    )


def _shared(here: Here, place: GuestScreening) -> list[Block]:
    share = here.world.records.shares().by_seq.get(place.share)
    if share is None or not isinstance(here.found, Case):
        return []
    return shared_blocks(here.say, share, here.found)


def reply_words(here: Here, place: GuestReply) -> tuple[Block, ...]:
    """Ask for the words; who reads them is said, and that no patient may be named."""
    say = here.say
    return (
        title(say("Reply")),
        Block(say("Type what the colleague who shared this with you shall read.")),
        note(say("Never a name, a number or a birthday of a patient.")),
    )


def reply_rows(here: Here, place: GuestReply) -> tuple[Row, ...]:
    """Lead back to what is shared."""
    return (_shown(here, place.share),)


def record_reply(here: Here, place: GuestReply, text: str) -> Turn:
    """Record a reply, for the author of the share alone; their phone may ring."""
    share, case = here.world.records.shares().by_seq[place.share], here.case
    said = (here.say("Sent to the colleague who shared this with you."),)
    reply = NewEntry(Kind.SHARE_REPLIED, case.id.trial, item=str(share.seq), text=text)
    focus = here.focus.at(GuestScreening(share.seq), said=said)
    return Turn(focus, (reply,), pushes=(share.by,))


def help_words(here: Here, place: GuestHelp) -> tuple[Block, ...]:
    """Say what a guest can do."""
    say = here.say
    return (
        title(say("Shared with you")),
        Block(say("You can read what was shared with you, until its time is over, and reply.")),
        Block(say("/start shows it, /language changes the language.")),
        note(say("Each time you look is recorded, with your Telegram number.")),
    )


def help_rows(here: Here, place: GuestHelp) -> tuple[Row, ...]:
    """Offer the languages, and lead back."""
    languages: Row = (Button("English", Speak("en")), Button("中文", Speak("zh")))
    return (languages, _shown(here, place.share)) if place.share else (languages,)


def _shown(here: Here, share: int) -> Row:
    return (Button(here.say("‹ Back"), ViewShared(share), "primary"),)


def _help(here: Here, share: int) -> Row:
    say = here.say
    told = say("Help")
    return (Button(f"{told} · English / 中文", Go(GuestHelp(share))),)
