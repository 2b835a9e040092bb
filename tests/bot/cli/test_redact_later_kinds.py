"""What followed a screening leaves nothing of a code that is redacted, in any file or card."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.setup.start import now
from conversations.focus import Focus, dump
from conversations.places import Place
from conversations.places_of_other_trials import OtherTrials
from conversations.places_of_the_trial import ReadingCard, TrialStatusCard
from conversations.places_of_what_follows import ParticipationCard, StudyTeamCard
from conversations.places_to_look_at import Review, Verdict
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.ledger import Author, Chat
from ectrial.ledger.verify import verify_file
from ectrial.record.consent import Consent
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.participation import Participation
from ectrial.record.subjects import ScreeningId
from ectrial.trial.versions import shipped
from tests.blank_record import blank
from tests.bot.serving.chats import Chats
from tests.ectrial.record.test_links import linked

TRIAL, OTHER = "EC-CRT-003", "SBRT-OLIGO"
ADMIN = Author(7, "admin")
HERE, THERE = ScreeningId("here", TRIAL, "S-777", 1), ScreeningId("here", OTHER, "X-901", 1)
TODAY = now().date()
BED = "7A-917"
FORMS = ("S-777", "s777", "S 777", "Ｓ－７７７")
WORDS = ("asked of", "letter about", "note on")
PLACES: tuple[Place, ...] = (
    *(Verdict(), Review(), StudyTeamCard(), ParticipationCard(), OtherTrials()),
    *(TrialStatusCard(), ReadingCard("R01")),
)


OUTSIDE = (TrialStatusCard, ReadingCard)


def said() -> Iterator[NewEntry]:
    """Give an entry of each kind that came after a verdict, with the code wherever words are."""
    of = {"protocol_version": "2", "protocol_hash": shipped().default.fingerprint}
    signed = Consent("signed", TODAY, "3.1", scope="site").value
    sent = {"to": 7, "verdict": "undetermined", "hash": "0" * 64}
    enrolled = Participation("enrolled", TODAY, None, "undetermined").value
    yield NewEntry(Kind.OPENED, TRIAL, HERE, **of)
    yield NewEntry(Kind.OPENED, OTHER, THERE, **_other())
    yield from linked(HERE, THERE)
    yield NewEntry(Kind.CONSENT, TRIAL, HERE, value=signed)
    yield NewEntry(Kind.REFERRED, TRIAL, HERE, value=sent)
    yield NewEntry(Kind.APPOINTED, TRIAL, HERE, value={"at": now().isoformat()})
    yield NewEntry(Kind.PARTICIPATION, TRIAL, HERE, value=enrolled, text="S-777")
    deviation = {"day": TODAY.isoformat()}
    yield NewEntry(Kind.DEVIATION, TRIAL, HERE, value=deviation, text="note on Ｓ－７７７")
    paused = {"state": "paused", "since": TODAY.isoformat()}
    yield NewEntry(Kind.TRIAL_STATUS, TRIAL, value=paused, text="letter about S 777")
    clarified = {"day": TODAY.isoformat(), "origin": "sponsor"}
    yield NewEntry(Kind.CLARIFIED, TRIAL, item="R01", value=clarified, text="asked of s777")


def _other() -> dict[str, str]:
    other = shipped().current(OTHER)
    return {"protocol_version": other.version, "protocol_hash": other.fingerprint}


@pytest.fixture
def real(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Record all of that, with a chat at each card, a bed, and a copy."""
    path = Path("data") / "x.db"
    monkeypatch.setenv("ECTRIAL_DATABASE", str(path))
    monkeypatch.setenv("ECTRIAL_SITE", "here")
    path.parent.mkdir(mode=0o700)
    blank(path)
    chats = Chats(path.parent)
    for new in said():
        # a link is of two entries, and only both make sense
        if new.kind is not Kind.LINKED:
            chats.real.append([new], ADMIN)
        elif new.trial == OTHER:
            chats.real.append(linked(HERE, THERE), ADMIN)
    chats.real.beds.keep(7, 1, TODAY, BED)
    chats.close()
    keep_copy(path, folder_of(path), now(), "hourly")
    return path


def redact(folder: Path, *more: str) -> set[str]:
    """Redact the code; give the files that held anything of it before."""
    before, typed = holding(folder), "S-777\nredact\n"
    said_so = ["redact", "--reason", "personal_data", "--delete-copies", *more]
    result = CliRunner().invoke(main, said_so, input=typed)
    assert result.exit_code == 0, result.output
    return before


def test_no_kind_leaves_anything_of_the_code_in_files_or_cards(real: Path) -> None:
    before = redact(real.parent)

    assert len(before) > 1
    assert holding(real.parent) == set()
    assert verify_file(real).holds
    chats = Chats(real.parent)
    shown = [card(chats, place) for place in PLACES]
    codes = {each.subject for each in chats.real.links().same_patient(THERE)}
    chats.close()
    assert not [word for word in (*FORMS, *WORDS) for each in shown if word in each]
    assert any(code.startswith("REDACTED-") for code in codes)


def test_with_its_answers_the_patient_is_linked_to_nobody_any_more(real: Path) -> None:
    redact(real.parent, "--with-answers")

    assert holding(real.parent) == set()
    assert verify_file(real).holds
    chats = Chats(real.parent)
    links, left = chats.real.links(), chats.real.of(OTHER).screenings(limit=9)
    chats.close()
    assert {each.subject for each in links.same_patient(THERE)} == {"X-901"}
    assert [each.id for each in left] == [THERE]


def card(chats: Chats, place: Place) -> str:
    """Show a place of the redacted screening, whose code is another now."""
    (listed,) = chats.real.of(TRIAL).screenings(limit=9)
    focus = Focus(place, None if isinstance(place, OUTSIDE) else listed.id)
    chats.real.save_chat(replace(chats.real.chat(7) or Chat(7), focus=dump(focus)))
    return str(chats.card(7))


def holding(folder: Path) -> set[str]:
    """Name the files, logs and copies too, in which the code or a text with it stands."""
    held = {file: file.read_bytes().lower() for file in folder.rglob("*") if file.is_file()}
    return {
        file.name
        for file, found in held.items()
        if any(words.encode().lower() in found for words in (*FORMS, *WORDS, BED))
    }
