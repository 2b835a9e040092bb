"""The signatures of a worksheet: printed name, time, meaning, content; and the deviations."""

from ectrial.papers.worksheet.leaf import Leaf, Row, named
from ectrial.record.confirmed import standing_signature
from ectrial.record.signatures import Meaning
from ectrial.wording.speech import Say


def signatures(leaf: Leaf) -> list[Row]:
    """Give every signature in order; one whose content has changed since says so."""
    standing = standing_signature(leaf.file.screening)
    return [
        {
            "name": named(leaf.say, each.name, each.role),
            "at": leaf.at(each.at_utc),
            "meaning": _meaning(leaf.say, each.meaning),
            "state": leaf.say("stands") if each is standing else leaf.say("superseded"),
            "hash": each.hash,
            "version": leaf.say(
                "version {version}, {hash}", version=each.under[0], hash=each.under[1]
            ),
        }
        for each in leaf.screening.signatures
    ]


def deviations(leaf: Leaf) -> list[str]:
    """Give the deviations on file; a sponsor reads that there is one, and no note of the site."""
    say = leaf.say
    return [
        say("Deviation already made, {day}: {what}", day=each.day.isoformat(), what=each.what)
        if leaf.has_notes and each.what
        else say("Deviation already made, {day}", day=each.day.isoformat())
        for each in leaf.screening.deviations
    ]


def _meaning(say: Say, meaning: Meaning) -> str:
    return say("meets all listed criteria") if meaning == "eligible" else say("not eligible")
