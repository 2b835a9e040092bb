"""Cards that belong to no screening: home, the trial, the language."""

from conversations.acts import Go, GoOn, ShowList, Speak
from conversations.amendments import ways_to_amendments
from conversations.case import Case
from conversations.clarifying import way_to_readings
from conversations.here import Here
from conversations.lapsed_answers import lapsed
from conversations.needs import LEADING
from conversations.places_of_the_team import Team
from conversations.places_outside import Help, Home, Languages, Prove, Study, SubjectCode
from conversations.practising import leave_rows, practice_words
from conversations.rights import may
from conversations.screen import Block, Button, Row, fold, lines, note, packed, title
from conversations.shifts import shift_rows
from conversations.study_contact import study_team
from conversations.to_do import to_do_buttons
from conversations.trial_status import way_to_the_status
from conversations.trials import way_to_the_trials
from conversations.turning import turning
from conversations.ways_to_the_round import home_buttons
from conversations.words.rescreening import rescreening_words
from conversations.words.what_follows import contact_words, slots_words
from ectrial.wording.advisories import incomplete_words


def home_words(here: Here, place: Home) -> tuple[Block, ...]:
    """Show the start of the dialogue, without a screening."""
    say, trial = here.say, here.world.trial
    return (
        title(say("{trial} pre-screening", trial=trial.id)),
        Block(say.text(trial.study.condition)),
        Block(say("One question a card. Not sure is an answer.")),
        *practice_words(here),
        note(say("Subject codes only, never a name.")),
    )


def home_rows(here: Here, place: Home) -> tuple[Row, ...]:
    """Offer a new screening first, then the open one."""
    say = here.say
    rows: list[Row] = [(Button(say("New screening"), Go(SubjectCode()), "primary"),)]
    if beside := (
        *to_do_buttons(here, len(turning(here.world)) + len(lapsed(here.world))),
        *home_buttons(here),
    ):
        rows += packed(list(beside))
    if isinstance(here.found, Case):
        id_ = here.found.id
        rows.append((Button(say("Go on with {subject}", subject=id_.subject), GoOn(id_)),))
    rows += [*shift_rows(here), *_team_rows(here)]
    if here.world.to_prove.can == "unconfirmed":
        rows.append((Button(say("Confirm my authenticator app"), Go(Prove())),))
    rows.append((Button(say("Screenings"), ShowList(0)), Button(say("The trial"), Go(Study()))))
    rows.append((Button(say("Help"), Go(Help())), Button("English / 中文", Go(Languages()))))
    return (*rows, *way_to_the_trials(here), *leave_rows(here))


def _team_rows(here: Here) -> tuple[Row, ...]:
    """Lead those to the team who keep it; the team is no practice."""
    world = here.world
    if not may(world.member, LEADING) or (world.practice and world.can_practise):
        return ()
    return ((Button(here.say("The team ›"), Go(Team())),),)


def study_words(here: Here, place: Study) -> tuple[Block, ...]:
    """Show the facts of the trial's registry listing, and the steps of taking part."""
    say, trial = here.say, here.world.trial
    study = trial.study
    facts = [
        say("Condition: {text}", text=say.text(study.condition)),
        say("Treatment: {text}", text=say.text(study.treatment)),
        say.text(study.phase),
        say("Sponsor: {text}", text=say.text(study.sponsor)),
        say("Site: {text}", text=say.text(study.site)),
    ]
    if study.last_modified:
        facts.append(say("Last modified: {date}", date=study.last_modified.written))
    if study.end_date:
        facts.append(say("End date: {date}", date=study.end_date.written))
    criteria = [f"{each.id} {say.text(each.title)}" for each in trial.criteria]
    steps = [f"{n}. {say.text(step)}" for n, step in enumerate(study.participation, start=1)]
    return (
        title(f"{trial.id} · {study.registry_id}"),
        Block(say.text(study.brief_title)),
        Block("\n".join(facts)),
        *_ended(here),
        *lines(incomplete_words(say) if trial.incomplete else ""),
        fold("\n".join([say("Criteria ({n}):", n=len(trial.criteria)), *criteria])),
        fold("\n".join([say("How to take part:"), *steps])),
        *lines(*rescreening_words(say, here.world)),
        *lines(slots_words(say, here.world, trial.id), *_whom_to_ask(here)),
        *[note(say.text(text)) for text in study.notes],
    )


def study_rows(here: Here, place: Study) -> tuple[Row, ...]:
    """Lead to whether the trial enrols, to amendments and readings, and back."""
    ways = (*way_to_the_status(here), *ways_to_amendments(here), *way_to_readings(here))
    return (*ways, *back_rows(here, place))


def _whom_to_ask(here: Here) -> tuple[str, ...]:
    """Name the study's contact where the site has one, and whom else to ask."""
    say, world = here.say, here.world
    known = study_team(world, world.trial.id).contact is not None
    contact = contact_words(say, world, world.trial.id) if known else ""
    if world.contact:
        return contact, say("Contact: {text}", text=world.contact)
    return (contact or say("Questions: ask the investigator of your site."),)


def language_words(here: Here, place: Languages) -> tuple[Block, ...]:
    """Say that the language can be chosen here."""
    return (title(here.say("Language")),)


def language_rows(here: Here, place: Languages) -> tuple[Row, ...]:
    """Offer the languages, each named in its own language."""
    languages = (Button("English", Speak("en")), Button("简体中文", Speak("zh")))
    return (languages, *back_rows(here, place))


def back_rows(here: Here, place: Help | Study | Languages) -> tuple[Row, ...]:
    """Lead back to the card at which the language is chosen, or to the screening; and home."""
    say, open_here, aside = here.say, here.focus.screening, here.focus.aside
    if aside is not None and not isinstance(aside.place, Home):
        back = Button(say("‹ Back"), Go(aside.place), "primary")
        return ((back, Button(say("Home"), Go(Home()))),)
    if open_here is None:
        return ((Button(say("‹ Back"), Go(Home()), "primary"),),)
    back = Button(say("‹ Back"), GoOn(open_here), "primary")
    return ((back, Button(say("Home"), Go(Home()))),)


def _ended(here: Here) -> list[Block]:
    if not here.world.trial.study.is_over(here.world.today):
        return []
    say = here.say
    return [Block(say("The listing's end date has passed: confirm that enrolment is open."))]
