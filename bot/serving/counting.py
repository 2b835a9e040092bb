"""Numbers that few cards tell, so that the other cards do not wait for the count."""

from collections.abc import Callable, Iterator, Mapping


class CountedWhenAsked(Mapping[str, int]):
    """A number for each name, counted when it is read: by a card of the same turn, or never."""

    def __init__(self, names: tuple[str, ...], count: Callable[[str], int]) -> None:
        self._names, self._count = names, count

    def __getitem__(self, name: str) -> int:
        if name not in self._names:
            raise KeyError(name)
        return self._count(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
