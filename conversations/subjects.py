"""Opening a screening by subject code (never a name), with sex and age, also once again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from conversations.acts import Begin, Go
from conversations.case import Case, NotAssessed, first_case, make_case
from conversations.conflicts import conflicts
from conversations.drafts import Values
from conversations.here import Here
from conversations.openings import Opening, Refused, read_opening
from conversations.places import Hold, Whose
from conversations.places_outside import NewSubject, Rescreen, SubjectCode
from conversations.places_to_look_at import Unreadable
from conversations.recording import follow
from conversations.same_person import differing
from conversations.turn import Turn, World
from conversations.walk import next_place
from ectrial.given import all_given
from ectrial.record.entries import JSON, Kind
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from ectrial.wording.proofs import answer_line
from ectrial.wording.speech import marked

NOT_ASKED = {
    "sex": marked("This trial does not ask the sex: it was not recorded."),
    "age": marked("This trial does not ask the age: it was not recorded."),
}


def new(here: Here, rest: str, subject: str = "") -> Turn:
    """Take a code for a new screening, or ask for one; ask first if the code is on file."""
    if not rest.strip():
        return here.to(SubjectCode())
    words = here.world.codes.words(rest)
    named = here.world.codes.first_named(words)
    if named and named[1] is not None:
        return _numbered(here, named[0], words)
    opening = read_opening(here.world.codes, rest, subject)
    if isinstance(opening, Refused):
        return _refused(here, opening)
    asked = _asked(here.world, opening)
    if asked is not None:
        return here.to(asked)
    return begun(here, first_of(here.world, opening.subject), opening.answers)


def _numbered(here: Here, code: str, words: list[str]) -> Turn:
    """Lead from the name of one of several screenings to the card that begins another one."""
    opening = read_opening(here.world.codes, " ".join((code, *words[1:])))
    if isinstance(opening, Refused):
        return _refused(here, opening)
    asked = _asked(here.world, opening) or NewSubject(code, dict(opening.answers))
    numbered = here.say("The number of a screening is given here: {code} is enough.", code=code)
    return here.to(asked, said=(numbered,))


def way_to(world: World, subject: str) -> Begin | Go:
    """Give the act of a button with a code: begin, or ask first if the code needs a question."""
    asked = _asked(world, Opening(subject, {}))
    return Go(asked) if asked else Begin(first_of(world, subject), {})


def _asked(world: World, opening: Opening) -> Rescreen | NewSubject | None:
    """Give the card that asks before a screening begins: the code is on file, or may be a slip."""
    if last_screening(world, opening.subject):
        return Rescreen(opening.subject, dict(opening.answers))
    if _needs_asking(world, opening.subject):
        return NewSubject(opening.subject, dict(opening.answers))
    return None


def open_on_file(here: Here, rest: str) -> Turn:
    """Open the subject of a code on file; ask about a code that is not on file."""
    opening = read_opening(here.world.codes, rest)
    if isinstance(opening, Refused):
        return _refused(here, opening)
    return open_subject(here, opening)


def _refused(here: Here, refused: Refused) -> Turn:
    code = refused.subject or here.world.codes.example
    return here.to(SubjectCode(refused.subject), said=(here.say(refused.why, code=code),))


def next_code(world: World, like: str) -> str:
    """Give the next free code in the style of this one, such as S-015 after S-014."""
    prefix, dash, number = like.rpartition("-")
    if not dash or not number.isdigit():
        return ""
    return world.records.next_subject(world.trial.id, prefix, len(number))


def _needs_asking(world: World, subject: str) -> bool:
    """Whether a new code may be a slip for one on file; the next free number is none."""
    return subject != next_code(world, subject) and bool(
        world.records.alike(world.trial.id, subject)
    )


def last_screening(world: World, subject: str) -> Screening | None:
    """Give the latest screening of a subject."""
    episodes = world.records.episodes(world.trial.id, subject)
    return episodes[-1] if episodes else None


def first_of(world: World, subject: str) -> ScreeningId:
    """Name the first screening of a subject in the present trial at this site."""
    return ScreeningId(world.site, world.trial.id, subject, 1)


def open_subject(here: Here, opening: Opening) -> Turn:
    """Continue a screening on file; ask before one begins, or if it was voided."""
    last = last_screening(here.world, opening.subject)
    if last is None:
        return here.to(NewSubject(opening.subject, dict(opening.answers)))
    if last.voided:
        return here.to(Rescreen(opening.subject, dict(opening.answers)))
    return opened(here, last, opening.answers)


def opened(here: Here, screening: Screening, answers: Mapping[str, JSON]) -> Turn:
    """Continue a screening that is on file; if it is over, show its verdict."""
    case = make_case(here.world, screening)
    if isinstance(case, NotAssessed):
        return here.to(Unreadable(), screening=screening.id)
    if differs := differing(screening.answers, answers):
        back = next_place(case)
        return here.to(Whose(None, differs, None, None, back), screening=case.id)
    if case.is_over:
        is_lost = bool(case.changed(_known(case, answers)))
        lost = here.say("{subject} is over: nothing was recorded.", subject=case.id.subject)
        said = (lost,) if is_lost else ()
        return here.to(next_place(case), screening=case.id, said=said)
    return _resume(here, case, Opening(case.id.subject, answers))


def voided(here: Here, id_: ScreeningId) -> Turn:
    """Ask what to do with a voided screening; say so if the card shows a later one."""
    latest = last_screening(here.world, id_.subject)
    is_latest = latest is None or latest.id == id_
    said = (
        () if is_latest else (here.say("{subject}: this screening is voided.", subject=id_.name),)
    )
    return here.to(Rescreen(id_.subject, {}), said=said)


def bare_code(here: Here, text: str) -> str | None:
    """Give the code if a text is nothing else and the code cannot be a name."""
    words, codes = here.world.codes.words(text), here.world.codes
    found = codes.first(words)
    if found is None or found[1] < len(words) or codes.may_name_somebody("-".join(words)):
        return None
    return found[0]


def begun(here: Here, screening: ScreeningId, answers: Mapping[str, JSON]) -> Turn:
    """Record the opening of a screening and go to its first question."""
    case = first_case(here.world, screening)
    values = _known(case, answers)
    entries = [case.entry(Kind.OPENED), *case.recording(values, None)]
    after = case.after(values)
    said = (*_read_back(here, after, values), *_not_asked(here, case, answers))
    focus = here.focus.at(next_place(after), screening=screening, said=said)
    return Turn(focus, tuple(entries))


def _resume(here: Here, case: Case, opening: Opening) -> Turn:
    """Continue an open screening; an answer typed now never replaces a recorded answer."""
    say = here.say
    values = _known(case, opening.answers)
    fresh = {item: v for item, v in values.items() if not case.needs_reason({item: v})}
    after = case.after(fresh)
    there = replace(here, focus=here.focus.at(next_place(case), screening=case.id), found=case)
    if conflicts(case, after):
        return there.to(Hold(fresh, "contradiction", next_place(case)))
    said = [say("{subject} is open: going on where it stopped.", subject=case.id.subject)]
    said += _read_back(here, after, case.changed(fresh))
    if kept := [item for item in values if item not in fresh]:
        recorded = " · ".join(_read_back(here, case, kept))
        said.append(say("Recorded before, and kept: {answers}.", answers=recorded))
    said += _not_asked(here, case, opening.answers)
    return follow(there, case, after, case.recording(fresh, None), tuple(said))


def _known(case: Case, answers: Mapping[str, JSON]) -> Values:
    """Give only the answers to items of this trial's vocabulary, in its order."""
    return all_given({item: answers[item] for item in case.vocabulary if item in answers})


def _not_asked(here: Here, case: Case, answers: Mapping[str, JSON]) -> list[str]:
    return [here.say(NOT_ASKED[each]) for each in answers if each not in case.vocabulary]


def _read_back(here: Here, case: Case, items: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(answer_line(here.say, case.vocabulary[item], case.facts)) for item in items)
