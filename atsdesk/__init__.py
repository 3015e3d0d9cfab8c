"""ATS Desk: a local, fresh and complete copy of what an applicant tracking system holds."""

__version__ = "0.1.0"
