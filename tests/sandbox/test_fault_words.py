"""How faults are written."""

import pytest

from atsdesk.sandbox.faults import FOREVER, KINDS, Faults, parse


@pytest.mark.parametrize(
    ("spec", "kind", "arg", "method", "path", "page", "nth", "left"),
    [
        ("503", "503", "", "", "", 0, 0, 1),
        ("429=30@candidates#3", "429", "30", "", "candidates", 3, 0, 1),
        ("502@candidates#7x*", "502", "", "", "candidates", 7, 0, FOREVER),
        ("slow=2.5@positions*x5", "slow", "2.5", "", "positions*", 0, 0, 5),
        ("lost@POST:candidates", "lost", "", "POST", "candidates", 0, 0, 1),
        ("401%20x*", "401", "", "", "", 0, 20, FOREVER),
        ("htmlx3", "html", "", "", "", 0, 0, 3),
        ("redirect=http://127.0.0.1:9/x@candidates/*", "redirect", "http://127.0.0.1:9/x", "", "candidates/*", 0, 0, 1),
        ("elsewhere=http://127.0.0.1:9x2", "elsewhere", "http://127.0.0.1:9", "", "", 0, 0, 2),
        (" no-step-uid ", "no-step-uid", "", "", "", 0, 0, 1),
    ],
)  # fmt: skip
def test_every_part_is_read(
    spec: str, kind: str, arg: str, method: str, path: str, page: int, nth: int, left: int
) -> None:
    fault = parse(spec)
    assert (fault.kind, fault.arg, fault.method, fault.path) == (kind, arg, method, path)
    assert (fault.page, fault.nth, fault.left) == (page, nth, left)


@pytest.mark.parametrize(
    "spec", ["", "bogus", "200", "999", "503#x", "503@a#1%2", "=3", "slow=x", "503=soon"]
)
def test_nonsense_is_refused(spec: str) -> None:
    with pytest.raises(ValueError, match="”"):
        parse(spec)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "NNN"])
def test_every_kind_is_known(kind: str) -> None:
    assert parse(f"{kind}@candidates#2x3").kind == kind


def test_a_wrong_word_adds_nothing() -> None:
    faults = Faults()
    with pytest.raises(ValueError, match="bogus"):
        faults.add("503", "bogus")
    assert faults.specs() == []
