"""What one person of the team may do about another, beyond what the table of rights says.

Nobody changes or removes oneself, only an administrator makes, changes or removes an administrator
or a principal investigator, and an administrator of the settings is changed there alone: so the
team is never without somebody who may lead it.
"""

from dataclasses import replace

from conversations.needs import LEADING
from conversations.rights import may
from conversations.turn import World
from ectrial.record.team import LEADERS, ROLES, Member, Role, Terms

OF_ADMINS_ALONE: tuple[Role, ...] = ("admin", "principal")


def may_change(world: World, member: Member) -> bool:
    """Whether the person may change or remove this colleague."""
    is_free = member.person not in (world.actor, *world.admins)
    has_rank = world.is_admin or member.role not in OF_ADMINS_ALONE
    return is_free and has_rank and may(world.member, LEADING)


def may_set(world: World, member: Member) -> bool:
    """Whether the person may give this colleague other terms: not after a lost phone.

    New terms would let in whoever holds it.
    """
    return may_change(world, member) and member.person not in world.lost


def leads_besides(world: World, person: int) -> bool:
    """Whether somebody else of the team may say today that a person has the phone again."""
    return any(
        each.role in LEADERS and each.person != person and each.person not in world.lost
        for each in world.team.present(world.today)
    )


def may_enrol(world: World, member: Member) -> bool:
    """Whether the person may give this colleague a new secret for an authenticator app.

    Nobody enrols oneself: whoever has an unlocked phone could. Without a pepper nobody is.
    """
    has_rank = world.is_admin or member.role not in OF_ADMINS_ALONE
    can = world.to_prove.can != "no_pepper" and member.person != world.actor
    return can and has_rank and may(world.member, LEADING)


def may_arrange(world: World, person: int) -> bool:
    """Whether the person may say that this colleague is away; everybody may for oneself."""
    return person == world.actor or may(world.member, LEADING)


def roles_to_give(world: World) -> tuple[Role, ...]:
    """Give the roles that the person may give to others."""
    return tuple(each for each in ROLES if world.is_admin or each not in OF_ADMINS_ALONE)


def lasts_with(world: World, person: int, terms: Terms | None) -> bool:
    """Whether an administrator stays if a colleague gets these terms, or is removed."""
    if terms is None:
        return world.team.lasts(world.admins, without=person)
    changed = replace(world.team.members[person], terms=terms)
    members = {**world.team.members, person: changed}
    return replace(world.team, members=members).lasts(world.admins)


def covers(world: World, person: int) -> tuple[Member, ...]:
    """Give who may take a colleague's work: everybody else with a task, today."""
    return tuple(
        each for each in world.team.present(world.today) if each.tasks and each.person != person
    )
