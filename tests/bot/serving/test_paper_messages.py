"""What is said of a paper that is not given any more: whether it can be asked for again."""

from typing import Any

import pytest

from bot.serving.jobs import DeliveryJob
from bot.serving.paper_messages import PaperMessages, Words
from ectrial.ledger.tables.asked_papers import AskedPaper
from ectrial.wording.speech import speech


@pytest.mark.parametrize("must_prove", [True, False])
async def test_who_only_has_to_prove_who_reads_is_told_to_ask_again(must_prove: bool) -> None:
    sent: list[DeliveryJob] = []
    client: Any = None
    messages = PaperMessages(
        client,
        lambda _, job: sent.append(job),
        lambda *_: None,
        lambda _: Words(speech("en"), "log of S-014", "log.csv", ""),
        lambda _: must_prove,
    )

    await messages.about(AskedPaper(1, 1008, "T-1", False, {})).not_meant()

    ((text,),) = (each.messages for each in sent)
    assert "S-014" not in text
    assert ("then ask for it again" in text) is must_prove
