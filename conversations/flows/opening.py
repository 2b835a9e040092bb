"""Opening a screening: a subject code (never a name), sex and age when given, re-screening."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from conversations.case import Case, make_case
from conversations.recording import follow
from conversations.screen import Block, Button, Screen, note, title
from conversations.turn import Focus, Turn, World
from conversations.walk import go_on
from ectrial.record.entries import Kind
from ectrial.record.screenings import Screening
from ectrial.wording.proofs import value_words
from ectrial.wording.speech import Say, marked

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
    """What stood behind /new: a code, and facts to record with it."""

    subject: str
    answers: Mapping[str, Any]


def new(say: Say, world: World, focus: Focus, rest: str) -> Turn:
    """Take /new, with or without what to open."""
    if not rest.strip():
        return Turn(focus.at("code", screening=focus.screening))
    opening = read_opening(rest)
    if isinstance(opening, str):
        return Turn(focus.at("code", screening=focus.screening, said=(say(opening),)))
    return open_subject(say, world, focus, opening)


def read_opening(text: str) -> Opening | str:
    """Read a code, a sex and an age; or give the sentence that says why not."""
    words = unicodedata.normalize("NFKC", text).split()
    code = CODE.fullmatch(words[0]) if words and words[0].isascii() else None
    if code is None:
        return CODE_RULE
    answers: dict[str, Any] = {}
    for word in words[1:]:
        age = _AGE.fullmatch(word.lower())
        if word.lower() in _SEXES and "sex" not in answers:
            answers["sex"] = _SEXES[word.lower()]
        elif age is not None and int(age[1]) <= MAX_AGE and "age" not in answers:
            answers["age"] = {"value": age[1], "unit": "a"}
        else:
            return REST_RULE
    return Opening(f"{code[1].upper()}-{code[2]}", answers)


def open_subject(say: Say, world: World, focus: Focus, opening: Opening) -> Turn:
    """Open a subject: resume what is open, ask before screening a finished one again."""
    episodes = world.records.episodes(opening.subject)
    if not episodes:
        return start(say, world, focus, opening, episode=1)
    last = episodes[-1]
    if not make_case(world, last).is_over:
        return _resume(say, world, focus, last, opening)
    draft = {"subject": opening.subject, "answers": dict(opening.answers)}
    return Turn(focus.at("rescreen", screening=last.id, draft=draft))


def start(say: Say, world: World, focus: Focus, opening: Opening, *, episode: int) -> Turn:
    """Record the opening and show the first question."""
    trial = world.trial
    screening = Screening(
        id=screening_id(opening.subject, episode),
        subject=opening.subject,
        episode=episode,
        opened_at=world.now,
        protocol_version=trial.version,
        protocol_hash=trial.fingerprint,
    )
    case = make_case(world, screening)
    answers = _known(case, opening.answers)
    entries = [case.entry(Kind.OPENED), *case.recording(answers, None)]
    after = case.after(answers)
    there = replace(go_on(after, focus), said=_read_back(say, after, answers))
    return Turn(there, tuple(entries))


def _resume(say: Say, world: World, focus: Focus, screening: Screening, opening: Opening) -> Turn:
    """Go on with an open screening; what was typed now never replaces what is recorded."""
    case = make_case(world, screening)
    answers = _known(case, opening.answers)
    fresh = {n: v for n, v in answers.items() if not case.needs_reason({n: v})}
    after = case.after(fresh)
    said = [say("{subject} is open: going on where it stopped.", subject=screening.subject)]
    said += _read_back(say, after, case.changed(fresh))
    if differing := [name for name in answers if name not in fresh]:
        recorded = " · ".join(_read_back(say, case, differing))
        said.append(say("Recorded before: {answers}. Is it the same subject?", answers=recorded))
    if case.conflicts(after):
        draft = {"values": fresh}
        return Turn(focus.at("contradiction", screening=screening.id, draft=draft))
    focus = focus.at("question", screening=screening.id)
    turn = follow(say, case, after, case.recording(fresh, None), focus, ())
    return replace(turn, focus=replace(turn.focus, said=tuple(said)))


def _known(case: Case, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Only what this trial's vocabulary has."""
    return {name: v for name, v in answers.items() if name in case.world.trial.vocabulary}


def _read_back(say: Say, case: Case, names: Iterable[str]) -> tuple[str, ...]:
    vocabulary = case.world.trial.vocabulary
    return tuple(
        say(
            "{name}: {answer}",
            name=say.text(vocabulary[name].name),
            answer=value_words(say, vocabulary[name], case.facts),
        )
        for name in names
    )


def code_card(say: Say, world: World, focus: Focus) -> Screen:
    """Ask for a subject code, or offer to make one."""
    fresh = world.records.next_subject(PREFIX)
    blocks = [
        title(say("New screening")),
        Block(say("Type the subject code, such as {code}.", code=fresh)),
        note(say("Sex and age may follow: {code} M 58", code=fresh)),
        note(say("Never a name, an id or a record number.")),
    ]
    rows = ((Button(say("Use {code}", code=fresh), "make", "primary"),),)
    return Screen(tuple(blocks), (*rows, (Button(say("‹ Back"), "home"),)))


def rescreen_card(say: Say, world: World, focus: Focus) -> Screen:
    """Ask whether a subject who has been screened is screened again."""
    screening = world.records.screening(focus.screening or "")
    subject = str(focus.draft["subject"])
    ended = screening.last_at.date().isoformat() if screening and screening.last_at else ""
    voided = screening is not None and screening.voided
    known = (
        say("{subject}: the last screening was voided ({date}).", subject=subject, date=ended)
        if voided
        else say("{subject} has been screened ({date}).", subject=subject, date=ended)
    )
    blocks = [
        title(subject),
        Block(known),
        Block(say("Screen again? The earlier screening stays as it is.")),
    ]
    rows = [(Button(say("Screen again"), "again", "primary"),)]
    if not voided:
        rows.append((Button(say("Open the earlier one"), "earlier"),))
    rows.append((Button(say("‹ Back"), "home"),))
    return Screen(tuple(blocks), tuple(rows))


def opening_tap(say: Say, world: World, focus: Focus, act: str) -> Turn | None:
    """Take a tap on the code card or the re-screening card."""
    match focus.view, act:
        case "code", "make":
            opening = Opening(world.records.next_subject(PREFIX), {})
            return open_subject(say, world, focus, opening)
        case "rescreen", "again":
            opening = Opening(str(focus.draft["subject"]), focus.draft["answers"])
            episode = len(world.records.episodes(opening.subject)) + 1
            return start(say, world, focus, opening, episode=episode)
        case "rescreen", "earlier":
            return Turn(focus.at("verdict"))
    return None
