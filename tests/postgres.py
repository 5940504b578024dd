"""A PostgreSQL server for tests: real, on loopback, in a folder of its own; it can be stopped and started again."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

USER = "postgres"
"""The account that the Debian package makes: the server refuses to run as root."""


class Postgres:
    """A running server. `address` is that of a new, empty database."""

    def __init__(self, programs: Path, folder: Path, port: int) -> None:
        self._programs = programs
        self._data = folder / "data"
        self._folder = folder
        self.port = port

    @property
    def server(self) -> str:
        """The address of the server's own database."""
        return self._address("postgres")

    def new_database(self) -> str:
        """Return the address of a new, empty database."""
        name = f"t{uuid4().hex}"
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def create(self) -> None:
        """Make the folder of the server, and start it."""
        self._run("initdb", "--pgdata", str(self._data), "--username", USER, "--auth", "trust", "--no-sync")
        self.start()

    def start(self) -> None:
        """Start the server, and return when it answers."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self._run("pg_ctl", "start", "-w", "-D", str(self._data), "-l", str(self._folder / "log"), "-o", options)

    def stop(self) -> None:
        """Stop the server; connections are cut."""
        self._run("pg_ctl", "stop", "-w", "-D", str(self._data), "-m", "immediate")

    @property
    def is_running(self) -> bool:
        """Whether the server has been started and not stopped since."""
        return (self._data / "postmaster.pid").is_file()

    def _address(self, database: str) -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *arguments: str) -> None:
        as_user = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"] if os.geteuid() == 0 else []
        command = [*as_user, str(self._programs / program), *arguments]
        done = subprocess.run(  # noqa: S603 - the programs of the package
            command, cwd=self._folder, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr or done.stdout


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Run a server while the context lasts; skip the test where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER, USER)
    server = Postgres(programs, folder, _free_port())
    try:
        server.create()
        yield server
    finally:
        if server.is_running:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """Return the folder of the newest server that Debian has installed, or that the path leads to."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb")
    return versions[-1].parent if versions else Path(found).parent if found else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
