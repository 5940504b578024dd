"""What a process has used, from /proc: https://www.kernel.org/doc/html/latest/filesystems/proc.html."""

from __future__ import annotations

import os
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid: int) -> float:
    """Return the processor time of a process, without its children's."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def megabytes(pid: int) -> float:
    """Return the memory that a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1]) * PAGE / 1e6


def own_megabytes(pid: int) -> float:
    """Return the memory that a process holds, with its share of what it shares with others (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("Pss:"))
    return int(kilobytes) * 1024 / 1e6


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that these have started."""
    lists = [thread / "children" for thread in Path(f"/proc/{pid}/task").iterdir()]
    children = sorted({int(child) for path in lists for child in path.read_text(encoding="utf-8").split()})
    return [found for child in children for found in (child, *descendants(child))]
