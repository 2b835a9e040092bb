"""Typed and pasted laboratory text: read lab by lab, asked about, or refused; never guessed."""
