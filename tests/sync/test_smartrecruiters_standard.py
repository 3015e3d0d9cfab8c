"""The standard set, for SmartRecruiters."""

from collections.abc import Callable

from tests.sync.lab import Lab, of
from tests.sync.smartrecruiters import SMARTRECRUITERS
from tests.sync.standard import StandardSet


class TestSmartRecruiters(StandardSet):
    system = SMARTRECRUITERS

    def test_a_report_is_run_once_an_hour(self, start: Callable[..., Lab]) -> None:
        lab = start(candidates=10, settings={"report_minutes": "60"})
        assert of(lab.good_sync(), "interviews").requests
        assert not of(lab.good_sync(), "interviews").requests
        assert of(lab.good_sync(full=True), "interviews").requests
