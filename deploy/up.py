"""Sets everything up in ``.venv`` and runs it; needs only Python 3.11 or newer with venv and pip.

    python3 deploy/up.py playground     start the bot in the browser, without Telegram
    python3 deploy/up.py run            start the bot in Telegram (BOT_TOKEN)
    python3 deploy/up.py tests          install what the tests need (Debian packages too) and run all checks

All packages are pinned with hashes in ``deploy/requirements.lock`` and ``tests/requirements.lock``; the installer (uv,
which takes seconds instead of pip's minute) is pinned in ``deploy/installer.lock``.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / "python"
DEBIAN = {"chromium": "chromium", "pg_lsclusters": "postgresql", "caddy": "caddy", "systemd-analyze": "systemd"}
"""The programs that the tests need, and the Debian package of each."""
DIALOGUES = "tests/bot/dialogues"
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("pytest", "-m", "not alone", "--ignore", DIALOGUES, "-n", "auto", "--dist", "worksteal"),
    # the dialogues of a process share one bot, whose event loop is monitored
    ("pytest", "-m", "not alone", DIALOGUES, "-n", "auto", "--maxprocesses", "2", "--dist", "loadfile"),
    ("pytest", "-m", "alone"),  # timing-sensitive, so with nothing running in parallel
)
NOTHING_TO_RUN = 5
"""Pytest's exit status if no test matches the further arguments."""
OLDEST = (3, 11)


def main() -> int:
    """Run the command given by the first argument; pass the rest on to the program it starts."""
    if sys.version_info < OLDEST:
        print("This needs Python 3.11 or newer, started for example as: python3.11 deploy/up.py", file=sys.stderr)
        return 2
    match sys.argv[1:]:
        case ["playground" | "run", *_]:
            install(ROOT / "deploy" / "requirements.lock")
            return subprocess.call([PYTHON, "-m", "bot", *sys.argv[1:]], cwd=ROOT)
        case ["tests", *extra]:
            install_debian()
            install(ROOT / "tests" / "requirements.lock")
            return check(extra)
        case _:
            print(__doc__, file=sys.stderr)
            return 2


def install(lock: Path) -> None:
    """Install the locked packages and the project into ``.venv``, unless already done."""
    stamp = ENVIRONMENT / f"{lock.parent.name}.installed"
    wanted = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    print("Installing the dependencies …", flush=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    uv: list[str | Path] = [PYTHON, "-m", "uv", "pip", "install", "--quiet", "--python", PYTHON]
    subprocess.check_call([*pip, "--require-hashes", "-r", ROOT / "deploy" / "installer.lock"])
    if subprocess.call([*uv, "--require-hashes", "-r", lock]) != 0:
        subprocess.check_call([*pip, "--require-hashes", "-r", lock])  # slower, but respects pip's own configuration
    subprocess.check_call([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT])
    stamp.write_text(wanted)


def install_debian() -> None:
    """Install the Debian packages of missing programs."""
    missing = [package for program, package in DEBIAN.items() if shutil.which(program) is None]
    if not missing:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.check_call([*as_root, "apt-get", "update", "-qq"])
    subprocess.check_call([*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing])


def check(extra: list[str]) -> int:
    """Run all checks, the fast ones first; return the exit status of the first that fails, or 0."""
    for command in CHECKS:
        print("→", *command, flush=True)
        arguments = extra if command[0] == "pytest" else []
        status = subprocess.call([PYTHON, "-m", *command, *arguments], cwd=ROOT)
        if status and not (extra and status == NOTHING_TO_RUN):
            return status
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
    except subprocess.CalledProcessError as failure:
        print(f"A step of the installation failed: {failure.cmd[0]}", file=sys.stderr)
        sys.exit(failure.returncode)
