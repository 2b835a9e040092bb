"""What is left to be done in a chat after an update."""

from dataclasses import dataclass, field

from bot.serving.turns import Standing


@dataclass(frozen=True, slots=True)
class DeliveryJob:
    """What is to be done in a chat after one update.

    `callback_query` is the tap that waits to be answered, with the toast if there is one.
    `recorded` is a text of which something was recorded: it gets a mark. `messages` are sent
    beside the card, below the person's message that the job `answers`. `old_card` is a message
    whose buttons are taken away. A stranger has no card.
    `must_show_again` is for a phone that may show something else than we believe, `has_recorded`
    for an update that brought entries; what `is_quiet` rings no phone. `standing` is where the
    update left the chat, and `committed` when that was recorded, by `perf_counter`. `has_blocked`
    says whether the person has blocked the bot; None if the update does not tell.
    """

    callback_query: str | None = None
    toast: str = ""
    recorded: int | None = None
    messages: tuple[str, ...] = ()
    answers: int | None = None
    old_card: int | None = None
    has_card: bool = True
    must_show_again: bool = False
    has_recorded: bool = False
    is_quiet: bool = False
    standing: Standing | None = field(default=None, compare=False, repr=False)
    committed: float | None = field(default=None, compare=False)
    has_blocked: bool | None = None
