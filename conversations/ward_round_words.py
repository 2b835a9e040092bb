"""A ward round in words: where one is, how a screening stands, what is new, what is left."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from conversations.bedside import Open, at_the_bed, elsewhere
from conversations.case import Case
from conversations.progress import progress
from conversations.queries import asked, card_of
from conversations.turn import World
from conversations.walking import Gone, taken_over_by
from conversations.ward_rounds import Stop, WardRound
from conversations.words.people import author_words, person_words
from conversations.words.queries import due_words, owner_words, when_words
from conversations.words.trial_status import SIGNS
from conversations.words.verdict import unsettled, verdict_name
from conversations.words.ways import kind_words
from ectrial.record.entries import Entry, Kind
from ectrial.record.queries import Query
from ectrial.trial.ways import Where
from ectrial.wording.proofs import answer_line
from ectrial.wording.speech import Say, marked
from ectrial.wording.where_found import where_words

MOST_NEW = 4
MOST_NAMED = 3
GONE: Mapping[Gone, str] = {
    "voided": marked("voided"),
    "withdrawn": marked("consent withdrawn"),
    "declined": marked("consent declined"),
    "closed": marked("finished"),
    "taken_over": marked("taken over"),
}
NEWS: Mapping[Kind, str] = {
    Kind.STOPPED: marked("stopped"),
    Kind.CONTINUED: marked("goes on"),
    Kind.CLEARED: marked("answers cleared"),
    Kind.RESTORED: marked("restored"),
    Kind.MOVED: marked("newer protocol version"),
    Kind.CONSENT: marked("consent changed"),
    Kind.QUERY_OPENED: marked("somebody was asked"),
    Kind.QUERY_CHANGED: marked("an open item was changed"),
    Kind.QUERY_SAID: marked("something was said of an open item"),
    Kind.QUERY_CLOSED: marked("an open item was closed"),
    Kind.SIGNATURE_ASKED: marked("a signature was asked for"),
    Kind.SIGNED: marked("signed"),
    Kind.SIGNATURE_RETURNED: marked("not signed, returned"),
    Kind.DEVIATION: marked("a deviation was recorded"),
    Kind.SHIFT_ACCEPTED: marked("taken over"),
}
ANSWERS = (Kind.ANSWERED, Kind.CORRECTED)


def position_words(say: Say, walked: WardRound, stop: Stop) -> str:
    """Say which stop this is, of how many."""
    n = (walked.index(stop.screening) or 0) + 1
    return say("Round {n}/{total}", n=n, total=len(walked.stops))


def standing_words(say: Say, case: Case) -> str:
    """Give the verdict so far in one line; while questions remain, how far it is."""
    halt = case.world.records.conduct(case.id.trial).halt
    sign = "" if halt is None else f"{SIGNS[halt.state]} "
    return f"{sign}{_standing(say, case)}"


def _standing(say: Say, case: Case) -> str:
    if case.is_over:
        return verdict_name(say, case.verdict)
    done = "{}/{}".format(*progress(case))
    if case.verdict.failing:
        return " · ".join((say("⛔ so far"), done))
    unknown, _ = unsettled(case)
    return f"{done} · ❓ {len(unknown)}" if unknown else done


def gone_words(say: Say, world: World, stop: Stop, why: Gone) -> str:
    """Say why nothing is to be done at a stop."""
    by = taken_over_by(world, stop)
    if why == "taken_over" and by is not None:
        return say("taken over by {name}", name=person_words(say, world, by.actor))
    return say(GONE[why])


def new_words(say: Say, case: Case, found: Iterable[Entry]) -> list[str]:
    """Give what others recorded, the latest first: when, who and what; many only in number."""
    told = [each for each in found if each.said.kind in (*ANSWERS, *NEWS)]
    lines = [_new(say, case, who, list(group)) for who, group in groupby(told, _occasion)][::-1]
    more = len(lines) - MOST_NEW
    left = [say("{n} earlier changes", n=more)] if more > 0 else []
    return [*lines[:MOST_NEW], *left]


def _occasion(entry: Entry) -> tuple[int, str, str]:
    return entry.actor, entry.role, f"{entry.at_utc:%Y-%m-%d %H:%M}"


def _new(say: Say, case: Case, who: tuple[int, str, str], entries: list[Entry]) -> str:
    """Give what one person recorded in one minute."""
    told = list(dict.fromkeys(_what(say, case, each) for each in entries))
    more = [f"+{len(told) - MOST_NAMED}"] if len(told) > MOST_NAMED else []
    name = author_words(say, case.world, who[0], who[1])
    what = " · ".join([*told[:MOST_NAMED], *more])
    at = when_words(case.world, entries[-1].at_utc)
    line = say("{name}: {answer}", name=name, answer=what)
    return f"{at} {line}"


def _what(say: Say, case: Case, entry: Entry) -> str:
    kind, item = entry.said.kind, entry.said.item or ""
    if kind not in ANSWERS:
        return say(NEWS[kind])
    if item not in case.vocabulary:
        return say("an answer")
    if item not in case.facts.items:
        name = say.text(case.vocabulary[item].name)
        return say("{name}: {answer}", name=name, answer=say("taken back"))
    return str(answer_line(say, case.vocabulary[item], case.facts))


def at_bed_words(say: Say, case: Case, each: Open) -> str:
    """Give one open question with how it is settled at the bed, and who is asked already."""
    how = say.text(each.at_bed.how) if each.at_bed else ""
    if each.at_bed and each.at_bed.kind == "chart":
        how = say("{way} ({kind})", way=how, kind=kind_words(say, case, "chart"))
    query = _query(case, each)
    whose = [owner_words(say, case.world, query.assignee)] if query else []
    name = say.text(each.item.name)
    line = say("{name}: {answer}", name=name, answer=" · ".join([how, *whose]))
    return f"· {line}"


def _query(case: Case, each: Open) -> Query | None:
    """Give the open item that stands for the card of a question."""
    cards = ((query, card_of(case, query.item)) for query in asked(case))
    return next((query for query, card in cards if each.item.id in card), None)


def elsewhere_words(say: Say, case: Case) -> str:
    """Say how much is settled elsewhere, by place; nothing if nothing is."""
    told = _places(say, elsewhere(case))
    return say("Elsewhere: {places}", places=told) if told else ""


def left_words(say: Say, case: Case) -> Iterator[str]:
    """Give what is left of a screening: whose it is and when, then how much waits where."""
    by_owner = sorted(asked(case), key=lambda each: each.assignee)
    for (person, day), group in groupby(by_owner, lambda each: (each.assignee, each.due)):
        names = [_short_name(say, case, each) for each in group]
        more = [f"+{len(names) - MOST_NAMED}"] if len(names) > MOST_NAMED else []
        due = [due_words(say, case.world.today, day)] if day else []
        what = " · ".join([*names[:MOST_NAMED], *more, *due])
        yield say("{name}: {answer}", name=owner_words(say, case.world, person), answer=what)
    here: Counter[Where] = Counter({"ward": len(at_the_bed(case))})
    if told := _places(say, here + elsewhere(case)):
        yield say("Open: {places}", places=told)


def _places(say: Say, counts: Mapping[Where, int]) -> str:
    return " · ".join(f"{where_words(say, where)} {n}" for where, n in counts.items())


def _short_name(say: Say, case: Case, query: Query) -> str:
    found = case.vocabulary.get(query.item)
    return say.text(found.name) if found else query.item
