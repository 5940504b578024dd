"""Raised and lowered figures, written so that they stay what they are where no form can show them."""

from __future__ import annotations

import re

RAISED = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
POWER = re.compile(r"[-−–+]?\d{1,4}")
