"""The standard set, for SmartRecruiters."""

from collections.abc import Callable

from tests.sync.lab import Lab, of
from tests.sync.smartrecruiters import SMARTRECRUITERS
from tests.sync.standard import StandardSet, same_as_truth


class TestSmartRecruiters(StandardSet):
    system = SMARTRECRUITERS

    def test_a_report_is_run_once_an_hour(self, start: Callable[..., Lab]) -> None:
        lab = start(candidates=10, settings={"report_minutes": "60"})
        assert of(lab.good_sync(), "interviews").requests
        assert not of(lab.good_sync(), "interviews").requests
        assert of(lab.good_sync(full=True), "interviews").requests

    def test_who_was_gone_by_mistake_comes_back_with_their_interviews(self, synced: Lab) -> None:
        before = synced.living("interviews").keys()
        assert before
        synced.control.fail("nothing@candidatesx*")
        synced.sync(full=True, accept_deletions=True)
        assert synced.living("candidates") == {}
        synced.control.heal()
        synced.good_sync(full=True)
        same_as_truth(synced)
        assert synced.living("interviews").keys() == before
