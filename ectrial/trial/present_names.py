"""The id that an item has now where several trials call it by different ids. Pure."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ectrial.record.entries import JSON
from ectrial.record.renames import Renames, renamed_value
from ectrial.trial.carrying import means_the_same
from ectrial.trial.renaming import written_as
from ectrial.vocabulary import Item, Vocabulary


class PresentNames(NamedTuple):
    """The items that had other ids, or options with other ids, by each of their ids."""

    items: Mapping[str, Item]

    def of(self, item: Item, value: JSON) -> tuple[str, Item, JSON]:
        """Give the present id of an item, the item and an answer to it by the present ids.

        Without another id, or where the item of that id means something else, they stay.
        """
        now = self.items.get(item.id, item)
        written = written_as(item, now)
        if now is item or not means_the_same(written, now):
            return item.id, item, value
        names = Renames(options={now.id: now.renamed})
        return now.id, written, renamed_value(names, now.id, value)


def present_names(vocabularies: Iterable[Vocabulary]) -> PresentNames:
    """Give the present names by the items of all these trials."""
    every = [item for each in vocabularies for item in each.values()]
    found = {item.id: item for item in every if item.renamed}
    found |= {old: item for item in every for old in item.formerly}
    return PresentNames(found)
