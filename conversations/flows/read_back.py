"""The card that reads typed answers back: they may have been meant for an earlier question."""

from dataclasses import replace

from conversations.acts import Go
from conversations.case import Case
from conversations.drafts import Doubt, Values
from conversations.here import Here
from conversations.places import Limit, Question, ReadBack
from conversations.sample import dated
from conversations.sampling import records_dated
from conversations.screen import LABEL_WIDTH, Block, Button, Row, lines, note, shortened, title
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.walk import next_place
from conversations.words.days import sampled_words
from conversations.words.heading import heading
from conversations.words.labs import shown
from conversations.words.quotes import use_buttons
from conversations.words.read_back import read_back
from ectrial.wording.speech import Say, marked

WHYS: dict[Doubt, str] = {
    "before": marked("You typed {answer} before this question came: is it for {name}?"),
    "unknown": marked("You typed {answer}, perhaps before this question came: is it for {name}?"),
    "reply": marked("You answered another card with {answer}: is it for {name}?"),
    "repeat": marked("You typed {answer} again: is it for {name} as well?"),
    "switched": marked("You typed {answer}: is it for {name} of {subject}?"),
    "late": marked("{answer} came late, after your last tap: is it for {name}?"),
}


def words(here: Here, place: ReadBack) -> tuple[Block, ...]:
    """Ask whether each answer belongs to the question that it would answer."""
    say, case = here.say, here.case
    after = case.after(place.values)
    told = lines(*map(str, read_back(say, after, place.values)))
    days = dict.fromkeys(v.day for v in dated(here, place.values).values() if v.day)
    return (
        title(heading(say, case.id)),
        *(_one(say, case, place) if is_one(case, place.values) else _several(say, told)),
        *(note(sampled_words(say, here.world.today, day)) for day in days),
        note(say("Not recorded yet.")),
    )


def rows(here: Here, place: ReadBack) -> tuple[Row, ...]:
    """Offer to record the answers that were read back, or to leave them."""
    say, case = here.say, here.case
    question = place.back.id if isinstance(place.back, Question) else None
    # the order of typing is lost once a draft has been stored, so use the vocabulary's order
    order = [item for item in case.vocabulary if item in place.values]
    values = {item: place.values[item] for item in order}
    record = records_dated(here, question, values, place.back)
    label = say("Yes, record all of these")
    if is_one(case, place.values):
        label = shortened(say("Yes, for {name}", name=_name(say, case, place)), LABEL_WIDTH)
    return (
        (Button(label, record, "primary"),),
        (Button(say("No, record nothing"), Go(place.back)),),
    )


def typed(here: Here, place: ReadBack, text: str) -> Turn:
    """Take an answer typed again, and read back beside it what was sent just before."""
    if here.belongs == "yes":
        if not is_one(here.case, place.values):
            return here.stay(use_buttons(here.say))
        return type_answer(here.at(place.back), _asked_by(place), text)
    after = here.case.after(place.values)
    upcoming = next_place(after)
    if isinstance(upcoming, Question):
        turn = type_answer(replace(here.at(upcoming), found=after), upcoming.id, text)
        if isinstance(more := turn.focus.place, ReadBack):
            return here.to(replace(place, values={**place.values, **more.values}))
    return here.stay(here.say("What you typed last was not taken: please type it again later."))


def is_one(case: Case, values: Values) -> bool:
    """Whether all answers belong to one question."""
    asked = (case.trial.question_of.get(item) for item in values)
    return len({question.id for question in asked if question is not None}) <= 1


def _one(say: Say, case: Case, place: ReadBack) -> tuple[Block, ...]:
    answer = shown(say, case, place.values)
    subject, name = heading(say, case.id), _name(say, case, place)
    return (Block(say(WHYS[place.why], answer=answer, name=name, subject=subject)),)


def _several(say: Say, told: tuple[Block, ...]) -> tuple[Block, ...]:
    asks = say("You typed these before their questions came. Is each where it belongs?")
    return (Block(asks), *told)


def _name(say: Say, case: Case, place: ReadBack) -> str:
    item = next(each for each in case.vocabulary if each in place.values)
    return say.text(case.vocabulary[item].name)


def _asked_by(place: ReadBack) -> str | None:
    match place.back:
        case Question(id=question) | Limit(question=question):
            return question
    return None
