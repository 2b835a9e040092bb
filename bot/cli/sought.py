"""Where what is to be redacted is: in the record, in chats, in files beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

import click

from bot.cli.counted import counted
from bot.cli.endings import end
from bot.exit_codes import ExitCode
from bot.setup.settings import Settings
from bot.setup.start import load_trials
from conversations.codes_in_texts import naming
from conversations.subject_codes import words_of
from ectrial.ledger.copies.holders import Found, holders
from ectrial.ledger.redacting import texts_with, whereabouts
from ectrial.ledger.tables.mentions import FreeText, Naming, Subject, Written, standing_in

# A Chinese name has two letters
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Sought:
    """A code as written, its subject and screenings, the chats at it, and the files with it.

    Or words as written. With both, the free texts and names that name them, and how that is told.
    """

    written: Written
    names: Naming
    subject: Subject | None
    screenings: int
    chats: int
    files: Found
    texts: tuple[FreeText, ...] = ()
    is_text: bool = False

    @property
    def is_in_copies_alone(self) -> bool:
        """Whether neither an entry nor the place of a chat holds the code."""
        return self.subject is None and not self.texts and not self.chats


def on_file(settings: Settings, trial: str | None, site: str | None) -> frozenset[Subject]:
    """Give every subject of the record; a trial or site that it does not know is refused."""
    known = whereabouts(settings.database, (), settings.key).on_file
    trials = sorted({*load_trials(settings).ids, *(subject.place[1] for subject in known)})
    sites = sorted({settings.site, *(subject.place[0] for subject in known)})
    if trial and trial not in trials:
        end(f"--trial: no such trial is on file; there is {', '.join(trials)}")
    if site and site not in sites:
        end(f"--site: no such site is on file; there is {', '.join(sites)}")
    return known


def readings(settings: Settings, typed: str) -> Written:
    """Give the code as it was typed and as the bot reads it."""
    words = words_of(typed)
    read = settings.subject_codes.first(words)
    whole = read[0] if read and read[1] == len(words) else None
    plain = words[0] if len(words) == 1 else None
    return tuple(dict.fromkeys(code for code in (typed.strip(), whole, plain) if code))


def seek(settings: Settings, written: Written, trial: str | None, site: str | None) -> Sought:
    """Look for a code wherever it may be; end if it is nowhere, or if it is not clear where."""
    here = whereabouts(settings.database, written, settings.key)
    subject = _one_of(here.found, trial, site)
    codes = (subject.code, *written) if subject else written
    names = naming(settings.subject_codes, codes)
    texts, chats = _texts_at(settings, names, trial, site)
    files = holders(settings.database, settings.copies, codes, settings.key, names)
    screenings = here.found[subject] if subject else 0
    number = len({*here.chats, *chats})
    sought = Sought(codes, names, subject, screenings, number, files, texts)
    return _found(sought, "this code")


def seek_texts(settings: Settings, typed: str, trial: str | None, site: str | None) -> Sought:
    """Look for words in free texts and names, wherever they may be; end if they are nowhere."""
    written = (" ".join(typed.split()),)
    if len(written[0]) < SHORTEST:
        end(f"at least {SHORTEST} letters, as fewer stand in too many texts")
    names = standing_in(written)
    texts, chats = _texts_at(settings, names, trial, site)
    files = holders(settings.database, settings.copies, (), settings.key, names)
    sought = Sought(written, names, None, 0, len(chats), files, texts, is_text=True)
    return _found(sought, "these words")


def _texts_at(
    settings: Settings, names: Naming, trial: str | None, site: str | None
) -> tuple[tuple[FreeText, ...], tuple[int, ...]]:
    texts, chats = texts_with(settings.database, names, settings.key)
    at = [
        each for each in texts if site in (None, each.place[0]) and trial in (None, each.place[1])
    ]
    return tuple(at), chats


def _found(sought: Sought, what: str) -> Sought:
    if sought.is_in_copies_alone and not sought.files.copies:
        _name_files(sought.files)
        end(
            f"neither the record nor a copy beside it that can be read holds {what}",
            code=ExitCode.BROKEN,
        )
    return sought


def _one_of(on_file: Mapping[Subject, int], trial: str | None, site: str | None) -> Subject | None:
    """Give the subject that is meant, of those with the code."""
    found = [
        subject
        for subject in on_file
        if site in (None, subject.place[0]) and trial in (None, subject.place[1])
    ]
    if on_file and not found:
        places = ", ".join(sorted({f"{each.place[1]} at {each.place[0]}" for each in on_file}))
        end(f"the code is on file in {places} alone; nothing was redacted")
    _refuse_several(found)
    return found[0] if found else None


def _refuse_several(found: list[Subject]) -> None:
    trials = sorted({subject.place[1] for subject in found})
    sites = sorted({subject.place[0] for subject in found})
    if len(trials) > 1:
        end(f"the code is on file in {' and '.join(trials)}; say which: --trial")
    if len(sites) > 1:
        end(f"the code is on file at {' and '.join(sites)}; say which: --site")
    if len(found) > 1:
        end("the code is on file in capitals and in small letters; type it as it is written")


def refuse_wrong_code(
    settings: Settings, sought: Sought, known: frozenset[Subject], to: str | None
) -> str | None:
    """Read the code that is to be read instead, by the rules of the site."""
    if to is None:
        return None
    codes = settings.subject_codes
    read = codes.read(to)
    if read is None or codes.may_name_somebody(read):
        end(f"--to: this may be a name or no code; codes are written as {codes.example}")
    if sought.subject is None:
        end("--to: no entry of the record has this code, so there is nothing to be read instead")
    if Subject(sought.subject.place, read) in known:
        end("--to: this is the code of another subject; nothing was redacted")
    return read


def told(settings: Settings, sought: Sought) -> None:
    """Tell where the code is, before anything is asked."""
    if sought.subject:
        site, trial = sought.subject.place
        number = counted(sought.screenings, "screening", "screenings")
        other = (
            "" if site == settings.site else f", another site than ECTRIAL_SITE {settings.site}"
        )
        click.echo(f"on file: {number} in {trial} at {site}{other}")
    if sought.texts:
        number = counted(len(sought.texts), "text or name holds", "texts and names hold")
        what = "the words" if sought.is_text else "the code, and go with it"
        click.echo(f"on file: {number} {what}: {entries_of(*sought.texts)}")
    if sought.chats:
        what = "the words" if sought.is_text else "the code"
        click.echo(f"open: {counted(sought.chats, 'chat stands', 'chats stand')} at {what}")
    if sought.is_in_copies_alone:
        click.echo("not on file in the record; held by these copies")
    _name_files(sought.files)


def entries_of(*texts: FreeText) -> str:
    """Name the entries that say these texts."""
    numbers = sorted({seq for each in texts for seq in each.entries})
    word = "entry" if len(numbers) == 1 else "entries"
    return f"{word} {', '.join(map(str, numbers))}"


def _name_files(files: Found) -> None:
    for file in files.copies:
        click.echo(f"holds it: {file}")
    for file in files.others:
        click.echo(f"holds it, is another record, and is not deleted: {file}")
    for file in files.unreadable:
        click.echo(f"cannot be read, so it may hold it, and is not deleted: {file}")
