"""The CDISC datasets of a record: subjects with signed consent, each once, for anybody."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.papers.job import PaperJob
from bot.papers.making import LINES
from ectrial.ledger.papers import PaperSource
from ectrial.record.entries import Kind
from ectrial.record.exports import Export
from ectrial.trial.versions import shipped
from tests.ectrial.ledger.samples import NURSE, TRIAL, opened, said
from tests.ectrial.ledger.test_papers import told
from tests.ectrial.papers.cdisc.judges import Study, core, judge_zip
from tests.ectrial.papers.told import NOT_ELIGIBLE, SIGNED

SHANGHAI = ZoneInfo("Asia/Shanghai")
AGAIN = (
    *(said(Kind.VERDICT_GIVEN, value=NOT_ELIGIBLE), said(Kind.CONSENT, value=SIGNED)),
    *(opened("S-001", 2), said(Kind.CONSENT, value=SIGNED, of="S-001/2")),
)


def study(source: PaperSource, export: Export) -> Study:
    job = PaperJob(source, export, shipped(), SHANGHAI, "en")
    return judge_zip(b"".join(LINES["cdisc"](job)))


def test_each_subject_with_signed_consent_is_told_once_whoever_it_is_for(tmp_path: Path) -> None:
    with told(tmp_path / "record.db") as ledger:
        ledger.append(AGAIN, NURSE)
        with ledger.papers(TRIAL, 10**6) as source:
            export = Export("cdisc", "site", source.upto)
            found = study(source, export)
            for_the_sponsor = study(source, replace(export, recipient="sponsor"))
            later = study(source, replace(export, since=date(2026, 2, 1)))
            one = study(source, replace(export, of=source.first_of("S-001")))
            none = study(source, replace(export, of=source.first_of("S-002")))

    assert core(found) == set()
    assert [row["SUBJID"] for row in found["DM"]] == ["S-001", "S-006"]
    assert [row["IETESTCD"] for row in found["IE"]] == ["INCL05", "EXCL02"]
    assert for_the_sponsor == found
    assert [row["SUBJID"] for row in one["DM"]] == ["S-001"]
    assert later["DM"] == none["DM"] == []
