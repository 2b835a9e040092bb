"""How far a paper has come, and whether it is to be stopped: between a thread and who waits."""

from dataclasses import dataclass, field
from threading import Event


class StoppedError(Exception):
    """The paper is not wanted any more."""


@dataclass(slots=True)
class Progress:
    """Counts the screenings that were read, of `total` if that is known; for any thread."""

    total: int | None = None
    done: int = 0
    _stopped: Event = field(default_factory=Event)

    def stop(self) -> None:
        """Have the paper stopped at the next screening that is read, or piece that is written."""
        self._stopped.set()

    def look(self) -> None:
        """Raise StoppedError once the paper is not wanted any more."""
        if self._stopped.is_set():
            raise StoppedError

    def passing(self) -> None:
        """Look, and count a screening."""
        self.look()
        self.done += 1
