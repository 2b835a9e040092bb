"""Formulas with their sources: each computes an exact number from exact operands.

| name | result | source |
|---|---|---|
| cockcroft_gault | mL/min | Cockcroft, Gault. Nephron 1976;16:31 |
| ckd_epi_2021 | mL/min/1.73m2 | Inker et al. N Engl J Med 2021;385:1737 (creatinine, no race) |
| bmi | kg/m2 | Quetelet; WHO Technical Report Series 894, 2000 |
| bsa_mosteller | m2 | Mosteller. N Engl J Med 1987;317:1098 |
| bsa_du_bois | m2 | Du Bois, Du Bois. Arch Intern Med 1916;17:863 |
| qtcf | ms | Fridericia. Acta Med Scand 1920;53:469 |
| corrected_calcium | mg/dL, mmol/L | Payne et al. Br Med J 1973;4:643 |
| ratio | 1 | a part over a whole, such as AST/ALT or FEV1/FVC |

Ideal body weight: Drug Intell Clin Pharm 1974;8:650.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple

from ectrial.rules.radicals import Root

Values = Mapping[str, Fraction]
Sex = Literal["male", "female"]
Weight = Literal["actual", "adjusted", "ideal"]
UP, DOWN = 1, -1

BASES: Mapping[str, Mapping[str, Fraction]] = MappingProxyType(
    {
        "age": {"a": Fraction(1)},
        "weight": {"kg": Fraction(1)},
        "height": {"cm": Fraction(1), "m": Fraction(100)},
        "creatinine": {"mg/dL": Fraction(1), "umol/L": 1 / Fraction("88.4")},
        "albumin": {"g/dL": Fraction(1), "g/L": Fraction(1, 10)},
        "calcium": {"mg/dL": Fraction(1), "mmol/L": Fraction("4.008")},
        "qt": {"ms": Fraction(1), "s": Fraction(1000)},
        "heart_rate": {"/min": Fraction(1), "{beats}/min": Fraction(1)},
    }
)
"""The units of operands, each with what one of it is in the unit that formulas compute with."""


class Formula(NamedTuple):
    """One formula: the unit of its result, and for each operand whether the result grows with it.

    `compute` gets operands in the first unit of `BASES`; None where the formula means nothing.
    """

    unit: str
    operands: Mapping[str, int]
    compute: Callable[[Values, Sex, Weight], Root | None]
    needs_sex: bool = False


def ideal_weight(height_cm: Fraction, sex: Sex) -> Fraction:
    """Give the ideal body weight in kg: 50 (female 45.5) and 2.3 for each inch above 60."""
    inches = height_cm / Fraction("2.54") - 60
    return Fraction("45.5" if sex == "female" else "50") + Fraction("2.3") * inches


def _weight(of: Values, sex: Sex, weight: Weight) -> Fraction:
    """Give the weight to compute with in kg: never more than the actual one."""
    actual = of["weight"]
    if weight == "actual":
        return actual
    ideal = ideal_weight(of["height"], sex)
    adjusted = ideal + Fraction("0.4") * (actual - ideal)
    return min(actual, ideal if weight == "ideal" else adjusted)


def _cockcroft_gault(of: Values, sex: Sex, weight: Weight) -> Root | None:
    kilograms = _weight(of, sex, weight)
    if of["age"] >= 140 or kilograms <= 0:
        return None
    factor = Fraction("0.85") if sex == "female" else Fraction(1)
    return Root((140 - of["age"]) * kilograms * factor / (72 * of["creatinine"]))


def _ckd_epi_2021(of: Values, sex: Sex, _: Weight) -> Root | None:
    kappa, alpha = (Fraction("0.7"), 241) if sex == "female" else (Fraction("0.9"), 302)
    share = of["creatinine"] / kappa
    exponent = -alpha if share < 1 else -1200
    factor = 142 * Fraction("0.9938") ** int(of["age"])
    factor *= Fraction("1.012") if sex == "female" else 1
    return Root(factor**1000 * share**exponent, 1000)


def _bmi(of: Values, _: Sex, __: Weight) -> Root | None:
    return Root(of["weight"] / (of["height"] / 100) ** 2)


def _mosteller(of: Values, _: Sex, __: Weight) -> Root | None:
    return Root(of["weight"] * of["height"] / 3600, 2)


def _du_bois(of: Values, _: Sex, __: Weight) -> Root | None:
    # 0.007184 x weight^0.425 x height^0.725
    return Root(Fraction("0.007184") ** 40 * of["weight"] ** 17 * of["height"] ** 29, 40)


def _qtcf(of: Values, _: Sex, __: Weight) -> Root | None:
    # QT / RR^(1/3), with RR = 60 / heart rate in seconds
    return Root(of["qt"] ** 3 * of["heart_rate"] / 60, 3)


def _calcium_mg(of: Values, _: Sex, __: Weight) -> Root | None:
    return Root(of["calcium"] + Fraction("0.8") * (4 - of["albumin"]))


def _calcium_mmol(of: Values, _: Sex, __: Weight) -> Root | None:
    grams = 10 * of["albumin"]
    return Root(of["calcium"] / Fraction("4.008") + Fraction("0.02") * (40 - grams))


def _ratio(of: Values, _: Sex, __: Weight) -> Root | None:
    return Root(of["part"] / of["whole"])


_BODY = {"weight": UP, "height": UP}
_CALCIUM = {"calcium": UP, "albumin": DOWN}

FORMULAS: Mapping[str, tuple[Formula, ...]] = MappingProxyType(
    {
        "cockcroft_gault": (
            Formula(
                "mL/min",
                {"age": DOWN, "weight": UP, "creatinine": DOWN},
                _cockcroft_gault,
                needs_sex=True,
            ),
        ),
        "ckd_epi_2021": (
            Formula(
                "mL/min/1.73m2", {"age": DOWN, "creatinine": DOWN}, _ckd_epi_2021, needs_sex=True
            ),
        ),
        "bmi": (Formula("kg/m2", {"weight": UP, "height": DOWN}, _bmi),),
        "bsa_mosteller": (Formula("m2", _BODY, _mosteller),),
        "bsa_du_bois": (Formula("m2", _BODY, _du_bois),),
        "qtcf": (Formula("ms", {"qt": UP, "heart_rate": UP}, _qtcf),),
        "corrected_calcium": (
            Formula("mg/dL", _CALCIUM, _calcium_mg),
            Formula("mmol/L", _CALCIUM, _calcium_mmol),
        ),
        "ratio": (Formula("1", {"part": UP, "whole": DOWN}, _ratio),),
    }
)
"""Every formula by its name; one for each unit of its result."""
