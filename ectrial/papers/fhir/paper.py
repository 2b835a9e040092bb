"""A whole paper as FHIR resources, one after the other: only one screening is held at a time."""

from collections.abc import Iterable, Iterator

from ectrial.fhir_systems import OURS
from ectrial.papers.fhir.form import Form, form_of
from ectrial.papers.fhir.observations import observations
from ectrial.papers.fhir.practice import practised_meta, practised_resources
from ectrial.papers.fhir.provenance import signatures
from ectrial.papers.fhir.questionnaire import questionnaire
from ectrial.papers.fhir.response import response
from ectrial.papers.fhir.study import Setting, study, subject
from ectrial.papers.fhir.tasks import tasks
from ectrial.papers.fhir.writing import Resource, bundle, lines
from ectrial.papers.screening_file import ScreeningFile
from ectrial.papers.versions_met import VersionsMet


def fhir_bytes(
    files: Iterable[ScreeningFile], setting: Setting, *, in_lines: bool
) -> Iterator[bytes]:
    """Give the paper as one Bundle, or with each resource on a line of its own (NDJSON)."""
    found, banner = resources(files, setting), setting.banner
    if banner:
        found = practised_resources(found, banner)
    if in_lines:
        return lines(found)
    head = {"system": f"{OURS}record-head", "value": setting.head}
    meta = {"meta": practised_meta({}, banner)} if banner else {}
    return bundle(found, {**meta, "identifier": head})


def resources(files: Iterable[ScreeningFile], setting: Setting) -> Iterator[Resource]:
    """Give each screening, then the study; a form stands before its first response."""
    met = VersionsMet()
    forms: dict[str, Form] = {}
    for file in files:
        met.meets(file)
        form = None
        if (protocol := file.protocol) is not None:
            form = forms.get(protocol.fingerprint)
            if form is None:
                form = forms[protocol.fingerprint] = form_of(protocol)
                yield questionnaire(form)
        yield from screening(file, form, setting)
    yield study(setting, met)


def screening(file: ScreeningFile, form: Form | None, setting: Setting) -> Iterator[Resource]:
    """Give all that is told of one screening."""
    yield subject(file, setting)
    yield response(file, form)
    yield from observations(file)
    yield from tasks(file, setting)
    yield from signatures(file)
