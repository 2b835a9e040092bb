"""What answers imply by the site's own table, `items/implied.yaml`, beside the shipped one."""

from collections.abc import Iterator
from pathlib import Path

from ectrial.facts import Absence
from ectrial.item_files import IMPLIED
from ectrial.nearest import instead_of, unknown
from ectrial.trial.implied import Implications, Words, read_table
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
