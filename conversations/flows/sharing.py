"""Sharing a screening: for how long, the link and its passcode, and what came of it."""

from conversations.acts import Copy, Go, GoOn
from conversations.acts_of_sharing import MakeShare, RevokeShare
from conversations.here import Here
from conversations.inviting import link_of
from conversations.places_of_notes import NoteList
from conversations.places_of_sharing import OpenShares, ShareCard, ShareMade, Sharing
from conversations.places_outside import Home
from conversations.places_to_look_at import More
from conversations.screen import LABEL_WIDTH, Block, Button, Row, lines, note, shortened, title
from conversations.shares import (
    may_be_shared,
    may_share,
    own_note,
    own_share,
    shares_of,
    shares_row,
)
from conversations.turn import Fresh
from conversations.words.consent import consent_line
from conversations.words.heading import heading
from conversations.words.moments import moment_words
from conversations.words.own import quoted
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.people import person_words
from conversations.words.queries import when_words
from conversations.words.shares import ENDS, LENGTHS, seen_words, until_words
from ectrial.record.invites import hash_of
from ectrial.record.shares import HOURS, USUAL, Share
from ectrial.wording.speech import Say


def words(here: Here, place: Sharing) -> tuple[Block, ...]:
    """Say what a guest will see, and ask for how long."""
    say, head = here.say, title(heading(here.say, here.case.id))
    if not may_share(here.world):
        return (head, Block(_no_guests(say)))
    if not may_be_shared(here.case):
        return (head, *_refused(here))
    if place.note is not None:
        return (head, *_note_words(here, place.note), Block(say("For how long?")))
    return (
        head,
        title(say("Share this screening")),
        Block(
            say(
                "One person outside of the team sees the verdict with its lines, read-only,"
                " by a link and a passcode. No colleague is named to them; they may reply to you."
            )
        ),
        Block(say("For how long?")),
    )


def _note_words(here: Here, seq: int) -> tuple[Block, ...]:
    """Say that the note alone is shown, and what it says."""
    say, found = here.say, own_note(here.world, here.case.id, seq)
    if found is None:
        return (Block(say("This note is not yours to share.")),)
    told = say(
        "One person outside of the team sees this note with its passage, by a link and a passcode:"
        " no thread, no subject code, no name of a colleague. They may reply to you."
    )
    return (title(say("Share this note")), Block(quoted(say, found.text)), Block(told))


def rows(here: Here, place: Sharing) -> tuple[Row, ...]:
    """Offer how long; each button shares."""
    say, case = here.say, here.case
    seq, back_to = case.screening.last_seq, Go(More())
    if place.note is not None:
        found = own_note(here.world, case.id, place.note)
        seq, back_to = found.last_seq if found else 0, Go(NoteList())
    back: Row = (Button(say("‹ Back"), back_to, "primary"),)
    if not may_be_shared(case) or not seq:
        return (back,)
    ways = [
        Button(
            say("Share for {time}", time=say(LENGTHS[hours])),
            MakeShare(case.id, seq, hours, place.note),
            "primary" if hours == USUAL else "plain",
        )
        for hours in HOURS
    ]
    return (*[(way,) for way in ways], *shares_row(here), back)


def _refused(here: Here) -> tuple[Block, ...]:
    """Say why nothing of this subject is shared any more."""
    told = here.say("The subject does not take part: nothing of it is shared by a link.")
    return (Block(told), note(consent_line(here.say, here.case)))


def _no_guests(say: Say) -> str:
    return say("This site allows no guests: nothing can be shared by a link.")


def made_words(here: Here, place: ShareMade) -> tuple[Block, ...]:
    """Show the passcode as long as it is known, apart from the link, which is copied."""
    say, share = here.say, here.world.records.shares().with_hash(place.hash)
    fresh = _fresh(here, place)
    if share is None or fresh is None:
        told = say("The link and the passcode were shown once. If they are lost, share anew.")
        return (*(_card(here, share) if share else (title(say("Shared")),)), note(told))
    return (
        title(_code(here, share)),
        title(until_words(say, here.world, share)),
        Block(
            say(
                "Copy the link and send it. Send the passcode another way, by phone or in person:"
                " it is shown here only, and once."
            )
        ),
        note(say("Whoever gives the passcode first is the one guest of this link.")),
        # next to the buttons, as a small screen may not show the top of the card
        Block(say("Passcode: {code}", code=f"{fresh.passcode[:4]} {fresh.passcode[4:]}")),
    )


def made_rows(here: Here, place: ShareMade) -> tuple[Row, ...]:
    """Offer the link to copy; the share is ended on its own card, so no slip ends it here."""
    share, fresh = here.world.records.shares().with_hash(place.hash), _fresh(here, place)
    if fresh is None or share is None:
        return (*_ending(here, share), _back(here))
    copy = Button(here.say("Copy the link"), Copy(link_of(here.world, fresh.code)), "primary")
    end = Button(here.say("End it ›"), Go(ShareCard(share.seq)))
    return ((copy,), (*_back(here), end))


def list_words(here: Here, place: OpenShares) -> tuple[Block, ...]:
    """Say what the list is of."""
    say, shares = here.say, shares_of(here.world)
    if not shares and not may_share(here.world):
        return (title(say("Shared now")), Block(_no_guests(say)))
    told = say("Tap one to see who looked, or to end it.") if shares else say("Nothing is shared.")
    page = within(place.page, len(shares))
    return (title(say("Shared now")), Block(told), *page_note(say, page, len(shares)))


def list_rows(here: Here, place: OpenShares) -> tuple[Row, ...]:
    """Lead to each open share."""
    say, shares = here.say, shares_of(here.world)
    page = within(place.page, len(shares))
    shown = shares[page * PAGE : (page + 1) * PAGE]
    return (
        *[(Button(_label(here, each), Go(ShareCard(each.seq))),) for each in shown],
        *page_turns(say, page, len(shares), lambda n: Go(OpenShares(n))),
        _back(here),
    )


def card_words(here: Here, place: ShareCard) -> tuple[Block, ...]:
    """Show who looked, what the guest wrote to its author, and how it ended."""
    share = own_share(here.world, place.share)
    if share is None:
        return (title(here.say("Shared")), Block(here.say("This share is not yours.")))
    return _card(here, share)


def card_rows(here: Here, place: ShareCard) -> tuple[Row, ...]:
    """Offer to end it."""
    return (*_ending(here, own_share(here.world, place.share)), *shares_row(here), _back(here))


def _card(here: Here, share: Share) -> tuple[Block, ...]:
    say, world = here.say, here.world
    why = share.ended or share.why_over(world.now, world.team)
    state = say(ENDS[why]) if why else until_words(say, world, share)
    by = person_words(say, world, share.by)
    replies = [
        f"{when_words(world, each.at_utc)} {quoted(say, each.text)}"
        for each in share.replies
        if share.by == world.actor
    ]
    wrong = say("Wrong passcodes: {n}", n=share.tries) if share.tries else ""
    return (
        title(_code(here, share)),
        title(state),
        *lines(seen_words(say, world, share), wrong),
        *([Block(say("Shared by {who}", who=by))] if share.by != world.actor else []),
        *([Block("\n".join([say("Replies, to you alone:"), *replies]))] if replies else []),
    )


def _label(here: Here, share: Share) -> str:
    until = moment_words(here.say, here.world, share.expires_at)
    told = here.say("{subject} · until {time}", subject=_code(here, share), time=until)
    return shortened(told, LABEL_WIDTH)


def _code(here: Here, share: Share) -> str:
    say, about = here.say, here.world.records.opened_by(share.screening)
    if about is None:
        return say("Not there any more")
    # nobody but its author is told that there is a note
    is_own_note = share.note is not None and share.by == here.world.actor
    code = heading(say, about)
    return say("{subject}, a note", subject=code) if is_own_note else code


def _fresh(here: Here, place: ShareMade) -> Fresh | None:
    fresh = here.world.fresh
    return fresh if fresh is not None and hash_of(fresh.code) == place.hash else None


def _ending(here: Here, share: Share | None) -> tuple[Row, ...]:
    if share is None or share.ended is not None:
        return ()
    return ((Button(here.say("End this share"), RevokeShare(share.seq), "danger"),),)


def _back(here: Here) -> Row:
    screening = here.focus.screening
    act = Go(Home()) if screening is None else GoOn(screening)
    return (Button(here.say("‹ Back"), act, "primary"),)
