"""Sentences: gettext catalogues in two languages, and proofs and verdicts put into words."""
