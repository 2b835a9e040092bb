"""What runs beside the serving of updates.

- `checkpoints`: brings the write-ahead log of the record into its file, twice a second
- `backups`: copies the record every hour
- `health`: looks at all of it when asked
- `webhook_health`: asks Telegram whether it can reach our webhook
- `health_port`: answers /healthz and /metrics over HTTP
- `watchdog`: ends a process that hangs
"""
