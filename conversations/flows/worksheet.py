"""The worksheet of one subject as PDF: what is in it, and for whom it is wanted."""

from conversations.acts import Go, ShowList
from conversations.acts_of_papers import GiveWorksheet
from conversations.here import Here
from conversations.named_screenings import screening_named
from conversations.papers import may_tell_sponsor
from conversations.places_of_papers import LogAsFile, WorksheetCard, WorksheetOf
from conversations.places_outside import Home
from conversations.places_to_look_at import More
from conversations.screen import Block, Button, Row, note, title
from conversations.subjects import last_screening
from conversations.turn import Turn
from conversations.words.heading import heading
from ectrial.labs.typed_periods import looks_like_days
from ectrial.papers.libraries import INSTALL


def words(here: Here, place: WorksheetCard) -> tuple[Block, ...]:
    """Say what stands on the worksheet, and who gets which."""
    say = here.say
    head = (title(heading(say, here.case.id)), title(say("Eligibility worksheet")))
    if not here.world.prints:
        return (
            *head,
            Block(say("No PDF is made here: the library for it is not installed.")),
            note(say("The operator installs it: {command}", command=INSTALL)),
        )
    is_signed = may_tell_sponsor(here.world, here.case.id)
    sponsor = (
        say("For the sponsor without the team's notes.")
        if is_signed
        else say("For the sponsor only once the consent is signed.")
    )
    return (
        *head,
        Block(
            say(
                "A PDF to print and to sign: each criterion with answer, source and proof, "
                "repeated labs, notes, open items, verdict and signatures."
            )
        ),
        Block(sponsor),
        note(say("The record notes who took which file.")),
    )


def rows(here: Here, place: WorksheetCard) -> tuple[Row, ...]:
    """Give a button for each recipient, for a sponsor with signed consent; then other formats."""
    say, screening = here.say, here.case.screening
    back = (Button(say("‹ Back"), Go(More()), "primary"),)
    file = (Button(say("As a file ›"), Go(LogAsFile(of=_first(here)))),)
    if not here.world.prints:
        return (file, back)
    pins = (here.case.id, screening.last_seq)
    given = [Button(say("Site: PDF"), GiveWorksheet(*pins, "site"))]
    if may_tell_sponsor(here.world, here.case.id):
        given.append(Button(say("Sponsor: PDF"), GiveWorksheet(*pins, "sponsor")))
    return (tuple(given), file, back)


def _first(here: Here) -> int:
    """Give the entry that opened the first screening of the subject."""
    id_ = here.case.id
    return here.world.records.episodes(id_.trial, id_.subject)[0].first_seq


def of_words(here: Here, place: WorksheetOf) -> tuple[Block, ...]:
    """Ask whose worksheet is wanted."""
    say = here.say
    return (title(say("Eligibility worksheet")), Block(say("Of which subject? Type the code.")))


def of_rows(here: Here, place: WorksheetOf) -> tuple[Row, ...]:
    """Lead to the list, where a code can be looked up."""
    return ((Button(here.say("List"), ShowList(0)), Button(here.say("Home"), Go(Home()))),)


def typed(here: Here, place: WorksheetOf | WorksheetCard, text: str) -> Turn:
    """Go to the worksheet of a code on file; what is none is not kept."""
    named = None if looks_like_days(text) else here.world.codes.named(text)
    if named is None:
        return here.stay(here.say("Please use the buttons, or type a subject code."))
    code, episode = named
    if episode is None:
        found = last_screening(here.world, code)
    else:
        found = screening_named(here.world, code, episode)
    if found is None:
        name = code if episode is None else f"{code}/{episode}"
        return here.stay(here.say("{code} is not on file.", code=name))
    if found.voided:
        return here.stay(here.say("{subject}: this screening is voided.", subject=found.id.name))
    return here.to(WorksheetCard(), screening=found.id)
