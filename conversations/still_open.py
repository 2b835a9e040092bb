"""Where a chat goes whose card others have overtaken: an open item, a note, an enrolment."""

from conversations.case import Case
from conversations.checking import shown_answers
from conversations.notes import still_there
from conversations.places import Place, Question
from conversations.places_of_own_words import NameAsked
from conversations.places_of_queries import (
    Asking,
    Changing,
    OpenItem,
    OpenItems,
    Raising,
    Reminding,
    Saying,
)
from conversations.places_of_what_follows import EnrolledAs, ParticipationCard
from conversations.places_to_look_at import Verdict
from conversations.queries import asked, unasked


def still_open(case: Case, place: Place) -> Place:
    """Give the place itself while it holds, else the nearest one that does."""
    match place:
        case Asking() if not unasked(case):
            return OpenItems() if asked(case) else Verdict()
        case OpenItems() if not asked(case):
            return Verdict()
        case OpenItem(item=item) | Reminding(item=item) if item not in case.screening.queries:
            return Verdict()
        case Changing(item=item, back=back) | Saying(item=item, back=back):
            return _thread(case, place, OpenItem(item, back))
        case EnrolledAs(seq=seq, back=back) if seq != case.screening.last_seq:
            return ParticipationCard(back)
        case Raising():
            return _of_the_answer(case, place)
        case NameAsked(back=back) if (there := still_open(case, back)) is not back:
            return there
    return still_there(case, place)


def _of_the_answer(case: Case, place: Raising) -> Place:
    """Leave a query for its card, once that shows other answers."""
    question = case.trial.question_by_id.get(place.question)
    if question is None:
        return Verdict()
    return place if place.shown == shown_answers(case, question.id) else Question(question.id)


def _thread(case: Case, place: Changing | Saying, thread: OpenItem) -> Place:
    """Leave a change of what is closed, and a sentence typed below something newly said."""
    query = case.screening.queries.get(thread.item)
    if query is None:
        return Verdict()
    is_behind = isinstance(place, Saying) and place.seq != query.last.seq
    return thread if is_behind or not query.is_open else place
