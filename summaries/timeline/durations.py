"""Resolvers of durations, of repeated times, and of times of the day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summaries.timeline.absolute import part_of
from summaries.timeline.meaning import Meaning, Part

if TYPE_CHECKING:
    from summaries.timeline.meaning import Setting
    from summaries.timeline.reading import Reading

COMPOSED = {"DE": ("Y", 10), "CE": ("Y", 100), "WE": ("D", 2), "MO": ("M", 1)}
VAGUE = {"DE": "PXDE", "CE": "PXCE", "MO": "PXM", "S": "PTXS", "M": "PTXM", "H": "PTXH", "WE": "PXD"}


def amounts(reading: Reading) -> tuple[float, ...]:
    """Return the numbers in a reading: two for *1.5 to 2 years*, none if it is vague or gives none."""
    found: list[float] = []
    joined = False
    for item in reading.items:
        value = item.value
        if item.role == "fraction" and isinstance(value, float):
            found[-1:] = [(found[-1] if found else 0) + value]
        elif item.role == "half_year":
            found.append(0.5)
        elif item.role == "number" and not isinstance(value, str):
            if joined and found[-1] % 10 == 0 and value < 10:
                found[-1] += value
            else:
                found.append(float(value))
        joined = item.role == "number"
    return tuple(found)


def unit_of(reading: Reading) -> str:
    """Return the unit of a reading; days if it names none."""
    return reading.text("unit") or reading.text("plural") or ("D" if reading.get("half_year") is None else "Y")


def length_value(unit: str, amount: float | None) -> str:
    """Return the TIMEX3 value of a duration: ``P2Y``, ``PT5H30M``, ``PXM`` if the number is not given."""
    if amount is None:
        return VAGUE.get(unit, f"PX{unit}")
    if unit == "H" and amount % 1 and amount > 1:
        return f"PT{int(amount)}H{round(amount % 1 * 60)}M"
    if unit in {"S", "M", "H"}:
        return f"PT{amount:g}{unit}"
    letter, factor = COMPOSED.get(unit, (unit, 1))
    return f"P{amount * factor:g}{letter}"


def length(reading: Reading, _setting: Setting) -> Meaning | None:
    """Resolve a plain duration."""
    unit = unit_of(reading)
    found: tuple[float | None, ...] = amounts(reading)
    if not found:
        found = (1.0,) if reading.get("vague") is None and reading.get("plural") is None else (None,)
    return Meaning("DURATION", "/".join(length_value(unit, amount) for amount in found), part_of(reading))


def repeated(reading: Reading, _setting: Setting) -> Meaning | None:
    """Resolve a repeated time."""
    if value := reading.text("often"):
        return Meaning("SET", value)
    named = (item.role.removeprefix("unit.") for item in reading.items if item.role.startswith("unit."))
    if unit := reading.text("unit") or next(named, None):
        return Meaning("SET", length_value(unit, (amounts(reading) or (1.0,))[0]))
    if compound := reading.text("weekday_part"):
        return Meaning("SET", f"XXXX-WXX-{int(compound[0]) + 1}T{compound[1:]}")
    weekday, month = (
        reading.number("weekday" if reading.get("weekdays") is None else "weekdays"),
        reading.number("month"),
    )
    if weekday is not None:
        return Meaning("SET", f"XXXX-WXX-{weekday + 1}")
    if month is not None:
        return Meaning("SET", f"XXXX-{month:02d}")
    season, part = reading.text("season"), reading.text("daypart")
    return Meaning("SET", f"XXXX-{season}" if season else f"XXXX-XX-XXT{part}")


def time(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve a time of day; its day is the last one named, or that of the publication."""
    return Meaning("TIME", f"{_day(setting)}T{clock_of(reading)}", dated=False)


def hours(reading: Reading, setting: Setting) -> Meaning | None:
    """Resolve *8.30–12 Uhr*: one meaning with its two ends."""
    first = reading.items[0]
    start = str(first.value) if ":" in str(first.value) else f"{int(first.value):02d}:00"
    values = [f"{_day(setting)}T{clock}" for clock in (start, clock_of(replace(reading, items=reading.items[1:])))]
    second = reading.items[2]
    parts = Part(first.start, first.stop, values[0]), Part(second.start, reading.stop, values[1])
    return Meaning("TIME", values[0], parts=parts, dated=False)


def _day(setting: Setting) -> str:
    if setting.reference and len(setting.reference) == len("2019-02-13"):
        return setting.reference
    return setting.published.isoformat() if setting.published else "XXXX-XX-XX"


def clock_of(reading: Reading) -> str | None:
    """Return a clock time, ``09`` or ``15:30``, in 24-hour form."""
    clock = reading.text("clock") or reading.text("dotted_clock")
    if clock is None:
        hour = reading.number("hour")
        if hour is None:
            return None
        clock = f"{hour:02d}:00"
    if reading.get("oclock") == "PM" and int(clock[:2]) < 12:
        return f"{int(clock[:2]) + 12}{clock[2:]}"
    return clock
