"""A word out of a few that is given to a command."""

import click


class GivenChoice(click.Choice[str]):
    """One of a few words; that it is missing is said in one line, as a terminal shows no tab."""

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """Tell the words there are."""
        return f"one of {', '.join(map(str, self.choices))}"
