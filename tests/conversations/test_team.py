"""The team is kept by those who may, and never left without an administrator."""

from datetime import date

import pytest

from conversations.acts import key
from conversations.acts_of_the_team import Authorise, Remove, SetTerms
from conversations.events import Tapped
from conversations.places_of_the_team import (
    Colleague,
    Invited,
    LastDay,
    Leave,
    LostPhone,
    Removing,
    Team,
)
from conversations.screen import LABEL_WIDTH, width
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.invites import hash_of
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import ROLES, Role, Terms
from tests.records import ADMIN, SITE, START, Dialogue, MemoryRecords, added, trial

LI, ZHAO, CHEN, MONITOR, WU = 8, 9, 10, 11, 12
NAMES = {LI: "Li Wei", ZHAO: "Zhao Min", CHEN: "Chen", MONITOR: "Mo"}
MOVED_ON = "This card has moved on; here is the present one."


@pytest.fixture
def records() -> MemoryRecords:
    kept = MemoryRecords()
    people: dict[int, Role] = {
        LI: "coordinator", ZHAO: "principal", CHEN: "investigator", MONITOR: "monitor",
    }  # fmt: skip
    for person, role in people.items():
        kept.append([added(person, Terms.of(role), NAMES[person])], ADMIN, START, "admin")
    return kept


def of(records: MemoryRecords, person: int, *steps: str) -> Dialogue:
    dialogue = Dialogue(records, actor=person)
    dialogue.taps_or_says(*steps)
    return dialogue


@pytest.mark.parametrize("person", [ADMIN, LI, ZHAO, CHEN, MONITOR])
def test_everybody_may_open_the_team(records: MemoryRecords, person: int) -> None:
    assert of(records, person, "/team").stands == "team"


@pytest.mark.parametrize(
    ("person", "may"), [(ADMIN, True), (ZHAO, True), (LI, False), (CHEN, False), (MONITOR, False)]
)
def test_only_administrators_and_the_principal_lead(
    records: MemoryRecords, person: int, may: bool
) -> None:
    listed = of(records, person, "/team").labels()
    about = CHEN if person != CHEN else LI
    dialogue = Dialogue(records, actor=person)
    dialogue.focus = dialogue.focus.at(Colleague(about))

    at_home = of(records, person, "/start").labels()
    assert ("Invite ›" in listed) == ("The team ›" in at_home) == may
    assert ("Remove…" in dialogue.labels()) == ("Role ›" in dialogue.labels()) == may
    assert "Lost phone…" in dialogue.labels()


def test_home_in_practice_does_not_lead_to_the_team(records: MemoryRecords) -> None:
    assert "The team ›" not in of(records, ZHAO, "/practice", "/start").labels()


def test_principal_makes_no_administrator_and_changes_none(records: MemoryRecords) -> None:
    records.append([added(12, Terms.of("admin"), "Ada")], ADMIN, START, "admin")
    invites = of(records, ZHAO, "/team", "Invite ›").labels()
    ada = of(records, ZHAO, "/team", "Ada").labels()
    roles = of(records, ZHAO, "/team", "Li Wei", "Role ›").labels()

    for offered in (invites, roles):
        assert not {"administrator", "principal investigator"} & set(offered)
    assert not {"Remove…", "Role ›", "Last day ›"} & set(ada)


@pytest.mark.parametrize("person", [ADMIN, ZHAO])
def test_nobody_changes_oneself(records: MemoryRecords, person: int) -> None:
    dialogue = Dialogue(records, actor=person)
    dialogue.focus = dialogue.focus.at(Colleague(person))

    assert not any(isinstance(each.act, SetTerms | Remove) for each in dialogue.buttons())
    assert not {"Remove…", "Role ›", "Last day ›"} & set(dialogue.labels())


def test_administrator_of_the_settings_is_changed_there(records: MemoryRecords) -> None:
    records.append([added(12, Terms.of("admin"), "Ada")], ADMIN, START, "admin")
    dialogue = of(records, 12, "/team", "administrator 1")

    assert "ECTRIAL_ADMIN_IDS" in dialogue.text()
    assert not {"Remove…", "Role ›", "Last day ›"} & set(dialogue.labels())


def test_team_of_practice_is_said_to_be_of_practice(records: MemoryRecords) -> None:
    records.append([added(12, Terms.of("monitor"), "Wu Min")], 0, START, "bot")
    dialogue = of(records, LI, "/team", "Wu Min")

    assert "Of the practice team since 23 Nov" in dialogue.text()


def test_last_administrator_without_a_last_day_stays(records: MemoryRecords) -> None:
    team = of(records, LI).team
    for person in (12, 13):
        records.append([added(person, Terms.of("admin"))], ADMIN, START, "admin")
    lasting = of(records, LI).team
    until = Terms("admin", (), None, date(2026, 12, 31))
    records.append([added(13, until)], ADMIN, START, "admin")
    one = of(records, LI).team
    records.append([NewEntry(Kind.STAFF_REMOVED, trial().id, item="12")], ADMIN, START, "admin")
    none = Dialogue(records).team

    assert team.lasts(frozenset({ADMIN}))
    nobody = frozenset[int]()
    without = [
        type(each)({p: m for p, m in each.members.items() if p != ADMIN})
        for each in (lasting, one, none)
    ]
    assert [each.lasts(nobody) for each in without] == [True, True, False]


def test_only_the_principal_authorises(records: MemoryRecords) -> None:
    admin, principal = (of(records, each, "/team", "Li Wei") for each in (ADMIN, ZHAO))

    assert "Authorise" not in admin.labels()
    principal.taps("Authorise")

    assert principal.team.members[LI].is_authorised
    assert (principal.team.members[LI].by, principal.team.members[LI].by_role) == (
        ZHAO,
        "principal",
    )
    admin.says("/team")
    admin.taps("Li Wei", "☑ export")
    assert not admin.team.members[LI].is_authorised


def test_button_of_an_act_outside_is_refused_with_who_may(records: MemoryRecords) -> None:
    principal = of(records, ZHAO, "/team", "Li Wei")
    act = principal.button("Authorise").act
    assert isinstance(act, Authorise)
    admin = of(records, ADMIN, "/team", "Li Wei")

    admin.does(Tapped(admin.round, key(act)))

    assert admin.last.toast == "Not yours to do. Ask Zhao Min (principal investigator)."
    assert not admin.team.members[LI].is_authorised


def test_two_who_change_one_person_see_each_other(records: MemoryRecords) -> None:
    first, second = (of(records, each, "/team", "Li Wei") for each in (ADMIN, ZHAO))
    act = second.button("☑ record consent").act
    first.taps("☑ export")
    recorded = first.recorded()

    second.does(Tapped(second.round, key(act)))

    assert second.last.toast == MOVED_ON
    assert second.recorded() == recorded
    assert "☐ export" in second.labels()


def test_team_is_not_kept_in_practice(records: MemoryRecords) -> None:
    admin = of(records, ADMIN, "/practice", "/team")

    assert admin.stands == "not_done"
    assert "The team is no practice" in admin.text()
    admin.taps_or_says("/practice", "/team")
    assert admin.stands == "team"


def test_removal_names_who_takes_open_work(records: MemoryRecords) -> None:
    of(records, LI, "/new S-014 M 58", "1")
    admin = of(records, ADMIN, "/team", "Li Wei", "Remove…")

    assert "Remove" not in admin.labels()
    assert "Open work: 1. Who takes it?" in admin.text()
    assert not any("Mo " in label for label in admin.labels())
    admin.taps("Remove → Chen")

    assert admin.recorded()[-1] == ("staff_removed", str(LI), {"work": CHEN})
    assert admin.last.pushes == (CHEN,)


def test_removal_moves_what_was_asked_of_the_person(records: MemoryRecords) -> None:
    of(records, CHEN, "/new S-014 M 58")
    id_ = ScreeningId(SITE, trial().id, "S-014", 1)
    asked = {"why": "pending", "assignee": LI, "due": None}
    opened = NewEntry(Kind.QUERY_OPENED, id_.trial, id_, item="ecog", value=asked)
    records.append([opened], CHEN, START)
    admin = of(records, ADMIN, "/team", "Li Wei", "Remove…")

    assert "Open work: 1. Who takes it?" in admin.text()
    admin.taps("Remove → Chen")

    assert [each.item for each in records.open_queries(assignee=CHEN)] == ["ecog"]
    assert records.open_queries(assignee=LI) == ()


def test_removal_without_open_work_is_one_tap(records: MemoryRecords) -> None:
    admin = of(records, ADMIN, "/team", "Li Wei", "Remove…", "Remove")

    assert admin.recorded()[-1] == ("staff_removed", str(LI), {"work": None})
    assert LI not in admin.team.members


def test_removed_while_the_card_is_open_leads_back(records: MemoryRecords) -> None:
    principal = of(records, ZHAO, "/team", "Li Wei", "Last day ›")
    of(records, ADMIN, "/team", "Li Wei", "Remove…", "Remove")

    for place in (LastDay(LI), Colleague(LI), Removing(LI)):
        principal.focus = principal.focus.at(place)
        assert not any(isinstance(each.act, SetTerms | Remove) for each in principal.buttons())
    principal.taps("Keep")
    assert "not of the team any more" in principal.text()


@pytest.mark.parametrize("text", ["", "Li\nWei", "a" * 41, "\u202eieW iL", "14", "a\u0007"])
def test_name_that_is_none_is_refused(records: MemoryRecords, text: str) -> None:
    admin = of(records, ADMIN, "/team", "Invite ›", "coordinator")

    admin.says(text)

    assert admin.stands == "invite_name"
    assert not admin.entries(Kind.STAFF_INVITED)


@pytest.mark.parametrize("text", ["患者王建国", "Li Wei 13800138000"])
@pytest.mark.parametrize("steps", [("Invite ›", "coordinator"), ("Li Wei", "Name ›")])
def test_name_that_may_be_a_patients_is_deleted(
    records: MemoryRecords, text: str, steps: tuple[str, ...]
) -> None:
    admin = of(records, ADMIN, "/team", *steps)

    admin.says(text)

    assert [entry.kind for entry in admin.last.entries] == [Kind.IDENTIFIER_STOPPED]
    assert admin.last.unwanted
    assert "Type the name alone." in admin.text()


def test_invite_holds_its_code_as_a_hash_alone(records: MemoryRecords) -> None:
    admin = of(records, ADMIN, "/team", "Invite ›", "monitor", "Dr. O'Neil-Süß", "Make the invite")

    place = admin.focus.place
    assert isinstance(place, Invited)
    (invited,) = admin.entries(Kind.STAFF_INVITED)
    assert invited.value["hash"] == hash_of(place.code)
    assert place.code not in str(invited)
    assert invited.text == "Dr. O'Neil-Süß"
    assert f"?start={place.code}" in admin.last.pictures[0].content


@pytest.mark.parametrize("after", ["opened", "withdrawn", "over"])
def test_member_who_opens_an_invite_that_is_over_is_told_to_be_of_the_team(
    records: MemoryRecords, after: str
) -> None:
    admin = of(records, ADMIN, "/team", "Invite ›", "monitor", "Wu Min", "Make the invite")
    place = admin.focus.place
    assert isinstance(place, Invited)
    if after == "opened":
        value = {**Terms.of("monitor").value, "invite": len(records.entries)}
        joined = NewEntry(Kind.STAFF_ADDED, trial().id, item="12", value=value, text="Wu Min")
        records.append([joined], 12, admin.now)
    elif after == "withdrawn":
        admin.taps("Withdraw the invite")
    wu = Dialogue(records, actor=12 if after == "opened" else LI)
    wu.later(days=4 if after == "over" else 0)

    wu.says(f"/start {place.code}")

    assert wu.stands == "home"
    assert "You are of the team already. The invite is over." in wu.text()
    assert "subject code may stand" not in wu.text()


def test_absence_moves_requests_until_the_person_is_back(records: MemoryRecords) -> None:
    li = of(records, LI, "/team", "Away…", "30 Nov", "Chen")

    assert li.team.asked_instead_of(LI, date(2026, 11, 30)) == CHEN
    assert li.team.asked_instead_of(LI, date(2026, 12, 1)) == LI
    li.says("/team")
    li.taps("I am back")
    assert li.team.asked_instead_of(LI, date(2026, 11, 30)) == LI


def test_coordinator_arranges_only_the_own_absence(records: MemoryRecords) -> None:
    about_chen = of(records, LI, "/team", "Chen").labels()
    about_li = of(records, LI, "/team", "Li Wei").labels()

    assert ("Away…" in about_chen, "Away…" in about_li) == (False, True)


def test_administrator_of_the_settings_may_be_away(records: MemoryRecords) -> None:
    admin = of(records, ADMIN, "/team", "Away…", "Until 24 Nov", "Nobody", "‹ The team")

    assert "I am back" in admin.labels()


def test_monitor_reads_no_names(records: MemoryRecords) -> None:
    monitor = of(records, MONITOR, "/team")

    assert not any(name in monitor.text() for name in NAMES.values())
    assert "principal investigator 9" in monitor.labels()


def test_team_of_many_is_turned_through(records: MemoryRecords) -> None:
    for person in range(20, 40):
        records.append([added(person, Terms.of("monitor"), f"N{person}")], ADMIN, START, "admin")
    admin = of(records, ADMIN, "/team", "More ›", "More ›")

    assert "N35" in admin.labels()
    assert admin.focus.place == Team(2)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("role", ROLES)
def test_buttons_of_the_team_fit(records: MemoryRecords, language: str, role: Role) -> None:
    records.append([added(12, Terms.of(role), "W" * 40)], ADMIN, START, "admin")
    of(records, LI, "/new S-014 M 58", "1")
    dialogue = Dialogue(records, actor=ADMIN, language="zh" if language == "zh" else "en")
    for place in (Team(), Colleague(12), LastDay(12), Leave(12, START.date()), Removing(8)):
        dialogue.focus = dialogue.focus.at(place)
        for row in dialogue.card.rows:
            assert sum(width(each.label) for each in row) <= LABEL_WIDTH + 3


@pytest.mark.parametrize("person", [ADMIN, ZHAO, LI, CHEN, MONITOR])
def test_who_leads_the_team_lets_in_again_after_a_lost_phone(
    records: MemoryRecords, person: int
) -> None:
    lost = NewEntry(Kind.PHONE_LOST, trial().id, item=str(WU))
    records.append([added(WU, Terms.of("coordinator"), "Wu"), lost], CHEN, START)
    dialogue = Dialogue(records, actor=person)
    dialogue.focus = dialogue.focus.at(Colleague(WU))

    may = "Phone found: let in again" in dialogue.labels()

    assert may == (person in (ADMIN, ZHAO))
    # other terms would let in whoever holds the phone
    assert not any(isinstance(each.act, SetTerms) for each in dialogue.buttons())
    if may:
        dialogue.taps("Phone found: let in again")
        assert dialogue.recorded()[-1] == ("phone_found", str(WU), None)
        assert "reported lost" not in dialogue.text()


def test_card_says_the_way_back_of_the_only_one_who_leads(records: MemoryRecords) -> None:
    dialogue = Dialogue(records, actor=CHEN)
    dialogue.focus = dialogue.focus.at(LostPhone(ADMIN))
    with_another = dialogue.text()
    removed = NewEntry(Kind.STAFF_REMOVED, trial().id, item=str(ZHAO), value={"work": None})
    records.append([removed], ADMIN, START, "admin")

    asked = dialogue.text()
    dialogue.taps("Yes, report it lost")

    assert "An administrator or the principal investigator lets in again" in with_another
    for told in (asked, dialogue.text()):
        assert "Nobody else of the team can let in again: the operator does" in told
        assert f"ectrial staff found {ADMIN}" in told
