"""The way to the choice of a language and back: whatever stands half said stays so."""

from conversations.focus import Aside, Focus
from conversations.places_of_own_words import NameAsked
from conversations.places_outside import Home, Languages


def to_languages(focus: Focus) -> Focus:
    """Show the languages, and keep the place beside them.

    A text that is asked about is dropped, as on every way from that question.
    """
    if isinstance(focus.place, Languages):
        return focus.at(Languages(), aside=focus.aside)
    place = focus.place.back if isinstance(focus.place, NameAsked) else focus.place
    return focus.at(Languages(), aside=Aside(place, focus.opener))


def back_from_languages(focus: Focus) -> Focus:
    """Return to the card at which the person was; its place is looked at again there."""
    if focus.aside is None:
        return focus.at(Home())
    return focus.at(focus.aside.place, opener=focus.aside.opener)
