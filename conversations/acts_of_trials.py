"""The acts that lead to another trial of the person, or ask to hear of similar ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChooseTrial:
    """Work in a trial from now on; what was begun in the other stays as it is."""

    trial: str


@dataclass(frozen=True, slots=True)
class TellMe:
    """Be told of trials similar to this one: of its condition, and of one phase or any."""

    trial: str
    condition: str
    phase: str


@dataclass(frozen=True, slots=True)
class TellNoMore:
    """Be told no more of trials similar to this one."""

    trial: str


OfTrials = ChooseTrial | TellMe | TellNoMore
