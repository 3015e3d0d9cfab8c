"""Secrets of accounts: in the operating system's keyring, and nowhere else.

A secret is looked for in the environment (`ATSDESK_SECRET__<ACCOUNT>__<FIELD>`, for machines without a
keyring), then among those entered for this session only, then in the keyring, where each account is one
service with one entry per field. Nothing here writes a secret to a file, a log or an error.

A keyring can block for as long as its dialog stands on the screen. Every call therefore runs in a thread of
its own, ends with `cancel` or a time-out, and never more than one dialog is asked for.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from time import monotonic
from typing import TypeVar

from atsdesk import os_keyring
from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.os_keyring import Keyring

log = logging.getLogger(__name__)
T = TypeVar("T")

PATIENCE = 60.0  # seconds: time enough to type a password into the keyring's dialog
LONGEST_SECRET = 1280 if sys.platform == "win32" else None  # characters: the Credential Manager's limit


@dataclass(frozen=True)
class VaultState:
    """How the keyring is doing, and what a person can do about it."""

    keyring: Keyring
    title: str
    hint: str = ""

    @property
    def usable(self) -> bool:
        return self.keyring is Keyring.USABLE


STATES = {
    state.keyring: state
    for state in (
        VaultState(Keyring.USABLE, "Secrets are kept in this computer's keyring."),
        VaultState(
            Keyring.LOCKED,
            "The keyring is locked.",
            "Unlock it with your login password (in Passwords and Keys on Linux, in Keychain Access on a "
            "Mac), then try again.",
        ),
        VaultState(
            Keyring.NEW,
            "The keyring has not been set up yet.",
            "Choose a password when your desktop asks for one, then try again.",
        ),
        VaultState(
            Keyring.MISSING,
            "This computer has no keyring running.",
            "On Linux install and start gnome-keyring or KWallet and log in again.",
        ),
        VaultState(
            Keyring.UNSAFE,
            "The keyring chosen in this computer's settings does not belong to the operating system.",
            "ATS Desk stores secrets in the operating system's keyring only: remove the choice made by "
            "PYTHON_KEYRING_BACKEND or keyringrc.cfg.",
        ),
        VaultState(
            Keyring.SILENT,
            "The keyring does not answer.",
            "Look for a dialog of the keyring that waits for a password, perhaps behind other windows.",
        ),
        VaultState(
            Keyring.BROKEN,
            "The keyring stopped in the middle of the work.",
            "Try again; if it stays so, log out and in again.",
        ),
    )
}


class KeyringError(ConfigError):
    """The keyring cannot be used now; `state` says why. Entry for this session only can be offered."""

    def __init__(self, state: VaultState, *, concerns: str = "", hint: str = "") -> None:
        super().__init__(state.title, f"{state.hint} {hint}".strip(), concerns=concerns)
        self.state = state


class Vault:
    """Reads and keeps the secrets of accounts.

    Every failure is a `ConfigError` with a hint; its subclass `KeyringError` where the keyring is unusable.
    """

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._environ = environ
        self._for_this_session: dict[tuple[str, str], str] = {}
        self._one_at_a_time = threading.Lock()

    def get(
        self, account: str, field: str, *, cancel: Cancel | None = None, timeout: float = PATIENCE
    ) -> str:
        """One secret of an account."""
        return self.get_all(account, [field], cancel=cancel, timeout=timeout)[field]

    def find(
        self, account: str, field: str, *, cancel: Cancel | None = None, timeout: float = PATIENCE
    ) -> str:
        """A secret that there need not be; "" where there is none, or no keyring to look in."""
        outside = self._outside_the_keyring(account, field)
        if outside:
            return outside
        try:
            kept = self._ask(lambda: os_keyring.read(account, [field]), account, [field], cancel, timeout)
        except KeyringError as problem:
            if problem.state.keyring in {Keyring.MISSING, Keyring.UNSAFE}:
                return ""
            raise
        return kept[field] or ""

    def get_all(
        self, account: str, fields: Iterable[str], *, cancel: Cancel | None = None, timeout: float = PATIENCE
    ) -> dict[str, str]:
        """The secrets of an account by field; all of them, or an error that names the missing ones."""
        fields = list(fields)
        found = {field: self._outside_the_keyring(account, field) for field in fields}
        wanted = [field for field in fields if not found[field]]
        if wanted:
            found |= self._ask(lambda: os_keyring.read(account, wanted), account, wanted, cancel, timeout)
        missing = [field for field in fields if not found[field]]
        if missing:
            raise ConfigError(
                f"The keyring has no {' and no '.join(missing)} for {account}.",
                "Enter the credentials of the account again, in the window under Settings or with"
                f" `atsdesk accounts key {account}`. {_other_way(account, missing)}",
                concerns=account,
            )
        return {field: found[field] or "" for field in fields}

    def get_one_of(
        self, account: str, ways: Sequence[Sequence[str]], *, cancel: Cancel | None = None
    ) -> dict[str, str]:
        """The first of several sets of secrets that is whole; raises as `get_all` does where none is."""
        for fields in ways:
            if len(ways) == 1 or self.has_outside_the_keyring(account, fields):
                return self.get_all(account, fields, cancel=cancel)
        wanted = [field for fields in ways for field in fields]
        kept = self._ask(lambda: os_keyring.read(account, wanted), account, ways[0], cancel, PATIENCE)
        found = {field: self._outside_the_keyring(account, field) or kept[field] or "" for field in wanted}
        for fields in ways:
            if all(found[field] for field in fields):
                return {field: found[field] for field in fields}
        alternatives = ", nor ".join(" and ".join(fields) for fields in ways)
        raise ConfigError(
            f"The keyring has neither {alternatives} for {account}.",
            "Enter the credentials of the account again, in the window under Settings or with"
            f" `atsdesk accounts key {account}`. {_other_way(account, ways[0])}",
            concerns=account,
        )

    def set_all(
        self,
        account: str,
        secrets: Mapping[str, str],
        *,
        cancel: Cancel | None = None,
        timeout: float = PATIENCE,
    ) -> None:
        """Put the secrets of an account into the keyring, in place of those it has."""
        for field, secret in secrets.items():
            if not secret:
                raise ConfigError(f"The {field} is empty.", "Paste it as the ATS shows it.", concerns=account)
            if LONGEST_SECRET and len(secret.encode("utf-16-le")) > 2 * LONGEST_SECRET:
                raise ConfigError(
                    f"The {field} is too long for the keyring of this computer.",
                    f"It takes {LONGEST_SECRET:,} characters. Check that nothing else was pasted with it. "
                    f"{_other_way(account, [field])}",
                    concerns=account,
                )
        self._ask(lambda: os_keyring.write(account, secrets), account, secrets, cancel, timeout)
        self._forget_session(account, secrets)

    def delete(
        self, account: str, fields: Iterable[str], *, cancel: Cancel | None = None, timeout: float = PATIENCE
    ) -> None:
        """Remove the secrets of an account, also those of this session. One that is not there is no error."""
        fields = list(fields)
        self._forget_session(account, fields)
        self._ask(lambda: os_keyring.remove(account, fields), account, fields, cancel, timeout)

    def remember_for_session(self, account: str, secrets: Mapping[str, str]) -> None:
        """Keep secrets in memory until the program ends, where the keyring cannot be used."""
        self._for_this_session |= {(account, field): secret for field, secret in secrets.items()}

    def state(self, *, cancel: Cancel | None = None, timeout: float = 5.0) -> VaultState:
        """How the keyring is doing, found out without asking the person for anything."""
        try:
            return STATES[self._ask(os_keyring.condition, "", [], cancel, timeout)]
        except KeyringError as problem:
            return problem.state

    def has_outside_the_keyring(self, account: str, fields: Iterable[str]) -> bool:
        """Whether the environment or this session gives all of these secrets, so that nobody need be asked."""
        return all(self._outside_the_keyring(account, field) for field in fields)

    def given_by_environment(self, account: str, fields: Iterable[str]) -> list[str]:
        """The environment's variables that give secrets of an account, and so go before all others."""
        names = (environment_name(account, field) for field in fields)
        return [name for name in names if self._environ.get(name)]

    def _outside_the_keyring(self, account: str, field: str) -> str | None:
        given = self._environ.get(environment_name(account, field))
        return given or self._for_this_session.get((account, field))

    def _forget_session(self, account: str, fields: Iterable[str]) -> None:
        for field in fields:
            self._for_this_session.pop((account, field), None)

    def _ask(
        self,
        question: Callable[[], T],
        account: str,
        fields: Iterable[str],
        cancel: Cancel | None,
        timeout: float,
    ) -> T:
        """The keyring's answer; an error in plain words where it has none, in time or at all."""
        answer: Future[T] = Future()
        threading.Thread(target=self._wait_for, args=(question, answer), name="keyring", daemon=True).start()
        deadline = monotonic() + timeout
        while not wait([answer], timeout=0.1).done:
            given_up = cancel is not None and cancel.is_set()
            if given_up or monotonic() > deadline:
                answer.cancel()
                if given_up:
                    raise Cancelled
                raise KeyringError(STATES[Keyring.SILENT], concerns=account, hint=_other_way(account, fields))
        problem = answer.exception()
        if problem is None:
            return answer.result()
        log.info("The keyring answered with %s", type(problem).__name__)
        raise KeyringError(
            STATES[os_keyring.meaning(problem)], concerns=account, hint=_other_way(account, fields)
        ) from None

    def _wait_for(self, question: Callable[[], T], answer: Future[T]) -> None:
        with self._one_at_a_time:
            if not answer.set_running_or_notify_cancel():
                return
            try:
                answer.set_result(question())
            except Exception as problem:  # noqa: BLE001  whatever a keyring raises is told by _ask
                answer.set_exception(problem)


def environment_name(account: str, field: str) -> str:
    """Where a secret may be given instead: `acme-il`, `api_key` -> `ATSDESK_SECRET__ACME_IL__API_KEY`."""
    return "__".join(["ATSDESK_SECRET", *(re.sub(r"\W", "_", part).upper() for part in (account, field))])


def _other_way(account: str, fields: Iterable[str]) -> str:
    names = " and ".join(environment_name(account, field) for field in fields)
    return f"On a machine without a keyring, set {names}." if names else ""
