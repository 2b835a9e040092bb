"""Tasks that run in the background while updates are served.

- `checkpoints`: copies the write-ahead log of the record into its file, twice a second
- `backups`: copies the record every hour
- `daily_head`: sends the head of the record to the administrators, once a day
- `background`: runs a task beside the serving of updates, and looks regularly
- `reminders`: rings phones for what is due
- `deletions`: deletes messages that may say who a patient is
- `share_ends`: ends what is shared with guests once its time is over
- `similar_news`: tells silently of similar trials those who asked for it
- `asked_texts`: deletes what was asked about of people who are let in no more
- `asked_papers`: makes the papers that were asked for in chats, and sends each to its chat
- `bed_labels`: forgets at midnight where subjects lie
- `health`: checks the state of the bot when asked
- `webhook_health`: asks Telegram whether it can reach our webhook
- `health_port`: answers /healthz and /metrics over HTTP
- `watchdog`: ends the process if it hangs
"""
