"""A trial whose list of criteria is known to be cut: nobody is ever eligible by it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given

from bot.cli.assess import verdict_object
from ectrial.trial.protocol_file import load_protocol
from ectrial.yaml_file import SourceError
from tests.ectrial.subjects import MAN, TRIAL, WOMAN, judge
from tests.ectrial.test_properties import subjects
from tests.ectrial.toy import ITEMS, TOY

TEXT = (TOY / "sleep.yaml").read_text("utf-8")
CUT = TRIAL.model_copy(update={"incomplete": True})


@given(subjects())
@example(dict(MAN))
@example(dict(WOMAN))
def test_nobody_is_ever_eligible_by_an_incomplete_list(raw: dict[str, Any]) -> None:
    whole, cut = judge(raw), judge(raw, CUT)

    assert cut.outcome != "eligible"
    assert cut.stratum is None
    assert (cut.outcome == whole.outcome) is (whole.outcome != "eligible")
    assert cut.is_nothing_against is (whole.outcome == "eligible")
    assert verdict_object("S-1", cut)["incomplete"] is True
    assert "incomplete" not in verdict_object("S-1", whole)


def test_that_the_list_is_incomplete_is_said_in_language_3(tmp_path: Path) -> None:
    file = tmp_path / "trial.yaml"
    file.write_text(f"language: 3\nincomplete: true\n{TEXT}", "utf-8")

    assert load_protocol(file, ITEMS).incomplete

    file.write_text(f"incomplete: true\n{TEXT}", "utf-8")
    with pytest.raises(SourceError, match="'incomplete' needs 'language: 3'"):
        load_protocol(file, ITEMS)


@pytest.mark.parametrize("paraphrase", ["", '\n    paraphrase: {en: "Sleeps", zh: "睡眠"}'])
def test_a_criterion_has_its_own_words_or_a_paraphrase(tmp_path: Path, paraphrase: str) -> None:
    own = 'verbatim: "Sleeps more than 7 hours"'
    file = tmp_path / "trial.yaml"

    file.write_text("language: 3\n" + TEXT.replace(own, paraphrase.strip()), "utf-8")
    if paraphrase:
        assert load_protocol(file, ITEMS).criteria[0].wording == "Sleeps"
        file.write_text("language: 3\n" + TEXT.replace(own, own + paraphrase), "utf-8")

    with pytest.raises(SourceError, match="give either its own words as verbatim, or ours"):
        load_protocol(file, ITEMS)
