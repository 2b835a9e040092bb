"""Invites in the dialogue: the name of the invited, the link, and how long it holds."""

import re

from conversations.focus import Focus
from conversations.here import Here
from conversations.turn import Turn, World
from conversations.words.people import role_words
from ectrial.identifiers import identifiers
from ectrial.record.invites import hash_of
from ectrial.record.team import Invite
from ectrial.wording.speech import Say

LONGEST_NAME = 40
_PATIENT = re.compile("患者|病人|受试者|\\bpatient\\b", re.IGNORECASE)


def name_of(text: str) -> str | None:
    r"""Give a typed name; None if it is too long, empty, or holds anything but printed letters.

    >>> name_of("Li Wei 13800138000") is name_of("患者王建国") is None
    True
    >>> name_of("  Li  Wei "), name_of("Li\nWei"), name_of("a" * 41), name_of("\u202eLi")
    ('Li Wei', None, None, None)
    """
    name = re.sub(" +", " ", text.strip(" "))
    is_name = name.isprintable() and any(map(str.isalpha, name))
    is_name = is_name and not is_of_a_patient(name)
    return name if is_name and len(name) <= LONGEST_NAME else None


def is_of_a_patient(name: str) -> bool:
    """Whether more than a colleague's name was typed: numbers of a person, or the word patient."""
    return bool({*identifiers(name)} - {"name", "bare_name"}) or _PATIENT.search(name) is not None


def refused_name(say: Say, text: str) -> str:
    """Say why a typed name is not taken."""
    if is_of_a_patient(text):
        return say("Not recorded: more than a colleague's name. Type the name alone.")
    return say("Please type a name in one line, of 40 letters at most.")


def link_of(world: World, code: str) -> str:
    """Give the link that opens the bot with the code of an invite."""
    return f"https://t.me/{world.bot_name}?start={code}"


def invite_of(world: World, code: str) -> Invite | None:
    """Give the invite of a code, while somebody may open it."""
    return world.team.invite(hash_of(code), world.now)


def is_of_an_invite(world: World, code: str) -> bool:
    """Whether this is the code of an invite, which may have been opened or be over."""
    return hash_of(code) in world.team.made


def welcomed(here: Here) -> Turn:
    """Begin anew at home, with a welcome: nothing of an earlier membership is shown."""
    world, say = here.world, here.say
    role = role_words(say, world.member.role)
    name = world.member.name or say("colleague")
    said = say("Welcome, {name}. You are of the team now: {role}.", name=name, role=role)
    return Turn(Focus(said=(said,)))


def until_words(say: Say, world: World, invite: Invite) -> str:
    """Say how long an invite may be opened."""
    at = world.at_site(invite.expires_at).strftime("%Y-%m-%d %H:%M")
    return say("Holds until {time}, for one person.", time=at)
