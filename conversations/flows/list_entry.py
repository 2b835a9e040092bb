"""A list of things by thumb: add one by its properties, change or remove one, say if it is all."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from conversations import answers
from conversations.acts import Go, Record
from conversations.date_choice import DateChoice, date_notes
from conversations.here import Here
from conversations.lists import (
    lacking,
    one_more,
    read_list,
    value_of,
    with_property,
    without,
)
from conversations.places import Question
from conversations.places_of_lists import ListDraft
from conversations.screen import Block, Button, Row, note, packed, shortened, title
from conversations.turn import Turn
from conversations.typed_sizes import typed_size
from conversations.words.heading import heading
from conversations.words.quotes import use_buttons
from conversations.words.sizes import no_size_words, which_words
from ectrial.event_days import EventDay, on
from ectrial.facts import Value
from ectrial.labs.event_days import read_typed_event
from ectrial.quantity import Quantity
from ectrial.record.entries import JSON
from ectrial.trial.facts_file import write_value
from ectrial.truth import FALSE, TRUE, UNKNOWN
from ectrial.vocabulary import Item
from ectrial.wording.event_days import event_day_words
from ectrial.wording.numbers import quantity_words
from ectrial.wording.speech import Say
from ectrial.wording.things import thing_words

SHOWN = 1  # properties on the button of a thing: the lines above have all, a card has room for few
HALF_A_ROW = 18  # letters of a button beside another


def words(here: Here, place: ListDraft) -> tuple[Block, ...]:
    """Show the list so far, or ask for the next property of the thing at hand."""
    say, item = here.say, _item(here, place)
    top = title(heading(say, here.case.id))
    if place.thing is None:
        told = [f"{n}. {line}" for n, line in enumerate(_lines(here, place), start=1)]
        asked = say("Is that all?") if told else say("None is listed.")
        return (
            top,
            title(say.text(item.name)),
            *([Block("\n".join(told))] if told else []),
            Block(asked),
            note(say("Not recorded yet.")),
        )
    number = say("{name}, number {n}", name=say.text(item.name), n=place.at + 1)
    asks = lacking(item, place)
    (so_far,) = read_list(item, (place.thing,))
    known = [Block(thing_words(say, item, so_far))] if place.thing else []
    if asks is None:
        return (top, title(number), *known, Block(say("Tap what is to be changed.")))
    typing = _typing(here, place, asks)
    return (top, title(number), *known, Block(say.text(asks.name)), *typing)


def _typing(here: Here, place: ListDraft, asks: Item) -> list[Block]:
    if place.choices:
        return [Block(which_words(here.say, len(place.choices)))]
    if asks.kind == "date":
        return [note(date_notes(here.say, place.part))]
    if asks.kind != "quantity" or asks.example is None:
        return []
    example = here.say.text(asks.example)
    return [note(here.say("Tap it or type it, such as {example}.", example=example))]


def rows(here: Here, place: ListDraft) -> tuple[Row, ...]:
    """Offer the answers; for the whole list its things, one more, and whether it is all."""
    item = _item(here, place)
    if place.thing is None:
        return _whole_rows(here, place)
    asks = lacking(item, place)
    if asks is None:
        return _menu_rows(here, place, item)
    going = replace(place, thing=None, at=0, part="", choices=())
    back = Go(going) if place.things else Go(Question(place.question))
    return (
        *_asked_rows(here, place, asks),
        (Button(here.say("‹ Back"), back),),
    )


def typed(here: Here, place: ListDraft, text: str) -> Turn:
    """Take a typed number where one is asked for."""
    item = _item(here, place)
    asks = lacking(item, place) if place.thing is not None else None
    if asks is None or asks.kind not in ("quantity", "date"):
        return here.stay(use_buttons(here.say))
    if asks.kind == "quantity":
        return _take_size(here, place, asks, text)
    value = _day(here, asks, text)
    if value is None or isinstance(value, date):
        return here.stay(_how(here.say, value))
    return _go(here, with_property(item, place, asks.id, write_value(value)))


def _take_size(here: Here, place: ListDraft, asks: Item, text: str) -> Turn:
    """Take a number that can mean one thing only; offer all that it may mean else."""
    read = typed_size(asks, text)
    if read.why:
        return here.stay(no_size_words(here.say, asks, read.why))
    if read.is_sure:
        value = write_value(read.choices[0])
        return _go(here, with_property(_item(here, place), place, asks.id, value))
    return _go(here, replace(place, choices=tuple(map(write_value, read.choices))))


def _go(here: Here, draft: ListDraft) -> Turn:
    if here.belongs != "yes":
        return here.stay(here.say("Nothing was recorded: the card had moved on. Type it again."))
    return here.to(draft)


def _day(here: Here, asks: Item, text: str) -> EventDay | date | None:
    """Read the day of an event; a date is one that lies ahead, where what has been is asked."""
    day = read_typed_event(text, here.world.today, ahead=asks.future)
    is_ahead = day is not None and not asks.future and day.first > here.world.today
    return day.first if day is not None and is_ahead else day


def _how(say: Say, ahead: date | None) -> str:
    if ahead is not None:
        told = event_day_words(say, on(ahead))
        return say("{day} lies ahead: what has been is asked for.", day=told)
    return say("I could not read one date. Type 14 Mar 2025, Mar 2025 or 2025.")


def _item(here: Here, place: ListDraft) -> Item:
    return here.case.trial.question_by_id[place.question].items[0]


def _lines(here: Here, place: ListDraft) -> list[str]:
    item = _item(here, place)
    return [thing_words(here.say, item, each) for each in read_list(item, place.things)]


def _whole_rows(here: Here, place: ListDraft) -> tuple[Row, ...]:
    say, item = here.say, _item(here, place)
    shown = list(item.properties)[:SHOWN]
    things = [
        Button(
            shortened(f"{n}. {thing_words(say, item, _only(thing, shown))} ›", HALF_A_ROW),
            Go(replace(place, at=n - 1, thing=dict(place.things[n - 1]))),
        )
        for n, thing in enumerate(read_list(item, place.things), start=1)
    ]
    more = Button(say("Add one ›"), Go(one_more(place)))
    ends: Row = (
        _records(here, place, say("There are more"), "no"),
        _records(here, place, say("Not sure if all"), "unknown"),
    )
    return (
        *packed(things),
        (more, _records(here, place, say("That is all"), "yes")),
        ends,
        (Button(say("‹ Drop the changes"), Go(Question(place.question))),),
    )


def _only(thing: Mapping[str, Value], names: Iterable[str]) -> dict[str, Value]:
    return {name: thing[name] for name in names if name in thing}


def _records(here: Here, place: ListDraft, label: str, complete: str) -> Button:
    case, item = here.case, _item(here, place)
    truth = {"yes": TRUE, "no": FALSE}.get(complete, UNKNOWN)
    values = answers.as_given({item.id: value_of(item, place, truth)})
    record = Record(case.id, case.trial.fingerprint, place.question, values)
    return Button(label, record, "primary" if truth is TRUE else "plain")


def _menu_rows(here: Here, place: ListDraft, item: Item) -> tuple[Row, ...]:
    """Offer each property of a listed thing to be said anew, or to remove the thing."""
    say, thing = here.say, place.thing or {}
    parts = [
        Button(
            f"{say.text(each.name)} ›",
            Go(replace(place, thing={n: v for n, v in thing.items() if n != each.id})),
        )
        for each in item.properties.values()
        if not each.optional
    ]
    return (
        *packed(parts),
        (Button(say("Remove it"), Go(without(place)), "danger"),),
        (Button(say("‹ Back"), Go(replace(place, thing=None, at=0)), "primary"),),
    )


def _asked_rows(here: Here, place: ListDraft, asks: Item) -> tuple[Row, ...]:
    """Offer the answers to one property; a date part by part."""
    say, item = here.say, _item(here, place)
    if place.choices:
        again = Button(say("‹ Type it again"), Go(replace(place, choices=())))
        return (*packed(_numbers(here, place, asks, map(asks.read, place.choices))), (again,))
    if asks.kind != "date":
        not_sure = _said(here, place, asks, say("Not sure"), "unknown")
        return (*packed(_answers(here, place, asks)), (not_sure,))

    def says(value: Value) -> Go:
        return Go(with_property(item, place, asks.id, write_value(value)))

    def goes(draft: str) -> Go:
        return Go(replace(place, part=draft))

    today, unsure = here.world.today, say("Not sure")
    return tuple(DateChoice(say, today, asks, place.part, unsure, says, goes).rows([]))


def _answers(here: Here, place: ListDraft, asks: Item) -> list[Button]:
    say = here.say
    if asks.kind == "quantity":
        offered = [Quantity(each, asks.canonical) for each in asks.offers]
        return _numbers(here, place, asks, offered)
    if asks.kind == "boolean":
        return [
            _said(here, place, asks, say("Yes"), "yes"),
            _said(here, place, asks, say("No"), "no"),
        ]
    return [
        _said(here, place, asks, say.text(name), option) for option, name in asks.options.items()
    ]


def _numbers(here: Here, place: ListDraft, asks: Item, offered: Iterable[Value]) -> list[Button]:
    return [
        _said(here, place, asks, quantity_words(each), write_value(each))
        for each in offered
        if isinstance(each, Quantity)
    ]


def _said(here: Here, place: ListDraft, asks: Item, label: str, value: JSON) -> Button:
    return Button(label, Go(with_property(_item(here, place), place, asks.id, value)))
