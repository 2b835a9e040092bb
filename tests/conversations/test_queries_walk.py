"""A query is open exactly while its item is open and needed, whatever people answer or undo."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from conversations.case import Case, make_case
from conversations.queries import is_open
from tests.conversations.test_queries import asked_of_li

ANSWERS = ("Yes", "No", "Not sure", "None of these", "All not sure")
ASIDE = (
    ("/clear", "Clear all…", "Entry error", "↩ Restore the answers"),
    ("/clear", "Clear my answers"),
    ("/resume S-014", "⋯ More", "Void this screening", "Duplicate"),
    ("/open S-014", "↩ Restore it as it was"),
    ("/verdict S-014", "Open items", "EXCL", "Withdraw"),
    ("/verdict S-014", "Who settles? ›", "Record"),
)


class Settling(RuleBasedStateMachine):
    """Chen and Li, of whom three items were asked, answer and take back in turns."""

    @initialize()
    def begin(self) -> None:
        self.people = asked_of_li()

    @rule(who=st.integers(0, 1), which=st.integers(0, 9), answer=st.sampled_from(ANSWERS))
    def answers(self, who: int, which: int, answer: str) -> None:
        self.goes(who, "/verdict S-014")
        opened = [each for each in self.people[who].labels() if each[:2] in ("? ", "✗ ")]
        if opened:
            self.goes(who, opened[which % len(opened)], answer, "New information")

    @rule(who=st.integers(0, 1), much=st.integers(1, 3))
    def takes_back(self, who: int, much: int) -> None:
        self.goes(who, "/verdict S-014", *["↩ Undo"] * much)

    @rule(who=st.integers(0, 1), way=st.sampled_from(ASIDE), steps=st.integers(1, 4))
    def sets_aside(self, who: int, way: tuple[str, ...], steps: int) -> None:
        self.goes(who, *way[: steps + 1])

    def goes(self, who: int, *steps: str) -> None:
        """Say what is a command, and tap what begins so if there is such a button."""
        person = self.people[who]
        person.now = max(each.now for each in self.people)
        for step in steps:
            named = [each for each in person.labels() if each.startswith(step)]
            if step.startswith("/"):
                person.says(step)
            elif named:
                person.taps(named[0])

    @invariant()
    def a_query_is_open_while_its_item_is_open_and_needed(self) -> None:
        person = self.people[0]
        for listed in person.records.screenings(limit=9):
            screening = person.records.screening(listed.id)
            assert screening is not None
            case = make_case(person.world, screening)
            assert isinstance(case, Case)
            for query in screening.queries.values():
                is_wanted = query.closed != "withdrawn" and is_open(case, query.item)
                assert query.is_open == is_wanted


Settling.TestCase.settings = settings(
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestAQueryIsOpenWhileItIsNeeded = Settling.TestCase
