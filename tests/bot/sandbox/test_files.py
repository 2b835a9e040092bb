"""Photos and documents: sent by the real client, refused in Telegram's words."""

import json
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto, Message
from telegram.error import BadRequest

from bot.sandbox.files import LARGEST_PHOTO
from bot.sandbox.server import Sandbox
from tests.bot.sandbox.bot_side import COORDINATOR, NO, YES, Calls, Clock, keyboard
from tests.bot.sandbox.test_edits import NOT_MODIFIED
from tests.phone import Phone
from tests.pictures import jpeg, png

HOUR = 3600
PDF = b"%PDF-1.7 not really"
TOO_LARGE = png(padding=LARGEST_PHOTO)
TOO_LARGE_TOLD = (
    f"file of size {len(TOO_LARGE)} bytes is too big for a photo;"
    f" the maximum size is {LARGEST_PHOTO} bytes"
)
NAMELESS = b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--"


@pytest.fixture(autouse=True)
async def _person_has_started(started: Phone) -> None:
    del started


async def refused(sandbox: Sandbox, method: str, files: dict[str, bytes], **given: str) -> str:
    """Why a form is refused, whose files are parts with these names."""
    form = aiohttp.FormData()
    for name, value in {"chat_id": str(COORDINATOR), **given}.items():
        form.add_field(name, value)
    for name, data in files.items():
        form.add_field(name, BytesIO(data), filename=f"{name}.bin")
    url = f"{sandbox.bot_api}{sandbox.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, data=form) as sent:
        answer: dict[str, Any] = await sent.json()
    assert sent.status == answer["error_code"]
    return str(answer["description"])


async def shown(phone: Phone) -> dict[str, Any]:
    return (await phone.messages())[-1]


async def photo_sent(bot: Bot, **given: Any) -> Message:
    return await bot.send_photo(COORDINATOR, png(), **given)


async def test_photo_comes_with_its_caption_and_buttons(bot: Bot, phone: Phone) -> None:
    data = png(30, 20)

    sent = await bot.send_photo(
        COORDINATOR,
        data,
        caption="<b>An invitation</b>",
        parse_mode="HTML",
        api_kwargs={"reply_markup": keyboard([YES])},
    )

    assert [(size.width, size.height) for size in sent.photo] == [(30, 20)]
    assert sent.photo[0].file_size == len(data)
    assert (sent.caption, sent.text) == ("An invitation", None)
    assert sent.caption_entities[0].type == "bold"
    assert (await phone.card()).labels == [["Yes"]]
    assert await phone.file(await shown(phone)) == data


async def test_document_comes_with_its_name(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_document(COORDINATOR, PDF, filename="log 是.pdf", caption="The log")

    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("log 是.pdf", "application/pdf")
    assert sent.caption == "The log"
    assert await phone.file(await shown(phone)) == PDF


async def test_file_is_sent_again_by_its_id(bot: Bot, phone: Phone) -> None:
    first = await bot.send_document(COORDINATOR, PDF, filename="log.pdf")
    assert first.document is not None

    again = await bot.send_document(COORDINATOR, first.document.file_id)

    assert again.document == first.document
    assert await phone.file(await shown(phone)) == PDF


async def test_file_is_downloaded_for_an_hour(bot: Bot, clock: Clock) -> None:
    sent = await photo_sent(bot)
    file = await bot.get_file(sent.photo[-1].file_id)
    assert file.file_path is not None

    async with aiohttp.ClientSession() as session, session.get(file.file_path) as now:
        content = await now.read()
        clock.passes(HOUR)
        async with session.get(file.file_path) as later:
            status = later.status

    assert file.file_path.endswith(".png")
    assert content == png()
    assert status == 404


async def test_file_is_downloaded_with_the_token_alone(bot: Bot, sandbox: Sandbox) -> None:
    sent = await photo_sent(bot)
    file = await bot.get_file(sent.photo[-1].file_id)
    path = str(file.file_path).rpartition(sandbox.token)[2]

    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.url}/file/bot1:wrong{path}") as answer,
    ):
        assert answer.status == 401


async def test_no_path_works_before_it_was_asked_for(bot: Bot, sandbox: Sandbox) -> None:
    await photo_sent(bot)

    async with aiohttp.ClientSession() as session:
        url = f"{sandbox.url}/file/bot{sandbox.token}/photos/file_1.png"
        async with session.get(url) as answer:
            assert answer.status == 404


async def test_media_of_a_message_is_replaced(bot: Bot, phone: Phone, clock: Clock) -> None:
    card = await photo_sent(bot, caption="Invitation 1")
    clock.passes(5)

    await card.edit_media(InputMediaDocument(PDF, caption="The log", filename="log.pdf"))

    now = await shown(phone)
    assert (now["caption"], now["edit_date"]) == ("The log", int(clock()))
    assert "photo" not in now
    assert await phone.file(now) == PDF


async def test_text_may_become_a_photo(bot: Bot, phone: Phone) -> None:
    card = await bot.send_message(COORDINATOR, "An invitation follows")

    await card.edit_media(InputMediaPhoto(png()))

    now = await shown(phone)
    assert "text" not in now
    assert await phone.file(now) == png()


async def test_caption_is_changed_and_taken_away(bot: Bot, phone: Phone) -> None:
    card = await photo_sent(bot, caption="Valid for a day")

    await card.edit_caption("<i>Used</i>", parse_mode="HTML")
    used = await shown(phone)
    await card.edit_caption()

    assert used["caption"] == "Used"
    assert used["caption_entities"] == [{"type": "italic", "offset": 0, "length": 4}]
    assert "caption" not in await shown(phone)


async def test_same_file_caption_and_buttons_are_not_modified(bot: Bot, calls: Calls) -> None:
    sent = await photo_sent(bot, caption="a", api_kwargs={"reply_markup": keyboard([YES])})
    which = {"chat_id": COORDINATOR, "message_id": sent.message_id}
    same = {"caption": "a", "reply_markup": keyboard([YES])}
    media = {"type": "photo", "media": sent.photo[0].file_id, "caption": "a"}

    reasons = [
        await calls.refusal("editMessageCaption", **which, **same),
        await calls.refusal(
            "editMessageMedia", **which, media=media, reply_markup=same["reply_markup"]
        ),
    ]

    assert reasons == [NOT_MODIFIED] * 2


async def test_buttons_below_a_photo_are_changed_and_tapped(
    bot: Bot, calls: Calls, phone: Phone
) -> None:
    sent = await photo_sent(bot, api_kwargs={"reply_markup": keyboard([YES])})
    which = {"chat_id": COORDINATOR, "message_id": sent.message_id}
    await calls.result("editMessageReplyMarkup", **which, reply_markup=keyboard([NO]))

    await phone.taps("No", is_answered=False, is_read=False)

    (update,) = await calls.updates()
    assert update["callback_query"]["message"]["photo"]


async def test_each_edit_is_for_its_own_kind_of_message(bot: Bot, calls: Calls) -> None:
    text = await calls.send("a")
    photo = await photo_sent(bot)
    of_text = {"chat_id": COORDINATOR, "message_id": text["message_id"]}
    of_photo = {"chat_id": COORDINATOR, "message_id": photo.message_id}

    assert await calls.refusal("editMessageCaption", **of_text, caption="b") == (
        "Bad Request: there is no caption in the message to edit"
    )
    assert await calls.refusal("editMessageText", **of_photo, text="b") == (
        "Bad Request: there is no text in the message to edit"
    )


async def test_photo_is_deleted(bot: Bot, phone: Phone) -> None:
    sent = await photo_sent(bot)

    await sent.delete()

    assert [message["message_id"] for message in await phone.messages()] == [1]


@pytest.mark.parametrize(
    ("method", "kind"), [("sendPhoto", "photo"), ("sendDocument", "document")]
)
@pytest.mark.parametrize("named", [{}, {"photo": "attach://b", "document": "attach://b"}])
async def test_missing_file_is_refused(
    sandbox: Sandbox, method: str, kind: str, named: dict[str, str]
) -> None:
    given = {kind: named[kind]} if named else {}

    reason = await refused(sandbox, method, {"a": PDF}, **given)

    assert reason == f"Bad Request: there is no {kind} in the request"


async def test_wrong_attachment_of_media_is_refused(bot: Bot, sandbox: Sandbox) -> None:
    sent = await photo_sent(bot)
    media = '{"type": "document", "media": "attach://b"}'

    reason = await refused(
        sandbox, "editMessageMedia", {"a": PDF}, message_id=str(sent.message_id), media=media
    )

    assert reason == "Bad Request: can't parse InputMedia: media not found"


async def test_file_that_nothing_names_is_refused(sandbox: Sandbox) -> None:
    reason = await refused(sandbox, "sendDocument", {"document": PDF, "other": PDF})

    assert reason == "Bad Request: the form has a file that no parameter names"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "file must be non-empty"),
        (PDF, "IMAGE_PROCESS_FAILED"),
        (png()[:-20], "IMAGE_PROCESS_FAILED"),
        (png().replace(b"IDAT", b"IDAX"), "IMAGE_PROCESS_FAILED"),
        (jpeg()[:-2], "IMAGE_PROCESS_FAILED"),
        (b"GIF89a\4\0\4\0", "IMAGE_PROCESS_FAILED"),
        (png(0, 4), "PHOTO_INVALID_DIMENSIONS"),
        (png(21, 1), "PHOTO_INVALID_DIMENSIONS"),
        (png(5001, 5000), "PHOTO_INVALID_DIMENSIONS"),
        (TOO_LARGE, TOO_LARGE_TOLD),
    ],
    ids=range(10),
)
async def test_bad_photo_is_refused(sandbox: Sandbox, data: bytes, reason: str) -> None:
    assert await refused(sandbox, "sendPhoto", {"photo": data}) == f"Bad Request: {reason}"


@pytest.mark.long
@pytest.mark.parametrize("data", [png(20, 1), png(1, 20), png(5000, 5000), jpeg(9000, 1000)])
async def test_photo_may_be_as_wide_or_high_as_allowed(bot: Bot, data: bytes) -> None:
    assert (await bot.send_photo(COORDINATOR, data)).photo


@pytest.mark.long
@pytest.mark.parametrize("excess", [1, 2 * 1024 * 1024])
async def test_document_beyond_50_megabytes_is_refused(sandbox: Sandbox, excess: int) -> None:
    url = f"{sandbox.bot_api}{sandbox.token}/sendDocument"
    form = aiohttp.FormData({"chat_id": str(COORDINATOR)})
    form.add_field("document", BytesIO(bytes(50 * 1024 * 1024 + excess)), filename="a")

    async with aiohttp.ClientSession() as session, session.post(url, data=form) as answer:
        assert answer.status == 413


async def test_caption_is_shorter_than_a_text(bot: Bot) -> None:
    longest = "😀" * 512

    assert (await photo_sent(bot, caption=f"<b>{longest}</b>", parse_mode="HTML")).caption
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await photo_sent(bot, caption=longest + "a")


async def test_parameters_of_other_methods_are_refused(calls: Calls, bot: Bot) -> None:
    file_id = (await photo_sent(bot)).photo[0].file_id

    for name in ("text", "entities", "link_preview_options", "document"):
        given = {"chat_id": COORDINATOR, "photo": file_id, name: "a"}
        assert await calls.refusal("sendPhoto", **given) == (
            f'Bad Request: unknown parameter "{name}"'
        )


@pytest.mark.parametrize(
    ("media", "reason"),
    [
        ({}, 'can\'t find field "type"'),
        ({"type": "photo"}, "media not found"),
        ({"type": "video", "media": "a"}, 'type "video" is unsupported'),
        ({"type": "photo", "media": "a", "text": "b"}, 'unknown field "text"'),
    ],
)
async def test_wrong_media_is_refused(calls: Calls, media: dict[str, str], reason: str) -> None:
    card = await calls.send("a")

    told = await calls.refusal(
        "editMessageMedia", chat_id=COORDINATOR, message_id=card["message_id"], media=media
    )

    assert told.lower() == f"bad request: can't parse inputmedia: {reason}"


@pytest.mark.long
@pytest.mark.parametrize(
    ("file_id", "reason"),
    [
        ("made-up", "wrong remote file identifier specified: can't unserialize it"),
        ("https://example.org/a.png", "failed to get HTTP URL content"),
        ("document-1-of-the-sandbox", "can't use file of type Document as Photo"),
    ],
)
async def test_unknown_file_is_refused(bot: Bot, calls: Calls, file_id: str, reason: str) -> None:
    await bot.send_document(COORDINATOR, PDF)

    assert await calls.refusal("sendPhoto", chat_id=COORDINATOR, photo=file_id) == (
        f"Bad Request: {reason}"
    )


async def test_file_that_is_not_there_is_not_opened(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("made-up")


async def test_person_sees_the_files_of_the_own_chat_alone(
    bot: Bot, phone: Phone, sandbox: Sandbox
) -> None:
    await photo_sent(bot)
    file_id = (await shown(phone))["photo"][0]["file_id"]

    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.url}/phone/1002/files/{file_id}") as answer,
    ):
        assert answer.status == 404


async def test_document_is_saved_and_never_opened_in_the_page(
    bot: Bot, phone: Phone, sandbox: Sandbox
) -> None:
    await bot.send_document(COORDINATOR, b"<script>", filename="a 是.html")
    file_id = (await shown(phone))["document"]["file_id"]

    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.url}/phone/1001/files/{file_id}") as answer,
    ):
        told = answer.headers

    assert told["Content-Disposition"].startswith("attachment; filename*=UTF-8''a%20%E6")
    assert told["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "body", ["text", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--"]
)
async def test_form_that_is_none_is_refused(sandbox: Sandbox, body: Any) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    url = f"{sandbox.bot_api}{sandbox.token}/sendPhoto"

    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as answer,
    ):
        assert answer.status == 400


async def test_json_is_limited_as_before(sandbox: Sandbox) -> None:
    url = f"{sandbox.bot_api}{sandbox.token}/sendMessage"
    given = {"chat_id": COORDINATOR, "text": "a" * 1024 * 1024}
    body = BytesIO(json.dumps(given).encode())
    headers = {"Content-Type": "application/json"}

    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(url, data=body) as answer,
    ):
        assert answer.status == 413
        assert (await answer.json())["description"] == "Request Entity Too Large"
