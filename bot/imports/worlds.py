"""What an import may know of the record, as a turn of the dialogue would know it."""

from bot.serving.installation import Installation
from bot.serving.present_versions import PresentVersions
from bot.setup.settings import Settings
from bot.setup.start import now
from conversations.turn import World
from ectrial.ledger.lists import Lists
from ectrial.record.team import Member, Terms
from ectrial.trial.versions import Trials

# whoever works at the machine has no number, and may screen
OPERATOR = Member(0, Terms.of("coordinator"))


def world_of(settings: Settings, trials: Trials, lists: Lists, trial: str) -> World:
    """Give the world of one trial now, with the version that new screenings use."""
    installation = Installation(
        trials, now, settings.zone, settings.language, is_practice=False, units=settings.units
    )
    here = installation.now()
    protocol, labs = PresentVersions(installation, lists).of(trial, here.date())
    return World(
        site=settings.site,
        trial=protocol,
        versions=trials,
        labs=labs,
        records=lists.of(trial),
        now=here,
        today=here.date(),
        member=OPERATOR,
        language=settings.language,
        codes=settings.subject_codes.among(trial, trials.ids),
    )
