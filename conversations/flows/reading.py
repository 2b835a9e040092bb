"""The card that asks which value a typed answer means, or whether a rare value is right."""

from conversations.acts import Act, Go
from conversations.drafts import Values
from conversations.here import Here
from conversations.limits import missing_limits
from conversations.places import Limit, Reading
from conversations.sample import dated, sample_day
from conversations.sampling import records_dated
from conversations.screen import Block, Button, Row, note, title
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.walk import asking
from conversations.words.days import sampled_words
from conversations.words.heading import heading
from conversations.words.labs import ask_words, choice_labels


def words(here: Here, place: Reading) -> tuple[Block, ...]:
    """Show the question again, and what is unclear in the answer."""
    say, case = here.say, here.case
    question = case.trial.question_by_id[place.question]
    day = sample_day(case, here.focus) if case.vocabulary[place.line.item].sample else None
    return (
        title(heading(say, case.id)),
        Block(say.text(question.asks)),
        Block(ask_words(say, case, place.line)),
        *((note(sampled_words(say, case.world.today, day)),) if day else ()),
    )


def rows(here: Here, place: Reading) -> tuple[Row, ...]:
    """Give a button for each possible value, then the way back."""
    labels = choice_labels(here.say, here.case, place.line)
    choices = [
        (Button(label, _takes(here, place, choice)),)
        for label, choice in zip(labels, place.line.choices, strict=True)
    ]
    again = asking(here.case, here.case.trial.question_by_id[place.question])
    return (*choices, (Button(here.say("‹ Type it again"), Go(again)),))


def typed(here: Here, place: Reading, text: str) -> Turn:
    """Take the answer typed again."""
    return type_answer(here, place.question, text)


def _takes(here: Here, place: Reading, choice: Values) -> Act:
    """Record the value with the day of its sample; ask first for a missing upper limit."""
    values = dict(dated(here, choice))
    if missing_limits(here.case, values):
        return Go(Limit(place.question, values))
    return records_dated(here, place.question, values)
