"""The cards before a screening: ask for a code, for a possible slip, for a code on file."""

from datetime import date

from conversations.acts import Begin, BeginAgain, Go, GoOn, Open
from conversations.case import Case, NotAssessed, make_case
from conversations.here import Here
from conversations.places import NotDone
from conversations.places_outside import Home, NewSubject, Rescreen, SubjectCode
from conversations.progress import progress
from conversations.rescreening import act_of, again_of
from conversations.restoring import restore_row
from conversations.same_person import differing
from conversations.screen import Block, Button, Row, Style, lines, note, title
from conversations.subjects import first_of, new, next_code, way_to
from conversations.turn import Turn, World
from conversations.words.heading import heading, sex_and_age
from conversations.words.rescreening import again_words
from ectrial.record.screenings import Screening
from ectrial.wording.speech import Say

MOST_ALIKE = 3


def code_words(here: Here, place: SubjectCode) -> tuple[Block, ...]:
    """Ask for a subject code, or for sex and age if the code has been read already."""
    say, code = here.say, place.subject or _fresh(here)
    if place.subject:
        ask = Block(say("Type sex and age, such as: M 58. Or go on without."))
        return (title(say("New screening")), Block(code), ask)
    return (
        title(say("New screening")),
        Block(say("Type the subject code, such as {code}.", code=code)),
        note(say("Sex and age may follow: {code} M 58", code=code)),
        note(say("Never a name, an id or a record number.")),
    )


def code_rows(here: Here, place: SubjectCode) -> tuple[Row, ...]:
    """Offer the code that was read, or the next free one."""
    say, code = here.say, place.subject or _fresh(here)
    use = Button(say("Use {code}", code=code), way_to(here.world, code), "primary")
    return ((use,), (Button(say("‹ Back"), Go(Home())),))


def type_code(here: Here, place: SubjectCode, text: str) -> Turn:
    """Take a code, with sex and age behind it; if the code is known, sex and age alone."""
    return new(here, text, place.subject)


def _fresh(here: Here) -> str:
    example = here.world.codes.example
    return next_code(here.world, example) or example


def new_words(here: Here, place: NewSubject) -> tuple[Block, ...]:
    """Ask whether a code is a new subject's, beside the similar codes that are on file."""
    say, code = here.say, place.subject
    alike = _alike(here, place)
    told = [_whose(say, screening, case) for screening, case in alike]
    asked = (
        say("{subjects} or new {code}?", subjects=say.listed(told), code=code)
        if told
        else say("{code} is not on file. Is it a new subject?", code=code)
    )
    return (title(code), Block(asked), note(say("Nothing was recorded.")))


def new_rows(here: Here, place: NewSubject) -> tuple[Row, ...]:
    """Offer the subjects on file first, then to begin, so that a slip opens no new screening."""
    say, code = here.say, place.subject
    opens: list[Row] = [
        (Button(_opens(say, screening), Open(screening.id, screening.last_seq), "primary"),)
        for screening, _ in _alike(here, place)
    ]
    begin = Begin(first_of(here.world, code), place.answers)
    back = Button(say("‹ Back"), _back(here))
    return (*opens, (Button(say("New: {code}", code=code), begin),), (back,))


def _alike(here: Here, place: NewSubject) -> list[tuple[Screening, Case | NotAssessed]]:
    """Give the latest screening of each subject with an easily confused code."""
    records, trial = here.world.records, here.world.trial.id
    found = [records.episodes(trial, code)[-1] for code in records.alike(trial, place.subject)]
    return [(each, make_case(here.world, each)) for each in found[:MOST_ALIKE]]


def _whose(say: Say, screening: Screening, case: Case | NotAssessed) -> str:
    told = [sex_and_age(say, screening.answers)]
    if isinstance(case, Case):
        told.append("{}/{}".format(*progress(case)))
    return f"{screening.id.subject} ({', '.join(filter(None, told))})"


def _opens(say: Say, screening: Screening) -> str:
    return say("Open {subject}", subject=heading(say, screening.id))


def _back(here: Here) -> GoOn | Go:
    """Lead to the open screening, else home."""
    return GoOn(here.focus.screening) if here.focus.screening else Go(Home())


def rescreen_words(here: Here, place: Rescreen) -> tuple[Block, ...]:
    """Say whether the subject's screening is open, over or voided, and ask what to do."""
    say = here.say
    last = here.world.records.episodes(here.world.trial.id, place.subject)[-1]
    case = make_case(here.world, last)
    if not last.voided and isinstance(case, Case) and not case.is_over:
        told = say("{subject} is on file and open.", subject=_whose(say, last, case))
        return (title(place.subject), Block(told))
    day, who = _day_of(here.world, last).isoformat(), _whose(say, last, case)
    told = (
        say("{subject}: the last screening was voided ({date}).", subject=who, date=day)
        if last.voided
        else say("{subject} has been screened ({date}).", subject=who, date=day)
    )
    doubts = []
    if differing(last.answers, place.answers):
        doubts.append(Block(say("You typed another sex or age. Is it the same subject?")))
    return (title(place.subject), Block(told), *doubts, *lines(*_asked_again(here, place)))


def _day_of(world: World, last: Screening) -> date:
    """Give the day a screening was voided, else of its last answer: a link or note is none."""
    answered = max((each.at_utc for each in last.answers.values()), default=last.opened_at)
    return world.day_of((last.voided and last.last_at) or answered)


def _asked_again(here: Here, place: Rescreen) -> tuple[str, ...]:
    """Ask whether to screen again; after a failure say what the protocol allows."""
    again = again_of(here.world, place.subject)
    if again is None:
        return (here.say("Screen again? The earlier screening stays as it is."),)
    return again_words(here.say, here.world, again.repeat, again.allowed, again.since)


def rescreen_rows(here: Here, place: Rescreen) -> tuple[Row, ...]:
    """Offer to open the last screening before starting a new one; to go on if it is open."""
    say = here.say
    last = here.world.records.episodes(here.world.trial.id, place.subject)[-1]
    back: Row = (Button(say("‹ Back"), _back(here)),)
    case = make_case(here.world, last)
    if isinstance(case, Case) and not case.is_over:
        label = say("Go on with {subject}", subject=heading(say, last.id))
        goes_on = Open(last.id, last.last_seq, place.answers)
        return ((Button(label, goes_on, "primary"),), back)
    if last.voided:
        restores = restore_row(say, here.world, last)
        again = _again_rows(here, place, "plain" if restores else "primary")
        return (*([restores] if restores else []), *again, back)
    reopens = Open(last.id, last.last_seq, place.answers)
    opens = Button(say("Open the earlier one"), reopens, "primary")
    if isinstance(case, NotAssessed):
        return ((opens,), back)
    return ((opens,), *_again_rows(here, place, "plain"), back)


def _again_rows(here: Here, place: Rescreen, style: Style) -> tuple[Row, ...]:
    """Offer to screen again as far as the protocol allows it."""
    act = act_of(here, place)
    if act is None:
        return ()
    asked = isinstance(act, BeginAgain) and act.asked
    label = here.say("PI asked: screen again") if asked else here.say("Screen again")
    return ((Button(label, act, style),),)


def not_done_words(here: Here, place: NotDone) -> tuple[Block, ...]:
    """Show the heading of a card that says why nothing was done."""
    return (title(here.say("Nothing done")),)


def not_done_rows(here: Here, place: NotDone) -> tuple[Row, ...]:
    """Lead back, and name the subject of that card."""
    say, found = here.say, here.found
    if found is None:
        return ((Button(say("‹ Back"), Go(Home()), "primary"),),)
    id_ = found.id if isinstance(found, Case) else found.screening.id
    back = Go(place.back) if place.back else GoOn(id_)
    return ((Button(say("‹ Back to {subject}", subject=heading(say, id_)), back, "primary"),),)
