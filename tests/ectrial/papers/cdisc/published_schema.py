"""The schema of Dataset-JSON 1.1 as CDISC publishes it, read out of a wheel that is fetched."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from jsonschema.validators import validator_for

from tests.fetching import fetched_wheel

WHEEL = (
    "cdisc-rules-engine==0.17.1",
    "83fc96c5531f771d7033127102168dd9b34367c607626fef9bf2148232b5e2c5",
)
SCHEMA = "resources/schema/dataset.schema.json"


def fetched_schema(folder: Path) -> Any:
    """Give a judge that reads the schema as the draft that it names; skips where it cannot be."""
    with ZipFile(fetched_wheel(*WHEEL, folder)) as wheel:
        schema = json.loads(wheel.read(SCHEMA))
    return validator_for(schema)(schema)


def complaints(judge: Any, data: bytes) -> list[str]:
    """Give what the schema complains of in a dataset."""
    return [error.message for error in judge.iter_errors(json.loads(data))]
