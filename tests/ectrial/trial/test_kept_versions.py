"""A version of a site's own trial is kept whole: read again, it is the same trial."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from ectrial.trial.given_trials import load_given
from ectrial.trial.kept_versions import Kept, kept, read_kept
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import Protocol
from ectrial.trial.used_versions import changed, with_used
from ectrial.trial.versions import shipped
from tests.ectrial.subjects import DATA
from tests.ectrial.toy import TOY

SECOND = DATA / "second" / "protocol.yaml"
EXTENDING = 'extends: EC-CRT-003@2\nid: MINE-1\nversion: "1"\nlanguage: 3\nwithout: [EXCL05]\n'
LIMIT = "\n      above: {item: sleep, limit: 7, unit: h}"
RULES = "language: 3\nrules: {enough: {above: {item: sleep, limit: 7, unit: h}}}\n"


@pytest.fixture(params=["toy", "named", "second", "extending"])
def own(request: pytest.FixtureRequest, tmp_path: Path) -> Protocol:
    if request.param == "second":
        return load_given(SECOND)
    folder = tmp_path / "protocols"
    folder.mkdir()
    if request.param in ("toy", "named"):
        shutil.copytree(TOY / "items", tmp_path / "items")
        text = (TOY / "sleep.yaml").read_text("utf-8")
        written = text if request.param == "toy" else f"{RULES}{text.replace(LIMIT, ' enough')}"
        (folder / "sleep.yaml").write_text(written, "utf-8")
        return load_given(folder / "sleep.yaml")
    (folder / "mine.yaml").write_text(EXTENDING, "utf-8")
    return load_given(folder / "mine.yaml")


def test_kept_version_is_read_again_as_it_was(own: Protocol) -> None:
    again = read_kept(kept(own))

    assert again is not None
    assert again.fingerprint == own.fingerprint
    assert own_items(again) == own_items(own)
    parts = set(Protocol.model_fields) - {"vocabulary", "given_as", "ways"}
    assert {part for part in parts if getattr(again, part) != getattr(own, part)} == set()


def with_other_item(version: Kept, item: str) -> Kept:
    """Give a version as it was before an update of ectrial changed this item."""
    said = json.loads(version.text)
    said["items"][item]["resolve"] = {"en": "Ask.", "zh": "询问。"}
    text = json.dumps(said, ensure_ascii=False)
    return version._replace(text=text, fingerprint=sha256(text.encode()).hexdigest())


def test_update_of_a_shipped_item_leaves_a_used_version_as_it_was() -> None:
    own = load_given(SECOND)
    item = next(name for name in own_items(own) if name in shipped().default.vocabulary)
    before = with_other_item(kept(own), item)
    trials = shipped().with_own([own])

    told = list(changed(trials, [before], lambda _: True))
    found = with_used(trials, [before], lambda _: True)

    assert told == []
    assert found.current(own.id).fingerprint == before.fingerprint
