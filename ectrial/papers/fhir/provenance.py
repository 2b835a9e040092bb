"""Each signature of an investigator as a FHIR Provenance: name, time, meaning, hash."""

from collections.abc import Iterator

from ectrial.fhir_systems import OURS
from ectrial.papers.fhir.codes import coding, concept
from ectrial.papers.fhir.observations import instant, key_of, response_id
from ectrial.papers.fhir.writing import Link, Resource, id_of, told
from ectrial.papers.screening_file import ScreeningFile
from ectrial.record.signatures import Signature

SIGNATURE_TYPES = "urn:iso-astm:E1762-95:2013"
VERIFICATION = ("1.2.840.10065.1.12.1.5", "Verification Signature")
AGENT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"


def signatures(file: ScreeningFile) -> Iterator[Resource]:
    """Give every signature as it was given, the oldest first, also one that was superseded.

    `entity` has the hash of what was signed, and version and hash of the criteria; the response
    has the hash of the signature that stands, if one does.
    """
    for each in file.screening.signatures:
        yield _signature(each, file)


def _signature(signature: Signature, file: ScreeningFile) -> Resource:
    screening, at = file.screening, instant(signature.at_utc)
    printed = signature.name
    name = f"{printed} ({signature.role})" if printed else signature.role
    who = {"display": told(name) or "unknown"}
    signed = {"system": f"{OURS}signed-content", "value": signature.hash}
    criteria = {"system": f"{OURS}criteria", "value": "/".join(signature.under)}
    return {
        "resourceType": "Provenance",
        "id": id_of("Provenance", *key_of(screening), signature.seq),
        "target": [{"reference": Link("QuestionnaireResponse", response_id(screening))}],
        "occurredDateTime": signature.day.isoformat(),
        "recorded": at,
        "reason": [concept(coding(f"{OURS}signature-meaning", signature.meaning))],
        "agent": [{"type": concept(coding(AGENT, "verifier", "Verifier")), "who": who}],
        "entity": [
            {"role": "source", "what": {"identifier": each}} for each in (signed, criteria)
        ],
        "signature": [{"type": [coding(SIGNATURE_TYPES, *VERIFICATION)], "when": at, "who": who}],
    }
