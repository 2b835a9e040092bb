"""What a person can settle now, across subjects: by place, the most urgent first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from conversations.acts import Act, Go, GoOn
from conversations.acts_of_queries import Settle
from conversations.acts_of_signing import OpenToSign
from conversations.acts_of_what_follows import OpenReferral
from conversations.here import Here
from conversations.needs import CHECKING
from conversations.places_of_queries import RemindingOfAll, ToDo
from conversations.places_outside import Home
from conversations.reminding import OF_ALL
from conversations.rights import may
from conversations.screen import LABEL_WIDTH, Block, Button, Row, note, packed, shortened, title
from conversations.to_confirm import lapsed_at, rows_to_confirm, told_to_confirm
from conversations.to_do import (
    accepted,
    in_groups,
    item_of,
    question_of,
    referred,
    to_do,
    to_sign,
    where_of,
)
from conversations.turned import rows_to_renew, told_to_turn, turns_at
from conversations.who_and_when import as_chosen
from conversations.words.heading import heading
from conversations.words.moments import moment_words
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.people import person_words
from conversations.words.queries import due_words
from ectrial.record.queries import OpenQuery
from ectrial.record.referrals import Referred
from ectrial.record.signatures import ToSign
from ectrial.wording.where_found import where_words


def words(here: Here, place: ToDo) -> tuple[Block, ...]:
    """List what waits for a signature, then the items of this page, each below its place."""
    say, world = here.say, here.world
    shown, _ = in_groups(world, place)
    signing, sent = _signing(here, place), _sent(here, place)
    n = len(signing) + len(sent) + len(turns_at(here, place)) + len(lapsed_at(here, place))
    page = within(place.page, len(shown))
    overdue = sum(each.due is not None and each.due < world.today for each in shown)
    return (
        title(say("To do ({n})", n=len(shown) + n)),
        *([Block(say("⚠️ overdue: {n}", n=overdue))] if overdue else []),
        *_told(here, place, shown),
        *page_note(say, page, len(shown)),
        *_listed(here, shown[page * PAGE : (page + 1) * PAGE]),
    )


def _told(here: Here, place: ToDo, shown: Sequence[OpenQuery]) -> Iterator[Block]:
    say, signing, sent = here.say, _signing(here, place), _sent(here, place)
    if sent:
        yield note(say("To contact ({n})", n=len(sent)))
        yield Block("\n".join(_sent_by(here, each) for each in sent[:PAGE]))
    if signing:
        yield note(say("To sign ({n})", n=len(signing)))
        yield Block("\n".join(_asked(here, each) for each in signing[:PAGE]))
    turns, to_confirm = turns_at(here, place), lapsed_at(here, place)
    yield from told_to_turn(here, turns)
    yield from told_to_confirm(here, to_confirm)
    if shown:
        yield Block(_how(here))
    elif not (signing or sent or turns or to_confirm):
        yield Block(say("Nothing to do."))
    if taken := _accepted(here, place):
        yield note(say("Accepted, open ({n})", n=len(taken)))


def _asked(here: Here, request: ToSign) -> str:
    """Say who asks for a signature, or has superseded the one that was there."""
    say, subject = here.say, heading(here.say, request.id)
    name = person_words(say, here.world, request.by)
    if request.is_anew:
        return say("{subject} · signature superseded by {name}", subject=subject, name=name)
    return say("{subject} · asked by {name}", subject=subject, name=name)


def _signing(here: Here, place: ToDo) -> list[ToSign]:
    """Give what waits for a signature: on the first page alone, and at none of the places."""
    if place.page or place.at is not None:
        return []
    return [each for each in to_sign(here.world) if place.trial in ("", each.id.trial)]


def _sent(here: Here, place: ToDo) -> list[Referred]:
    """Give the verdicts that were sent to the person: on the first page alone, as signatures."""
    if place.page or place.at is not None:
        return []
    return [each for each in referred(here.world) if place.trial in ("", each.id.trial)]


def _accepted(here: Here, place: ToDo) -> list[Referred]:
    """Give what the person took care of and is not decided, as what was sent."""
    if place.page or place.at is not None:
        return []
    return [each for each in accepted(here.world) if place.trial in ("", each.id.trial)]


def _sent_by(here: Here, sent: Referred) -> str:
    name = person_words(here.say, here.world, sent.by)
    subject = heading(here.say, sent.id)
    return here.say("{subject} · sent by {name}", subject=subject, name=name)


def _to_contact(here: Here, sent: Referred, back: ToDo) -> Button:
    label = here.say("Contact: {subject}", subject=heading(here.say, sent.id))
    return Button(shortened(label, LABEL_WIDTH), OpenReferral(sent.id, back), "primary")


def _taken(here: Here, sent: Referred, back: ToDo) -> Button:
    """Lead to an accepted subject; one who declined since is marked, as that is to be settled."""
    screening = here.world.records.screening(sent.id)
    mark = "⚠️" if screening and screening.consent.is_refused else "☑"
    label = shortened(f"{mark} {heading(here.say, sent.id)}", LABEL_WIDTH)
    return Button(label, OpenReferral(sent.id, back))


def _to_sign(here: Here, request: ToSign, back: ToDo) -> Button:
    label = here.say("Sign: {subject}", subject=heading(here.say, request.id))
    return Button(shortened(label, LABEL_WIDTH), OpenToSign(request.id, back))


def _how(here: Here) -> str:
    if may(here.world.member, CHECKING):
        return here.say("Answered queries: tap one to close it.")
    return here.say("Tap one to answer it.")


def _listed(here: Here, queries: Iterable[OpenQuery]) -> Iterator[Block]:
    for where, group in groupby(queries, lambda each: where_of(here.world, each)):
        yield note(where_words(here.say, where))
        yield Block("\n".join(_line(here, each) for each in group))


def _line(here: Here, query: OpenQuery) -> str:
    say, world = here.say, here.world
    item = item_of(world, query)
    name = say.text(item.name) if item and question_of(world, query) else ""
    told = [_short(here, query), name]
    day = due_words(say, world.today, query.due) if query.due else ""
    return " · ".join(filter(None, (" ".join(filter(None, told)), day)))


def rows(here: Here, place: ToDo) -> tuple[Row, ...]:
    """Give a button for each item, then the places and the trials to choose from."""
    say = here.say
    shown, counts = in_groups(here.world, place)
    page = within(place.page, len(shown))
    again = replace(place, page=page)
    wheres = [
        Button(
            as_chosen(f"{where_words(say, where)} {n}", is_chosen=where == place.at),
            Go(ToDo(0, place.trial, None if where == place.at else where)),
        )
        for where, n in counts.items()
    ]
    several = len(counts) > 1 or place.at is not None
    sent = [_to_contact(here, each, again) for each in _sent(here, place)[:PAGE]]
    signing = [_to_sign(here, each, again) for each in _signing(here, place)[:PAGE]]
    return (
        *packed(sent),
        *packed(signing),
        *rows_to_renew(here, turns_at(here, place)),
        *rows_to_confirm(here, lapsed_at(here, place)),
        *_buttons(here, shown[page * PAGE : (page + 1) * PAGE], again),
        *page_turns(say, page, len(shown), lambda other: Go(replace(place, page=other))),
        *(packed(wheres) if several else []),
        *packed([_taken(here, each, again) for each in _accepted(here, place)[:PAGE]]),
        *_trials(here, place),
        *([_reminding(here, again)] if shown else []),
        (Button(say("‹ Back"), _back(here), "primary"),),
    )


def _buttons(here: Here, queries: Sequence[OpenQuery], back: ToDo) -> list[Row]:
    """Name the subject and the criterion of what waits; the item, if a criterion has several."""
    shorts = Counter(_short(here, each) for each in queries)
    buttons = []
    for each in queries:
        short, item = _short(here, each), item_of(here.world, each)
        if shorts[short] > 1 and item is not None:
            short = f"{heading(here.say, each.id)} {here.say.text(item.name)}"
        late = "⚠️ " if each.due is not None and each.due < here.world.today else ""
        label = shortened(f"{late}{short}", LABEL_WIDTH)
        buttons.append(Button(label, Settle(each.id, each.item, back)))
    return packed(buttons)


def _short(here: Here, query: OpenQuery) -> str:
    """Give subject and criterion, or the name of an item that belongs to no criterion."""
    question = question_of(here.world, query)
    item = item_of(here.world, query)
    name = here.say.text(item.name) if item else query.item
    return f"{heading(here.say, query.id)} {(question and question.criterion) or name}"


def _trials(here: Here, place: ToDo) -> list[Row]:
    """Offer the trials to choose from, if there are several."""
    world = here.world
    waiting = [each.id for each in to_do(world)] + [each.id for each in to_sign(world)]
    waiting += [each.id for each in (*referred(world), *accepted(world))]
    trials = sorted({id_.trial for id_ in waiting})
    if len(trials) < 2 and not place.trial:
        return []
    every = Button(
        as_chosen(here.say("All"), is_chosen=not place.trial), Go(ToDo(0, "", place.at))
    )
    each = [
        Button(as_chosen(t, is_chosen=t == place.trial), Go(ToDo(0, t, place.at))) for t in trials
    ]
    return packed([every, *each])


def _reminding(here: Here, back: ToDo) -> Row:
    """Lead to the times of a reminder; one that is set is shown."""
    at, say = here.world.reminders.get(OF_ALL), here.say
    label = say("⏰ {when}", when=moment_words(say, here.world, at)) if at else ""
    return (Button(label or say("Remind me later ›"), Go(RemindingOfAll(back))),)


def _back(here: Here) -> Act:
    screening = here.focus.screening
    return Go(Home()) if screening is None else GoOn(screening)
