"""The way to a choice, of a language or a trial, and back: whatever stands half said stays so."""

from conversations.focus import Aside, Focus
from conversations.places import Place
from conversations.places_of_own_words import AskedAbout
from conversations.places_outside import Home, Languages, Trials


def to_languages(focus: Focus) -> Focus:
    """Show the languages, and keep the place beside them."""
    return _beside(focus, Languages())


def to_trials(focus: Focus) -> Focus:
    """Show the trials, and keep the place beside them: there this trial is gone on with."""
    return _beside(focus, Trials())


def _beside(focus: Focus, choice: Languages | Trials) -> Focus:
    """Keep the place at which the person was.

    A text that is asked about is dropped, as on every way from that question.
    """
    if isinstance(focus.place, (Languages, Trials)):
        return focus.at(choice, aside=focus.aside)
    place: Place = focus.place.back if isinstance(focus.place, AskedAbout) else focus.place
    return focus.at(choice, aside=Aside(place, focus.opener))


def back_to_the_card(focus: Focus) -> Focus:
    """Return to the card at which the person was; its place is looked at again there."""
    if focus.aside is None:
        return focus.at(Home())
    return focus.at(focus.aside.place, opener=focus.aside.opener)
