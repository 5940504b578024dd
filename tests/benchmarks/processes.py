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


def children(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    lists = [thread / "children" for thread in Path(f"/proc/{pid}/task").iterdir()]
    return sorted({int(child) for path in lists for child in path.read_text(encoding="utf-8").split()})
