"""A guest sees one screening and does nothing else, whatever is tapped, typed or sent."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from bot.telegram.menu import COMMANDS
from conversations.acts import Act, Go, key
from conversations.acts_of_own_words import DropWords, KeepWords
from conversations.acts_of_sharing import MakeShare, ViewShared
from conversations.events import Edited, Event, Joined, Sent, Tapped, Tried, Typed
from conversations.focus import Focus
from conversations.guest_standing import GUEST_PLACES
from conversations.places_of_own_words import NameAsked
from conversations.places_of_sharing import ShareCard
from conversations.rights import OF_ACTS, OF_KINDS, OF_PLACES
from ectrial.record.entries import Kind
from ectrial.record.shares import MOST_TRIES, OF_SHARES
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Terms
from tests.conversations.paths import COUNTS, another
from tests.conversations.transcript import FOLDER, steps
from tests.records import ADMIN, START, Dialogue, MemoryRecords, added

OWNER, COLLEAGUE, GUEST, OTHER = 7, 9, 21, 22
OF_GUESTS = {
    *(Kind.SHARE_OPENED, Kind.SHARE_ENTERED, Kind.SHARE_TRIED, Kind.SHARE_VIEWED),
    *(Kind.SHARE_REPLIED, Kind.SHARE_ENDED, Kind.IDENTIFIER_STOPPED),
}
SIGNS = ("⋯ More", "Consent ›", "Signed…", "Today", "3.1")
HIDDEN = ("S-099", "Li Wei", "Chen", "coordinator", "administrator")
"""What stands in the record and is no guest's: another screening, and whoever is of the team."""


def shared() -> tuple[Dialogue, Dialogue]:
    """Give an owner who shares S-014 of two screenings, and a guest who has opened its link."""
    return both(*_shared())


def both(owner: Dialogue, guest: Dialogue) -> tuple[Dialogue, Dialogue]:
    """Give two who stand where these do, and go on from there by themselves."""
    owner, guest = another(owner), another(guest)
    guest.records = owner.records
    return owner, guest


@cache
def _shared() -> tuple[Dialogue, Dialogue]:
    records = MemoryRecords()
    team = [added(OWNER, Terms.of("coordinator"), "Li Wei")]
    team += [added(COLLEAGUE, Terms.of("coordinator"), "Chen")]
    records.append(team, ADMIN, START)
    owner = Dialogue(records, actor=OWNER)
    owner.allows_guests = True
    owner.taps_or_says("/new S-099 F 41", "/start", *COUNTS, "/share", "Share for 24 hours")
    guest = beside(owner, GUEST)
    assert owner.fresh
    guest.says(f"/start {owner.fresh.code}")
    return owner, guest


def beside(owner: Dialogue, person: int) -> Dialogue:
    guest = Dialogue(owner.records, actor=person, is_guest=True)
    guest.now = owner.now
    return guest


def entered() -> tuple[Dialogue, Dialogue]:
    """The same, and the passcode was right."""
    return both(*_entered())


@cache
def _entered() -> tuple[Dialogue, Dialogue]:
    owner, guest = shared()
    guest.tries(ok=True)
    return owner, guest


FEW = "open_items_in_chinese.txt"
EACH = pytest.mark.parametrize(
    ("transcripts", "has_entered"),
    [
        (FEW, False),
        (FEW, True),
        pytest.param("*.txt", False, marks=pytest.mark.long),
        pytest.param("*.txt", True, marks=pytest.mark.long),
    ],
)


@cache
def of_the_team(transcripts: str) -> tuple[dict[str, Focus], dict[str, Act]]:
    """Give where people stand in transcripts, and what their buttons do: one of each kind."""
    places, acts = dict[str, Focus](), dict[str, Act]()
    for path in FOLDER.glob(transcripts):
        for _, person in steps(path.read_text("utf-8")):
            if person is not None and not person.is_guest:
                places.setdefault(person.stands, person.standing)
                for button in person.buttons():
                    to = f" {button.act.place.place}" if isinstance(button.act, Go) else ""
                    acts.setdefault(f"{type(button.act).__name__}{to}", button.act)
    return places, acts


def faults(guest: Dialogue, event: Event) -> Iterator[str]:
    """Do it, and tell what a guest must not do or see of what came of it."""
    before = len(guest.records.entries)
    card = guest.does(event)
    added = {entry.said.kind for entry in guest.records.entries[before:]}
    labels = [button.label for row in card.rows for button in row]
    told = "\n".join((guest.text(), *labels, guest.last.toast, *guest.last.messages))
    yield from (f"{event}: {kind}" for kind in added - OF_GUESTS)
    yield from (f"{event}: {each}" for each in HIDDEN if each in told)
    if guest.last.pictures or guest.last.documents:
        yield f"{event}: a file"


def test_tables_give_a_guest_nothing_but_what_was_shared() -> None:
    of_acts = {act for act, need in OF_ACTS.items() if need.guests}
    of_places = {place for place, need in OF_PLACES.items() if need.guests}
    of_kinds = {kind for kind, need in OF_KINDS.items() if need.guests}

    assert {each.__name__ for each in of_acts - {ViewShared, KeepWords, DropWords}} == {"Speak"}
    assert of_places == {*GUEST_PLACES, NameAsked}
    assert of_kinds == OF_GUESTS
    assert {*OF_SHARES} - OF_GUESTS == {Kind.SHARE_MADE, Kind.SHARE_REVOKED}


@EACH
def test_place_of_the_team_shows_a_guest_nothing_of_it(
    transcripts: str, has_entered: bool
) -> None:
    _, guest = entered() if has_entered else shared()
    about = guest.records.entries[2].said.screening
    assert about
    assert about.subject == "S-099"

    found = []
    for name, focus in of_the_team(transcripts)[0].items():
        for event in (Typed("5.2"), Typed("S-099"), Tapped(guest.round, "0" * 20)):
            guest.focus = replace(focus, screening=about)
            found += [f"{name}: {each}" for each in faults(guest, event)]

    assert len(of_the_team(transcripts)[0]) > (10 if transcripts == FEW else 60)
    assert found == []


@EACH
def test_button_of_the_team_does_nothing_for_a_guest(transcripts: str, has_entered: bool) -> None:
    _, guest = entered() if has_entered else shared()

    found = [
        each
        for act in of_the_team(transcripts)[1].values()
        for each in faults(guest, Tapped(guest.round, key(act)))
    ]

    assert len(of_the_team(transcripts)[1]) > (10 if transcripts == FEW else 60)
    assert found == []


@pytest.mark.parametrize("has_entered", [False, True])
def test_nothing_typed_or_sent_leads_a_guest_elsewhere(has_entered: bool) -> None:
    _, guest = entered() if has_entered else shared()
    commands = [f"/{name}{rest}" for name in COMMANDS for rest in ("", " S-099", " S-014")]

    found = []
    for text in (*commands, "S-099", "5.2", "Hb 92 g/L", "S-099 F 41 ALT 30 U/L", "123456"):
        before = len(guest.records.entries)
        guest.says(text)
        added = {entry.said.kind for entry in guest.records.entries[before:]}
        told = "\n".join((guest.text(), *guest.labels(), guest.last.toast, *guest.last.messages))
        found += [f"{text}: {kind}" for kind in added - OF_GUESTS]
        found += [f"{text}: {each}" for each in HIDDEN if each in told]
    found += [each for event in (Sent(), Edited(), Joined()) for each in faults(guest, event)]

    assert found == []


def test_before_the_passcode_nothing_of_the_screening_is_shown() -> None:
    _, guest = shared()

    for act in ("/start", "/help", "‹ Back", "/language", "中文"):
        guest.taps_or_says(act)

        assert "S-014" not in guest.text()
        assert "EC-CRT" not in guest.text()


def test_every_way_to_the_screening_is_recorded_as_a_view() -> None:
    _, guest = entered()
    views = [guest.entries(Kind.SHARE_VIEWED)]

    for way in ("/start", "Reply ›", "‹ Back", "Help · English / 中文", "中文", "‹ 返回"):
        guest.taps_or_says(way)
        if "S-014" in guest.text():
            views.append(guest.entries(Kind.SHARE_VIEWED))

    assert [len(each) for each in views] == [1, 2, 3, 4]


def test_guest_sees_no_newer_answers_without_another_view() -> None:
    owner, guest = entered()
    before = guest.text()
    owner.taps_or_says("/resume S-014", "5.2")

    hidden = guest.text()
    guest.taps("Show it")

    assert "has changed since you looked" in hidden
    assert "S-014" not in hidden
    assert "recorded more since it was shared" in guest.text()
    assert "recorded more" not in before


@pytest.mark.parametrize("text", ["Call 13800138000", "姓名：王建国"])
def test_reply_with_an_identifier_is_deleted_and_not_recorded(text: str) -> None:
    _, guest = entered()
    guest.taps("Reply ›")

    guest.says(text)

    assert guest.last.unwanted
    assert guest.entries(Kind.SHARE_REPLIED) == []
    assert text not in repr(guest.records.entries)


def test_reply_is_read_by_its_author_alone() -> None:
    owner, guest = entered()
    guest.taps_or_says("Reply ›", "Please repeat the count.")
    leader = Dialogue(owner.records, actor=ADMIN)
    leader.now = owner.now = guest.now
    leader.allows_guests = True

    owner.taps_or_says("/trial", "Shared: news ›")
    leader.says("/share")
    leader.taps(leader.labels()[0])

    assert "Please repeat the count." in owner.text()
    assert "Shared by Li Wei" in leader.text()
    assert "Please repeat the count." not in leader.text()
    assert "Shared: news ›" not in owner.taps_or_says("/trial").blocks[0].text


def test_only_the_first_who_gives_the_passcode_is_a_guest() -> None:
    owner, guest = shared()
    other = beside(owner, OTHER)
    assert owner.fresh
    other.says(f"/start {owner.fresh.code}")

    guest.tries(ok=True)
    other.says("/start")

    (share,) = owner.records.shares().by_seq.values()
    assert (share.guest, share.is_of(OTHER), share.admits(OTHER)) == (GUEST, False, False)
    assert "S-014" not in other.text()


def test_fifth_wrong_passcode_ends_it_and_tells_the_owner() -> None:
    owner, guest = shared()

    for _ in range(MOST_TRIES):
        guest.does(Tried(_share(owner), ok=False))

    (share,) = owner.records.shares().by_seq.values()
    assert (share.ended, share.tries, guest.last.pushes) == ("tries", MOST_TRIES, (OWNER,))
    owner.taps_or_says("/trial", "Shared: news ›")
    assert "five wrong passcodes" in owner.text()


def _share(owner: Dialogue) -> int:
    (seq,) = owner.records.shares().by_seq
    return seq


def test_right_passcode_of_another_share_enters_nothing() -> None:
    owner, guest = shared()
    owner.taps_or_says("/open S-099", "/share", "Share for 1 hour")
    assert owner.fresh
    guest.says(f"/start {owner.fresh.code}")

    guest.does(Tried(min(owner.records.shares().by_seq), ok=True))

    assert guest.entries(Kind.SHARE_ENTERED) == []


@pytest.mark.parametrize(
    ("ways", "why"),
    [
        (("⋯ More", "Void this screening", "Duplicate"), "set_aside"),
        (("/clear", "Clear all…", "Entry error"), "set_aside"),
        (("⋯ More", "Consent ›", "Declined…", "None given"), "consent"),
    ],
)
def test_share_ends_with_what_it_shows(ways: tuple[str, ...], why: str) -> None:
    owner, guest = entered()

    owner.taps_or_says("/open S-014", *ways)
    guest.says("/start")

    (share,) = owner.records.shares().by_seq.values()
    assert share.ended == why
    assert "S-014" not in guest.text()


def test_share_ends_when_its_author_leaves_the_team() -> None:
    owner, guest = entered()
    leader = Dialogue(owner.records, actor=ADMIN)
    leader.now = owner.now
    leader.says("/team")

    leader.taps("Li Wei", "Remove…", "Remove → Chen")

    removals = [e for e in leader.last.entries if e.kind is Kind.STAFF_REMOVED]
    (share,) = owner.records.shares().by_seq.values()
    assert removals
    assert share.ended == "author"
    assert "S-014" not in guest.says("/start").blocks[0].text


WITHOUT_EXPORT = Terms("coordinator", ("screen", "consent"))


@pytest.mark.parametrize("steps_", [("☑ export",), ("Role ›", "monitor")])
def test_share_ends_when_its_author_may_not_share_any_more(steps_: tuple[str, ...]) -> None:
    owner, guest = entered()
    guest.taps_or_says("Reply ›", "Please repeat the count.")
    leader = Dialogue(owner.records, actor=ADMIN)
    leader.now = guest.now
    leader.taps_or_says("/team", "Li Wei")

    leader.taps(*steps_)

    (share,) = owner.records.shares().by_seq.values()
    assert share.ended == "author"
    assert "S-014" not in guest.says("/start").blocks[0].text


@pytest.mark.parametrize("terms", [WITHOUT_EXPORT, Terms.of("monitor")])
def test_share_stands_by_the_right_its_author_has_today(terms: Terms) -> None:
    owner, guest = entered()
    guest.taps_or_says("Reply ›", "Please repeat the count.")

    owner.records.append([added(OWNER, terms, "Li Wei")], ADMIN, guest.now)

    (share,) = owner.records.shares().by_seq.values()
    assert not share.stands(guest.now, owner.team)
    assert share.why_over(guest.now, owner.team) == "author"
    assert "S-014" not in guest.says("/start").blocks[0].text


def test_author_who_became_a_monitor_reads_no_reply() -> None:
    owner, guest = entered()
    guest.taps_or_says("Reply ›", "Please repeat the count.")
    owner.records.append([added(OWNER, Terms.of("monitor"), "Li Wei")], ADMIN, guest.now)
    monitor = Dialogue(owner.records, actor=OWNER, role="monitor")
    monitor.now, monitor.allows_guests = guest.now, True

    monitor.says("/trial")
    labels = monitor.labels()
    monitor.focus = monitor.focus.at(ShareCard(_share(owner)))

    assert "Shared: news ›" not in labels
    assert "Please repeat the count." not in monitor.text()


@pytest.mark.parametrize(("hours", "stands"), [(23, True), (24, False)])
def test_share_holds_for_as_long_as_was_chosen(hours: int, stands: bool) -> None:
    owner, guest = entered()

    guest.now += timedelta(hours=hours)
    guest.says("/start")

    assert ("S-014" in guest.text()) is stands
    assert owner.records.shares().by_seq[_share(owner)].ended is None


def test_nobody_shares_where_the_site_allows_no_guests() -> None:
    owner, _ = shared()
    owner.taps_or_says("/open S-014", "/share")
    button = owner.button("Share for 24 hours")
    owner.allows_guests = False

    owner.does(Tapped(owner.round, key(button.act)))

    assert len(owner.records.shares().by_seq) == 1
    assert "This site allows no guests" in owner.text()
    assert "Share by a link ›" not in owner.taps_or_says("⋯ More").rows


def test_monitor_shares_nothing_and_reads_no_share() -> None:
    owner, _ = shared()
    monitor = Dialogue(owner.records, actor=77, role="monitor")
    monitor.allows_guests = True

    monitor.taps_or_says("/open S-014", "/share")

    assert "Not yours to do." in monitor.text()


def with_notes() -> Dialogue:
    """Give an owner with a private note on words of the listing, and another for the team."""
    owner, _ = shared()
    passage = ("Words of the listing ›", "Thoracic irradiation")
    owner.taps_or_says("/open S-014", "/notes", "Write a note ›", *passage, "which fields count?")
    whole = ("The screening as a whole", "For the team")
    owner.taps_or_says("/notes", "Write a note ›", *whole, "the other note")
    return owner


def test_guest_of_a_note_sees_it_with_its_passage_alone() -> None:
    owner = with_notes()
    owner.taps_or_says("/notes", "✎ which fields count?", "Share by a link ›", "Share for 1 hour")
    guest = beside(owner, OTHER)
    assert owner.fresh
    guest.says(f"/start {owner.fresh.code}")

    steps_ = ("Reply ›", "患者王建国可以入组", "Yes: delete it", "/help")
    told = [guest.tries(ok=True), *(guest.taps_or_says(step) for step in steps_)]

    words = "\n".join(block.text for card in told for block in card.blocks)
    assert "which fields count?" in words
    assert "History of thoracic irradiation" in words
    assert not any(each in words for each in (*HIDDEN, "S-014", "the other note", "M 58"))
    assert guest.entries(Kind.SHARE_REPLIED) == []


def test_nobody_shares_the_note_of_a_colleague() -> None:
    owner = with_notes()
    colleague = Dialogue(owner.records, actor=COLLEAGUE)
    colleague.now, colleague.allows_guests = owner.now, True

    colleague.taps_or_says("/open S-014", "/notes", "✎ the other note")

    assert "Reply ›" in colleague.labels()
    assert "Share by a link ›" not in colleague.labels()


def test_leader_is_not_told_that_what_is_shared_is_a_private_note() -> None:
    owner = with_notes()
    owner.taps_or_says("/notes", "✎ which fields count?", "Share by a link ›", "Share for 1 hour")
    leader = Dialogue(owner.records, actor=ADMIN)
    leader.now, leader.allows_guests = owner.now, True

    leader.says("/share")

    assert [each for each in leader.labels() if "S-014" in each] == [
        "S-014 · until tomorrow 09:01",
        "S-014 · until today 10:02",
    ]
    assert "S-014, a note" in owner.text()


def test_note_that_was_answered_meanwhile_is_not_shared_by_the_older_card() -> None:
    owner = with_notes()
    owner.taps_or_says("/notes", "✎ the other note", "Share by a link ›")
    button = owner.button("Share for 1 hour")
    colleague = Dialogue(owner.records, actor=COLLEAGUE)
    colleague.now = owner.now
    colleague.taps_or_says("/open S-014", "/notes", "✎ the other note", "Reply ›", "and this")

    owner.does(Tapped(owner.round, key(button.act)))

    assert len(owner.records.shares().by_seq) == 1


@pytest.mark.parametrize(
    "steps_",
    [
        ("⋯ More", "Consent ›", "Declined…", "None given"),
        (*SIGNS, "/verdict", "⋯ More", "Consent ›", "Withdrawn…", "Today"),
    ],
)
def test_nothing_of_a_subject_who_takes_no_part_is_shared(steps_: tuple[str, ...]) -> None:
    owner = with_notes()
    owner.taps_or_says("/notes", "✎ which fields count?", "Share by a link ›")
    of_the_note = owner.button("Share for 1 hour")
    owner.taps_or_says("/verdict", *steps_)
    before = len(owner.records.shares().by_seq)

    owner.taps_or_says("/notes", "✎ which fields count?")
    of_note = owner.labels()
    owner.taps_or_says("/verdict", "⋯ More")
    of_more = owner.labels()
    owner.says("/share")
    told = owner.text()
    owner.does(Tapped(owner.round, key(of_the_note.act)))
    owner.does(Tapped(owner.round, key(MakeShare(*_pinned(owner), 1))))

    assert "The subject does not take part: nothing of it is shared by a link." in told
    assert not {"Share by a link ›", "Share ›", "Share for 1 hour"} & {*of_note, *of_more}
    assert not [each for each in owner.labels() if each.startswith("Share for")]
    assert len(owner.records.shares().by_seq) == before


def test_who_declined_is_not_shared_in_a_second_screening_until_asked_anew() -> None:
    owner = with_notes()
    owner.taps_or_says("/verdict", "⋯ More", "Consent ›", "Declined…", "None given", "/verdict")
    owner.taps_or_says("⋯ More", "Void this screening", "Duplicate", "/new S-014", "Screen again")
    owner.says("/share")
    told = owner.text()

    owner.taps_or_says("/verdict", "⋯ More", "Consent ›", "Chart review only", "/share")

    assert "Consent: not asked (before: declined)" in told
    assert "Share for 1 hour" in owner.labels()


def _pinned(owner: Dialogue) -> tuple[ScreeningId, int]:
    screening = owner.focus.screening and owner.records.screening(owner.focus.screening)
    assert screening
    return screening.id, screening.last_seq


def test_guest_of_two_shares_goes_from_one_to_the_other() -> None:
    owner, guest = entered()
    owner.taps_or_says("/open S-099", "/share", "Share for 3 days")
    assert owner.fresh
    guest.says(f"/start {owner.fresh.code}")
    at_passcode = guest.labels()
    guest.tries(ok=True)
    second, labels = guest.text(), guest.labels()

    guest.taps("Other, until tomorrow 09:01 ›")
    first = guest.text()
    guest.taps(next(each for each in guest.labels() if each.startswith("Other, ")))

    assert "Other, until tomorrow 09:01 ›" in at_passcode
    assert "Other, until tomorrow 09:01 ›" in labels
    assert "S-099" in second
    assert "S-014" in first
    assert "S-099" in guest.text()
    assert [each.item for each in guest.entries(Kind.SHARE_VIEWED)][1:] == [
        *(str(seq) for seq in sorted(owner.records.shares().by_seq, reverse=True)),
        str(max(owner.records.shares().by_seq)),
    ]


@pytest.mark.parametrize("text", ["Li Na missed her visit", "患者王建国 13800138002"])
def test_text_that_a_guest_types_as_the_share_ends_is_deleted(text: str) -> None:
    _, guest = entered()
    guest.taps("Reply ›")
    guest.now += timedelta(hours=24)

    guest.does(Typed(text, message=41))

    assert guest.last.unwanted == (41,)
    assert len(guest.entries(Kind.IDENTIFIER_STOPPED)) == 1
    assert "Your message is deleted" in guest.text()


def test_text_that_a_guest_was_asked_about_is_deleted_once_the_share_has_ended() -> None:
    _, guest = entered()
    guest.taps("Reply ›")
    guest.does(Typed("Li Na missed her visit", message=41))
    guest.now += timedelta(hours=24)

    guest.says("/help")

    assert guest.last.unwanted == (41,)
    assert "What you typed before is not recorded, and deleted." in guest.text()
