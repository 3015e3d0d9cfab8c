"""The requests that sending a candidate takes, by ATS; apart from the connectors, as a window can open without them."""

from atsdesk.ats.comeet.submitting import SUBMITTING as COMEET
from atsdesk.ats.greenhouse.submitting import SUBMITTING as GREENHOUSE
from atsdesk.ats.kombo.submitting import SUBMITTING as KOMBO
from atsdesk.ats.smartrecruiters.submitting import SUBMITTING as SMARTRECRUITERS
from atsdesk.ats.submitting import Submitting

SUBMITTING: dict[str, Submitting] = {
    "comeet": COMEET,
    "greenhouse": GREENHOUSE,
    "kombo": KOMBO,
    "smartrecruiters": SMARTRECRUITERS,
}
