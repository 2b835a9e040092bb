"""Who is asked to sign finds the request, signs or returns it, and is back at the list."""

from datetime import timedelta

import pytest

from conversations.case import Case
from conversations.places_of_queries import ToDo
from conversations.places_of_signing import SignOff
from conversations.queries import opening
from conversations.standing import standing
from conversations.to_do import to_do_count
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Terms
from tests.conversations.test_signing import FAILED, PI, SUB, with_investigators
from tests.records import ADMIN, Dialogue, added, trial

CHEN = 7


def asked_of_li() -> Dialogue:
    """Give the dialogue of a coordinator who has asked Li Wei to sign a failure."""
    chen = with_investigators(*FAILED)
    chen.records.append([added(CHEN, Terms.of("coordinator"), "Chen Jing")], ADMIN, chen.now)
    chen.taps("Ask the investigator ›", "Li Wei")
    return chen


def beside(other: Dialogue, person: int) -> Dialogue:
    """Give the own phone of an enrolled colleague, who has opened nothing yet."""
    phone = Dialogue(other.records, actor=person)
    phone.now = other.now
    phone.enrols()
    phone.says("/start")
    return phone


def test_request_is_found_at_home_and_signed_from_the_list() -> None:
    li = beside(asked_of_li(), PI)

    li.taps("To do (1) ›")
    listed = li.text()
    li.taps("Sign: S-014")
    assert li.standing.place == SignOff(ToDo())
    li.taps("I confirm: not eligible (INCL01)")
    li.gives(li.code())

    assert "To sign (1)" in listed
    assert "S-014 · asked by Chen Jing" in listed
    assert len(li.entries(Kind.SIGNED)) == 1
    assert li.standing.place == ToDo()
    assert "Signed and recorded." in li.text()
    assert "Nothing to do." in li.text()


def test_returned_request_leads_back_to_the_list() -> None:
    li = beside(asked_of_li(), PI)

    li.taps_or_says("/todo", "Sign: S-014", "Return…", "Evidence is missing")

    assert li.standing.place == ToDo()
    assert "Nothing to do." in li.text()
    assert li.last.pushes == (CHEN,)


def test_request_is_on_the_card_of_another_screening() -> None:
    chen = with_investigators(*FAILED)
    li = beside(chen, PI)
    li.taps_or_says("/open S-014")
    assert "To do (1) ›" not in li.labels()

    chen.taps("Ask the investigator ›", "Li Wei")

    assert li.labels()[0] == "To do (1) ›"


def test_cover_of_the_absent_sees_the_request_and_the_asker_who_is_asked() -> None:
    chen = asked_of_li()
    until = (chen.now.date() + timedelta(days=3)).isoformat()
    away = NewEntry(Kind.AWAY, trial().id, item=str(PI), value={"until": until, "cover": SUB})
    chen.records.append([away], PI, chen.now)
    wu = beside(chen, SUB)

    wu.says("/todo")
    chen.says("/verdict")

    assert "Sign: S-014" in wu.labels()
    assert "Asked to sign: Li Wei, away → Wu Min." in chen.text()


def test_colleagues_who_may_not_sign_are_asked_nothing() -> None:
    chen = asked_of_li()
    chen.records.append([added(PI, Terms.of("monitor"), "Li Wei")], ADMIN, chen.now)
    li = beside(chen, PI)

    li.says("/todo")

    assert "Nothing to do." in li.text()
    assert to_do_count(li.records, li.team, PI, li.now.date()) == 0


def test_request_counts_in_the_digest() -> None:
    chen = asked_of_li()

    counted = [to_do_count(chen.records, chen.team, who, chen.now.date()) for who in (PI, SUB, 7)]

    assert counted == [1, 0, 0]


def test_request_to_somebody_removed_says_so_and_asks_again() -> None:
    chen = asked_of_li()
    chen.records.append([NewEntry(Kind.STAFF_REMOVED, trial().id, item=str(PI))], ADMIN, chen.now)

    chen.says("/verdict")

    assert "not of the team any more. Ask again." in chen.text()
    assert "Ask the investigator ›" in chen.labels()


@pytest.mark.parametrize("how", ["/void", "signed", "returned"])
def test_request_is_over_once_another_has_signed_or_returned_it_or_it_is_voided(how: str) -> None:
    chen = asked_of_li()
    li, wu = beside(chen, PI), beside(chen, SUB)
    wu.says("/open S-014")
    if how == "/void":
        chen.taps("⋯ More", "Void this screening", "Wrong subject")
    elif how == "signed":
        wu.taps("Confirm and sign ›", "I confirm: not eligible (INCL01)")
        wu.gives(wu.code())
    else:
        wu.taps("Confirm and sign ›", "Return…", "Other reason")

    li.says("/todo")

    assert "Nothing to do." in li.text()


def test_second_investigator_signs_nothing_once_the_first_has() -> None:
    chen = asked_of_li()
    li, wu = beside(chen, PI), beside(chen, SUB)
    for each in (li, wu):
        each.taps_or_says("/open S-014", "Confirm and sign ›", "I confirm: not eligible (INCL01)")
    li.gives(li.code())

    wu.gives(wu.code())

    assert [entry.text for entry in wu.entries(Kind.SIGNED)] == ["Li Wei"]
    assert "Signed already, by the principal investigator." in wu.text()
    assert "Return…" not in wu.labels()


def test_open_item_is_settled_before_anything_is_signed_or_asked() -> None:
    chen = with_investigators(*FAILED)
    here = standing(chen.world, chen.focus)
    assert isinstance(here.found, Case)
    chen.records.append(opening(here.found, ["ecog"], "check", CHEN), PI, chen.now)
    li = beside(chen, PI)

    chen.taps("Ask the investigator ›")
    li.taps_or_says("/open S-014", "Confirm and sign ›")

    for card in (chen, li):
        assert "open items, 1. Settle them first." in card.text()
        assert "Open items (1) ›" in card.labels()
    assert "Li Wei" not in chen.labels()
    assert not any(label.startswith("I confirm") for label in li.labels())


def test_missing_consent_blocks_no_signature() -> None:
    li = beside(asked_of_li(), PI)

    li.taps_or_says("/todo", "Sign: S-014")

    assert "I confirm: not eligible (INCL01)" in li.labels()


def test_signer_finds_what_superseded_the_signature() -> None:
    chen = asked_of_li()
    li = beside(chen, PI)
    li.taps_or_says("/todo", "Sign: S-014", "I confirm: not eligible (INCL01)")
    li.gives(li.code())

    chen.taps_or_says("/review", "INCL01", "4", "Entry error")

    assert PI in chen.last.pushes
    assert chen.entries(Kind.SIGNATURE_ASKED)[-1].value["to"] == PI
    li.says("/todo")
    assert "S-014 · signature superseded by Chen Jing" in li.text()


def test_voiding_rings_the_signer_and_asks_nobody_anew() -> None:
    chen = asked_of_li()
    li = beside(chen, PI)
    li.taps_or_says("/todo", "Sign: S-014", "I confirm: not eligible (INCL01)")
    li.gives(li.code())
    asked = len(chen.entries(Kind.SIGNATURE_ASKED))

    chen.taps("⋯ More", "Void this screening", "Wrong subject")

    assert PI in chen.last.pushes
    assert len(chen.entries(Kind.SIGNATURE_ASKED)) == asked
