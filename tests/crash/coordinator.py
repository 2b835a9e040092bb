"""A simulated coordinator: screens one subject after the other over HTTP, as on a phone."""

import asyncio
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_uppercase
from time import monotonic
from typing import Any

import aiohttp

from tests.crash.answers import Way, choose, question_on
from tests.crash.deeds import Deed, Subject

ROUND = re.compile(r"(\d+)\.")
OPENING = {"sex": "male", "age": {"value": "58", "unit": "a"}}
OUTCOMES = ("✅ Eligible", "⛔ Not eligible", "❓ Undetermined")
SECONDS_PATIENT = 1.5
DOUBLE_TAPS = 0.1
CONFIRMING = re.compile("Yes, for |Today$|Same sample")


class UnansweredError(Exception):
    """Nothing ever came of what the person did."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The card at the bottom of the chat."""

    message: int
    round: int
    text: str
    buttons: dict[str, str]


class Coordinator:
    """One person, one thing at a time: does it, and goes on when a card follows from it."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        url: str,
        person: int,
        acts: Callable[[], None],
        thinks: float,
        waits: float,
    ) -> None:
        self._session, self._url = session, f"{url}/phone/{person}"
        self._person, self._acts = person, acts
        self._thinks, self._waits = thinks, waits
        self._chance = random.Random(person)
        self._messages: dict[int, dict[str, Any]] = {}
        self._seen = 0
        self.subjects: list[Subject] = []
        self.unanswered: list[str] = []

    async def work(self, is_over: Callable[[], bool]) -> None:
        """Screen until it is over; what was begun last is answered to its end."""
        while not is_over():
            try:
                await self._screen(is_over)
            except UnansweredError as error:
                self.unanswered.append(str(error))

    async def _screen(self, is_over: Callable[[], bool]) -> None:
        code = f"C{ascii_uppercase[self._person % 26]}-{len(self.subjects) + 1:05}"
        subject = Subject(code, OPENING)
        self.subjects.append(subject)
        shown = await self._does(Way(f"/new {code} M 58", {}, is_typed=True))
        subject.is_opened = True
        while not is_over():
            await asyncio.sleep(self._chance.uniform(0, self._thinks))
            subject.last_card = shown.text
            name = question_on(shown.text)
            if name is None and "Stop here" in shown.buttons:
                label = self._chance.choice(["Stop here", "Keep going", "Keep going"])
                shown = await self._does(Way(label, {}))
            elif name is None and any(outcome in shown.text for outcome in OUTCOMES):
                subject.is_finished = True
                return
            elif name is None:
                raise UnansweredError(f"a card that nobody expects: {shown.text[:200]}")
            else:
                shown = await self._answers(subject, name)

    async def _answers(self, subject: Subject, question: str) -> Shown:
        way = choose(question, self._chance)
        deed = Deed(question, way.facts)
        subject.deeds.append(deed)
        shown = await self._does(way)
        # what may have been typed for the card before is read back; a number asks for its day
        while label := next(filter(CONFIRMING.match, shown.buttons), None):
            shown = await self._does(Way(label, {}))
        deed.is_acknowledged = True
        return shown

    async def _does(self, way: Way) -> Shown:
        """Do it and wait for the card that follows: one of a later round."""
        before = self._bottom()
        is_later = before.round if before else -1
        began = tried = monotonic()
        await self._try(way, before)
        self._acts()
        while True:
            await self._look()
            shown = self._bottom()
            if shown is not None and shown.round > is_later:
                return shown
            if monotonic() - began > self._waits:
                raise UnansweredError(f"nothing came of {way.said!r} on\n{before}")
            # whoever taps in vain taps again, on what stands there now; what is typed stays
            is_there = shown is not None and way.said in shown.buttons
            if is_there and not way.is_typed and monotonic() - tried > SECONDS_PATIENT:
                tried = monotonic()
                await self._try(way, shown)

    async def _try(self, way: Way, shown: Shown | None) -> None:
        if way.is_typed:
            await self._post("texts", {"text": way.said})
        else:
            assert shown is not None
            tap = {"message_id": shown.message, "data": shown.buttons[way.said]}
            for _ in range(2 if self._chance.random() < DOUBLE_TAPS else 1):
                await self._post("taps", tap)

    def _bottom(self) -> Shown | None:
        for number in sorted(self._messages, reverse=True):
            message = self._messages[number]
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            buttons = {
                b["text"].removeprefix("• "): b["callback_data"] for row in rows for b in row
            }
            if message["from"]["is_bot"] and buttons:
                found = ROUND.match(next(iter(buttons.values())))
                assert found is not None
                return Shown(number, int(found[1]), message["text"], buttons)
        return None

    async def _look(self) -> None:
        query = f"{self._url}/changes?after={self._seen}&seconds=0.5"
        async with self._session.get(query) as answer:
            for change in await answer.json():
                self._seen = change["number"]
                if change["kind"] in ("message", "edited"):
                    self._messages[change["message"]["message_id"]] = change["message"]
                elif change["kind"] == "deleted":
                    del self._messages[change["message_id"]]

    async def _post(self, path: str, body: dict[str, Any]) -> None:
        async with self._session.post(f"{self._url}/{path}", json=body) as answer:
            assert answer.ok, await answer.text()
