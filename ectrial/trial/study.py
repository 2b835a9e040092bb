"""The facts of a trial's registry listing, beside its criteria."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from ectrial.text import Text


class Study(BaseModel):
    """Facts of the listing, only shown; computations use none but the end date."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text
    brief_title: Text
    registry_id: str
    sponsor: Text
    condition: Text
    treatment: Text
    phase: Text
    site: Text
    last_modified: date
    end_date: date
    participation: tuple[Text, ...]
    notes: tuple[Text, ...] = ()
