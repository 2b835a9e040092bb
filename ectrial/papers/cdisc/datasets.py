"""The datasets, with the variables of SDTMIG 3.4 that can be filled, or are expected."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["string", "integer", "decimal", "date"]
Name = Literal["TI", "DM", "DS", "IE", "LB"]
NAMES: tuple[Name, ...] = get_args(Name)


@dataclass(frozen=True, slots=True)
class Variable:
    """One column. `key`: its place among those that sort the rows and name each."""

    name: str
    label: str
    kind: Kind = "string"
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset: its name, its label and its variables in order."""

    name: Name
    label: str
    variables: tuple[Variable, ...]

    def row(self, told: dict[str, object]) -> tuple[object, ...]:
        """Give the cells of a row; KeyError for a name that is no variable of it."""
        if foreign := told.keys() - {each.name for each in self.variables}:
            raise KeyError(min(foreign))
        cells = (told.get(each.name) for each in self.variables)
        # an empty text is a missing one
        return tuple(None if cell == "" else cell for cell in cells)


def _study(key: int = 1) -> tuple[Variable, ...]:
    return (
        Variable("STUDYID", "Study Identifier", key=key),
        Variable("DOMAIN", "Domain Abbreviation"),
    )


_SUBJECT = Variable("USUBJID", "Unique Subject Identifier", key=2)
_EPOCH = Variable("EPOCH", "Epoch")

TI = Dataset(
    "TI",
    "Trial Inclusion/Exclusion Criteria",
    (
        *_study(),
        Variable("IETESTCD", "Incl/Excl Criterion Short Name", key=3),
        Variable("IETEST", "Inclusion/Exclusion Criterion"),
        Variable("IECAT", "Inclusion/Exclusion Category"),
        Variable("IESCAT", "Inclusion/Exclusion Subcategory"),
        Variable("TIRL", "Inclusion/Exclusion Criterion Rule"),
        Variable("TIVERS", "Protocol Criteria Versions", key=2),
    ),
)
DM = Dataset(
    "DM",
    "Demographics",
    (
        *_study(),
        _SUBJECT,
        Variable("SUBJID", "Subject Identifier for the Study"),
        Variable("RFSTDTC", "Subject Reference Start Date/Time", "date"),
        Variable("RFENDTC", "Subject Reference End Date/Time", "date"),
        Variable("RFXSTDTC", "Date/Time of First Study Treatment", "date"),
        Variable("RFXENDTC", "Date/Time of Last Study Treatment", "date"),
        Variable("RFICDTC", "Date/Time of Informed Consent", "date"),
        Variable("RFPENDTC", "Date/Time of End of Participation", "date"),
        Variable("DTHDTC", "Date/Time of Death", "date"),
        Variable("DTHFL", "Subject Death Flag"),
        Variable("SITEID", "Study Site Identifier"),
        Variable("AGE", "Age", "integer"),
        Variable("AGEU", "Age Units"),
        Variable("SEX", "Sex"),
        Variable("RACE", "Race"),
        Variable("ARMCD", "Planned Arm Code"),
        Variable("ARM", "Description of Planned Arm"),
        Variable("ACTARMCD", "Actual Arm Code"),
        Variable("ACTARM", "Description of Actual Arm"),
        Variable("ARMNRS", "Reason Arm and/or Actual Arm is Null"),
        Variable("ACTARMUD", "Description of Unplanned Actual Arm"),
        Variable("COUNTRY", "Country"),
    ),
)
DS = Dataset(
    "DS",
    "Disposition",
    (
        *_study(),
        _SUBJECT,
        Variable("DSSEQ", "Sequence Number", "integer", key=3),
        Variable("DSREFID", "Reference ID"),
        Variable("DSTERM", "Reported Term for the Disposition Event"),
        Variable("DSDECOD", "Standardized Disposition Term"),
        Variable("DSCAT", "Category for Disposition Event"),
        _EPOCH,
        Variable("DSSTDTC", "Start Date/Time of Disposition Event", "date"),
        Variable("DSSTDY", "Study Day of Start of Disposition Event", "integer"),
    ),
)
IE = Dataset(
    "IE",
    "Inclusion/Exclusion Criteria Not Met",
    (
        *_study(),
        _SUBJECT,
        Variable("IESEQ", "Sequence Number", "integer", key=3),
        Variable("IESPID", "Sponsor-Defined Identifier"),
        Variable("IETESTCD", "Inclusion/Exclusion Criterion Short Name"),
        Variable("IETEST", "Inclusion/Exclusion Criterion"),
        Variable("IECAT", "Inclusion/Exclusion Category"),
        Variable("IESCAT", "Inclusion/Exclusion Subcategory"),
        Variable("IEORRES", "I/E Criterion Original Result"),
        Variable("IESTRESC", "I/E Criterion Result in Std Format"),
        _EPOCH,
        Variable("IEDTC", "Date/Time of Collection", "date"),
        Variable("IEDY", "Study Day of Collection", "integer"),
    ),
)
LB = Dataset(
    "LB",
    "Laboratory Test Results",
    (
        *_study(),
        _SUBJECT,
        Variable("LBSEQ", "Sequence Number", "integer", key=3),
        Variable("LBSPID", "Sponsor-Defined Identifier"),
        Variable("LBTESTCD", "Lab Test or Examination Short Name"),
        Variable("LBTEST", "Lab Test or Examination Name"),
        Variable("LBCAT", "Category for Lab Test"),
        Variable("LBORRES", "Result or Finding in Original Units"),
        Variable("LBORRESU", "Original Units"),
        Variable("LBORNRLO", "Reference Range Lower Limit in Orig Unit"),
        Variable("LBORNRHI", "Reference Range Upper Limit in Orig Unit"),
        Variable("LBSTRESC", "Character Result/Finding in Std Format"),
        Variable("LBSTRESN", "Numeric Result/Finding in Standard Units", "decimal"),
        Variable("LBSTRESU", "Standard Units"),
        Variable("LBSTNRLO", "Reference Range Lower Limit-Std Units", "decimal"),
        Variable("LBSTNRHI", "Reference Range Upper Limit-Std Units", "decimal"),
        Variable("LBNRIND", "Reference Range Indicator"),
        Variable("LBSTAT", "Completion Status"),
        Variable("LBLOINC", "LOINC Code"),
        Variable("LBLOBXFL", "Last Observation Before Exposure Flag"),
        Variable("VISITNUM", "Visit Number", "integer"),
        Variable("VISIT", "Visit Name"),
        _EPOCH,
        Variable("LBDTC", "Date/Time of Specimen Collection", "date"),
        Variable("LBDY", "Study Day of Specimen Collection", "integer"),
    ),
)
DATASETS: dict[Name, Dataset] = {"TI": TI, "DM": DM, "DS": DS, "IE": IE, "LB": LB}
