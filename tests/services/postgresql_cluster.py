"""`Cluster`: a PostgreSQL of its own in a folder that is thrown away, reached over loopback only."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import psycopg

__all__ = ["Cluster", "started_cluster"]

_DEBIAN = Path("/usr/lib/postgresql")
_WAIT = 60.0


@dataclass(frozen=True, slots=True, repr=False)
class Cluster:
    """`owner` may change everything, `reader` only read; both come in by a password that nobody else knows."""

    port: int
    password: str
    folder: Path
    log: Path

    def address(self, table: str, user: str = "reader", database: str = "cases") -> str:
        return f"postgres://{user}:{self.password}@127.0.0.1:{self.port}/{database}#{table}"

    def connect(self, user: str = "owner", database: str = "cases") -> psycopg.Connection[Any]:
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            user=user,
            password=self.password,
            dbname=database,
            autocommit=True,
        )


@contextmanager
def started_cluster() -> Iterator[Cluster]:
    """Make, start and in the end remove a cluster with an empty database `cases`."""
    folder = Path(mkdtemp(prefix="cases-"))
    cluster = Cluster(_free_port(), secrets.token_urlsafe(16), folder, folder / "server.log")
    account = _account()
    try:
        _initialised(cluster, account)
        with cluster.log.open("wb") as log, subprocess.Popen(_server(cluster), stderr=log, **account) as server:
            try:
                _filled(cluster)
                yield cluster
            finally:
                server.send_signal(signal.SIGINT)  # at once, whoever is still connected
                server.wait(_WAIT)
    finally:
        shutil.rmtree(folder)


def _initialised(cluster: Cluster, account: dict[str, Any]) -> None:
    os.chown(cluster.folder, account.get("user", -1), account.get("group", -1))
    secret = cluster.folder / "password"
    secret.write_text(cluster.password, encoding="ascii")
    subprocess.run(
        [
            _program("initdb"),
            f"--pgdata={cluster.folder / 'data'}",
            f"--pwfile={secret}",
            *("--username=owner", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"),
        ],
        check=True,
        capture_output=True,
        **account,
    )


def _server(cluster: Cluster) -> list[str]:
    settings = (
        "listen_addresses=127.0.0.1",
        f"port={cluster.port}",
        f"unix_socket_directories={cluster.folder}",
        "fsync=off",
        "timezone=Europe/London",
        "log_min_messages=warning",
    )
    return [
        _program("postgres"),
        *("-D", str(cluster.folder / "data")),
        *(word for setting in settings for word in ("-c", setting)),
    ]


def _filled(cluster: Cluster) -> None:
    with _awaited(cluster) as connection:
        connection.execute("CREATE DATABASE cases")
        connection.execute(f"CREATE ROLE reader LOGIN PASSWORD '{cluster.password}'")
    with cluster.connect() as connection:
        connection.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader")


def _awaited(cluster: Cluster) -> psycopg.Connection[Any]:
    end = time.monotonic() + _WAIT
    while True:
        try:
            return cluster.connect(database="postgres")
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _account() -> dict[str, Any]:
    """Return whom the server runs as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": "/"}


def _program(name: str) -> str:
    of_debian = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    found = shutil.which(name) or (str(of_debian[-1]) if of_debian else None)
    assert found, f"PostgreSQL's {name} is missing: make test-services installs it."
    return found


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
