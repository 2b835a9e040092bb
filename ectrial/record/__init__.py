"""The record, pure: subjects, then the entries about them, then what entries add up to."""
