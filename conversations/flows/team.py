"""The team: its people on one card, and a card of each person."""

from conversations.acts import Go, GoOn
from conversations.acts_of_the_team import Authorise, ComeBack, GiveLog, SayFound, SetTerms
from conversations.colleagues import may_arrange, may_change, may_enrol
from conversations.here import Here
from conversations.places_of_the_team import (
    ChangingRole,
    Colleague,
    Enrolling,
    InviteRole,
    LastDay,
    Leave,
    LostPhone,
    Naming,
    OpenInvite,
    Removing,
    Team,
)
from conversations.places_outside import Home
from conversations.screen import Block, Button, Row, note, packed, shortened, title
from conversations.words.days import short_day
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.people import person_words, role_words, task_words
from conversations.words.team import (
    authorised_words,
    away_words,
    known_as,
    last_day_words,
    on_a_button,
    one_line,
    tasks_words,
    trained_words,
    way_back_words,
)
from ectrial.record.team import TASKS_OF, Member, Task

BESIDE_WORDS = 18
"""Letters of a name on a button that says something else as well."""


def words(here: Here, place: Team) -> tuple[Block, ...]:
    """Show who is of the team, and what each may do."""
    say, world = here.say, here.world
    people = _page(here, place)
    return (
        title(say("The team ({n})", n=len(world.team.members))),
        *[Block(one_line(say, world, each)) for each in people],
        *page_note(say, place.page, len(world.team.members)),
    )


def rows(here: Here, place: Team) -> tuple[Row, ...]:
    """Lead to each person, to a new invite, and to one's own absence."""
    say, world = here.say, here.world
    people = [
        Button(on_a_button(say, world, each.person), Go(Colleague(each.person)))
        for each in _page(here, place)
    ]
    turns = page_turns(say, place.page, len(world.team.members), lambda n: Go(Team(n)))
    invite, log = (
        Button(say("Invite ›"), Go(InviteRole())),
        Button(say("Delegation log"), GiveLog()),
    )
    return (*packed(people), *turns, *_invites(here), (invite, log), _absence(here), _back(here))


def _page(here: Here, place: Team) -> list[Member]:
    """Give the people of a page: administrators of the settings first, then as they joined."""
    people = list(here.world.team.members.values())
    page = within(place.page, len(people))
    return people[page * PAGE : (page + 1) * PAGE]


def _invites(here: Here) -> list[Row]:
    """Lead to each invite that somebody may still open."""
    say, world = here.say, here.world
    return [
        (
            Button(
                say("Invited: {name} ›", name=shortened(each.name, BESIDE_WORDS)),
                Go(OpenInvite(each.seq)),
            ),
        )
        for each in world.team.invites.values()
        if world.now < each.expires_at
    ]


def _absence(here: Here) -> Row:
    say, member = here.say, here.world.member
    if member.away is not None and member.is_away_on(here.world.today):
        return (Button(say("I am back"), ComeBack(member.person, member.away.until), "primary"),)
    return (Button(say("Away…"), Go(Leave(member.person))),)


def _back(here: Here) -> Row:
    open_here = here.focus.screening
    act = Go(Home()) if open_here is None else GoOn(open_here)
    return (Button(here.say("‹ Back"), act, "primary"),)


def colleague_words(here: Here, place: Colleague) -> tuple[Block, ...]:
    """Show what a person may do, since when, and by whose authority."""
    say, world = here.say, here.world
    member = world.team.members.get(place.person)
    if member is None:
        return (title(say("The team")), Block(say("This person is not of the team any more.")))
    terms = member.terms
    since = [say("From {day}", day=terms.since.isoformat())] if terms.since else []
    told = [
        *since,
        last_day_words(say, world.today, terms.until),
        *away_words(say, world, member),
        *_lost_words(here, member.person),
        f"{trained_words(say, member)} · {authorised_words(say, member)}",
    ]
    return (
        title(known_as(say, world, member)),
        Block(tasks_words(say, member.tasks)),
        Block("\n".join(told)),
        *_recorded(here, member),
        note(say("Telegram number {number}", number=member.person)),
    )


def _lost_words(here: Here, person: int) -> list[str]:
    say, world = here.say, here.world
    if person not in world.lost:
        return []
    return [say("The phone was reported lost."), way_back_words(say, world, person)]


def _recorded(here: Here, member: Member) -> list[Block]:
    """Say who recorded the terms and when, or which settings name the person."""
    say, world = here.say, here.world
    if member.person in world.admins:
        told = say(
            "Named in the settings file (.env): there the operator changes ECTRIAL_ADMIN_IDS."
        )
        return [note(told)]
    if member.at_utc is None:
        return []
    day = short_day(say, world.today, world.at_site(member.at_utc).date())
    if member.by_role == "bot":
        # no person added this one: the bot makes the team of practice, and no other
        return [note(say("Of the practice team since {day}", day=day))]
    role = role_words(say, member.by_role)
    who = person_words(say, world, member.by) if member.by in world.team.members else role
    return [note(say("Recorded by {who} on {day}", who=who, day=day))]


def colleague_rows(here: Here, place: Colleague) -> tuple[Row, ...]:
    """Offer what the person may change about the colleague."""
    say, world, person = here.say, here.world, place.person
    back: Row = (Button(say("‹ The team"), Go(Team()), "primary"),)
    member = world.team.members.get(person)
    if member is None:
        return (back,)
    lost: Row = (Button(say("Lost phone…"), Go(LostPhone(person))),)
    changes: list[Row] = []
    if person in world.lost:
        removal = Button(say("Remove…"), Go(Removing(person)), "danger")
        changes = [_found(here, person), (removal,) if may_change(world, member) else ()]
    elif may_change(world, member):
        last_day = Button(say("Last day ›"), Go(LastDay(person)))
        remove = Button(say("Remove…"), Go(Removing(person)), "danger")
        name = Button(say("Name ›"), Go(Naming(person, member.last)))
        changes = [*packed(_tasks(here, member)), (_role(here, person), last_day, name)]
        changes += [_authorise(here, member), (remove, *lost)]
    else:
        changes = [_authorise(here, member), lost]
    return (*filter(None, (*changes, _enrol(here, member), _away(here, member))), back)


def _found(here: Here, person: int) -> Row:
    """Offer to let a person in again after a lost phone, unless only their app can."""
    report = here.world.lost[person]
    if report.needs_code or person == here.world.actor:
        return ()
    act = SayFound(person, report.seq)
    return (Button(here.say("Phone found: let in again"), act, "primary"),)


def _role(here: Here, person: int) -> Button:
    return Button(here.say("Role ›"), Go(ChangingRole(person)))


def _tasks(here: Here, member: Member) -> list[Button]:
    """Offer to give or take each task of the role."""
    return [_task(here, member, each) for each in TASKS_OF[member.role]]


def _task(here: Here, member: Member, task: Task) -> Button:
    has, terms = task in member.tasks, member.terms
    changed = {*member.tasks} ^ {task}
    tasks = tuple(each for each in TASKS_OF[member.role] if each in changed)
    label = f"{'☑' if has else '☐'} {task_words(here.say, task)}"
    act = SetTerms(member.person, member.last, member.role, tasks, terms.since, terms.until)
    return Button(label, act)


def _authorise(here: Here, member: Member) -> Row:
    """Offer to authorise the present terms, which somebody else has recorded."""
    if member.is_authorised or member.person in here.world.admins:
        return ()
    return (Button(here.say("Authorise"), Authorise(member.person, member.last), "primary"),)


def _enrol(here: Here, member: Member) -> Row:
    if not may_enrol(here.world, member):
        return ()
    return (Button(here.say("Enrol authenticator ›"), Go(Enrolling(member.person))),)


def _away(here: Here, member: Member) -> Row:
    say, world, person = here.say, here.world, member.person
    if not may_arrange(world, person):
        return ()
    if member.away is not None and member.is_away_on(world.today):
        return (Button(say("Back at work"), ComeBack(person, member.away.until)),)
    return (Button(say("Away…"), Go(Leave(person))),)
