"""Own jobs and an ATS's jobs: which of them are the same."""
