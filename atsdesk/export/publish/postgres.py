"""Talk with a PostgreSQL: the connection, what its refusals mean, and the wish to stop."""

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

from atsdesk.cancel import Cancel
from atsdesk.errors import AuthError, Cancelled, ConfigError, DeskError, OfflineError, TransientError
from atsdesk.export.publish.target import Target

CONNECT_SECONDS = 10
_LOOK_SECONDS = 0.1
_AGAIN = "Nothing was changed there. Publish again; the next time everything that is missing is sent."


@contextlib.contextmanager
def connected(target: Target, password: str, cancel: Cancel) -> Iterator[Any]:
    """A connection until the block ends; it is broken off within a second of the wish to stop.

    Raises `ConfigError` where psycopg is not installed or the database refuses, `AuthError` where it wants another
    password, `OfflineError` where it is not reached, and `Cancelled`.
    """
    psycopg = _psycopg()
    given: dict[str, Any] = {"connect_timeout": CONNECT_SECONDS, **target.options, "dbname": target.database}
    given |= {"user": target.user} if target.user else {}
    given |= {"host": target.host} if target.host else {}
    given |= {"port": target.port} if target.port else {}
    given |= {"password": password} if password else {}
    given |= {"application_name": "ATS Desk", "client_encoding": "utf8", "options": "-c timezone=UTC"}
    try:
        connection = psycopg.connect(**given, autocommit=True)
    except psycopg.Error as error:
        raise _not_connected(error, target) from None
    with connection, _heard(connection, psycopg.Error, cancel):
        try:
            yield connection
        except psycopg.Error as error:
            if cancel.is_set():
                raise Cancelled(_AGAIN) from None
            raise _refused(error, target) from error


def _psycopg() -> Any:
    try:
        import psycopg
    except ImportError:
        raise ConfigError(
            "Publishing to PostgreSQL needs psycopg, which is not installed.",
            'Install it with `pip install "atsdesk[postgres]"`.',
            concerns="publish",
        ) from None
    return psycopg


@contextlib.contextmanager
def _heard(connection: Any, error: type[Exception], cancel: Cancel) -> Iterator[None]:
    """Let the database break off what it is doing when somebody wants to stop."""
    done = threading.Event()

    def listen() -> None:
        while not done.wait(_LOOK_SECONDS):
            if cancel.is_set():
                with contextlib.suppress(error):
                    connection.cancel_safe(timeout=1)

    listener = threading.Thread(target=listen, name="publish-cancel", daemon=True)
    listener.start()
    try:
        yield
    finally:
        done.set()
        listener.join()


def _not_connected(error: Any, target: Target) -> DeskError:
    """Why no connection came about. What the server says may be in any language: the state of the attempt tells."""
    attempt, said = error.pgconn, _first_line(error)
    if attempt is not None and attempt.needs_password:
        return AuthError(
            f"{target.name} wants a password.",
            "Give it with `atsdesk publish --ask-password`, or in the profile's window.",
            concerns=target.name,
        )
    if attempt is not None and attempt.used_password:
        return AuthError(
            f"{target.name} did not accept the password ({said}).",
            "Check the user in the address, and give the password again with `atsdesk publish --ask-password`, or in"
            " the profile's window.",
            concerns=target.name,
        )
    if "does not exist" in said or "pg_hba.conf" in said or "not permitted" in said:
        return ConfigError(
            f"{target.name} was refused ({said}).",
            "Check user and database in the address, or ask whoever runs the database to let this computer in.",
            concerns=target.name,
        )
    return OfflineError(
        f"{target.name} was not reached ({said}).",
        "Check the address, the network or VPN, and that the database runs; the rows wait here meanwhile.",
        concerns=target.name,
    )


def _refused(error: Any, target: Target) -> DeskError:
    """What an error in the middle of the work means for a person."""
    state, said = error.sqlstate or "", _first_line(error)
    if state == "42501":
        return ConfigError(
            f"The user is not allowed to do this in {target.name} ({said}).",
            "Ask whoever runs the database for: "
            f"create schema if not exists {target.schema}; grant usage, create on schema {target.schema} to the user."
            " Tables that others made there have to be owned by the user.",
            concerns=target.name,
        )
    if state == "3F000":
        return ConfigError(
            f"There is no schema {target.schema} in {target.name} any more.",
            f"Ask whoever runs the database for: create schema {target.schema}.",
            concerns=target.name,
        )
    if state in {"42703", "42P01", "42804", "42P10", "22001", "23502", "23514", "22P02"}:
        return ConfigError(
            f"Somebody changed the tables in {target.name} ({said}).",
            "Undo that, or publish to another schema (?schema=...). Views of your own on top of the tables are safe.",
            concerns=target.name,
        )
    if state.startswith("53"):
        return TransientError(f"{target.name} has no room ({said}).", _AGAIN, concerns=target.name)
    return TransientError(f"{target.name} broke off ({said}).", _AGAIN, concerns=target.name)


def _first_line(error: Any) -> str:
    """What was said, in one line without the address that libpq puts before it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    return lines[0].rsplit("failed: ", 1)[-1].removeprefix("FATAL:").removeprefix("ERROR:").strip()
