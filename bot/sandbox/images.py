"""Reads the size of a photo and refuses what the official server would not take as one."""

import struct
from collections.abc import Iterator
from zlib import crc32

from bot.sandbox.refusal import bad_request

LONGEST_SIDES = 10_000
MOST_RATIO = 20
PNG = b"\x89PNG\r\n\x1a\n"
JPEG, JPEG_END = b"\xff\xd8", b"\xff\xd9"
# The markers of a JPEG that hold its size: all frames, but not the tables between their numbers
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

Size = tuple[int, int]


def size_of(data: bytes) -> Size:
    """Width and height of a PNG or JPEG; a refusal in Telegram's words for anything else."""
    size = _png_size(data) if data.startswith(PNG) else _jpeg_size(data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if min(size) < 1 or sum(size) > LONGEST_SIDES or max(size) > MOST_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def mime_type_of(data: bytes) -> str:
    """What kind of photo it is, if `size_of` takes it."""
    return "image/png" if data.startswith(PNG) else "image/jpeg"


def _png_size(data: bytes) -> Size | None:
    chunks = list(_chunks(data))
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        return None
    width, height = struct.unpack(">II", chunks[0][1][:8])
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG up to the first one that is cut off or damaged."""
    at = len(PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        checked = data[at + 8 + length : at + 12 + length]
        if len(body) != length or checked != struct.pack(">I", crc32(kind + body)):
            return
        yield kind, body
        at += 12 + length


def _jpeg_size(data: bytes) -> Size | None:
    if not (data.startswith(JPEG) and data.rstrip(b"\0").endswith(JPEG_END)):
        return None
    at = len(JPEG)
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if marker in FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    return None
