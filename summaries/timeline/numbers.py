"""The possible readings of a number in a date: a day, an hour, a year, a whole date, or just a number."""

from __future__ import annotations

import datetime as dt
import re
from itertools import product

Value = str | int | float
Roles = dict[str, Value]

THOUSANDS = re.compile(r"\d{1,3}(?:([ ,.\u00a0\u202f])\d{3})(?:\1\d{3})*")
DECIMAL = re.compile(r"(\d{1,3})[.,](\d{1,2})")
CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
DATE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d\d)")
MONTH = re.compile(r"(0?[1-9]|1[0-2])/(1[89]\d\d|20\d\d)")
YEARS = re.compile(r"(1[5-9]|20)(\d\d)/(\d\d)")
FRACTION = re.compile(r"([1-9])/([2-9])")
LONGEST = 12
"""Maximum length, in digits and signs, of a number in a date."""
YEARS_TOLD = range(1700, 2070)
"""Numbers that are years by themselves; others need context."""
CENTURY_TURN = 50
"""Two-digit years below this are in the 2000s."""


def read_number(form: str, order: str) -> Roles:
    """Return the possible roles of a number, with its values; `order` is that of slash dates, DMY or MDY."""
    if len(form) > LONGEST:
        return {}
    if form.isdecimal():
        return _whole(form)
    if THOUSANDS.fullmatch(form):
        return {"number": int(re.sub(r"\D", "", form)), "large": 1} if form[0] != "0" else {}
    return _clock(form) or _decimal(form) or _fraction(form) or _years(form) or _date(form, order)


def _whole(form: str) -> Roles:
    value = int(form)
    if len(form) == 4:
        if value >= 2100 or value < 1000:
            return {"number": value, "large": 1}
        roles: Roles = {"year" if value in YEARS_TOLD else "oldyear": value, "large": 1}
        if value % 10 == 0:
            roles["tens"] = value
        if value % 100 == 0:
            roles["hundreds"] = value
        return roles
    if len(form) > 2:
        return {"number": value, "large": 1} if len(form) > 3 else {"number": value}
    roles = {"number": value}
    if 1 <= value <= 31:
        roles["day"] = value
    if value <= 24:
        roles["hour"] = value
    if len(form) == 2:
        roles["short"] = form
        if value % 10 == 0 and value:
            roles["tens"] = value
    return roles


def _clock(form: str) -> Roles:
    match = CLOCK.fullmatch(form)
    return {"clock": f"{int(match[1]):02d}:{match[2]}"} if match else {}


def _decimal(form: str) -> Roles:
    match = DECIMAL.fullmatch(form)
    if not match:
        return {}
    roles: Roles = {"number": float(f"{match[1]}.{match[2]}"), "decimal": form}
    whole, rest = int(match[1]), int(match[2])
    if whole <= 24 and rest < 60 and len(match[2]) == 2 and "." in form:
        roles["dotted_clock"] = f"{whole:02d}:{match[2]}"
    if 1 <= whole <= 31 and 1 <= rest <= 12 and "." in form:
        roles["dotted_day"] = f"{rest:02d}-{whole:02d}"
    return roles


def _fraction(form: str) -> Roles:
    match = FRACTION.fullmatch(form)
    return {"fraction": int(match[1]) / int(match[2])} if match and match[1] < match[2] else {}


def _years(form: str) -> Roles:
    match = YEARS.fullmatch(form)
    if not match or int(match[3]) != (int(match[2]) + 1) % 100:
        return {}
    first = int(match[1] + match[2])
    return {"year_pair": f"{first}/{first + 1}"}


def _date(form: str, order: str) -> Roles:
    if match := ISO.fullmatch(form):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := MONTH.fullmatch(form):
        return {"date": f"{match[2]}-{int(match[1]):02d}"}
    match = DATE.fullmatch(form)
    if not match:
        return {}
    first, middle, last = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return _day(first, middle, last)
    if len(match[1]) > 2 or (len(match[4]) == 2 and len(form) < 8):
        return {}
    year = last if len(match[4]) == 4 else last + (2000 if last < CENTURY_TURN else 1900)
    american = match[2] in "/-" and order == "MDY"
    return (_day(year, first, middle) if american else {}) or _day(year, middle, first)


def _day(year: int, month: int, day: int) -> Roles:
    try:
        return {"date": dt.date(year, month, day).isoformat()} if 1000 <= year < 2100 else {}
    except ValueError:
        return {}


def role_sets(order: str) -> set[frozenset[str]]:
    """Return every set of roles that `read_number` can give."""
    whole = [form for number in range(100) for form in (f"{number}", f"{number:02d}")]
    parts = product(("0", "1", "24", "25", "32", "100"), ".,", ("0", "1", "00", "01", "12", "13", "60"))
    years = ("1000", "1001", "1010", "1500", "1501", "1510", "1900", "1901", "1910", "9999")
    others = ("100", *years, "99999", "1,000", "10:30", "1/2")
    forms = (*whole, *("".join(part) for part in parts), *others, "2019-02-13", "2012/13")
    return {frozenset(read_number(form, order)) for form in forms}
