"""Small pictures for tests: of one colour, at any size."""

import struct
import zlib


def png(width: int = 4, height: int = 4, padding: int = 0) -> bytes:
    """A black picture; `padding` makes the file larger by so many bytes, but not the picture."""
    rows = b"".join(b"\0" * (1 + (width + 7) // 8) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    if padding:
        chunks.insert(1, (b"prVt", b"\0" * padding))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def jpeg(width: int = 4, height: int = 4) -> bytes:
    """The head and end of a picture, enough to tell its size."""
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"none"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + comment + frame + b"\xff\xd9"


def _chunk(kind: bytes, body: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + checked
