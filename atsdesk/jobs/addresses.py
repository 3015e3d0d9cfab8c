"""Addresses of jobs, brought to one spelling, so that the same page is the same text."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

TRACKING = frozenset(
    """
    _ga _gl _hsenc _hsmi dclid ef_id fbclid gbraid gclid gclsrc gh_src igshid li_fat_id lever-origin lever-source
    mc_cid mc_eid mkt_tok msclkid oga refid referer referrer rx_campaign rx_ch rx_group rx_medium rx_r rx_source
    rx_ts rx_viewer s_kwcid trackingid trid trk trkinfo ttclid twclid wbraid yclid
    """.split()
)
"""Parameters that tell where a visitor came from, never which job it is. `gh_jid` and the like name the job."""
MAYBE_TRACKING = frozenset("campaign feed jobsource medium origin ref source src".split())
"""The same, as long as no digit is in the value: some sites name the job with one of these."""
_PREFIXES = ("utm_", "pk_", "mtm_", "hsa_", "piwik_")

FOUND = re.compile(r"""(?:https?://|www\.)[^\s<>"'“”„«»\u200b]{1,2000}""", re.IGNORECASE)
"""An address inside a text; may end in signs that belong to the text."""
_AFTER = ".,;:!?*_|"
_DEFENCE = re.compile(r"^https?://urldefense\.(?:com|us|proofpoint\.com)/v3/__(.+?)__;", re.IGNORECASE)
_WRAPPERS = {
    "safelinks.protection.outlook.com": "url",
    "google.com/url": "q",
    "linkedin.com/redir/redirect": "url",
    "l.facebook.com/l.php": "u",
}
"""Addresses that mail programs and sites put around others, and the parameter that holds the inner one."""
_MOST_LAYERS = 4


def found_in(text: str) -> list[str]:
    """The addresses in a text, as they are written there."""
    return [_without_end(one) for one in FOUND.findall(text)]


def normalise(address: str) -> str:
    """The address without what may differ between links to the same page; "" for what is none."""
    text = address.strip().strip("<>").replace("&amp;", "&")
    for _ in range(_MOST_LAYERS):
        inner = _unwrapped(text)
        if inner == text:
            break
        text = inner
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    if "." not in host or " " in host or "@" in parts.netloc or parts.scheme.lower() not in ("http", "https"):
        return ""
    if port not in (None, 80, 443):
        host = f"{host}:{port}"
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/").removesuffix("/apply")
    query = urlencode(
        sorted(
            (name, value) for name, value in parse_qsl(parts.query) if not _is_tracking(name.lower(), value)
        )
    )
    # pages that are one program keep their place behind the sign
    route = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    return f"{host}{path}{'?' + query if query else ''}{'#' + route.rstrip('/') if route else ''}"


def words(address: str) -> list[str]:
    """The parts of an address that may name a job: pieces of its path and values of its query."""
    _, _, rest = normalise(address).partition("/")
    return [unquote(one) for one in re.split(r"[/?&=#]", rest) if one]


def _is_tracking(name: str, value: str) -> bool:
    if name in MAYBE_TRACKING:
        return not any(sign.isdigit() for sign in value)
    return name in TRACKING or name.startswith(_PREFIXES)


def _unwrapped(text: str) -> str:
    if defended := _DEFENCE.match(text):
        return defended[1]
    try:
        parts = urlsplit(text)
    except ValueError:
        return text
    place = f"{(parts.hostname or '').removeprefix('www.')}{parts.path}"
    for wrapper, name in _WRAPPERS.items():
        if (wrapper in place) if "/" not in wrapper else place.startswith(wrapper):
            inner = dict(parse_qsl(parts.query)).get(name, "")
            if inner.startswith(("http://", "https://")):
                return inner
    return text


def _without_end(address: str) -> str:
    address = address.rstrip(_AFTER)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_AFTER)
    return address.rstrip("]}")
