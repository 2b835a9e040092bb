"""Notes in words: what each is about, who wrote it for whom, and its thread."""

from collections.abc import Iterable, Iterator, Sequence

from conversations.case import Case
from conversations.screen import shortened
from conversations.turn import World
from conversations.words.own import quoted
from conversations.words.people import author_words
from conversations.words.queries import when_words
from ectrial.record.entries import Kind
from ectrial.record.notes import About, Note, Readers
from ectrial.record.threads import ThreadLine
from ectrial.trial.protocol import Protocol
from ectrial.wording.answers import value_words
from ectrial.wording.speech import Say

SIGN = "✎"
RESOLVED = "☑"
MOST_LINES = 8
MOST_BESIDE = 2
BESIDE, IN_A_LIST = 60, 80  # letters of a note that stands among other things


def readers_words(say: Say, readers: Readers) -> str:
    """Say who reads a note; what only its author reads is never shown to anybody else."""
    return say("only you") if readers == "author" else say("for the team")


def trial_of(world: World, note: Note) -> Protocol | None:
    """Give the protocol version whose words a note is about; None if it is not loaded."""
    return world.versions.of(note.screening.trial, note.version, note.fingerprint)


def about_words(say: Say, trial: Protocol | None, about: About) -> str:
    """Name what a note is about; by its id alone if the version is not loaded."""
    if about.what == "screening":
        return say("the screening as a whole")
    if about.what == "answer":
        return about.of if trial is None else _item(say, trial, about.of)
    criterion = trial.criterion_by_id.get(about.of) if trial else None
    if criterion is None:
        return about.of
    if about.span is None:
        return f"{about.of} {say.text(criterion.title)}"
    begin, end = about.span
    return f"{about.of} “{criterion.wording[begin:end]}”"


def answered_words(say: Say, case: Case, about: About) -> str:
    """Name what a note is about; an answer as it is recorded now."""
    told = about_words(say, case.trial, about)
    if about.what != "answer" or about.of not in case.screening.answers:
        return told
    answer = value_words(say, case.vocabulary[about.of], case.facts)
    return say("{name}: {answer}", name=told, answer=answer)


def _item(say: Say, trial: Protocol, item: str) -> str:
    if item not in trial.vocabulary:
        return item
    question = trial.question_of.get(item)
    criterion = (question and question.criterion) or ""
    return f"{criterion} {say.text(trial.vocabulary[item].name)}".strip()


def who_words(say: Say, world: World, person: int, role: str) -> str:
    """Name who wrote something."""
    return say("me") if person == world.actor else author_words(say, world, person, role)


def listed_words(say: Say, world: World, note: Note) -> str:
    """Give a note in a list: what it is about, by whom and for whom, and how it begins."""
    about = shortened(about_words(say, trial_of(world, note), note.about), IN_A_LIST)
    told = " · ".join((about, *_state(say, world, note)))
    return f"{told}\n{quoted(say, note.text, IN_A_LIST)}"


def beside_words(say: Say, world: World, notes: Sequence[Note]) -> Iterator[str]:
    """Give the latest notes in a line each, to stand below what they are about."""
    for note in notes[-MOST_BESIDE:]:
        told = " · ".join(_state(say, world, note))
        yield f"{SIGN} {told}: {quoted(say, note.text, BESIDE)}"
    if (left := len(notes) - MOST_BESIDE) > 0:
        more = say("and {n} more", n=left)
        yield f"{SIGN} {more}"


def _state(say: Say, world: World, note: Note) -> tuple[str, ...]:
    """Say by whom and for whom a note is, and whether it is resolved."""
    who = () if note.readers == "author" else (who_words(say, world, note.author, note.role),)
    is_over = () if note.is_open else (say("resolved"),)
    return (*who, readers_words(say, note.readers), *is_over)


def note_thread_words(say: Say, world: World, note: Note) -> Iterable[str]:
    """Give the note and the latest lines of its thread: when, who, and what was done or said."""
    who = who_words(say, world, note.author, note.role)
    yield _line(say, world, note, who, quoted(say, note.text))
    left_out = max(0, len(note.thread) - MOST_LINES)
    if left_out:
        yield say("{n} earlier lines are in the record.", n=left_out)
    for line in note.thread[left_out:]:
        yield _line(
            say, world, line, who_words(say, world, line.actor, line.role), _did(say, line)
        )


def _line(say: Say, world: World, at: Note | ThreadLine, who: str, told: str) -> str:
    line = say("{name}: {answer}", name=who, answer=told)
    return f"{when_words(world, at.at_utc)} {line}"


def _did(say: Say, line: ThreadLine) -> str:
    match line.kind:
        case Kind.NOTE_RESOLVED:
            return say("resolved")
        case Kind.NOTE_REOPENED:
            return say("open again")
        case Kind.NOTE_READERS if line.value["readers"] == "team":
            return say("for the team from now on")
        case Kind.NOTE_READERS:
            return say("for the author alone from now on")
    return quoted(say, line.text)
