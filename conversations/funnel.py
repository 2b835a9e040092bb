"""What the act about the funnel does: it shows it as a picture; as a file it is a paper."""

from conversations.acts_of_papers import ShowFunnel
from conversations.here import Here
from conversations.turn import Document, Turn
from conversations.words.papers import period_words
from ectrial.record.exports import Export, name_of


def show_funnel(here: Here, act: ShowFunnel) -> Turn:
    """Send the picture of what the card tells: nothing more is given out, and nothing noted."""
    # a record without any entry has nothing to leave out
    upto = max(1, here.world.records.head()[0])
    period = period_words(here, act.since, act.until)
    caption = here.say("Screening funnel of {trial}", trial=here.world.trial.id)
    export = Export("png", "site", upto, act.since, act.until)
    name = name_of(export, here.world.trial.id, day=here.world.today)
    document = Document("funnel", f"{caption} · {period}", export=export, name=name)
    return Turn(here.focus.at(here.focus.place), documents=(document,))
