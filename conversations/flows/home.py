"""Cards that belong to no screening: home, help, the trial, the language."""

from conversations.case import find_case
from conversations.screen import Block, Button, Row, Screen, fold, note, title
from conversations.turn import Focus, World
from ectrial.wording.speech import Say


def home_card(say: Say, world: World, focus: Focus) -> Screen:
    """Show where everything begins."""
    trial = world.trial
    blocks = [
        title(say("{trial} pre-screening", trial=trial.id)),
        Block(say.text(trial.study.condition)),
        Block(say("One question a card. Not sure is an answer.")),
        note(say("Subject codes only, never a name.")),
    ]
    rows: list[Row] = [(Button(say("New screening"), "new", "primary"),)]
    if focus.screening is not None and find_case(world, focus) is not None:
        subject = focus.screening.rpartition("/")[0]
        rows.append((Button(say("Go on with {subject}", subject=subject), "resume"),))
    rows.append((Button(say("Screenings"), "list"), Button(say("The trial"), "trial")))
    rows.append((Button(say("Help"), "help"), Button("English / 中文", "language")))
    return Screen(tuple(blocks), tuple(rows))


def help_card(say: Say, world: World, focus: Focus) -> Screen:
    """Show what can be done, in few words."""
    commands = [
        say("/new opens a screening, also as: /new S-014 M 58"),
        say("/resume goes on where you were"),
        say("/list shows all screenings"),
        say("/review shows every answer; tap one to change it"),
        say("/verdict shows the verdict as it stands"),
        say("/clear clears the responses of a screening"),
        say("/trial shows the study"),
        say("/language changes the language"),
        say("/cancel leaves what you are doing"),
    ]
    blocks = [
        title(say("Help")),
        Block("\n".join(commands)),
        Block(say("Numbers are typed with their unit: 92 g/L, or 15/23 umol/L with the ULN.")),
        Block(say("A whole report may be pasted: it is read back before anything is recorded.")),
        note(say("Nobody's name is kept here. The investigator confirms every verdict.")),
    ]
    return Screen(tuple(blocks), (_back(say, focus),))


def trial_card(say: Say, world: World, focus: Focus) -> Screen:
    """Show the study facts of the listing and the steps of taking part."""
    study = world.trial.study
    facts = [
        say("Condition: {text}", text=say.text(study.condition)),
        say("Treatment: {text}", text=say.text(study.treatment)),
        say.text(study.phase),
        say("Sponsor: {text}", text=say.text(study.sponsor)),
        say("Site: {text}", text=say.text(study.site)),
        say("Last modified: {date}", date=study.last_modified.isoformat()),
        say("End date: {date}", date=study.end_date.isoformat()),
    ]
    steps = [f"{n}. {say.text(step)}" for n, step in enumerate(study.participation, start=1)]
    blocks = [
        title(f"{world.trial.id} · {study.registry_id}"),
        Block(say.text(study.brief_title)),
        Block("\n".join(facts)),
        *_ended(say, world),
        fold("\n".join([say("How to take part:"), *steps])),
        *[note(say.text(text)) for text in study.notes],
    ]
    return Screen(tuple(blocks), (_back(say, focus),))


def language_card(say: Say, focus: Focus) -> Screen:
    """Offer the languages, each in its own words."""
    rows = ((Button("English", "en"), Button("简体中文", "zh")), _back(say, focus))
    return Screen((title(say("Language")),), rows)


def _ended(say: Say, world: World) -> list[Block]:
    if world.today <= world.trial.study.end_date:
        return []
    return [Block(say("The listing's end date has passed: confirm that enrolment is open."))]


def _back(say: Say, focus: Focus) -> Row:
    if focus.screening is None:
        return (Button(say("‹ Back"), "home", "primary"),)
    return (Button(say("‹ Back"), "resume", "primary"), Button(say("Home"), "home"))
