"""What answers imply by the site's own table, `items/implied.yaml`, beside the shipped one."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from ectrial.facts import Absence
from ectrial.item_files import IMPLIED
from ectrial.nearest import instead_of, unknown
from ectrial.trial.implied import Implication, Implications, Words, read_table
from ectrial.trial.versions import shipped
from ectrial.vocabulary import Item, Vocabulary
from ectrial.yaml_file import Fault, SourceError, YamlFile


def read_own_implied(
    items: Path, vocabulary: Vocabulary
) -> tuple[Implications, tuple[Fault, ...]]:
    """Read the table of a folder of items, with its faults; its lines name items that exist."""
    path = items / IMPLIED
    if not path.is_file():
        return (), ()
    try:
        source = YamlFile(path)
        table = read_table(source, shipped().implications)
    except SourceError as error:
        return (), tuple(_named(items, fault) for fault in error.faults)
    faults: list[Fault] = []
    for name, line in table.items():
        for part, said in (("given", line.given), ("implies", line.implies)):
            for item, words in said.items():
                place = (name, part, item)
                faults += [source.fault(place, each) for each in _odd(item, words, vocabulary)]
    return tuple(table.values()), tuple(_named(items, fault) for fault in faults)


def opposite_lines(items: Path) -> Iterator[Fault]:
    """Give lines of a folder's table that imply two answers to one item for the same subject."""
    path = items / IMPLIED
    try:
        source = YamlFile(path) if path.is_file() else None
        table = read_table(source, shipped().implications) if source else {}
    except SourceError:
        return  # told already
    for (first, one), (name, other) in combinations(table.items(), 2):
        for item, answer in other.implies.items():
            if one.implies.get(item, answer) != answer and _together(one, other):
                message = f"implies {item}: {answer}, and {first} {item}: {one.implies[item]}"
                fault = source.fault((name, "implies", item), f"{message}: mend one of them")  # type: ignore[union-attr] # has lines
                yield _named(items, fault)


def _together(one: Implication, other: Implication) -> bool:
    """Whether one line holds, for some answers at least, where the other one does."""
    common = one.given.keys() & other.given.keys()
    if common not in (one.given.keys(), other.given.keys()):
        return False
    return all(set(_words(one.given[i])) & set(_words(other.given[i])) for i in common)


def _words(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


def _odd(item: str, words: Words, vocabulary: Vocabulary) -> Iterator[str]:
    known = vocabulary.get(item)
    if known is None:
        yield unknown("item", item, vocabulary)
        return
    answers = _answers(known)
    for word in (words,) if isinstance(words, str) else words:
        if word not in answers:
            yield f"not an answer to {item}: {word!r}{instead_of(word, answers)}"


def _answers(item: Item) -> tuple[str, ...]:
    """Give the answers that mean the same in every trial: not whether a number meets a limit."""
    if item.kind == "quantity":
        return ()
    silent = (Absence.UNKNOWN, Absence.PENDING, Absence.NOT_DONE)
    return (*item.options, *(word for word in item.words if word not in {*item.options, *silent}))


def _named(items: Path, fault: Fault) -> Fault:
    return fault._replace(file=f"{items.name}/{fault.file}")
