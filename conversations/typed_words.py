"""Whole words typed as an answer to a card: yes, no, not sure, pending, not done."""

from typing import Literal

from conversations import answers
from conversations.drafts import Values
from ectrial.facts import Absence
from ectrial.trial.protocol import Question

Word = Literal["yes", "no", "unsure", "pending", "not_done"]


def word_of(text: str) -> Word | None:
    """Give the answer if the whole text is one such word, in either language.

    >>> word_of("Not sure."), word_of("待回报"), word_of("no fever")
    ('unsure', 'pending', None)
    """
    said = " ".join(text.casefold().replace("’", "'").split())
    return _WORDS.get(said.strip(" .!。！"))


def worded(question: Question, word: Word) -> Values | None:
    """Give the values of a typed word; None if the card has no such answer."""
    item = answers.asked_items(question)[0]
    several = answers.has_several(question)
    match word:
        case "unsure":
            return answers.unsure(question)
        case "pending" | "not_done":
            why = Absence(word)
            return answers.absent(question, why) if answers.takes(question, why) else None
        case "no" if several:
            none = answers.none_of(question)
            return answers.as_given(none) if len(none) == len(question.items) else None
        case _ if several or item.kind != "boolean":
            return None
    return answers.yes_or_no(question, yes=word == "yes")


_SAID: dict[Word, str] = {
    "yes": "yes|y|是|是的|有|对",
    "no": "no|n|none|none of these|否|不是|没有|没|无|均无|都没有",
    "unsure": "not sure|unsure|unknown|don't know|?|不确定|不清楚|不知道|不详|？",
    "pending": "pending|no result yet|result pending|awaiting result|result tomorrow"
    "|待回报|待报告|待结果|结果未回|未回报|结果未出|未出结果|尚无结果",
    "not_done": "not done|not tested|not measured|未做|未查|未测|未检|未检测|没做|没查",
}
_WORDS: dict[str, Word] = {
    text: word for word, texts in _SAID.items() for text in texts.split("|")
}
