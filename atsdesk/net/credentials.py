"""What a request says about who asks: headers, made anew for each one."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol


class Credentials(Protocol):
    """The headers that let an account in."""

    def headers(self, now: dt.datetime) -> Mapping[str, str]:
        """For a moment of the ATS's clock. May ask an identity server; raises what a request may raise."""

    def renew(self) -> None:
        """The ATS refused the last headers as expired: the next ones must be others, where there can be others."""


@dataclass(frozen=True, slots=True)
class Minted:
    """Headers that are made of a moment alone: a fixed key, or a token that the account signs by itself."""

    make: Callable[[dt.datetime], Mapping[str, str]]

    def headers(self, now: dt.datetime) -> Mapping[str, str]:
        return self.make(now)

    def renew(self) -> None:
        """Nothing else is known; the clock may have been learnt meanwhile."""
