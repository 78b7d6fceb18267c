"""NumberFormat: how the numbers of a calculation are written: so many decimals, so many digits, or fractions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isfinite, isnan

from nnplay.engine.checks import check_choice, check_whole

STYLES = ("significant", "fixed", "fractions")
MAX_DIGITS = 12

_GREATEST_DENOMINATOR = 1000


@dataclass(frozen=True)
class NumberFormat:
    """How numbers are written.

    Attributes
    ----------
    style
        ``significant`` digits, a ``fixed`` number of decimals, or ``fractions`` where one with a denominator of at most
        1000 says the same to the digits asked for.
    digits
        How many.
    decimal_sign
        A point or a comma, as the system has it.

    Raises
    ------
    SettingError
        If there is no such style, or the digits are not from 1 to 12.
    """

    style: str = "significant"
    digits: int = 4
    decimal_sign: str = "."

    def __post_init__(self) -> None:
        check_choice("number format", self.style, STYLES)
        check_whole("digits", self.digits, 1, MAX_DIGITS)

    def text(self, value: float) -> str:
        """The number as it is shown, with a typographic minus sign."""
        return self.plain(value).replace("-", "−").replace(".", self.decimal_sign)

    def plain(self, value: float) -> str:
        """The number with an ASCII minus sign and a decimal point."""
        if not isfinite(value):
            return "–" if isnan(value) else ("∞" if value > 0 else "-∞")
        if self.style == "fixed":
            return _without_negative_zero(f"{value:.{self.digits}f}")
        if self.style == "fractions":
            fraction = Fraction(value).limit_denominator(_GREATEST_DENOMINATOR)
            if abs(float(fraction) - value) <= 0.5 * 10.0**-self.digits * max(abs(value), 1e-300):
                return str(fraction)
        return _without_negative_zero(_significant(value, self.digits))


def _significant(value: float, digits: int) -> str:
    text = f"{value:.{digits}g}"
    mantissa, e, exponent = text.partition("e")
    if e and 0 <= int(exponent) < MAX_DIGITS:
        return f"{value:.0f}"
    return f"{mantissa}e{int(exponent)}" if e else text


def _without_negative_zero(text: str) -> str:
    return text.removeprefix("-") if float(text) == 0 else text
