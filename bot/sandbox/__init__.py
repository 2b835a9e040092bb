"""A strict Telegram Bot API server on loopback, with a phone page, for practice and for tests."""
