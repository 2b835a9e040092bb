"""The commands: each leads to a place, often of the subject whose code follows the command."""

from dataclasses import replace

from conversations.acts import Go
from conversations.case import Case, NotAssessed
from conversations.command_words import Words, words_behind
from conversations.here import Here
from conversations.languages import to_languages, to_trials
from conversations.links import by_link
from conversations.named_screenings import open_named, screening_named
from conversations.places import Limit, NotDone, Place, Question
from conversations.places_of_notes import MyNotes, NoteList
from conversations.places_of_papers import (
    ScreeningFunnel,
    ScreeningLog,
    WorksheetCard,
    WorksheetOf,
)
from conversations.places_of_queries import ToDo
from conversations.places_of_sharing import OpenShares, Sharing
from conversations.places_of_shifts import EndOfShift
from conversations.places_of_the_team import Team
from conversations.places_outside import (
    Help,
    Home,
    Languages,
    NewSubject,
    SimilarTrials,
    Study,
    Trials,
)
from conversations.places_to_look_at import Clearing, Review, Verdict
from conversations.practising import OF_THE_TEAM, practise
from conversations.registry import FLOWS
from conversations.rights import may, need_of
from conversations.standing import back_of, list_page, present_place, switched
from conversations.subjects import last_screening, new, open_on_file, voided
from conversations.turn import Turn
from conversations.unrecorded import telling_what_was_left
from conversations.walk import asking, next_place
from conversations.ward_round_steps import rounds
from conversations.who_may import who_may
from ectrial.record.screenings import Wanted

PLACES: dict[str, Place] = {
    "trial": Study(),
    "trials": Trials(),
    "similar": SimilarTrials(),
    "help": Help(),
    "language": Languages(),
    "todo": ToDo(),
    "team": Team(),
    "shift": EndOfShift(),
    "share": OpenShares(),
    "log": ScreeningLog(),
    "funnel": ScreeningFunnel(),
}
PLACES_OF_A_SCREENING: dict[str, Place] = {
    "review": Review(),
    "verdict": Verdict(),
    "clear": Clearing(),
    "notes": NoteList(),
    "worksheet": WorksheetCard(),
}
TAKES_WORDS = ("log", "funnel")  # behind these may stand what is typed on their card
TAKES_CODES = {"new": new, "rounds": rounds}
OF_A_SUBJECT = ("start", "resume", *PLACES_OF_A_SCREENING)


def command(here: Here, name: str, rest: str) -> Turn:
    """Carry out a command, unless it leads to a place that is not the person's."""
    if name == "practice":
        return practise(here)
    if name == "language" and not rest.strip():
        return Turn(to_languages(here.focus))
    if name == "trials" and not rest.strip():
        return Turn(to_trials(here.focus))
    here = replace(here, focus=replace(here.focus, opener=None))
    turn = (by_link(here, rest) if name == "start" and rest else None) or _turn(here, name, rest)
    if not may(here.world.member, need := need_of(Go(turn.focus.place))):
        turn = not_done(here, who_may(here.say, here.world, need))
    return telling_what_was_left(here, turn)


def not_done(here: Here, *said: str) -> Turn:
    """Say why nothing was done, on a card without answers, so that no tap records by mistake."""
    return here.to(NotDone(back_of(here)), said=said)


def _turn(here: Here, name: str, rest: str) -> Turn:
    match name:
        case _ if name in OF_THE_TEAM and here.world.practice and here.world.can_practise:
            return not_done(here, here.say("The team is no practice: /practice first leads back."))
        case "new" | "rounds":
            return TAKES_CODES[name](here, rest)
        case "open" if rest.strip():
            return open_named(here, rest) or open_on_file(here, rest)
        case "list" if rest.strip():
            return _found(here, rest)
        case "share" if rest.strip() or isinstance(here.found, Case):
            return _share_of(here, words_behind(here, rest))
        case "list" | "open":
            return here.to(list_page(here.world, 0))
    if name in OF_A_SUBJECT:
        return _of_a_subject(here, name, words_behind(here, rest))
    if name not in (*PLACES, "cancel"):
        return not_done(here, here.say("I do not know that command; /help lists them."))
    if rest.strip():
        return _with_words(here, name, rest)
    return here.to(_left(here) if name == "cancel" else PLACES[name])


def _with_words(here: Here, name: str, rest: str) -> Turn:
    if name in TAKES_WORDS:
        return _typed_at(here, PLACES[name], rest)
    return not_done(here, here.say("Nothing may stand behind /{command}.", command=name))


def _typed_at(here: Here, place: Place, text: str) -> Turn:
    """Go to a card, and do there what the text does that is typed on it."""
    typed, there = FLOWS[type(place)].typed, here.at(place)
    return typed(there, place, text) if typed else Turn(there.focus)


def _share_of(here: Here, words: Words) -> Turn:
    """Share the screening of the subject whose code follows the command, else the open one."""
    if words.rest or words.question:
        return _no_code(here, "share")
    if words.code is not None:
        there = _at_subject(here, words.code, words)
        if isinstance(there, Turn):
            return there
        here = there
    return here.to(Sharing()) if isinstance(here.found, Case) else Turn(here.focus)


def _no_code(here: Here, name: str) -> Turn:
    """Say what may stand behind a command; a link that opens nothing here comes as one."""
    if name == "start":
        said = here.say("This link opens nothing for you. Ask whoever sent it to you.")
    else:
        said = here.say("Only a subject code may stand behind /{command}.", command=name)
    return not_done(here, said)


def _found(here: Here, rest: str) -> Turn:
    """List the screenings with a part of a code; what is part of none is not kept."""
    each = (Wanted(part=part) for part in here.world.codes.parts(rest))
    wanted = next(filter(here.world.records.count_screenings, each), None)
    if wanted is None:
        return not_done(here, here.say("No screening has that in its code."))
    return here.to(list_page(here.world, 0, wanted))


def _of_a_subject(here: Here, name: str, words: Words) -> Turn:
    """Go to a place of the subject whose code follows the command, else of the open screening."""
    if words.rest or (words.question and name != "review"):
        return _no_code(here, name)
    if words.code is not None and name == "worksheet":
        return _typed_at(here, WorksheetOf(), words.name)
    if words.code is not None:
        there = _at_subject(here, words.code, words)
        if isinstance(there, Turn):
            return there
        here = there
    if words.question is not None:
        place = asking(here.case, here.case.trial.question_by_id[words.question])
        return here.to(place, opener=Review())
    match name:
        case "start" if words.code is None:
            return here.to(Home())
        case "notes" if here.found is None:
            return here.to(MyNotes())
        case "worksheet" if here.found is None:
            return here.to(WorksheetOf())
        case "start" | "resume":
            return _resume(here, words)
    return here.to(PLACES_OF_A_SCREENING[name]) if here.found else _nothing_open(here)


def _at_subject(here: Here, code: str, words: Words) -> Here | Turn:
    """Go to the screening that was named, else the latest; ask if there is none, or it is void."""
    if words.episode is None:
        found = last_screening(here.world, code)
    else:
        found = screening_named(here.world, code, words.episode)
    if found is None and words.episode is not None:
        return not_done(here, here.say("{code} is not on file.", code=words.name))
    if found is None:
        return here.to(NewSubject(code, {}))
    return voided(here, found.id) if found.voided else switched(here, found)


def _resume(here: Here, words: Words) -> Turn:
    """Continue the screening that is open or named, else show the list."""
    is_named = words.code is not None
    match here.found:
        case Case(is_over=over) as case if is_named or not over:
            return here.to(next_place(case))
        case NotAssessed() as unreadable if is_named:
            return here.to(present_place(unreadable))
    return here.to(list_page(here.world, 0))


def _left(here: Here) -> Place:
    """Go from a side card to the screening, and from the screening to home."""
    match here.focus.place:
        case Home() | Verdict():
            return Home()
        case Question(ticks=ticks, text=text) if not ticks and not text:
            return Home()
        case Limit(value=value) if not here.case.changed(value):
            return Home()
    return Home() if here.found is None else present_place(here.found)


def _nothing_open(here: Here) -> Turn:
    return here.to(Home(), said=(here.say("No screening is open here: /new or /list."),))
