"""Lets `python -m bot` be the command line."""

from bot.cli.main import main

main()
