"""What the bot reports about itself while it runs; it names no person, subject or secret.

- `heartbeat`: the latest signs of life, for the watchdog and the health port
- `metrics`: figures for Prometheus, with the heartbeat
- `logs`: log lines
- `printable`: no control character of a file or setting reaches a terminal or the log
- `hooks`: what Python and its libraries would print by themselves, as log lines
"""
