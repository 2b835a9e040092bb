"""What follows a command: a code, the id of a criterion, and what is neither."""

from dataclasses import dataclass

from conversations.case import Case
from conversations.here import Here


@dataclass(frozen=True, slots=True)
class Words:
    """What follows a command: a code, the question of a criterion, and the remaining words.

    `episode` is the number of the screening that was named with the code, if one was.
    """

    code: str | None
    episode: int | None
    question: str | None
    rest: tuple[str, ...]

    @property
    def name(self) -> str:
        """The code as it was named."""
        number = "" if self.episode is None else f"/{self.episode}"
        return f"{self.code or ''}{number}"


def words_behind(here: Here, text: str) -> Words:
    """Find a code anywhere in a text; the id of a criterion is no code."""
    code = question = episode = None
    rest: list[str] = []
    words = here.world.codes.words(text)
    while words:
        found = here.world.codes.first_named(words)
        asks = _question_of(here, words[0]) if question is None else None
        if asks is not None:
            question, words = asks, words[1:]
        elif found is not None and code is None:
            code, episode, words = *found[:2], words[found[2] :]
        else:
            rest, words = [*rest, words[0]], words[1:]
    return Words(code, episode, question, tuple(rest))


def _question_of(here: Here, word: str) -> str | None:
    """Give the first question of the criterion with this id."""
    if not isinstance(here.found, Case):
        return None
    questions = here.found.trial.questions
    return next((q.id for q in questions if q.criterion == word.upper()), None)
