"""What a person can settle now, in all screenings: the own open items and those one covers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from conversations.acts import Go
from conversations.here import Here
from conversations.needs import CONFIRMING, SCREENING
from conversations.places import Place
from conversations.places_of_queries import ToDo
from conversations.places_of_signing import Returning, SigningCode, SignOff
from conversations.places_outside import Home
from conversations.records import Records
from conversations.rights import may
from conversations.screen import Button, Row
from conversations.turn import Turn, World
from ectrial.record.queries import OpenQuery, Status
from ectrial.record.referrals import Referred
from ectrial.record.signatures import ToSign
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Team
from ectrial.trial.protocol import Protocol as Trial
from ectrial.trial.protocol import Question
from ectrial.trial.ways import WHERE, Where
from ectrial.vocabulary import Item


def asked_for(team: Team, person: int, day: date) -> tuple[int, ...]:
    """Give whose open items a person settles on this day: the own, and those of the absent."""
    if not team.absences:
        return (person,)
    others = [each for each in team.members if each != person]
    return (person, *(each for each in others if team.asked_instead_of(each, day) == person))


def to_do_of(records: Records, team: Team, person: int, day: date) -> tuple[OpenQuery, ...]:
    """Give the open items that a person settles on this day."""
    people = asked_for(team, person, day)
    asked = (q for each in people for q in records.open_queries(assignee=each))
    waiting = tuple(q for q in asked if q.status is not Status.RESOLUTION_PROPOSED)
    member = team.member(person, day)
    is_monitor = member is not None and member.role == "monitor"
    return (*waiting, *_to_close(records, team, person)) if is_monitor else waiting


def _to_close(records: Records, team: Team, person: int) -> Iterator[OpenQuery]:
    """Give the answered queries that a monitor raised, or one who has left."""
    for query in records.open_queries():
        if query.status is Status.RESOLUTION_PROPOSED:
            screening = records.screening(query.id)
            by = screening.queries[query.item].opened_by if screening else person
            if by == person or by not in team.members:
                yield query


def to_sign_of(records: Records, team: Team, person: int, day: date) -> tuple[ToSign, ...]:
    """Give what a person is asked to sign on this day, also in place of the absent."""
    member = team.member(person, day)
    if member is None or not may(member, CONFIRMING):
        return ()
    people = asked_for(team, person, day)
    return tuple(each for other in people for each in records.asked_to_sign(other))


def referred_of(records: Records, team: Team, person: int, day: date) -> tuple[Referred, ...]:
    """Give the verdicts that were sent to a person, or to one whom they cover, and wait.

    Of a subject who declined or withdrew nothing waits: nobody is to make contact.
    """
    found = _theirs(team, person, day, records.referrals().waiting)
    pairs = [(each, records.screening(each.id)) for each in found]
    return tuple(
        each
        for each, screening in pairs
        if screening and not screening.voided and not screening.consent.is_refused
    )


def accepted_of(records: Records, team: Team, person: int, day: date) -> tuple[Referred, ...]:
    """Give what a person has accepted, or one whom they cover, and is not decided yet."""
    found = _theirs(team, person, day, records.referrals().accepted)
    pairs = [(each, records.screening(each.id)) for each in found]
    return tuple(each for each, screening in pairs if screening and not screening.voided)


def _theirs(
    team: Team, person: int, day: date, sent: Mapping[ScreeningId, Referred]
) -> list[Referred]:
    member = team.member(person, day)
    if member is None or not sent or not may(member, SCREENING):
        return []
    people = asked_for(team, person, day)
    return [each for each in sent.values() if each.to in people]


def to_do_count(records: Records, team: Team, person: int, day: date) -> int:
    """Count the open items, signatures and sent verdicts that wait for a person on this day."""
    given = records, team, person, day
    return len(to_do_of(*given)) + len(to_sign_of(*given)) + len(referred_of(*given))


def to_do(world: World) -> tuple[OpenQuery, ...]:
    """Give what the person of this turn has to do."""
    return to_do_of(world.records, world.team, world.actor, world.today)


def to_sign(world: World) -> tuple[ToSign, ...]:
    """Give what the person of this turn is asked to sign."""
    return to_sign_of(world.records, world.team, world.actor, world.today)


def referred(world: World) -> tuple[Referred, ...]:
    """Give the verdicts that were sent to the person of this turn."""
    return referred_of(world.records, world.team, world.actor, world.today)


def accepted(world: World) -> tuple[Referred, ...]:
    """Give what the person of this turn has accepted, and what came of it is open."""
    return accepted_of(world.records, world.team, world.actor, world.today)


def in_groups(world: World, place: ToDo) -> tuple[list[OpenQuery], Counter[Where]]:
    """Give the items of the list, the most urgent first within each place, and how many where.

    The place with the most urgent item comes first.
    """
    found = [each for each in to_do(world) if place.trial in ("", each.id.trial)]
    where = {each: where_of(world, each) for each in found}
    urgent = sorted(found, key=_urgency)
    first = list(dict.fromkeys(where[each] for each in urgent))
    urgent.sort(key=lambda each: first.index(where[each]))
    counts = Counter(where.values())
    shown = [each for each in urgent if place.at in (None, where[each])]
    return shown, Counter({each: counts[each] for each in WHERE if counts[each]})


def _urgency(query: OpenQuery) -> tuple[date, int]:
    return query.due or date.max, query.last_seq


def item_of(world: World, query: OpenQuery) -> Item | None:
    """Give the item that waits."""
    version = _version(world, query)
    return version.vocabulary.get(query.item) if version else None


def question_of(world: World, query: OpenQuery) -> Question | None:
    """Give the question of a criterion that asks for the item that waits."""
    version = _version(world, query)
    found = version.question_of.get(query.item) if version else None
    return found if found is not None and found.criterion else None


def _version(world: World, query: OpenQuery) -> Trial | None:
    """Give the present protocol, or the screening's own if that alone has the item."""
    present = world.trial
    if query.id.trial == present.id and query.item in present.vocabulary:
        return present
    found = world.records.screening(query.id)
    under = found and (query.id.trial, found.protocol_version, found.protocol_hash)
    return world.versions.of(*under) if under else None


def where_of(world: World, query: OpenQuery) -> Where:
    """Give where an item is settled; on the ward, if its trial does not say."""
    version = _version(world, query)
    ways = version.ways.get(query.item, ()) if version else ()
    return ways[0].where if ways else "ward"


def to_do_buttons(here: Here, turns: int = 0) -> Row:
    """Lead to what the person has to do, `turns` verdicts among it; nothing if nothing waits."""
    n = turns + len(to_do(here.world)) + len(to_sign(here.world)) + len(referred(here.world))
    if not n and (n_accepted := len(accepted(here.world))):
        return (Button(here.say("Accepted ({n}) ›", n=n_accepted), Go(ToDo())),)
    return (Button(here.say("To do ({n}) ›", n=n), Go(ToDo())),) if n else ()


def new_to_do_rows(here: Here) -> tuple[Row, ...]:
    """Lead there from any other card once colleagues have asked or said something new."""
    is_shown = isinstance(here.focus.place, Home | ToDo | SignOff | SigningCode | Returning)
    if is_shown or here.world.to_prove.must or not has_new(here):
        return ()
    return (to_do_buttons(here),)


def has_new(here: Here) -> bool:
    """Whether colleagues have asked or said something that the person has not seen in the list."""
    return newest(here.world) > here.focus.told


def newest(world: World) -> int:
    """Give the latest entry of a colleague about what the person has to do."""
    told = [each.last_seq for each in to_do(world) if each.by != world.actor]
    asked = [each.seq for each in to_sign(world) if each.by != world.actor]
    sent = [each.seq for each in referred(world) if each.by != world.actor]
    return max((*told, *asked, *sent), default=0)


def with_to_do_seen(world: World, turn: Turn) -> Turn:
    """Note up to which entry the person has seen the list, once its card is shown."""
    place: Place = turn.focus.place
    if not isinstance(place, ToDo):
        return turn
    return replace(turn, focus=replace(turn.focus, told=max(turn.focus.told, newest(world))))
