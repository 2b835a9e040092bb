"""People of the team: by the name that colleagues gave them, else by role and number."""

from conversations.turn import World
from ectrial.record.redacted import kept_text
from ectrial.wording.people import role_words, task_words
from ectrial.wording.speech import Say

__all__ = ["person_words", "role_words", "task_words"]


def person_words(say: Say, world: World, person: int) -> str:
    """Give how colleagues know a person; "you" is never said, as texts are forwarded.

    A monitor reads roles and numbers, never names.
    """
    member = world.team.members.get(person) or world.team.past.get(person)
    if member is not None and kept_text(member.name) and world.member.role != "monitor":
        return member.name
    role = member.role if member is not None else "administrator"
    return say("{role} {number}", role=role_words(say, role), number=person)


def author_words(say: Say, world: World, person: int, role: str) -> str:
    """Give who recorded something: the name that colleagues know, else the role at that time."""
    if person in world.team.members or person in world.team.past:
        return person_words(say, world, person)
    return say("{role} {number}", role=role_words(say, role), number=person)
