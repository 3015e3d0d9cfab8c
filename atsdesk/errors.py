"""Errors, named by what to do about them. Each carries a title, a hint in plain words, and what it concerns."""


class DeskError(Exception):
    """Anything ATS Desk tells a person about: `title` says what, `hint` says what to do."""

    def __init__(self, title: str, hint: str = "", *, concerns: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint
        self.concerns = concerns

    def __str__(self) -> str:
        return f"{self.title} {self.hint}".strip()


class ConfigError(DeskError):
    """The user must act: a setting, a folder, a credential, a permission."""


class BusyError(ConfigError):
    """Somebody else is at it already; nothing is amiss."""


class DamagedError(ConfigError):
    """The data file cannot be read: it is to be restored or repaired."""


class AccountError(ConfigError):
    """The ATS refused the account as a whole; nothing else of it is tried."""


class AuthError(AccountError):
    """The ATS refused the credentials of the account."""


class RefusedError(ConfigError):
    """The ATS refused one resource (a missing permission); the others go on."""


class NotOfferedError(RefusedError):
    """The ATS does not have one resource for this account; the others go on."""


class AbsentError(NotOfferedError):
    """The ATS says that it has no such resource for this account, or that it is switched off: nothing is amiss."""


class TransientError(DeskError):
    """It may work later: network, rate limit, a server's bad moment. Retried before it is raised."""


class OfflineError(TransientError):
    """No connection came about; nothing else of the account is tried."""


class OverdueError(TransientError):
    """An answer did not end in time."""


class NotReadyError(TransientError):
    """The ATS is still setting the account up; asking again later is all there is to do."""


class DataError(DeskError):
    """One record or one answer cannot be used; the rest goes on."""


class NotUnderstoodError(DataError):
    """The ATS did not accept what it was asked."""


class GoneError(DataError):
    """The ATS no longer has one object."""


class Cancelled(DeskError):
    """A person stopped the work."""

    def __init__(self, hint: str = "What had arrived is kept; the next run goes on from there.") -> None:
        super().__init__("Cancelled.", hint)


class Bug(DeskError):
    """Our own mistake: logged whole, shown calmly."""

    def __init__(self, title: str, hint: str = "", *, concerns: str = "") -> None:
        super().__init__(
            title, hint or "Please report it with the details; your data is whole.", concerns=concerns
        )
