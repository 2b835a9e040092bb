"""Inviting: role, name, tasks and last day, then a link that lets one person in."""

from dataclasses import replace
from datetime import date

from conversations.acts import Go
from conversations.acts_of_the_team import MakeInvite, WithdrawInvite
from conversations.colleagues import roles_to_give
from conversations.coming_days import no_day_to_come, read_last_day
from conversations.here import Here
from conversations.inviting import invite_of, link_of, name_of, refused_name, until_words
from conversations.places_of_the_team import (
    Invited,
    InviteLastDay,
    InviteName,
    InviteRole,
    Inviting,
    OpenInvite,
    Team,
)
from conversations.screen import Block, Button, Row, note, packed, title
from conversations.turn import Turn
from conversations.words.people import person_words, role_words, task_words
from conversations.words.team import last_day_words, tasks_words
from ectrial.record.team import TASKS_OF, Invite, Task


def role_words_of(here: Here, place: InviteRole) -> tuple[Block, ...]:
    """Ask for the role."""
    return (title(here.say("Invite")), Block(here.say("In which role?")))


def role_rows(here: Here, place: InviteRole) -> tuple[Row, ...]:
    """Offer every role that the person may give."""
    roles = [
        (Button(role_words(here.say, each), Go(InviteName(each))),)
        for each in roles_to_give(here.world)
    ]
    return (*roles, _team(here))


def name_words(here: Here, place: InviteName) -> tuple[Block, ...]:
    """Ask for the name by which colleagues know the person."""
    say = here.say
    return (
        title(say("Invite")),
        Block(say("Type the name of the colleague, as the team shall read it.")),
        note(say("A colleague's name, never a patient's.")),
    )


def name_rows(here: Here, place: InviteName) -> tuple[Row, ...]:
    """Lead back."""
    return ((Button(here.say("‹ Back"), Go(InviteRole())),),)


def type_name(here: Here, place: InviteName, text: str) -> Turn:
    """Take a typed name."""
    name = name_of(text)
    if name is None:
        return here.stay(refused_name(here.say, text))
    return here.to(Inviting(name, place.role, TASKS_OF[place.role]))


def words(here: Here, place: Inviting) -> tuple[Block, ...]:
    """Show the invite as it would be made."""
    say = here.say
    return (
        title(say("Invite")),
        Block(f"{place.name} · {role_words(say, place.role)}"),
        Block(tasks_words(say, place.tasks)),
        Block(last_day_words(say, here.world.today, place.until)),
        note(say("The invite lets one person in, once, within 72 hours.")),
    )


def rows(here: Here, place: Inviting) -> tuple[Row, ...]:
    """Offer to change tasks and last day, and to make the invite."""
    say = here.say
    make = MakeInvite(place.name, place.role, place.tasks, place.until)
    return (
        *packed([_task(here, place, each) for each in TASKS_OF[place.role]]),
        (Button(say("Last day ›"), Go(InviteLastDay(place))),),
        (Button(say("Make the invite"), make, "primary"),),
        _team(here),
    )


def day_words(here: Here, place: InviteLastDay) -> tuple[Block, ...]:
    """Ask for the last day."""
    asked = here.say("Until when? Choose, or type the last day.")
    return (title(place.draft.name), Block(asked))


def day_rows(here: Here, place: InviteLastDay) -> tuple[Row, ...]:
    """Offer none, or the end of the year."""
    say, draft = here.say, place.draft
    end = date(here.world.today.year, 12, 31)
    year = Button(say("Until {day}", day=end.isoformat()), Go(replace(draft, until=end)))
    never = Button(say("No last day"), Go(replace(draft, until=None)))
    return ((year,), (never,), (Button(say("‹ Back"), Go(draft)),))


def type_day(here: Here, place: InviteLastDay, text: str) -> Turn:
    """Take a typed last day; the next card shows it."""
    day = read_last_day(text, here.world.today)
    if day is None:
        return here.stay(no_day_to_come(here.say, text, here.world.today))
    return here.to(replace(place.draft, until=day))


def made_words(here: Here, place: Invited) -> tuple[Block, ...]:
    """Show the link, for as long as it may be opened."""
    say, invite = here.say, invite_of(here.world, place.code)
    if invite is None:
        return _gone(here)
    return (
        title(say("Invite for {name}", name=invite.name)),
        Block(link_of(here.world, place.code)),
        *_terms(here, invite),
        note(say("Send it to this person alone: whoever opens it first is in.")),
    )


def made_rows(here: Here, place: Invited) -> tuple[Row, ...]:
    """Offer to withdraw the invite."""
    return _withdrawing(here, invite_of(here.world, place.code))


def open_words(here: Here, place: OpenInvite) -> tuple[Block, ...]:
    """Show an invite that nobody has opened yet."""
    say, invite = here.say, here.world.team.invites.get(place.seq)
    if invite is None or here.world.now >= invite.expires_at:
        return _gone(here)
    by = say("Made by {who}", who=person_words(say, here.world, invite.by))
    lost = note(say("Link lost? Withdraw this invite and make another."))
    return (
        title(say("Invite for {name}", name=invite.name)),
        *_terms(here, invite),
        note(by),
        lost,
    )


def open_rows(here: Here, place: OpenInvite) -> tuple[Row, ...]:
    """Offer to withdraw the invite."""
    return _withdrawing(here, here.world.team.invites.get(place.seq))


def _gone(here: Here) -> tuple[Block, ...]:
    said = here.say("This invite was opened or withdrawn, or its time is over.")
    return (title(here.say("Invite")), Block(said))


def _terms(here: Here, invite: Invite) -> list[Block]:
    say, terms = here.say, invite.terms
    role = role_words(say, terms.role)
    told = [f"{role} · {tasks_words(say, terms.tasks)}"]
    told += [last_day_words(say, here.world.today, terms.until)]
    return [Block("\n".join(told)), Block(until_words(say, here.world, invite))]


def _withdrawing(here: Here, invite: Invite | None) -> tuple[Row, ...]:
    if invite is None or here.world.now >= invite.expires_at:
        return (_team(here),)
    withdraw = Button(here.say("Withdraw the invite"), WithdrawInvite(invite.seq), "danger")
    return ((withdraw,), _team(here))


def _task(here: Here, place: Inviting, task: Task) -> Button:
    changed = {*place.tasks} ^ {task}
    tasks = tuple(each for each in TASKS_OF[place.role] if each in changed)
    mark = "☑" if task in place.tasks else "☐"
    return Button(f"{mark} {task_words(here.say, task)}", Go(replace(place, tasks=tasks)))


def _team(here: Here) -> Row:
    return (Button(here.say("‹ The team"), Go(Team())),)
