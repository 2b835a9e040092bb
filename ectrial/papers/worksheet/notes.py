"""The team's notes on a worksheet, each with its thread; those of one person are on no paper."""

from collections.abc import Iterator

from ectrial.papers.team_notes import LINES
from ectrial.papers.worksheet.leaf import Leaf
from ectrial.record.entries import Kind
from ectrial.record.notes import About, Note, fold_notes
from ectrial.wording.answers import value_words


def notes_of_criterion(leaf: Leaf, criterion: str) -> list[str]:
    """Give the notes about a criterion, its words, or an answer that its questions ask for."""
    return [
        _words(leaf, each) for each in _of_the_team(leaf) if _criterion(leaf, each) == criterion
    ]


def other_notes(leaf: Leaf) -> list[str]:
    """Give the notes about the screening, and about what belongs to none of its criteria."""
    known = leaf.protocol.criterion_by_id
    return [
        _words(leaf, each) for each in _of_the_team(leaf) if _criterion(leaf, each) not in known
    ]


def _of_the_team(leaf: Leaf) -> tuple[Note, ...]:
    if not leaf.has_notes:
        return ()
    return fold_notes(leaf.file.entries).of_the_team(leaf.file.screening.id)


def _criterion(leaf: Leaf, note: Note) -> str:
    about = note.about
    if about.what != "answer":
        return about.of
    question = leaf.protocol.question_of.get(about.of)
    return (question and question.criterion) or ""


def _words(leaf: Leaf, note: Note) -> str:
    """Give a note with its thread: who, when, about what, and whether it is resolved."""
    first = f"{leaf.person(note.author, note.role)} {leaf.at(note.at_utc)}"
    parts = [first, *filter(None, [_about(leaf, note.about)]), _quoted(leaf, note.text)]
    return "\n".join(("✎ " + " · ".join(parts), *_thread(leaf, note)))


def _thread(leaf: Leaf, note: Note) -> Iterator[str]:
    for line in note.thread:
        who = f"{leaf.person(line.actor, line.role)} {leaf.at(line.at_utc)}"
        is_said = line.kind is Kind.NOTE_REPLIED
        did = _quoted(leaf, line.text) if is_said else leaf.say(LINES[line.kind])
        yield f"  {who} · {did}"


def _about(leaf: Leaf, about: About) -> str:
    """Name what a note is about; nothing where it is the criterion beside which it stands."""
    say = leaf.say
    if about.what == "screening":
        return say("the screening as a whole")
    if about.what == "answer":
        item = leaf.protocol.vocabulary.get(about.of)
        if item is None:
            return about.of
        answer = value_words(say, item, leaf.facts)
        return say("{name}: {answer}", name=say.text(item.name), answer=answer)
    criterion = leaf.protocol.criterion_by_id.get(about.of)
    if criterion is None:
        return about.of
    return "" if about.span is None else f"“{criterion.wording[slice(*about.span)]}”"


def _quoted(leaf: Leaf, text: str) -> str:
    return f"“{text}”" if text else leaf.say("text taken out")
