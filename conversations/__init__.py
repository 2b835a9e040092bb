"""The dialogue, pure: what the person did in, entries and a screen out."""
