"""``python -m summaries.people.building lexicons`` packs the lists of names."""

from __future__ import annotations

import argparse
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"


def main() -> None:
    """Build what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m summaries.people.building")
    parts = parser.add_subparsers(dest="part", required=True)
    parts.add_parser("lexicons", help="pack lists of names from the installed packages")
    parser.parse_args()
    from summaries.people.building.lexicons import build_lexicons  # noqa: PLC0415 - needs packages of the build

    build_lexicons(DATA)


if __name__ == "__main__":
    main()
