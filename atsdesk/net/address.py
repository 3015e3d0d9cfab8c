"""The address of an API: looked at before anything is sent there, and without httpx, which takes a while to load."""

import ipaddress
import re

from atsdesk.errors import ConfigError

_parts = re.compile(
    r"(https?)://(\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\\\[\]]+)(?::(\d{1,5}))?(/[^\s?#\\]*)?"
).fullmatch


def check_address(address: str) -> None:
    """Raises `ConfigError` for what is no address, and for a plain one beyond this computer."""
    found = _parts(address)
    if found is None or not 0 < int(found[3] or 443) < 1 << 16:
        raise no_address(address)
    check_encrypted(address, found[1], found[2].strip("[]"))


def check_encrypted(address: str, scheme: str, host: str) -> None:
    """Raises `ConfigError` where secrets would travel in the open."""
    if scheme != "https" and not is_loopback(host):
        raise ConfigError(
            f"The address {address} is not encrypted.",
            "Use an address that starts with https://.",
            concerns="base_url",
        )


def no_address(address: str) -> ConfigError:
    """What to say of a text that is not an address."""
    return ConfigError(
        f'"{address}" is not an address.',
        "It looks like https://api.example.com, without a user name or password in it.",
        concerns="base_url",
    )


def is_loopback(host: str) -> bool:
    """Whether a host is this computer."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
