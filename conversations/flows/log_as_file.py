"""The log, or one subject, as a file: first for whom, then in which format."""

from conversations.acts import Go
from conversations.acts_of_papers import GiveScreeningLog
from conversations.here import Here
from conversations.papers import is_for_sponsors
from conversations.places_of_papers import FileFormat, LogAsFile, ScreeningLog
from conversations.screen import Block, Button, Row, note, title
from conversations.words.papers import format_name, of_whom, recipient_words
from ectrial.record.exports import RECIPIENTS

ACROSS = 3


def words(here: Here, place: LogAsFile) -> tuple[Block, ...]:
    """Say what is in the file, for the site and for the sponsor."""
    say = here.say
    is_whole = place.of is None and place.since is None and place.until is None
    sponsor = (
        say("For the sponsor: those with signed consent; all others as counts, none below 5.")
        if is_whole
        else say("For the sponsor: those with signed consent, and nobody else.")
    )
    if not is_for_sponsors(here, place.of):
        sponsor = say("For the sponsor only once the consent is signed.")
    return (
        title(say("As a file")),
        Block(of_whom(here, place)),
        Block(say("For the site: each screening, by its code.")),
        Block(sponsor),
        note(say("The record notes who took which file.")),
    )


def rows(here: Here, place: LogAsFile) -> tuple[Row, ...]:
    """Give a button for each recipient; for the sponsor not of who has signed no consent."""
    say, of = here.say, (place.since, place.until, place.of)
    labels = {"site": say("Site ›"), "sponsor": say("Sponsor ›")}
    to = RECIPIENTS if is_for_sponsors(here, place.of) else ("site",)
    back = ScreeningLog(0, place.since, place.until)
    return (
        tuple(Button(labels[each], Go(FileFormat(each, *of))) for each in to),
        (Button(say("‹ Back"), Go(back)),),
    )


def format_words(here: Here, place: FileFormat) -> tuple[Block, ...]:
    """Say for whom and of what; and what cannot be given, with the way to have it."""
    say, world = here.say, here.world
    told = [title(recipient_words(say, place.recipient)), Block(of_whom(here, place))]
    if "cdisc" in world.formats and place.recipient == "site":
        told.append(note(say("CDISC has only those with signed consent.")))
    if world.lacking:
        names = ", ".join(format_name(say, each) for each in world.lacking)
        how = say("Not installed here: {formats}. Whoever runs the bot can add it.", formats=names)
        told.append(note(how))
    return tuple(told)


def format_rows(here: Here, place: FileFormat) -> tuple[Row, ...]:
    """Give a button for each format."""
    say, of = here.say, (place.since, place.until, place.of)
    buttons = [
        Button(format_name(say, each), GiveScreeningLog(each, place.recipient, *of))
        for each in here.world.formats
    ]
    across = range(0, len(buttons), ACROSS)
    back = Button(say("‹ Back"), Go(LogAsFile(*of)))
    return (*(tuple(buttons[at : at + ACROSS]) for at in across), (back,))
