"""Where a chat goes whose card others have overtaken: an open item, a note, an enrolment."""

from conversations.case import Case
from conversations.checking import shown_answers
from conversations.notes import still_there
from conversations.participation import since
from conversations.places import Place, Question
from conversations.places_of_own_words import NameAsked, WordsRead
from conversations.places_of_queries import (
    Asking,
    Changing,
    OpenItem,
    OpenItems,
    Raising,
    Reminding,
    Saying,
)
from conversations.places_of_signing import Deviations, DeviationText
from conversations.places_of_what_follows import (
    Appointing,
    EnrolledAs,
    ParticipationCard,
    ParticipationDraft,
    StudyTeamCard,
)
from conversations.places_to_look_at import Verdict
from conversations.queries import asked, unasked
from ectrial.record.appointments import latest_seq
from ectrial.record.signatures import latest_deviation


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
        case Raising():
            return _of_the_answer(case, place)
        case NameAsked(back=back) | WordsRead(back=back):
            there = still_open(case, back)
            return place if there is back else there
    return still_there(case, _still_follows(case, place))


def _still_follows(case: Case, place: Place) -> Place:
    """Leave what would be said of an appointment, an enrolment, a deviation beside newer ones."""
    match place:
        case EnrolledAs(seq=seq, back=back) if seq != case.screening.last_seq:
            return ParticipationCard(back)
        case Appointing(since=seq, back=back) if seq != latest_seq(case.screening.appointment):
            return StudyTeamCard(back)
        case ParticipationDraft(what=what, since=seq, back=back) if seq != since(case, what):
            return ParticipationCard(back)
        case DeviationText(last=seq) if seq != latest_deviation(case.screening.deviations):
            return Deviations()
    return place


def _of_the_answer(case: Case, place: Raising) -> Place:
    """Leave a query for its card, once that shows other answers."""
    question = case.trial.question_by_id.get(place.question)
    if question is None:
        return Verdict()
    return place if place.shown == shown_answers(case, question.id) else Question(question.id)


def _thread(case: Case, place: Changing | Saying, thread: OpenItem) -> Place:
    """Leave what is closed, and what would be said or changed below something newly said."""
    query = case.screening.queries.get(thread.item)
    if query is None:
        return Verdict()
    return place if query.is_open and place.seq == query.last.seq else thread
