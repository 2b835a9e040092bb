"""The cards of an amendment: whom the newer version concerns, and who signs its form again."""

from conversations.acts import Go, Open
from conversations.amendments import (
    LookedAt,
    coming,
    concerned,
    looked_at,
    newer,
    revocable,
    signing_again,
)
from conversations.here import Here
from conversations.needs import LEADING
from conversations.places_of_the_trial import Activating, ActivationBack, Amendment, SigningAgain
from conversations.places_outside import Study
from conversations.rights import may
from conversations.screen import Block, Button, Row, fold, note, title
from conversations.words.amendments import coming_words, concerned_words
from conversations.words.heading import heading
from conversations.words.trial_status import full_day
from ectrial.record.screenings import Screening
from ectrial.trial.protocol import Protocol
from ectrial.wording.speech import Say

MOST_SHOWN = 8
"""Subjects that stand unfolded, and those that have a button."""


def words(here: Here, place: Amendment) -> tuple[Block, ...]:
    """Name both versions, and each subject whose verdict or questions differ."""
    say, world, new = here.say, here.world, newer(here.world)
    looked = looked_at(world, place.page)
    found = list(concerned(world, looked.screenings, new or world.trial))
    told = [concerned_words(say, world, each) for each in found]
    activation = coming(world)
    stays = say("Each stays under its version until moved (⋯ More): only what differs is asked.")
    return (
        title(_head(here, new)),
        *([Block(coming_words(say, activation))] if activation else []),
        Block(_count(say, len(found), len(looked.screenings))),
        *_listed(told),
        *_page(say, looked.page, looked.pages),
        note(stays),
    )


def _head(here: Here, new: Protocol | None) -> str:
    say, present = here.say, here.world.trial
    if new is None:
        return say("{trial} · version {new} is in use", trial=present.id, new=present.version)
    return say(
        "{trial} · version {new}; in use: version {old}",
        trial=new.id,
        new=new.version,
        old=present.version,
    )


def rows(here: Here, place: Amendment) -> tuple[Row, ...]:
    """Turn the pages; once all were shown, activate the version, or open whom it concerns."""
    say, world, new = here.say, here.world, newer(here.world)
    back: Row = (Button(say("‹ Back"), Go(Study()), "primary"),)
    looked = looked_at(world, place.page)
    turns = _turn(say, looked, Amendment(looked.page + 1))
    if new is None:
        found = concerned(world, looked.screenings, world.trial)
        opens = _opens(say, [each.screening for each in found])
        return (*opens, *turns, *_takes_back(here), back)
    if turns or coming(world) is not None or not may(world.member, LEADING):
        return (*turns, *_takes_back(here), back)
    last = world.records.conduct(world.trial.id).last_activation
    draft = Activating(new.id, new.version, new.fingerprint, last)
    return ((Button(say("Activate version {new}…", new=new.version), Go(draft)),), back)


def _takes_back(here: Here) -> tuple[Row, ...]:
    """Let a leader take the last activation back, while nobody was screened by its version."""
    found = revocable(here.world) if may(here.world.member, LEADING) else None
    if found is None:
        return ()
    back = ActivationBack(here.world.trial.id, found.version, found.seq)
    return ((Button(here.say("Take the activation back…"), Go(back), "danger"),),)


def _turn(say: Say, looked: LookedAt, following: Amendment | SigningAgain) -> tuple[Row, ...]:
    if looked.page + 1 >= looked.pages:
        return ()
    return ((Button(say("More ›"), Go(following)),),)


def _opens(say: Say, found: list[Screening]) -> tuple[Row, ...]:
    """Lead to the first of the list."""
    return tuple(
        (Button(f"{heading(say, each.id)} ›", Open(each.id, each.last_seq)),)
        for each in found[:MOST_SHOWN]
    )


def again_words(here: Here, place: SigningAgain) -> tuple[Block, ...]:
    """Name who signed before the version; a new consent takes a subject off the list."""
    say, world = here.say, here.world
    since = world.records.conduct(world.trial.id).signing_again(world.today)
    if since is None:
        return (title(world.trial.id), Block(say("Nobody has to sign again.")))
    looked = looked_at(world, place.page)
    found = list(signing_again(looked.screenings, since))
    told = say(
        "Version {new} since {day}. Signed before, to sign again: {n}",
        new=since.version,
        day=full_day(say, since.effective),
        n=len(found),
    )
    return (
        title(say("{trial} · consent to sign again", trial=world.trial.id)),
        Block(told),
        *_listed([f"{heading(say, each.id)} · {_signed(say, each)}" for each in found]),
        *_page(say, looked.page, looked.pages),
        note(say("A consent recorded anew, of the new form, takes a subject off this list.")),
    )


def again_rows(here: Here, place: SigningAgain) -> tuple[Row, ...]:
    """Lead to the first subjects of the list, and to the next page."""
    say, world = here.say, here.world
    back: Row = (Button(say("‹ Back"), Go(Study()), "primary"),)
    since = world.records.conduct(world.trial.id).signing_again(world.today)
    if since is None:
        return (back,)
    looked = looked_at(world, place.page)
    found = list(signing_again(looked.screenings, since))
    return (*_opens(say, found), *_turn(say, looked, SigningAgain(looked.page + 1)), back)


def _count(say: Say, n: int, total: int) -> str:
    return say("Verdict or questions change for {n} of {total} subjects.", n=n, total=total)


def _signed(say: Say, screening: Screening) -> str:
    consent = screening.consent
    day = full_day(say, consent.day) if consent.day else ""
    return say("signed {day}, version {version}", day=day, version=consent.version or "")


def _listed(told: list[str]) -> tuple[Block, ...]:
    """Give all lines, folded where they are many."""
    text = "\n".join(told)
    if not told:
        return ()
    return (Block(text),) if len(told) <= MOST_SHOWN else (fold(text),)


def _page(say: Say, page: int, pages: int) -> tuple[Block, ...]:
    return (note(say("Page {n} of {total}", n=page + 1, total=pages)),) if pages > 1 else ()
