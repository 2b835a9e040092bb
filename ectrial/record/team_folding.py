"""The team, computed from its entries one after the other.

A membership is an entry that another entry replaces: who was of the team at any time, in which
role, with which tasks and by whose authority, is read from the record (ICH E6(R3) 4.2.2).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from ectrial.record.entries import Entry, Kind, whole
from ectrial.record.team import ROLES, TASKS_OF, Away, Invite, Member, Role, Team, Terms

OF_THE_TEAM = (
    Kind.STAFF_ADDED,
    Kind.STAFF_REMOVED,
    Kind.STAFF_INVITED,
    Kind.INVITE_WITHDRAWN,
    Kind.TRAINED,
    Kind.AWAY,
    Kind.BACK,
)
"""The kinds of entries from which the team is computed; `item` is the person's number."""


def fold_team(entries: Iterable[Entry], onto: Team | None = None) -> Team:
    """Give the team after these entries; `onto` is the team before them."""
    team = onto or Team()
    for entry in entries:
        if (step := _STEPS.get(entry.said.kind)) is not None:
            team = step(team, entry)
    return team


OF_A_PERSON = (Kind.TRAINED, Kind.AWAY, Kind.BACK)
"""Kinds about a person wherever they work; all others are of the trial of their entry."""


def fold_team_of(trial: str, entries: Iterable[Entry], onto: Team) -> Team:
    """Give the team of one trial after these entries of a site.

    Who covers for an absent person is named in the trial alone in which that was said.
    """
    for entry in entries:
        said = entry.said
        # what names no trial is from version 0.1.0, in a record without any screening
        if said.trial in ("", trial):
            onto = fold_team([entry], onto)
        elif said.kind is Kind.AWAY:
            uncovered = replace(said, value={**said.value, "cover": None})
            onto = fold_team([replace(entry, said=uncovered)], onto)
        elif said.kind in OF_A_PERSON:
            onto = fold_team([entry], onto)
    return onto


def terms_of(value: Any) -> Terms:
    """Read the terms of a membership; a role alone is how versions before 0.5.0 wrote it.

    Raises ValueError for anything else.
    """
    try:
        if isinstance(value, str):
            value = {"role": value, "tasks": TASKS_OF[cast("Role", value)]}
        role, tasks = value["role"], tuple(value["tasks"])
        since, until = (value.get(end) for end in ("since", "until"))
        if role not in ROLES or not set(tasks) <= set(TASKS_OF[role]):
            raise ValueError("no such role, or a task that the role may not have")
        return Terms(
            role, tasks, since and date.fromisoformat(since), until and date.fromisoformat(until)
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("no terms of a membership") from error


def _added(team: Team, entry: Entry) -> Team:
    said, person = entry.said, int(entry.said.item or 0)
    before = team.members.get(person)
    member = Member(
        person,
        terms_of(said.value),
        said.text or (before.name if before else ""),
        entry.actor,
        entry.role,
        entry.at_utc,
        entry.seq,
        person in team.trained,
        team.absences.get(person),
        entry.seq,
    )
    used = said.value.get("invite") if isinstance(said.value, dict) else None
    if (invite := team.invites.get(used or 0)) is not None:
        # the person joined alone: the terms are those of the colleague who invited
        member = replace(member, by=invite.by, by_role=invite.by_role)
    if said.text and before is not None and before.terms == member.terms:
        # a name changes nothing of what was authorised
        member = replace(member, by=before.by, by_role=before.by_role, at_utc=before.at_utc)
    return replace(
        team,
        members={**team.members, person: member},
        past=_without(team.past, person),
        invites=_without(team.invites, used),
    )


def _removed(team: Team, entry: Entry) -> Team:
    person = int(entry.said.item or 0)
    member = team.members.get(person)
    return replace(
        team,
        past={**team.past, person: member} if member else team.past,
        members=_without(team.members, person),
        # an invite stands on the authority of the colleague who made it
        invites={each.seq: each for each in team.invites.values() if each.by != person},
        absences=_without(team.absences, person),
    )


def _invited(team: Team, entry: Entry) -> Team:
    value = entry.said.value
    expires_at = datetime.fromisoformat(value["expires_at"])
    if expires_at.tzinfo is None:
        raise ValueError("an invite that ends at no moment")
    bytes.fromhex(value["hash"])
    invite = Invite(
        entry.seq,
        value["hash"],
        terms_of(value),
        entry.said.text or "",
        expires_at,
        entry.actor,
        entry.role,
    )
    invites = {**team.invites, entry.seq: invite}
    return replace(team, invites=invites, made=team.made | {invite.hash})


def _withdrawn(team: Team, entry: Entry) -> Team:
    return replace(team, invites=_without(team.invites, int(entry.said.item or 0)))


def _trained(team: Team, entry: Entry) -> Team:
    person = int(entry.said.item or 0)
    known = replace(team, trained=team.trained | {person})
    return _with(known, entry, is_trained=True)


def _away(team: Team, entry: Entry) -> Team:
    value = entry.said.value
    cover = value["cover"]
    away = Away(date.fromisoformat(value["until"]), None if cover is None else whole(cover))
    absences = {**team.absences, int(entry.said.item or 0): away}
    return _with(replace(team, absences=absences), entry, away=away)


def _back(team: Team, entry: Entry) -> Team:
    absences = _without(team.absences, int(entry.said.item or 0))
    return _with(replace(team, absences=absences), entry, away=None)


def _with(team: Team, entry: Entry, **changes: Any) -> Team:
    person = int(entry.said.item or 0)
    member = team.members.get(person)
    if member is None:
        return team
    changed = replace(member, last=entry.seq, **changes)
    return replace(team, members={**team.members, person: changed})


def _without(known: Mapping[int, Any], number: int | None) -> dict[int, Any]:
    return {each: known[each] for each in known if each != number}


_STEPS: Mapping[Kind, Callable[[Team, Entry], Team]] = {
    Kind.STAFF_ADDED: _added,
    Kind.STAFF_REMOVED: _removed,
    Kind.STAFF_INVITED: _invited,
    Kind.INVITE_WITHDRAWN: _withdrawn,
    Kind.TRAINED: _trained,
    Kind.AWAY: _away,
    Kind.BACK: _back,
}
