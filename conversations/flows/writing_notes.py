"""The way to a new note: what it is about, who reads it, and its words; and a reply."""

from dataclasses import replace

from conversations.acts import Go
from conversations.answers import asked_items
from conversations.checks import answered
from conversations.here import Here
from conversations.notes import note_of, reads_for_the_team, rung, told_of, writing
from conversations.places_of_notes import (
    AboutWhat,
    ListingWords,
    NoteList,
    OfWhich,
    OneNote,
    Replying,
    WritingNote,
)
from conversations.screen import LABEL_WIDTH, Block, Button, Row, note, shortened, title
from conversations.turn import Turn
from conversations.walk import answered_questions
from conversations.who_and_when import as_chosen
from conversations.words.heading import heading
from conversations.words.notes import about_words, answered_words, readers_words, trial_of
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.quotes import moved_on, no_text
from ectrial.record.entries import Kind
from ectrial.record.notes import About, Readers, value_of
from ectrial.trial.listing_words import Span, clauses, found_in


def about_place_words(here: Here, place: AboutWhat) -> tuple[Block, ...]:
    """Ask what the note is about."""
    return _titles(here, here.say("What is the note about?"))


def about_place_rows(here: Here, place: AboutWhat) -> tuple[Row, ...]:
    """Offer the answer at hand with its criterion, or to choose one; and the whole screening."""
    say, case, back = here.say, here.case, place.back
    question = case.trial.question_by_id.get(back.question or "")
    found: list[Button] = []
    if question is None:
        if answered_questions(case):
            found.append(Button(say("An answer ›"), Go(OfWhich("answer", back=back))))
        found.append(Button(say("A criterion ›"), Go(OfWhich("criterion", back=back))))
        found.append(Button(say("Words of the listing ›"), Go(OfWhich("words", back=back))))
    else:
        if item := answered(case, question.id):
            about = About("answer", item)
            found.append(Button(say("This answer"), Go(writing(case, about, back))))
        if criterion := question.criterion:
            about = About("criterion", criterion)
            label = say("The criterion {id}", id=criterion)
            found.append(Button(label, Go(writing(case, about, back))))
            label = say("Words of {id} ›", id=criterion)
            found.append(Button(label, Go(_words_of(here, criterion, back))))
    whole = writing(case, About("screening"), back)
    return (
        *[(each,) for each in found],
        (Button(say("The screening as a whole"), Go(whole)),),
        _back(here, back),
    )


def which_words(here: Here, place: OfWhich) -> tuple[Block, ...]:
    """Ask for the answer or the criterion; words of the listing may be typed at once."""
    say = here.say
    asked = say("Which answer?") if place.what == "answer" else say("Which criterion?")
    typing = say("Or type the words as they stand in the listing.")
    count = len(_choices(here, place))
    return (
        *_titles(here, asked),
        *page_note(say, within(place.page, count), count),
        *([note(typing)] if place.what == "words" else []),
    )


def which_rows(here: Here, place: OfWhich) -> tuple[Row, ...]:
    """Give a button for each."""
    say, found = here.say, _choices(here, place)
    page = within(place.page, len(found))
    return (
        *[(Button(label, Go(to)),) for label, to in found[page * PAGE : (page + 1) * PAGE]],
        *page_turns(say, page, len(found), lambda n: Go(replace(place, page=n))),
        _back(here, AboutWhat(place.back)),
    )


def _choices(here: Here, place: OfWhich) -> list[tuple[str, WritingNote | ListingWords]]:
    say, case = here.say, here.case
    if place.what == "answer":
        found: list[tuple[str, WritingNote | ListingWords]] = []
        for question in answered_questions(case):
            name = say.text(asked_items(question)[0].name)
            label = shortened(f"{question.criterion or ''} {name}".strip(), LABEL_WIDTH)
            item = answered(case, question.id)
            found += [(label, writing(case, About("answer", item), place.back))] if item else []
        return found
    is_quoting = place.what == "words"
    return [
        (
            shortened(f"{each.id} {say.text(each.title)}", LABEL_WIDTH),
            _words_of(here, each.id, place.back)
            if is_quoting
            else writing(case, About("criterion", each.id), place.back),
        )
        for each in case.trial.criteria
    ]


def clause_words(here: Here, place: ListingWords) -> tuple[Block, ...]:
    """Show the clauses of the criterion, each with its number."""
    say, text = here.say, _verbatim(here, place.criterion)
    told = [f"{n}. {text[begin:end]}" for n, (begin, end) in enumerate(clauses(text), start=1)]
    return (
        *_titles(here, say("Words of {id}", id=place.criterion)),
        Block("\n".join(told)),
        note(say("Tap one, or type the words as they stand in the listing.")),
    )


def clause_rows(here: Here, place: ListingWords) -> tuple[Row, ...]:
    """Give a button for each clause."""
    text, list_ = _verbatim(here, place.criterion), place.back
    back = AboutWhat(list_) if list_.question else OfWhich("words", back=list_)
    return (
        *[
            (
                Button(
                    shortened(f"{n}. {text[span[0] : span[1]]}", LABEL_WIDTH),
                    Go(_quoting(here, place.criterion, span, place.back)),
                ),
            )
            for n, span in enumerate(clauses(text), start=1)
        ],
        _back(here, back),
    )


def type_listing_words(here: Here, place: OfWhich | ListingWords, text: str) -> Turn:
    """Find typed words in the listing; they are not kept, only where they stand."""
    say = here.say
    first = place.criterion if isinstance(place, ListingWords) else ""
    if (found := found_in(here.case.trial, text, first)) is not None:
        return here.to(_quoting(here, *found, place.back))
    return here.stay(
        say("These words do not stand in the listing so. Type fewer of them, or tap a criterion.")
    )


def type_which(here: Here, place: OfWhich, text: str) -> Turn:
    """Find typed words in the listing, where words are asked for."""
    if place.what == "words":
        return type_listing_words(here, place, text)
    return here.stay(no_text(here.say))


def _words_of(here: Here, criterion: str, back: NoteList) -> ListingWords:
    return ListingWords(criterion, here.case.trial.fingerprint, back)


def _quoting(here: Here, criterion: str, span: Span, back: NoteList) -> WritingNote:
    return writing(here.case, About("words", criterion, span), back)


def writing_words(here: Here, place: WritingNote) -> tuple[Block, ...]:
    """Name what the note is about and who will read it, and ask for the words."""
    say = here.say
    asked = say("Type your note: only you will see it.")
    if place.readers == "team":
        asked = say("Type your note: the team of the site will see it.")
    return (
        *_titles(here, answered_words(say, here.case, place.about)),
        Block(asked),
        note(say("It is kept in the record. Subject codes only, never a name.")),
    )


def writing_rows(here: Here, place: WritingNote) -> tuple[Row, ...]:
    """Offer who reads it; a monitor's notes are the monitor's alone."""
    choices = tuple(
        Button(
            as_chosen(label, is_chosen=readers == place.readers),
            Go(replace(place, readers=readers)),
        )
        for label, readers in _readers(here)
    )
    back = _back(here, AboutWhat(place.back))
    return (choices, back) if reads_for_the_team(here.world) else (back,)


def record_note(here: Here, place: WritingNote, text: str) -> Turn:
    """Record the note; if it is for the team, whom it concerns is told."""
    case, about = here.case, place.about
    told = told_of(case, about) if place.readers == "team" else None
    value = value_of(about, place.readers, told)
    entry = replace(case.entry(Kind.NOTE_WRITTEN, about.of or None, value), text=text)
    said = here.say("Recorded: {readers}.", readers=readers_words(here.say, place.readers))
    there = here.focus.at(place.back, said=(said,))
    return Turn(there, (entry,), pushes=rung(here.world, [told]))


def reply_words(here: Here, place: Replying) -> tuple[Block, ...]:
    """Name the note, and ask for the words."""
    say, world = here.say, here.world
    found = note_of(world, here.case.id, place.note)
    about = about_words(say, trial_of(world, found), found.about) if found else ""
    asked = say("Type what the others should know.")
    if found is not None and found.readers == "author":
        asked = say("Type your note: only you will see it.")
    return (
        *_titles(here, about),
        Block(asked),
        note(say("It is kept in the record. Subject codes only, never a name.")),
    )


def reply_rows(here: Here, place: Replying) -> tuple[Row, ...]:
    """Lead back without a word."""
    return ((Button(here.say("‹ Back"), Go(OneNote(place.note, place.back)), "primary"),),)


def record_reply(here: Here, place: Replying, text: str) -> Turn:
    """Record the reply; whom the note concerns is told."""
    found = note_of(here.world, here.case.id, place.note)
    if found is None or not found.is_open:
        return here.stay(moved_on(here.say))
    entry = here.case.entry(Kind.NOTE_REPLIED, value={"note": found.seq})
    there = here.focus.at(OneNote(place.note, place.back))
    rings = rung(here.world, found.concerned) if found.readers == "team" else ()
    return Turn(there, (replace(entry, text=text),), pushes=rings)


def _titles(here: Here, text: str) -> tuple[Block, ...]:
    return title(heading(here.say, here.case.id)), title(text)


def _verbatim(here: Here, criterion: str) -> str:
    return here.case.trial.criterion_by_id[criterion].wording


def _readers(here: Here) -> tuple[tuple[str, Readers], ...]:
    return (here.say("Only me"), "author"), (here.say("For the team"), "team")


def _back(here: Here, place: NoteList | AboutWhat | OfWhich) -> Row:
    return (Button(here.say("‹ Back"), Go(place), "primary"),)
