"""Opening a screening: a subject code (never a name), sex and age when given, re-screening."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from conversations.case import Case, NotAssessed, first_case, make_case
from conversations.drafts import Values
from conversations.here import Here
from conversations.places import Hold, Rescreen, SubjectCode, Unreadable
from conversations.recording import follow
from conversations.turn import Turn, World
from conversations.walk import next_place
from ectrial.given import all_given
from ectrial.record.entries import JSON, Kind
from ectrial.record.subjects import ScreeningId
from ectrial.wording.proofs import answer_line
from ectrial.wording.speech import marked

CODE = re.compile(r"([A-Za-z]{1,4})-?(\d{1,5})")
PREFIX = "S"
_SEXES = {
    "m": "male", "male": "male", "男": "male", "男性": "male",
    "f": "female", "female": "female", "女": "female", "女性": "female",
}  # fmt: skip # pairs read best side by side
_AGE = re.compile(r"([0-9]{1,3})(?:y|a|岁|周岁)?")
MAX_AGE = 125

CODE_RULE = marked(
    "A code is one to four letters and one to five digits, such as S-014. "
    "Never a name or a number of the patient's."
)
REST_RULE = marked("After the code I read only sex (M or F) and age, such as: /new S-014 M 58")


@dataclass(frozen=True, slots=True)
class Opening:
    """A subject code, and the facts that came with it."""

    subject: str
    answers: Mapping[str, JSON]


def new(here: Here, rest: str) -> Turn:
    """Take /new, with or without a code behind it."""
    if not rest.strip():
        return here.to(SubjectCode())
    opening = read_opening(rest)
    if isinstance(opening, str):
        return here.to(SubjectCode(), said=(here.say(opening),))
    return open_subject(here, opening)


def read_opening(text: str) -> Opening | str:
    """Read a code, a sex and an age; or give the sentence that says why not."""
    words = unicodedata.normalize("NFKC", text).split()
    code = CODE.fullmatch(words[0]) if words and words[0].isascii() else None
    if code is None:
        return CODE_RULE
    answers: dict[str, JSON] = {}
    for word in words[1:]:
        age = _AGE.fullmatch(word.lower())
        if word.lower() in _SEXES and "sex" not in answers:
            answers["sex"] = _SEXES[word.lower()]
        elif age is not None and int(age[1]) <= MAX_AGE and "age" not in answers:
            answers["age"] = {"value": age[1], "unit": "a"}
        else:
            return REST_RULE
    return Opening(f"{code[1].upper()}-{code[2]}", answers)


def first_of(world: World, subject: str) -> ScreeningId:
    """Name the first screening of a subject for the present trial at this site."""
    return ScreeningId(world.site, world.trial.id, subject, 1)


def open_subject(here: Here, opening: Opening) -> Turn:
    """Resume a screening that is open; ask before a finished subject is screened again."""
    episodes = here.world.records.episodes(here.world.trial.id, opening.subject)
    if not episodes:
        return begun(here, first_of(here.world, opening.subject), opening.answers)
    last = make_case(here.world, episodes[-1])
    if isinstance(last, NotAssessed) and not last.screening.voided:
        return here.to(Unreadable(), screening=last.screening.id)
    if isinstance(last, NotAssessed) or last.is_over:
        return here.to(Rescreen(opening.subject, dict(opening.answers)), screening=episodes[-1].id)
    return _resume(here, last, opening)


def begun(here: Here, screening: ScreeningId, answers: Mapping[str, JSON]) -> Turn:
    """Record the opening of a screening and go to its first question."""
    case = first_case(here.world, screening)
    values = _known(case, answers)
    entries = [case.entry(Kind.OPENED), *case.recording(values, None)]
    after = case.after(values)
    said = _read_back(here, after, values)
    focus = here.focus.at(next_place(after), screening=screening, said=said)
    return Turn(focus, tuple(entries))


def _resume(here: Here, case: Case, opening: Opening) -> Turn:
    """Go on with an open screening; an answer typed now never replaces one that is recorded."""
    say = here.say
    values = _known(case, opening.answers)
    fresh = {item: v for item, v in values.items() if not case.needs_reason({item: v})}
    after = case.after(fresh)
    focus = here.focus.at(next_place(case), screening=case.id)
    there = replace(here, focus=focus, found=case)
    if case.conflicts(after):
        return there.to(Hold(fresh, "contradiction", next_place(case)))
    said = [say("{subject} is open: going on where it stopped.", subject=case.id.subject)]
    said += _read_back(here, after, case.changed(fresh))
    if differing := [item for item in values if item not in fresh]:
        recorded = " · ".join(_read_back(here, case, differing))
        said.append(say("Recorded before: {answers}. Is it the same subject?", answers=recorded))
    return follow(there, case, after, case.recording(fresh, None), tuple(said))


def _known(case: Case, answers: Mapping[str, JSON]) -> Values:
    """Take only answers that this trial's vocabulary has, in its order."""
    return all_given({item: answers[item] for item in case.vocabulary if item in answers})


def _read_back(here: Here, case: Case, items: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(answer_line(here.say, case.vocabulary[item], case.facts)) for item in items)
