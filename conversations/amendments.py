"""Versions of a trial beside the one in use: whom one concerns, and who signs its form again."""

from collections.abc import Iterator
from typing import NamedTuple

from conversations.acts import Go
from conversations.here import Here
from conversations.judging import as_it_counts
from conversations.needs import LEADING
from conversations.places_of_the_trial import Amendment, SigningAgain
from conversations.rights import may
from conversations.screen import Button, Row
from conversations.turn import World
from ectrial.record.conduct import Activation
from ectrial.record.screenings import VALID, Screening
from ectrial.trial.impact import Impact, impact
from ectrial.trial.protocol import Protocol

LOOKED_AT = 100
"""Screenings that one page looks through: what differs is computed for each."""


class Concerned(NamedTuple):
    """A screening that a newer version judges otherwise, or asks other questions."""

    screening: Screening
    changes: Impact


class LookedAt(NamedTuple):
    """One page of the valid screenings of the trial, and how many pages there are."""

    screenings: tuple[Screening, ...]
    page: int
    pages: int


def newer(world: World) -> Protocol | None:
    """Give the version that is loaded beside the one in use."""
    return world.versions.after(world.trial)


def coming(world: World) -> Activation | None:
    """Give the activation of that version, once it is recorded and not yet in effect."""
    return world.records.conduct(world.trial.id).to_come(world.today)


def revocable(world: World) -> Activation | None:
    """Give the last activation, while nobody was screened by its version."""
    trial = world.trial.id
    last = next(reversed(world.records.conduct(trial).activations), None)
    if last is None or world.records.taken_up(trial, last.fingerprint, last.seq):
        return None
    return last


def looked_at(world: World, page: int) -> LookedAt:
    """Give a page of the trial's screenings that are not voided, the latest activity first."""
    pages = max(1, -(-world.records.count_screenings(VALID) // LOOKED_AT))
    page = max(0, min(page, pages - 1))
    listed = world.records.screenings(limit=LOOKED_AT, offset=page * LOOKED_AT, wanted=VALID)
    found = (world.records.screening(each.id) for each in listed)
    return LookedAt(tuple(each for each in found if each is not None), page, pages)


def concerned(
    world: World, screenings: tuple[Screening, ...], new: Protocol
) -> Iterator[Concerned]:
    """Give those whose verdict or open questions the version changes; who is enrolled is fixed."""
    for screening in screenings:
        under = (screening.id.trial, screening.protocol_version, screening.protocol_hash)
        old = None if screening.enrolment else world.versions.of(*under)
        if old is None or old.fingerprint == new.fingerprint:
            continue
        counted = as_it_counts(world, screening)
        changes = impact(old, new, counted, world.today, world.day_of)
        if changes.changes_outcome or (concerns(changes) and not screening.stopped):
            yield Concerned(screening, changes)


def concerns(changes: Impact) -> bool:
    """Whether a criterion stands otherwise, now or later, or something is to be asked."""
    asked = (*changes.new_questions, *changes.changed_questions)
    return bool(changes.findings or changes.not_carried or asked or changes.changes_turn)


def signing_again(screenings: tuple[Screening, ...], since: Activation) -> Iterator[Screening]:
    """Give whose consent stands from before a version; a consent recorded since closes it."""
    for screening in screenings:
        signed = screening.consent
        is_before = signed.day is not None and signed.day < since.approved
        if signed.is_signed and (signed.signature < since.seq or is_before):
            yield screening


def ways_to_amendments(here: Here) -> tuple[Row, ...]:
    """Lead to a version beside the one in use, and to who is to sign its form again."""
    say, world = here.say, here.world
    conduct, ways = world.records.conduct(world.trial.id), list[Row]()
    new, used = newer(world), conduct.activated(world.today)
    if new is not None and used is not None and used.fingerprint == new.fingerprint:
        # activated by this very turn, which began under the version before
        label = say("Under version {new}: who moves ›", new=new.version)
        ways.append((Button(label, Go(Amendment())),))
    elif new is not None and (may(world.member, LEADING) or coming(world)):
        label = say("Amendment: version {new} ›", new=new.version)
        ways.append((Button(label, Go(Amendment())),))
    elif used is not None:
        label = say("Under version {new}: who moves ›", new=world.trial.version)
        ways.append((Button(label, Go(Amendment())),))
    if conduct.signing_again(world.today) is not None:
        ways.append((Button(say("Consent to sign again ›"), Go(SigningAgain())),))
    return tuple(ways)
