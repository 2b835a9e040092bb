"""What the bot tells of itself while it runs; it names no person, no subject and no secret.

- `heartbeat`: the last signs of life, for the watchdog and the health port
- `metrics`: figures for Prometheus, with the heartbeat
- `logs`: log lines
"""
