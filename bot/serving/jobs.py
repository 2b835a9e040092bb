"""What remains to be done in a chat after an update."""

from dataclasses import dataclass, field

from bot.serving.turns import Standing


@dataclass(frozen=True, slots=True)
class DeliveryJob:
    """What must be done in a chat after one update.

    `callback_query` is the tap that must be answered, with the toast if there is one.
    `recorded` is a text from which something was recorded: it gets a mark. `messages` are sent
    beside the card, below the person's message that the job `answers`. `old_card` is a message
    whose buttons are removed. A stranger has no card.
    `must_show_again`: the phone may show something else than we believe. `has_recorded`: the
    update brought entries. `is_quiet`: the phone does not ring. `standing` is where the update
    left the chat, and `committed` when that was recorded, by `perf_counter`. `has_blocked`:
    whether the person has blocked the bot; None if the update does not say.
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
