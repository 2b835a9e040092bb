"""Makes `python -m bot` run the command line."""

from bot.cli.main import main

main()
