"""The cards that activate a version: approval day, effective day, consent, document number."""

from dataclasses import replace
from datetime import date, timedelta

from conversations.acts import Act, Go
from conversations.amendments import coming, newer
from conversations.day_rows import day_rows, earlier_day, last_days, no_such_day
from conversations.here import Here
from conversations.places_of_the_trial import Activating, Amendment, AmendmentNumber
from conversations.places_outside import Study
from conversations.screen import Block, Button, Row, note, title
from conversations.trial_status import told_of
from conversations.turn import Turn
from conversations.words.days import short_day
from conversations.words.quotes import moved_on, no_text
from conversations.words.trial_status import full_day
from ectrial.labs.typed_days import read_coming_day, read_typed_day
from ectrial.record.entries import Kind, NewEntry
from ectrial.wording.speech import Say

FURTHEST = timedelta(days=366)
EXAMPLE = "CN-A03"


def words(here: Here, place: Activating) -> tuple[Block, ...]:
    """Ask for the day of the approval, then of the effect, then whether the form is signed."""
    say = here.say
    if place.approved is None:
        asked = say("On which day did the ethics committee approve it?")
        hint = say("An earlier day is typed, such as {day}.", day=earlier_day(here))
    elif place.effective is None:
        asked = say("From which day on is it used? A later day is typed.")
        hint = say("Approved on {day}.", day=full_day(say, place.approved))
    else:
        asked = say("Do subjects who have signed before sign its consent form again?")
        hint = say("From {day} on.", day=full_day(say, place.effective))
    return (title(_title(say, place)), Block(asked), note(hint), note(say("Not recorded yet.")))


def rows(here: Here, place: Activating) -> tuple[Row, ...]:
    """Offer days, or yes and no."""
    say, today = here.say, here.world.today
    if place.approved is None:
        found = day_rows(here, last_days(here), lambda day: Go(replace(place, approved=day)))
        return (*found, (Button(say("‹ Back"), Go(Amendment()), "primary"),))
    if place.effective is None:
        days = [today + timedelta(days=ahead) for ahead in range(8)]
        names = [say("Today"), say("Tomorrow"), *(short_day(say, today, day) for day in days[2:])]
        buttons = [
            Button(name, Go(replace(place, effective=day)))
            for name, day in zip(names, days, strict=True)
        ]
        back: Act = Go(replace(place, approved=None))
        found = (tuple(buttons[:2]), tuple(buttons[2:5]), tuple(buttons[5:]))
        return (*found, (Button(say("‹ Back"), back, "primary"),))
    answers = tuple(
        Button(label, Go(_number(place, place.approved, place.effective, signs_again=again)))
        for label, again in ((say("Yes"), True), (say("No"), False))
    )
    return (answers, (Button(say("‹ Back"), Go(replace(place, effective=None)), "primary"),))


def typed(here: Here, place: Activating, text: str) -> Turn:
    """Take a typed day."""
    say, today = here.say, here.world.today
    if place.approved is None:
        day = read_typed_day(text, today)
        return (
            here.stay(no_such_day(here)) if day is None else here.to(replace(place, approved=day))
        )
    if place.effective is not None:
        return here.stay(no_text(say))
    day = read_coming_day(text, today, FURTHEST) or read_typed_day(text, today)
    if day is None:
        return here.stay(no_such_day(here))
    if day < place.approved:
        first = full_day(say, place.approved)
        return here.stay(say("It was approved on {day}: not in use before that.", day=first))
    return here.to(replace(place, effective=day))


def number_words(here: Here, place: AmendmentNumber) -> tuple[Block, ...]:
    """Say all that is recorded, and ask for the document's number."""
    say = here.say
    again = say("The consent form is signed again.")
    told = say(
        "Approved on {approved}, used from {effective} on.",
        approved=full_day(say, place.approved),
        effective=full_day(say, place.effective),
    )
    return (
        title(_title(say, place)),
        Block("\n".join([told, *([again] if place.signs_again else [])])),
        Block(say("Type the number of the document, such as {example}.", example=EXAMPLE)),
        note(say("What you type is read back first.")),
    )


def number_rows(here: Here, place: AmendmentNumber) -> tuple[Row, ...]:
    """Lead back."""
    of = (place.trial, place.version, place.fingerprint, place.before)
    back = Activating(*of, place.approved, place.effective)
    return ((Button(here.say("‹ Back"), Go(back), "primary"),),)


def record_number(here: Here, place: AmendmentNumber, text: str) -> Turn:
    """Activate the version, unless another leader has activated one meanwhile."""
    say, world, new = here.say, here.world, newer(here.world)
    last = world.records.conduct(world.trial.id).last_activation
    is_as_shown = place.before == last and coming(world) is None
    is_same = new is not None and (new.id, new.fingerprint) == (place.trial, place.fingerprint)
    if not is_same or not is_as_shown:
        return here.to(Study(), said=(moved_on(say),))
    value = {
        "approved": place.approved.isoformat(),
        "effective": place.effective.isoformat(),
        "signs_again": place.signs_again,
    }
    entry = NewEntry(
        Kind.VERSION_ACTIVATED,
        place.trial,
        value=value,
        protocol_version=place.version,
        protocol_hash=place.fingerprint,
        text=text,
    )
    day = full_day(say, place.effective)
    said = say(
        "Version {new} is used from {day} on; the team is told.", new=place.version, day=day
    )
    return replace(here.to(Study(), said=(said,)), entries=(entry,), pushes=told_of(here))


def _title(say: Say, place: Activating | AmendmentNumber) -> str:
    return say("{trial} · activate version {new}", trial=place.trial, new=place.version)


def _number(
    place: Activating, approved: date, effective: date, *, signs_again: bool
) -> AmendmentNumber:
    of = (place.trial, place.version, place.fingerprint, place.before)
    return AmendmentNumber(*of, approved, effective, signs_again)
