"""Delivery: Telegram, settings, the command line and the local sandbox."""
