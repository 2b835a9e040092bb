"""A second trial beside the shipped one: it shares items with it, and asks four of its own."""

from functools import cache

from ectrial.item_files import load_vocabulary
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.versions import shipped
from tests.ectrial.subjects import DATA

SECOND = DATA / "second"


@cache
def second_trial() -> Protocol:
    items = {**shipped().default.vocabulary, **load_vocabulary(SECOND / "items")}
    return load_protocol(SECOND / "protocol.yaml", items)
