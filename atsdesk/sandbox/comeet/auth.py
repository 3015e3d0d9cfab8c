"""The JWT of each request. Source: Comeet's Recruiting API documentation, "Base URLs & auth"."""

import jwt

from atsdesk.sandbox.comeet.refusals import Refused


def check(header: str, key: str, secret: str, now: int, leeway: int) -> str:
    """The api key of a good token; otherwise 401, which says “expired” when only time is the matter."""
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refused(401, message="An access token is missing.")
    try:
        claims = jwt.decode(
            token.strip(),
            secret,
            algorithms=["HS256"],
            options={"verify_exp": False, "verify_iat": False, "verify_nbf": False, "verify_aud": False},
        )
    except jwt.InvalidTokenError:
        raise Refused(401) from None
    expires = claims.get("exp")
    if claims.get("iss") != key or isinstance(expires, bool) or not isinstance(expires, int | float):
        raise Refused(401)
    if expires + leeway <= now:
        raise Refused(401, message="The access token has expired.")
    return key
