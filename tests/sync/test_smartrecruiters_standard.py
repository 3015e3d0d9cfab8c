"""The standard set, for SmartRecruiters."""

from tests.sync.smartrecruiters import SMARTRECRUITERS
from tests.sync.standard import StandardSet


class TestSmartRecruiters(StandardSet):
    system = SMARTRECRUITERS
