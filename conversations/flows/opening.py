"""The cards before a screening: its subject's code, and whether the subject is screened again."""

from conversations.acts import Begin, Go, Open
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.places import Home, Rescreen, SubjectCode
from conversations.screen import Block, Button, Row, note, title
from conversations.subjects import PREFIX, first_of, new
from conversations.turn import Turn
from conversations.words.heading import heading


def code_words(here: Here, place: SubjectCode) -> tuple[Block, ...]:
    """Ask for a subject code."""
    say, fresh = here.say, _fresh(here)
    return (
        title(say("New screening")),
        Block(say("Type the subject code, such as {code}.", code=fresh)),
        note(say("Sex and age may follow: {code} M 58", code=fresh)),
        note(say("Never a name, an id or a record number.")),
    )


def code_rows(here: Here, place: SubjectCode) -> tuple[Row, ...]:
    """Offer the next free code."""
    say, fresh = here.say, _fresh(here)
    begin = Begin(first_of(here.world, fresh), {})
    return (
        (Button(say("Use {code}", code=fresh), begin, "primary"),),
        (Button(say("‹ Back"), Go(Home())),),
    )


def type_code(here: Here, place: SubjectCode, text: str) -> Turn:
    """Take a code, with sex and age behind it."""
    return new(here, text)


def _fresh(here: Here) -> str:
    return here.world.records.next_subject(here.world.trial.id, PREFIX)


def rescreen_words(here: Here, place: Rescreen) -> tuple[Block, ...]:
    """Ask whether a subject who has been screened is screened again."""
    say = here.say
    last = here.world.records.episodes(here.world.trial.id, place.subject)[-1]
    day = (last.last_at or last.opened_at).date().isoformat()
    told = (
        say("{subject}: the last screening was voided ({date}).", subject=place.subject, date=day)
        if last.voided
        else say("{subject} has been screened ({date}).", subject=place.subject, date=day)
    )
    return (
        title(place.subject),
        Block(told),
        Block(say("Screen again? The earlier screening stays as it is.")),
    )


def rescreen_rows(here: Here, place: Rescreen) -> tuple[Row, ...]:
    """Offer to screen again, or to open the last one; to go on, if a colleague began another."""
    say = here.say
    last = here.world.records.episodes(here.world.trial.id, place.subject)[-1]
    opens = Open(last.id, last.last_seq)
    back: Row = (Button(say("‹ Back"), Go(Home())),)
    case = make_case(here.world, last)
    if isinstance(case, Case) and not case.is_over:
        label = say("Go on with {subject}", subject=heading(say, last.id))
        return ((Button(label, opens, "primary"),), back)
    begin = Begin(last.id.in_episode(last.id.episode + 1), place.answers)
    again: Row = (Button(say("Screen again"), begin, "primary"),)
    if last.voided:
        return (again, back)
    return (again, (Button(say("Open the earlier one"), opens),), back)
