"""One function for each act about the team: the entries to record and the place to go to.

What a person may do about a colleague was asked when the card offered it, on the present record.
"""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import acts_of_the_team as acts
from conversations.acts import Act
from conversations.colleagues import lasts_with
from conversations.here import Here
from conversations.inviting import link_of, until_words
from conversations.places_of_the_team import Colleague, Invited, Team
from conversations.turn import Document, Picture, Turn
from conversations.words.people import person_words
from conversations.words.quotes import moved_on
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.invites import HOLDS_FOR, hash_of
from ectrial.record.team import Invite, Terms


def set_terms(here: Here, act: acts.SetTerms) -> Turn:
    """Record the new terms of a colleague, unless the team would be without an administrator."""
    terms = Terms(act.role, act.tasks, act.since, act.until)
    if not lasts_with(here.world, act.person, terms):
        return _last_administrator(here)
    return _told(here, act.person, Kind.STAFF_ADDED, terms.value)


def authorise(here: Here, act: acts.Authorise) -> Turn:
    """Record the present terms anew: from now on they are the principal investigator's."""
    terms = here.world.team.members[act.person].terms
    return _told(here, act.person, Kind.STAFF_ADDED, terms.value)


def remove(here: Here, act: acts.Remove) -> Turn:
    """Take a colleague out of the team; who takes the open work is told."""
    if not lasts_with(here.world, act.person, None):
        return _last_administrator(here)
    name = person_words(here.say, here.world, act.person)
    said = (here.say("{name} is not of the team any more.", name=name),)
    entry = _entry(here, act.person, Kind.STAFF_REMOVED, {"work": act.work})
    focus = here.focus.at(Team(), said=said)
    # the open items follow in `closing`, whatever removes the person
    return Turn(focus, (entry,), pushes=(act.work,) if act.work else ())


def report_lost(here: Here, act: acts.ReportLost) -> Turn:
    """Record that a colleague's phone is lost."""
    return _told(here, act.person, Kind.PHONE_LOST)


def say_found(here: Here, act: acts.SayFound) -> Turn:
    """Record that a colleague has the phone again, in all trials of theirs."""
    return _told(here, act.person, Kind.PHONE_FOUND)


def enrol(here: Here, act: acts.Enrol) -> Turn:
    """Record a new enrolment; `bot` sends its picture to the chat of that person alone."""
    if act.person in here.world.lost:
        return Turn(here.focus, toast=moved_on(here.say))
    return _told(here, act.person, Kind.ENROLLED)


def be_away(here: Here, act: acts.BeAway) -> Turn:
    """Record an absence and who covers."""
    value = {"until": act.until.isoformat(), "cover": act.cover}
    return _told(here, act.person, Kind.AWAY, value)


def come_back(here: Here, act: acts.ComeBack) -> Turn:
    """Record the end of an absence."""
    return _told(here, act.person, Kind.BACK)


def make_invite(here: Here, act: acts.MakeInvite) -> Turn:
    """Record an invite; the code is on the next card and in its picture, and nowhere else."""
    world, code = here.world, here.world.secret
    terms = Terms(act.role, act.tasks, None, act.until)
    invite = Invite(0, hash_of(code), terms, act.name, world.now + HOLDS_FOR, world.actor, "")
    value = {**terms.value, "hash": invite.hash, "expires_at": invite.expires_at.isoformat()}
    entry = NewEntry(Kind.STAFF_INVITED, world.trial.id, value=value, text=act.name)
    words = (here.say("Invite for {name}", name=act.name), until_words(here.say, world, invite))
    picture = Picture("link", link_of(world, code), "\n".join(words))
    return Turn(here.focus.at(Invited(code)), (entry,), pictures=(picture,))


def withdraw_invite(here: Here, act: acts.WithdrawInvite) -> Turn:
    """Record that an invite is withdrawn; its code opens nothing from now on."""
    said = (here.say("The invite is withdrawn."),)
    entry = _entry(here, act.invite, Kind.INVITE_WITHDRAWN)
    return Turn(here.focus.at(Team(), said=said), (entry,))


def give_log(here: Here, act: acts.GiveLog) -> Turn:
    """Send the delegation log."""
    document = Document(
        "delegation_log", here.say("Delegation log of {trial}", trial=here.world.trial.id)
    )
    return Turn(here.focus.at(here.focus.place), documents=(document,))


def _told(here: Here, person: int, kind: Kind, value: JSON = None) -> Turn:
    """Record something about a person, and show the person's card."""
    said = (here.say("Recorded."),)
    return Turn(here.focus.at(Colleague(person), said=said), (_entry(here, person, kind, value),))


def _entry(here: Here, item: int, kind: Kind, value: JSON = None) -> NewEntry:
    return NewEntry(kind, here.world.trial.id, item=str(item), value=value)


def _last_administrator(here: Here) -> Turn:
    said = here.say("Not done: the last administrator without a last day must stay.")
    return Turn(here.focus, toast=said)


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.SetTerms: set_terms,
    acts.Authorise: authorise,
    acts.Remove: remove,
    acts.ReportLost: report_lost,
    acts.SayFound: say_found,
    acts.Enrol: enrol,
    acts.BeAway: be_away,
    acts.ComeBack: come_back,
    acts.MakeInvite: make_invite,
    acts.WithdrawInvite: withdraw_invite,
    acts.GiveLog: give_log,
}
