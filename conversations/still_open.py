"""Where a chat goes that stands at an open item, once others have settled or changed it."""

from conversations.case import Case
from conversations.places import Place
from conversations.places_of_queries import Asking, Changing, OpenItem, OpenItems, Saying
from conversations.places_to_look_at import Verdict
from conversations.queries import asked, unasked


def still_open(case: Case, place: Place) -> Place:
    """Give the place itself while it holds, else the nearest one that does."""
    match place:
        case Asking() if not unasked(case):
            return OpenItems() if asked(case) else Verdict()
        case OpenItems() if not asked(case):
            return Verdict()
        case OpenItem(item=item) if item not in case.screening.queries:
            return Verdict()
        case Changing(item=item, back=back) | Saying(item=item, back=back):
            return _thread(case, place, OpenItem(item, back))
    return place


def _thread(case: Case, place: Changing | Saying, thread: OpenItem) -> Place:
    """Leave a change of what is closed, and a sentence typed below something newly said."""
    query = case.screening.queries.get(thread.item)
    if query is None:
        return Verdict()
    is_behind = isinstance(place, Saying) and place.seq != query.last.seq
    return thread if is_behind or not query.is_open else place
