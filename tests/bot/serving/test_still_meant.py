"""What is sent late is asked about at each try: is it still for its person?"""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.serving.jobs import MOST_MESSAGES, DeliveryJob, joined
from bot.serving.still_meant import NotMeantError, asking, is_still_consented
from ectrial.record.consent import Consent
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.exports import Export
from tests.ectrial.ledger.samples import NURSE, TRIAL, open_ledger, opened, said
from tests.ectrial.ledger.test_papers import WITHDRAWN
from tests.ectrial.papers.told import DECLINED, SIGNED
from tests.tables import of_each

MISTAKE = Consent().value
LATER = {
    "withdrawn": [said(Kind.CONSENT, value=WITHDRAWN, of="S-010/1")],
    "a mistake": [replace(said(Kind.CONSENT, value=MISTAKE, of="S-010/1"), reason=Reason.MIS_TAP)],
    "corrected": [
        replace(said(Kind.CONSENT, value=DECLINED, of="S-010/1"), reason=Reason.DATA_ENTRY_ERROR)
    ],
    "voided": [said(Kind.VOIDED, of="S-010/1")],
    "declined later": [opened("S-010", 2), said(Kind.CONSENT, value=DECLINED, of="S-010/2")],
}


@of_each("later", LATER.values(), ids=LATER)
def test_a_consent_lost_meanwhile_keeps_a_paper_from_the_sponsor(
    tmp_path: Path, later: list[NewEntry]
) -> None:
    with open_ledger(tmp_path / "record.db") as ledger:
        ledger.append([opened("S-010", 1)], NURSE)
        ledger.append([said(Kind.CONSENT, value=SIGNED, of="S-010/1")], NURSE)
        papers = [Export("csv", *each) for each in (("sponsor", 2), ("site", 2))]
        papers.append(Export("pdf", "sponsor", 2, of=1))
        lists = ledger.of(TRIAL)

        before = [is_still_consented(lists, TRIAL, each) for each in papers]
        ledger.append(later, NURSE)

        assert before == [True, True, True]
        assert [is_still_consented(lists, TRIAL, each) for each in papers] == [False, True, False]


def test_who_never_signed_keeps_no_paper_back(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "record.db") as ledger:
        ledger.append([opened("S-010", 1)], NURSE)

        ledger.append([said(Kind.CONSENT, value=DECLINED, of="S-010/1")], NURSE)

        assert is_still_consented(ledger.of(TRIAL), TRIAL, Export("csv", "sponsor", 1))


async def test_each_try_asks_again() -> None:
    asked, tried = iter([True, True, False]), []

    async def until_answered(call):  # type: ignore[no-untyped-def]
        while True:
            await call()

    async def call() -> None:
        tried.append("try")

    with pytest.raises(NotMeantError):
        await asking(until_answered, lambda: next(asked))(call)
    assert len(tried) == 2


def test_a_flood_keeps_the_questions_of_the_texts_that_it_keeps() -> None:
    job = DeliveryJob()
    for number in range(2000):
        texts = (str(number),) if number < 1990 else ()
        job = joined(job, DeliveryJob(messages=texts, is_meant=(lambda n=number: n > 0,)))  # type: ignore[misc]

    assert len(job.messages) == MOST_MESSAGES
    assert len(job.is_meant) < 20
