"""Says in plain words what YAML refused, and what to write instead."""

import yaml

_REMEDIES = {
    "mapping values are not allowed": "write a text with ': ' in it between quotes",
    "expected <block end>": "it does not stand below the line that it belongs to, or a quote or "
    "a bracket above is not closed",
    "found another document": "one file is one document, so leave out the line '---'",
    "expected ',' or": "a comma, a bracket or a quote is missing on this line or above",
    "cannot start any token": "write the text between quotes",
    "could not find expected ':'": "write name: value, or a text of several lines between quotes",
}


def reason_of(error: yaml.YAMLError) -> str:
    """Give what was refused, with what to write instead if that is known."""
    reason = str(getattr(error, "problem", None) or "not readable as YAML in UTF-8")
    if r"'\t'" in reason:
        return "a tab stands here, and YAML takes none: write spaces"
    how = next((how for said, how in _REMEDIES.items() if said in reason), "")
    return f"{reason}: {how}" if how else reason
