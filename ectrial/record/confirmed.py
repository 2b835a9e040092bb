"""What a signature confirms, as far as the record alone says it: so whether it still stands.

What is signed has a hash that needs the protocol. Of all that is hashed only the verdict does, and
that is recorded; so papers that read no protocol judge as all others do.
"""

from collections.abc import Mapping
from typing import Any

from ectrial.record.consent import NOT_ASKED
from ectrial.record.entries import JSON
from ectrial.record.screenings import Screening, source_of
from ectrial.record.signatures import Signature, digest

READ = (
    *("protocol_version", "protocol_hash", "answers", "sources", "verdict", "consents"),
    *("enrolment", "enrolled_with"),
)
"""The parts of a screening that it is computed from."""
_WHEN = ("as_of", "zone", "of")
"""What a recorded verdict says of its day: the signature has a day of its own."""


def standing_signature(screening: Screening) -> Signature | None:
    """Give the last signature if the record still says what it confirms; None otherwise."""
    last = screening.signatures[-1] if screening.signatures else None
    if last is None or screening.voided:
        return None
    says = (screening.verdict or {}).get("verdict")
    is_same = last.confirms == confirmed_by({part: getattr(screening, part) for part in READ})
    return last if is_same and says == last.meaning else None


def confirmed_by(state: Mapping[str, Any]) -> str:
    """Give the hash of what is confirmed, from the parts `READ` of a screening.

    Each answer is in it with its entry and where it was seen; of who is enrolled, those that
    counted then. A refused consent is, as the signer takes it over.
    """
    enrolment = state["enrolment"]
    is_enrolled = enrolment is not None and enrolment.what == "enrolled"
    answers = state["enrolled_with"] if is_enrolled else state["answers"]
    consent = state["consents"][-1] if state["consents"] else NOT_ASKED
    told: JSON = {
        "protocol": [state["protocol_version"], state["protocol_hash"]],
        "verdict": {n: v for n, v in (state["verdict"] or {}).items() if n not in _WHEN},
        "answers": {
            n: [a.seq, a.value, source_of(a, state["sources"].get(n))] for n, a in answers.items()
        },
        "refused": [consent.state, consent.seq] if consent.is_refused else [],
    }
    return digest(told)
