"""Answers the HTTP calls of the phone page and of tests: write, send, tap, block, watch."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.activity import Activity
from bot.sandbox.bodies import read_json
from bot.sandbox.chats import Chat, Message
from bot.sandbox.fields import checked
from bot.sandbox.keyboards import button_at
from bot.sandbox.parameters import MOST_DIGITS, integer
from bot.sandbox.refusal import Refusal, bad_request
from bot.sandbox.state import State

LONGEST_WAIT = 25.0
REST_SECONDS = 0.05
# As of Telegram's first names
LONGEST_NAME = 64
LANGUAGES = ("en", "zh-hans")


class PhoneApi:
    """Answers the calls of the phones."""

    def __init__(
        self, state: State, activity: Activity, codes: Callable[[int], str] = lambda person: ""
    ) -> None:
        self._state = state
        self._activity = activity
        self._codes = codes

    @property
    def routes(self) -> list[web.RouteDef]:
        """Give the addresses that phones call."""
        person = rf"/phone/{{person:\d{{1,{MOST_DIGITS}}}}}"
        return [
            web.get("/phone/people", self.people),
            web.post("/phone/people", self.add_person),
            web.get("/phone/rest", self.rest),
            web.get(person, self.look),
            web.get(f"{person}/changes", self.watch),
            web.get(f"{person}/code", self.code),
            web.get(f"{person}/files/{{file}}", self.file),
            web.post(f"{person}/texts", self.say),
            web.post(f"{person}/photos", self.send_photo),
            web.post(f"{person}/edits", self.edit),
            web.post(f"{person}/taps", self.tap),
            web.post(f"{person}/block", self.block),
        ]

    async def people(self, _: web.Request) -> web.Response:
        """Give all people who have a phone."""
        return web.json_response([chat.person.user for chat in self._state.chats.values()])

    async def add_person(self, request: web.Request) -> web.Response:
        """Give a phone to one more person, whom the bot does not know."""
        wanted = checked(await _body(request), "person", {"first_name": str, "language_code": str})
        name = " ".join(wanted["first_name"].split())
        if not 1 <= len(name) <= LONGEST_NAME:
            raise bad_request(f"A name has 1 to {LONGEST_NAME} characters")
        if wanted["language_code"] not in LANGUAGES:
            raise bad_request("Unknown language of an app")
        person = self._state.add_person(name, wanted["language_code"])
        return web.json_response(person.user)

    async def look(self, request: web.Request) -> web.Response:
        """Give the whole chat in its present state."""
        chat = self._chat(request)
        profile = self._state.profile
        language = chat.person.language_code[:2]
        return web.json_response(
            {
                "person": chat.person.user,
                "bot": {
                    **self._state.bot,
                    "first_name": profile.text("name", language),
                    "description": profile.text("description", language),
                },
                "commands": profile.commands_of(chat.person),
                "is_blocked": chat.is_blocked,
                "is_started": chat.is_started,
                "messages": [message.on_phone for message in chat.messages.values()],
                "last_change": chat.changes.last,
            }
        )

    async def watch(self, request: web.Request) -> web.Response:
        """Give the changes after a number; wait until there are some."""
        chat = self._chat(request)
        after = integer("after", request.query.get("after", "0"))
        seconds = _seconds(request.query.get("seconds", str(LONGEST_WAIT)))
        return web.json_response(await chat.changes.after(after, seconds))

    async def code(self, request: web.Request) -> web.Response:
        """Give what the person's authenticator app shows; empty if the person has none."""
        return web.json_response(self._codes(self._chat(request).person.id))

    async def file(self, request: web.Request) -> web.Response:
        """Give a photo to be shown, or a document to be saved, of this chat."""
        chat, wanted = self._chat(request), request.match_info["file"]
        file = self._state.files.find(wanted)
        if file is None or not any(each.shows(wanted) for each in chat.messages.values()):
            raise Refusal(404, "Not Found: no such file in this chat")
        if file.kind == "photo":
            return web.Response(body=file.data, content_type=file.mime_type)
        # saved, never opened: a page among the documents could act as this page
        saved = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
        headers = {"Content-Disposition": saved}
        octets = "application/octet-stream"
        return web.Response(body=file.data, content_type=octets, headers=headers)

    async def rest(self, _: web.Request) -> web.Response:
        """Answer once the bot has confirmed every update and has become idle."""
        await self._activity.rest(lambda: bool(self._state.updates.pending), REST_SECONDS)
        return web.json_response(data=True)

    async def say(self, request: web.Request) -> web.Response:
        """Send a text, perhaps in reply to a message."""
        chat = self._chat(request)
        said = checked(await _body(request), "text", {"text": str}, {"reply_to": int})
        reply_to = said.get("reply_to")
        if reply_to is not None and reply_to not in chat.messages:
            raise bad_request("Message to reply to not found")
        self._activity.touch()
        return web.json_response(self._state.say(chat, said["text"], reply_to).on_phone)

    async def send_photo(self, request: web.Request) -> web.Response:
        """Send an empty photo."""
        chat = self._chat(request)
        checked(await _body(request), "photo", {})
        self._activity.touch()
        return web.json_response(self._state.send_photo(chat).on_phone)

    async def edit(self, request: web.Request) -> web.Response:
        """Change a text that this person sent."""
        chat = self._chat(request)
        edited = checked(await _body(request), "edit", {"message_id": int, "text": str})
        message = chat.messages.get(edited["message_id"])
        if message is None or message.is_from_bot:
            raise bad_request("Message to edit not found")
        self._activity.touch()
        self._state.edit(chat, message, edited["text"])
        return web.json_response(data=True)

    async def tap(self, request: web.Request) -> web.Response:
        """Tap the button at a row and column; or send any data, as an outdated phone may do."""
        chat = self._chat(request)
        tapped = checked(
            await _body(request),
            "tap",
            {"message_id": int},
            {"row": int, "column": int, "data": str},
        )
        message = chat.messages.get(tapped["message_id"])
        if message is None or not message.is_from_bot:
            raise bad_request("Message to tap not found")
        data = tapped.get("data") or _data_at(message, tapped)
        self._activity.touch()
        return web.json_response({"callback_query_id": self._state.tap(chat, message, data)})

    async def block(self, request: web.Request) -> web.Response:
        """Block or unblock the bot."""
        chat = self._chat(request)
        wanted = checked(await _body(request), "block", {"is_blocked": bool})
        self._state.block(chat, is_blocked=wanted["is_blocked"])
        self._activity.touch()
        return web.json_response(data=True)

    def _chat(self, request: web.Request) -> Chat:
        chat = self._state.chats.get(int(request.match_info["person"]))
        if chat is None:
            raise Refusal(404, "Not Found: no such person")
        return chat


def _seconds(given: str) -> float:
    try:
        seconds = float(given)
    except ValueError as fault:
        raise bad_request('Parameter "seconds" must be a number') from fault
    # what is no number at all compares as neither
    return seconds if 0.0 <= seconds <= LONGEST_WAIT else LONGEST_WAIT


def _data_at(message: Message, tapped: dict[str, Any]) -> str:
    button = button_at(message.keyboard, tapped.get("row", -1), tapped.get("column", -1))
    if button is None or "callback_data" not in button:
        raise bad_request("Button to tap not found")
    return str(button["callback_data"])


async def _body(request: web.Request) -> Any:
    # JSON is required to keep other sites out: a browser asks for permission first, in vain
    if request.content_type != "application/json":
        raise Refusal(415, "Unsupported Media Type: send JSON")
    return await read_json(request)
