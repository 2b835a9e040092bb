"""What the bot reports about itself while it runs; it names no person, subject or secret.

- `heartbeat`: the latest signs of life, for the watchdog and the health port
- `metrics`: figures for Prometheus, with the heartbeat
- `logs`: log lines
"""
