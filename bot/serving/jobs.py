"""What remains to be done in a chat after an update."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.serving.notices import Notice
from bot.serving.pushes import Push
from bot.serving.still_meant import IsMeant
from bot.serving.taken import Standing
from bot.telegram.files import File
from bot.telegram.updates import Membership

# Texts and files beside the card that two joined jobs may leave
MOST_MESSAGES = 10
MOST_FILES = 3
# each question is of a job with one of these at least, so that older ones are of what is gone
MOST_ASKED = MOST_MESSAGES + MOST_FILES + 1


@dataclass(frozen=True, slots=True)
class DeliveryJob:
    """What must be done in a chat after one update.

    `callback_query` is the tap that must be answered, with the toast if there is one.
    `recorded` is a text from which something was recorded: it gets a mark. `messages` are sent
    beside the card, below the person's message that the job `answers`; `files` are sent below
    them, and `push` is one that rings; `notices` are silent, with a button of their own. `deletes`
    are messages of the person that nobody else may read. `old_card` is a message whose buttons are
    removed. A stranger has no card.
    `must_show_again`: the phone may show something else than we believe. `has_recorded`: the
    update brought entries. `is_unasked`: no act of the person brought the card. `standing` is
    where the update left the chat, and `committed` when that was recorded, by `perf_counter`.
    `has_blocked`: whether the person has blocked the bot, who has not if they act; None if the
    update does not say. `has_proved`: the person has just given a right code. `is_for_stranger`:
    it is done while the team needs no call, or never. `is_meant`: whether its texts, notices and
    files are still for the person, asked at each try.
    """

    callback_query: str | None = None
    toast: str = ""
    recorded: int | None = None
    messages: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    push: Push | None = None
    notices: tuple[Notice, ...] = ()
    answers: int | None = None
    deletes: tuple[int, ...] = ()
    old_card: int | None = None
    has_card: bool = True
    must_show_again: bool = False
    has_recorded: bool = False
    is_unasked: bool = False
    standing: Standing | None = field(default=None, compare=False, repr=False)
    committed: float | None = field(default=None, compare=False)
    has_blocked: bool | None = None
    has_proved: bool = False
    is_for_stranger: bool = False
    is_meant: tuple[IsMeant, ...] = field(default=(), compare=False, repr=False)

    @property
    def shows(self) -> bool:
        """Whether it leaves something beside the card that may show a subject."""
        return bool(self.messages or self.files or self.notices)

    def left(self) -> Iterator[Standing]:
        """Give, once, where the update left the chat: none if its person has lost a right."""
        if self.standing is not None and all(each() for each in self.is_meant):
            yield self.standing


def joined(earlier: DeliveryJob, later: DeliveryJob) -> DeliveryJob:
    """Make one job of two in a flood: the card tells all, so marks and old texts may be lost."""
    return replace(
        later,
        recorded=earlier.recorded if later.recorded is None else later.recorded,
        messages=(earlier.messages + later.messages)[-MOST_MESSAGES:],
        files=_joined_files(earlier.files + later.files),
        push=earlier.push if later.push is None else later.push,
        notices=earlier.notices + later.notices,
        deletes=(*earlier.deletes, *later.deletes),
        answers=earlier.answers if later.answers is None else later.answers,
        old_card=earlier.old_card if later.old_card is None else later.old_card,
        has_card=earlier.has_card or later.has_card,
        must_show_again=earlier.must_show_again or later.must_show_again,
        is_unasked=earlier.is_unasked and later.is_unasked,
        has_blocked=earlier.has_blocked if later.has_blocked is None else later.has_blocked,
        has_proved=earlier.has_proved or later.has_proved,
        is_meant=(*(earlier.is_meant if earlier.shows else ()), *later.is_meant)[-MOST_ASKED:],
    )


def _joined_files(files: tuple[File, ...]) -> tuple[File, ...]:
    """Keep the latest, and those of which somebody waits to hear."""
    return tuple(
        file
        for n, file in enumerate(files)
        if file.settle is not None or n >= len(files) - MOST_FILES
    )


def leave(jobs: Iterable[DeliveryJob]) -> None:
    """Tell whoever waits for a file that it was not sent; a file that was sent stays so."""
    for job in jobs:
        for file in job.files:
            file.came_to("left")


def seconds_to_show(jobs: Iterable[DeliveryJob], now: float) -> list[float]:
    """Give how long ago each job was recorded whose card is shown now."""
    return [now - job.committed for job in jobs if job.has_card and job.committed is not None]


def after_blocking(event: Membership) -> DeliveryJob:
    """Leave a person alone who has blocked the bot; show the card after unblocking."""
    return DeliveryJob(
        has_card=not event.has_blocked,
        must_show_again=True,
        has_blocked=event.has_blocked,
    )


async def let_ring_later(jobs: Sequence[DeliveryJob]) -> None:
    """Give back what was to ring a person who cannot be reached; what rang stays as it is."""
    leave(jobs)
    for job in jobs:
        if job.push is not None:
            await job.push.bell.settle("open")
        for notice in job.notices:
            await notice.give_back()
