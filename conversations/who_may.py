"""Says that something is not the person's to do, and who may do it."""

from conversations.needs import Need
from conversations.rights import may
from conversations.turn import World
from conversations.words.people import person_words, role_words
from ectrial.record.team import TASKS_OF, Member
from ectrial.wording.speech import Say

MOST_NAMED = 3


def who_may(say: Say, world: World, need: Need) -> str:
    """Say that something is not the person's to do, and who may."""
    if world.member.is_guest:
        return say("Not yours to do.")  # without the names of colleagues
    named = [
        _known_as(say, world, each)
        for each in world.team.present(world.today)
        if may(each, need) and each.person != world.actor
    ]
    if named:
        return say("Not yours to do. Ask {who}.", who=say.listed(named[:MOST_NAMED]))
    able = [each for each in need.roles if need.task in (None, *TASKS_OF[each])]
    roles = dict.fromkeys((*able, *need.without))
    names = say.listed(role_words(say, each) for each in roles)
    return say("Not yours to do. Who may: {who}.", who=names)


def _known_as(say: Say, world: World, member: Member) -> str:
    """Give a name with the role behind it; without a name, the role stands in its place."""
    known = person_words(say, world, member.person)
    return f"{known} ({role_words(say, member.role)})" if known == member.name else known
