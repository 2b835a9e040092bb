"""Work that is handed over, in words: which screenings and open items, and how an offer ended."""

from collections import Counter
from collections.abc import Iterable

from conversations.screen import Block
from conversations.turn import World
from conversations.words.heading import heading
from conversations.words.people import author_words
from conversations.words.queries import when_words
from ectrial.record.shifts import Outcome, ReturnReason, Work
from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import Say, marked

WHYS: dict[ReturnReason, str] = {
    "no_time": marked("no time for it"),
    "off_duty": marked("not on duty"),
    "unclear": marked("something is unclear"),
    "other": marked("another reason"),
}
MOST_NAMED = 12


def why_words(say: Say, why: ReturnReason) -> str:
    """Say why an offer was returned."""
    return say(WHYS[why])


def outcome_words(say: Say, world: World, outcome: Outcome) -> str:
    """Say who accepted, returned or took back an offer, and when."""
    when = when_words(world, outcome.at_utc)
    who = author_words(say, world, outcome.actor, outcome.role)
    match outcome.ending:
        case "accepted":
            return say("{when} {name} has taken it over.", when=when, name=who)
        case "withdrawn":
            return say("{when} Taken back.", when=when)
        case why:
            told = why_words(say, why)
            return say("{when} {name} returned it: {why}.", when=when, name=who, why=told)


def work_words(say: Say, work: Work) -> tuple[Block, ...]:
    """Name the screenings, and those with open items with the number of the items."""
    counts = Counter(query.id for _, query in work.queries)
    blocks = []
    if work.screenings:
        codes = _codes(say, {each.id: 1 for each in work.screenings})
        n = len(work.screenings)
        blocks.append(Block(say("Screenings ({n}): {codes}", n=n, codes=codes)))
    if counts:
        n = len(work.queries)
        blocks.append(Block(say("Open items ({n}): {who}", n=n, who=_codes(say, counts))))
    return tuple(blocks)


def codes_of(say: Say, ids: Iterable[ScreeningId]) -> str:
    """Give the codes of screenings."""
    return _codes(say, dict.fromkeys(ids, 1))


def _codes(say: Say, counts: dict[ScreeningId, int]) -> str:
    told = [
        f"{heading(say, id_)} ×{n}" if n > 1 else heading(say, id_) for id_, n in counts.items()
    ]
    more = len(told) - MOST_NAMED
    named = say.listed(told[:MOST_NAMED])
    return say("{codes} and {n} more", codes=named, n=more) if more > 0 else named
