"""How the server refuses a call: an error code and Telegram's own words."""


class Refusal(Exception):  # noqa: N818 - an answer of the server, not its error
    """A call that is answered with ``ok: false``."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description


def bad_request(reason: str) -> Refusal:
    """The 400 of the official server, which lower-cases the first letter of its reason.

    >>> bad_request("Can't parse entities: oh").description
    "Bad Request: can't parse entities: oh"
    >>> bad_request("BUTTON_DATA_INVALID").description
    'Bad Request: BUTTON_DATA_INVALID'
    """
    is_code = reason[:2].isupper()
    return Refusal(400, "Bad Request: " + (reason if is_code else reason[:1].lower() + reason[1:]))


def forbidden(reason: str) -> Refusal:
    """The 403 for a person whom the bot cannot reach."""
    return Refusal(403, f"Forbidden: {reason}")
