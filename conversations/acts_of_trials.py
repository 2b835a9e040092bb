"""The act that leads to another trial of the person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChooseTrial:
    """Work in a trial from now on; what was begun in the other stays as it is."""

    trial: str
