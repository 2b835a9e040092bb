"""What a screening has to do with the person's other trials: links, offers, what is open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from conversations.case import Case, make_case
from conversations.needs import SCREENING
from conversations.own_trials import OwnTrial
from conversations.rights import may
from conversations.same_person import differing
from conversations.turn import World
from ectrial.record.entries import JSON
from ectrial.record.links import Compared
from ectrial.record.screenings import Answer, Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.asked_anew import asked_anew
from ectrial.trial.carrying import Offer, offer
from ectrial.trial.not_excluded import Moment, NotExcluded, not_excluded
from ectrial.trial.one_patient import Screened


@dataclass(frozen=True, slots=True)
class Linked:
    """A screening of the same patient in another trial, and what it offers here."""

    case: Case
    offer: Offer


def world_of(world: World, own: OwnTrial) -> World:
    """Give the world in which another trial of the person is the chosen one."""
    there = replace(world, trial=own.trial, records=own.records, found={}, left_open={})
    return replace(there, member=own.member, team=own.team)


def latest(world: World, own: OwnTrial, subject: str) -> Case | None:
    """Give the latest screening of a subject in another trial that is not voided."""
    episodes = [s for s in own.records.episodes(own.trial.id, subject) if not s.voided]
    case = make_case(world_of(world, own), episodes[-1]) if episodes else None
    return case if isinstance(case, Case) else None


def linked(case: Case) -> tuple[Linked, ...]:
    """Give the linked screenings in other trials of the person, with what each offers."""
    world = case.world
    codes = world.records.links().same_patient(case.id)
    found: list[Linked] = []
    for code in sorted(codes):
        own = world.own_trials.get(code.trial)
        there = None if own is None else latest(world, own, code.subject)
        if there is not None and there.id.trial != case.id.trial:
            found.append(Linked(there, _offer(case, there)))
    if not found:
        return ()
    return tuple(_as_repeating(case, found))


def _as_repeating(case: Case, found: Sequence[Linked]) -> Iterator[Linked]:
    """Leave out of the offers to a screening what came from those of its subject before it."""
    records = case.world.records
    before = [s.id for s in records.episodes(case.id.trial, case.id.subject) if s.id < case.id]
    if not before:
        yield from found
        return
    earlier = {entry.seq for each in before for entry in records.history(each)}
    origins: dict[int, int] = {}
    known: set[int] = set()
    for screening in (each.case.screening for each in found):
        for item, answer in screening.answers.items():
            origin = screening.origin(item)
            if origin is None:
                known.add(answer.seq)
            else:
                origins[answer.seq] = origin.of
    for each in found:
        yield replace(each, offer=asked_anew(each.offer, origins, known, earlier))


def offers(case: Case) -> tuple[Linked, ...]:
    """Give the linked screenings that offer something, while the screening is not over."""
    if case.screening.voided or case.screening.stopped or not may(case.world.member, SCREENING):
        return ()
    return tuple(each for each in linked(case) if each.offer.answers)


def _offer(case: Case, there: Case) -> Offer:
    world, known = case.world, _known(case.screening)
    return offer(
        there.screening, there.trial, case.trial, known, world.today, _moment(world).day_of
    )


def _known(screening: Screening) -> dict[str, JSON]:
    return {item: answer.value for item, answer in screening.answers.items()}


def _moment(world: World) -> Moment:
    return Moment(world.today, lambda at: world.at_site(at).date())


def open_elsewhere(case: Case) -> tuple[NotExcluded, ...]:
    """Give the person's other trials that the known answers of a screening do not exclude.

    Words and buttons of a card ask for them: they are computed once for a screening as it stands.
    """
    world = case.world
    if not world.own_trials:
        return ()
    known = world.left_open.get(case.id)
    if known is None or known[0] is not case.screening:
        known = world.left_open[case.id] = case.screening, _open_elsewhere(case)
    found: tuple[NotExcluded, ...] = known[1]
    return found


def _open_elsewhere(case: Case) -> tuple[NotExcluded, ...]:
    world = case.world
    same = (*_earlier(case), *(s for each in linked(case) for s in _of_subject(each.case)))
    return not_excluded(
        case.screening,
        case.trial,
        [own.trial for own in world.own_trials.values()],
        world.versions.implications,
        _moment(world),
        is_open=lambda trial: world.own_trials[trial].is_open,
        linked=same,
    )


def is_enrolled(case: Case) -> bool:
    """Whether the subject was enrolled here, and that was not taken back."""
    enrolment = case.screening.enrolment
    return enrolment is not None and enrolment.what == "enrolled"


def _of_subject(case: Case) -> tuple[Screened, ...]:
    """Give the screenings of a subject in one trial, the one at hand first."""
    return (Screened(case.screening, case.trial), *_earlier(case))


def _earlier(case: Case) -> tuple[Screened, ...]:
    """Give the other valid screenings of a subject in one trial, the latest first."""
    episodes = case.world.records.episodes(case.id.trial, case.id.subject)
    others = (s for s in reversed(episodes) if not s.voided and s.id != case.id)
    cases = (make_case(case.world, each) for each in others)
    return tuple(Screened(c.screening, c.trial) for c in cases if isinstance(c, Case))


def compared(one: Mapping[str, Answer], other: Mapping[str, Answer]) -> Compared:
    """Say how sex and age of two subjects compare; open unless both are known of both."""
    told = {item: other[item].value for item in ("sex", "age") if item in other}
    if differing(one, told):
        return "differ"
    both = all(_is_told(each, item) for each in (one, other) for item in ("sex", "age"))
    return "agree" if both else "open"


def _is_told(answers: Mapping[str, Answer], item: str) -> bool:
    return item in answers and answers[item].value not in (None, "unknown")


def may_link(world: World, own: OwnTrial) -> bool:
    """Whether a person may screen in both trials, as a link is written in both."""
    return may(world.member, SCREENING) and may(own.member, SCREENING)


def linkable(case: Case) -> Iterator[OwnTrial]:
    """Give the person's other trials in which no subject is linked with this one yet."""
    taken = {code.trial for code in case.world.records.links().same_patient(case.id)}
    for trial, own in case.world.own_trials.items():
        if trial not in taken and may_link(case.world, own):
            yield own


def code_there(case: Case, own: OwnTrial) -> ScreeningId:
    """Name a first screening in another trial: by the same code, or the next if it is taken."""
    subject = case.id.subject
    if own.records.episodes(own.trial.id, subject):
        prefix, dash, number = subject.rpartition("-")
        is_counted = bool(dash) and number.isdigit()
        prefix, digits = (prefix, len(number)) if is_counted else (subject, 3)
        subject = own.records.next_subject(own.trial.id, prefix, digits)
    return ScreeningId(case.id.site, own.trial.id, subject, 1)
