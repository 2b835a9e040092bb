"""The list of screenings, the newest activity first: by stage, or by a part of a code."""

from dataclasses import replace
from datetime import timedelta

from conversations.acts import Go, Open, ShowList
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.needs import SCREENING
from conversations.open_work import unfinished_of
from conversations.places_outside import Screenings, SubjectCode
from conversations.progress import progress
from conversations.rights import may
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.standing import list_page
from conversations.trial_status import halt_of
from conversations.turn import Turn
from conversations.waiting import waiting_of, waiting_words
from conversations.who_and_when import as_chosen
from conversations.words.days import short_day
from conversations.words.heading import sex_and_age
from conversations.words.pages import PAGE, page_note, page_turns
from conversations.words.parts import parts_in_short
from conversations.words.trial_status import SIGNS
from conversations.words.verdict import unsettled
from ectrial.record.screenings import EVERY, VALID, Listed, Stage, Wanted
from ectrial.record.subjects import ScreeningId
from ectrial.wording.advisories import incomplete_words
from ectrial.wording.speech import Say, marked

STAGES: tuple[tuple[Stage, str], ...] = (
    ("valid", marked("All")),
    ("open", marked("Open")),
    ("undetermined", marked("❓")),
    ("done", marked("Done")),
)


def words(here: Here, place: Screenings) -> tuple[Block, ...]:
    """Say what a tap does, and which page this is."""
    say = here.say
    count = here.world.records.count_screenings(place.wanted)
    return (
        title(say("Screenings")),
        Block(_told(here, place)),
        *page_note(say, place.page, count),
        *lines(incomplete_words(say) if here.world.trial.incomplete else ""),
        *_repeats_told(here, place),
    )


def rows(here: Here, place: Screenings) -> tuple[Row, ...]:
    """Give the screenings of the page when it was opened, each with its present state."""
    records, say, wanted = here.world.records, here.say, place.wanted
    recent = records.screenings(limit=PAGE, offset=place.page * PAGE, wanted=wanted)
    by_id = {listed.id: listed for listed in recent}
    return (
        *[(_button(here, id_, by_id.get(id_)),) for id_ in place.shown],
        *page_turns(
            say, place.page, records.count_screenings(wanted), lambda n: ShowList(n, wanted)
        ),
        _stages(here, wanted),
        (Button(say("New subject"), Go(SubjectCode()), "primary"),),
    )


def typed(here: Here, place: Screenings, text: str) -> Turn:
    """Find by a part of the code; what is part of none is not kept."""
    before = place.wanted if place.wanted != VALID else EVERY
    parts = here.world.codes.parts(text)
    if not parts:
        return here.stay(here.say("Please use the buttons, or type a subject code."))
    each = (replace(before, part=part) for part in parts)
    wanted = next(filter(here.world.records.count_screenings, each), None)
    if wanted is None:
        return here.stay(here.say("No screening has that in its code."))
    return here.to(list_page(here.world, 0, wanted))


def _repeats_told(here: Here, place: Screenings) -> tuple[Block, ...]:
    """Say what the sign of a re-screening means, once one is on the page."""
    repeats = set(here.world.records.repeats())
    if repeats.isdisjoint(place.shown):
        return ()
    return (note(here.say("↻ 1: repeats screening 1, which failed.")),)


def _told(here: Here, place: Screenings) -> str:
    say = here.say
    if place.wanted.part:
        return say("With {part} in the code. Tap one to open it.", part=place.wanted.part)
    if place.shown:
        return say("Tap one to open it, or type a part of its code.")
    if here.world.records.count_screenings(Wanted("done")) or place.wanted != VALID:
        return say("None of these.")
    return say("None yet: /new begins one.")


def _stages(here: Here, wanted: Wanted) -> Row:
    """Lead to the screenings of each stage, and to the own unfinished ones; one is marked."""
    say, world = here.say, here.world
    choices = [(Wanted(stage, wanted.part), say(label)) for stage, label in STAGES]
    if may(world.member, SCREENING):
        choices.append((replace(unfinished_of(world.actor), part=wanted.part), say("Mine")))
    return tuple(
        Button(as_chosen(label, is_chosen=each == wanted), ShowList(0, each))
        for each, label in choices
    )


def _button(here: Here, id_: ScreeningId, listed: Listed | None) -> Button:
    # in few letters: a phone shows one line of it
    name = id_.subject if id_.episode == 1 else id_.name
    screening = here.world.records.screening(id_)
    if screening is not None and screening.repeats is not None:
        name = f"{name} ↻ {screening.repeats.episode}"
    if id_.trial != here.world.trial.id:
        name = f"{name} ({id_.trial})"
    if listed is None:  # another person's work has moved the screening to another page
        return Button(name, Open(id_, screening.last_seq if screening else 0))
    if drafts := waiting_of(here.focus, id_):
        return Button(f"{name} · {waiting_words(here.say, *drafts)}", Open(id_, listed.last_seq))
    case = make_case(here.world, screening) if screening else None
    who = sex_and_age(here.say, screening.answers) if screening else ""
    known = case if isinstance(case, Case) else None
    status = _over_time(here.say, listed, known) or _status(here.say, listed, known)
    halt = halt_of(here.world, id_.trial)
    if halt is not None:
        status = f"{SIGNS[halt.state]} {status}"
    return Button(" · ".join(filter(None, (name, who, status))), Open(id_, listed.last_seq))


def _status(say: Say, listed: Listed, case: Case | None) -> str:
    """Give the verdict; while it is open, the progress and the number of unknown criteria."""
    if listed.status == "voided":
        return say("voided")
    if case is None:
        return say("⚠️ cannot be read")
    enrolment = case.screening.enrolment
    if enrolment is not None and enrolment.what == "enrolled":
        return say("enrolled")
    done = "{}/{}".format(*progress(case))
    if case.verdict.failing and not case.is_over:
        # a failing screening may have no recorded verdict before every question is asked
        return " · ".join((say("⛔ so far"), done))
    if (given := _given(say, listed, case)) is not None:
        return given
    if listed.status != "open":
        return say("stopped")
    unknown, _ = unsettled(case)
    return f"{done} · ❓ {len(unknown)}" if unknown else done


def _given(say: Say, listed: Listed, case: Case) -> str | None:
    """Give the verdict that is recorded, of each part where they differ; None without one."""
    if listed.verdict and (parts := parts_in_short(case.verdict)):
        return parts
    match listed.verdict:
        case "eligible":
            return say("✅ eligible")
        case "not_eligible":
            return say("⛔ not eligible")
        case "undetermined" if case.verdict.is_nothing_against:
            return say("❓ list incomplete")
        case "undetermined":
            return say("❓ undetermined")
    return None


def _over_time(say: Say, listed: Listed, case: Case | None) -> str | None:
    """Tell a verdict that has changed by itself, or will; None for any other."""
    if case is None or case.screening.voided or listed.verdict not in ("eligible", "not_eligible"):
        return None
    verdict = case.verdict
    if "enrolment" in verdict.given.days:
        return None
    if listed.verdict != verdict.outcome and verdict.outcome == "undetermined":
        return say("❓ too old: repeat") if verdict.stale else say("❓ undetermined")
    later = verdict.change
    if later is None or later.outcome == verdict.outcome:
        return None
    sign = "✅" if verdict.outcome == "eligible" else "⛔"
    day = short_day(say, case.world.today, later.today - timedelta(days=1))
    return say("{sign} until {day}", sign=sign, day=day)
