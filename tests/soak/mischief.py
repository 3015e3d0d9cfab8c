"""What goes wrong in the sandboxes, by lot: the same seed, the same mischief."""

import random
from collections import Counter
from collections.abc import Sequence

from atsdesk.sandbox.faults import parse
from tests.soak.sandboxes import Sandbox

BAD_MOMENTS = (
    *("429", "429=1", "500", "502", "503", "504", "html", "html=503", "text", "empty", "expired"),
    *("cut", "short", "slow=0.4", "dribble=0.001", "drop", "reset", "hole", "redirect", "loop"),
)
"""An ATS that does not answer as it should, and does not lie: what is asked again later is whole."""
LIES = (
    *("wrong-types", "nan", "no-key", "not-objects", "nulls", "twice", "duplicate-keys", "unknown-members"),
    *("unknown-status", "surrogate", "deep-unicode", "long-text", "big-numbers", "absurd-dates"),
)
"""Records that are not as the ATS has them: only a full read sets them right."""
SPOILED = 0.65
"""Share of the rounds of an account in which anything is wrong."""
FOR_GOOD = 0.15
"""Share of the bad moments that last a whole round, for one list."""
EVENTS = (2, 8)
"""At least and at most so many things happen within a round."""


class Mischief:
    """Sees to it that things happen in the sandboxes, and that much goes wrong meanwhile."""

    def __init__(self, sandboxes: Sequence[Sandbox], seed: int) -> None:
        self._sandboxes = sandboxes
        self._rng = random.Random(f"mischief {seed}")
        self.happened: Counter[str] = Counter()
        """Events in each sandbox."""
        self.met: Counter[str] = Counter()
        """Faults that a request of the program ran into."""
        self.requests = 0

    def set_clocks(self, behind: float) -> None:
        """So many seconds behind this computer's."""
        for sandbox in self._sandboxes:
            sandbox.control.set_clock(-behind)

    def let_things_happen(self) -> None:
        for sandbox in self._sandboxes:
            events = sandbox.control.advance(self._rng.randint(*EVENTS))
            self.happened[sandbox.ats] += len(events)

    def spoil(self, *, lying: bool) -> None:
        """Put other faults in place of those of the round before."""
        for sandbox in self._sandboxes:
            self.heal(sandbox)
            if self._rng.random() < SPOILED:
                for _ in range(self._rng.randint(1, 3)):
                    sandbox.control.fail(self._fault(sandbox, lying=lying))
            if self._rng.random() < SPOILED / 4:
                self._worse(sandbox)

    def _fault(self, sandbox: Sandbox, *, lying: bool) -> str:
        rng = self._rng
        lists = [str(one.path).strip("/") for one in sandbox.system.lists.values() if "{" not in one.path]
        place = f"@{rng.choice(lists)}"
        where = place if rng.random() < 0.7 else ""
        if lying and rng.random() < 0.4:
            return f"{rng.choice(LIES)}{where}"
        kind = rng.choice(BAD_MOMENTS)
        if rng.random() < FOR_GOOD and not kind.startswith(("slow", "dribble")):
            return f"{kind}{place}x*"
        nth = f"%{rng.randint(2, 6)}" if rng.random() < 0.4 else ""
        return f"{kind}{where}{nth}x{rng.choice((1, 1, 2, 3))}"

    def _worse(self, sandbox: Sandbox) -> None:
        """Rights and tokens are taken away."""
        control = sandbox.control
        ways = {
            "comeet": (lambda: control.permit(["include source"]), lambda: control.fail("401x*")),
            "greenhouse": (control.revoke_tokens, lambda: control.permit(["offers:list"])),
            "kombo": (control.expire_key, lambda: control.scope(disabled=["offers"])),
            "smartrecruiters": (control.expire_tokens, lambda: control.permit(["users_read"])),
        }
        self._rng.choice(ways[sandbox.ats])()
        self.met["rights or tokens taken away"] += 1

    def heal(self, sandbox: Sandbox) -> None:
        """Everything works again; what was asked meanwhile is counted."""
        control = sandbox.control
        asked = control.requests()
        control.clear_requests()
        self.requests += len(asked)
        self.met.update(parse(one["fault"]).kind for one in asked if one["fault"])
        control.heal()
        if sandbox.ats == "kombo":
            control.expire_key(False)
            control.scope()
        else:
            control.permit()

    def stop(self) -> None:
        for sandbox in self._sandboxes:
            self.heal(sandbox)
