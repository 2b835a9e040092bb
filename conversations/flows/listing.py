"""The list of screenings, newest activity first, each a tap away."""

from conversations.acts import Go, Open, ShowList
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.places import Screenings, SubjectCode
from conversations.screen import Block, Button, Row, title
from conversations.waiting import waiting_of, waiting_words
from conversations.words.heading import heading
from conversations.words.pages import PAGE, page_note, page_turns
from ectrial.record.screenings import Listed
from ectrial.record.subjects import ScreeningId


def words(here: Here, place: Screenings) -> tuple[Block, ...]:
    """Say what a tap does, and which page this is."""
    say = here.say
    count = here.world.records.count_screenings()
    return (
        title(say("Screenings")),
        Block(say("Tap one to open it.") if place.shown else say("None yet: /new begins one.")),
        *page_note(say, place.page, count),
    )


def rows(here: Here, place: Screenings) -> tuple[Row, ...]:
    """Give the page as it was opened; what stands on it is as of now."""
    records, say = here.world.records, here.say
    recent = records.screenings(limit=PAGE, offset=place.page * PAGE)
    by_id = {listed.id: listed for listed in recent}
    return (
        *[(_button(here, id_, by_id.get(id_)),) for id_ in place.shown],
        *page_turns(say, place.page, records.count_screenings(), ShowList),
        (Button(say("New subject"), Go(SubjectCode()), "primary"),),
    )


def _button(here: Here, id_: ScreeningId, listed: Listed | None) -> Button:
    name = heading(here.say, id_)
    if id_.trial != here.world.trial.id:
        name = f"{name} ({id_.trial})"
    if listed is None:  # somebody's work has moved it to another page
        screening = here.world.records.screening(id_)
        return Button(name, Open(id_, screening.last_seq if screening else 0))
    last_at = here.world.at_site(listed.last_at)
    label = f"{name} · {_status(here, listed)} · {last_at:%m-%d}"
    if draft := waiting_of(here.focus, id_):
        label = f"{name} · {waiting_words(here.say, draft)}"
    return Button(label, Open(id_, listed.last_seq))


def _status(here: Here, listed: Listed) -> str:
    say = here.say
    if listed.status == "voided":
        return say("voided")
    screening = here.world.records.screening(listed.id)
    case = make_case(here.world, screening) if screening else None
    if not isinstance(case, Case):
        return say("⚠️ cannot be read")
    if case.verdict.failing and not case.is_over:
        # no verdict need be recorded before all is asked
        return say("⛔ so far · open")
    match listed.verdict:
        case "eligible":
            return say("✅ eligible")
        case "not_eligible":
            return say("⛔ not eligible")
        case "undetermined":
            return say("❓ undetermined")
    return say("open") if listed.status == "open" else say("stopped")
