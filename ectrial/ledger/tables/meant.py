"""The site and the trial that a row means, as SQL: older rows name them otherwise, or not."""

# The site of the entry's screening, even if the site was renamed (ECTRIAL_SITE) since the start
SITE = "coalesce((SELECT site FROM screening_sites WHERE seq = entries.seq), entries.site)"
# The same in a record without that table, where a name was opened once in the whole record
OLDER_SITE = (
    "coalesce((SELECT opened.site FROM entries AS opened WHERE opened.kind = 'opened'"
    " AND opened.screening = entries.screening), entries.site)"
)
# Version 0.1.0 named no trial in what concerns the team: it is of the trial there was, the first
TRIAL = (
    "coalesce(nullif(entries.trial, ''), (SELECT named.trial FROM entries AS named"
    " WHERE named.trial <> '' ORDER BY named.seq LIMIT 1), '')"
)
