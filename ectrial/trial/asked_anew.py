"""What a re-screening is not offered: answers that came from the screenings before it. Pure.

A re-screening asks all anew: its subject's old answers do not come back through another trial.
"""

from collections.abc import Container, Mapping

from ectrial.trial.carrying import Offer, WhyNot


def asked_anew(
    found: Offer, origins: Mapping[int, int], known: Container[int], earlier: Container[int]
) -> Offer:
    """Leave out of an offer what was carried there from the `earlier` entries, also by a third.

    `origins` names for an answer the entry that it was carried from, `known` the answers that were
    carried from nowhere. What was carried from where nobody looks may be of these as well.
    """
    left: dict[str, WhyNot] = {}
    for name, each in found.answers.items():
        root = _root(each.of, origins)
        if root in earlier or (root != each.of and root not in known):
            left[name] = "asked_anew"
    kept = {name: each for name, each in found.answers.items() if name not in left}
    return Offer(kept, {**found.left, **left})


def _root(entry: int, origins: Mapping[int, int]) -> int:
    """Follow an answer to where it was given: each entry is later than the one it came from."""
    while entry in origins:
        entry = origins[entry]
    return entry
