"""A kill at any write, rename or sync of a command or a start: the next serves, all is kept."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.crash.keeper import Bots
from tests.crash.kills import webhook
from tests.crash.sweep import ANY, Moment, Sweep, moments
from tests.crash.swept import WRONG
from tests.disk.preload import COMPILER, Disk, Kind
from tests.faults import FaultySandbox

# Those of a command at which most changes; in a campaign, every so many points of all
SHARP = [
    Moment("init", 0, Kind.LINK),
    Moment("redact", 0, Kind.RENAME),
]
ALSO_SHARP = [
    Moment("restore", 0, Kind.RENAME),
    Moment("restore", 1, Kind.SYNC),
    Moment("restore of a lost record", 0, Kind.RENAME),
    Moment("backup", 0, Kind.RENAME),
    Moment("export", 0, Kind.LINK),
    Moment("import", 0, Kind.SYNC),
    Moment("migration", 0, Kind.RENAME),
    Moment("migration of version 0.4.0", 0, Kind.RENAME),
    Moment("migration of version 0.5.0", 0, Kind.RENAME),
    Moment("staff", 0, Kind.SYNC),
]
SHARPEST = {"moves_the_old_record_away_first"}
EVERY = 9

pytestmark = [
    pytest.mark.skipif(COMPILER is None, reason="the disk is built with a C compiler"),
    pytest.mark.asyncio(loop_scope="module"),
]


@pytest_asyncio.fixture(loop_scope="module", params=["polled"])
async def sweep(
    forked: Bots, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Sweep]:
    more = webhook() if request.param == "posted" else {}
    with Disk(tmp_path / "sweep") as disk:
        async with FaultySandbox() as sandbox:
            yield Sweep(forked, sandbox, disk, tmp_path, more)


@pytest.mark.parametrize(
    "moment",
    [*SHARP, *(pytest.param(each, marks=pytest.mark.long) for each in ALSO_SHARP)],
    ids=str,
)
async def test_record_outlasts_a_kill_at_each_such_point(sweep: Sweep, moment: Moment) -> None:
    swept = await sweep.over(moment)

    assert swept.points > 0
    assert swept.faults == []


@pytest.mark.long
@pytest.mark.parametrize("moment", moments(), ids=str)
async def test_record_outlasts_a_kill_at_any_of_many_points(sweep: Sweep, moment: Moment) -> None:
    swept = await sweep.over(moment, every=EVERY)

    assert swept.faults == []


@pytest.mark.long
@pytest.mark.parametrize("sweep", ["posted"], indirect=True)
async def test_record_of_a_bot_with_a_webhook_outlasts_kills(sweep: Sweep) -> None:
    swept = await sweep.over(Moment("restore", 1, ANY), every=EVERY)

    assert swept.points > 0
    assert swept.faults == []


@pytest.mark.parametrize(
    "mutant",
    [
        *sorted(SHARPEST),
        *(pytest.param(each, marks=pytest.mark.long) for each in sorted(WRONG.keys() - SHARPEST)),
    ],
)
async def test_wrong_command_is_found(sweep: Sweep, mutant: str) -> None:
    swept = await sweep.over(WRONG[mutant], mutant, until_found=True)

    assert swept.faults
